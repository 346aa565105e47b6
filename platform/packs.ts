/** The guidance in use: one that is shipped, or the organisation's own, which is kept on this computer (storage.local; too large to sync). */
import { browser } from 'wxt/browser';
import { looksLikePack, type Pack } from '../guidance/pack';
import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import type { Settings } from './settings';

const key = 'ownPack';

/** What the background made of the policy's pack (see `managed-pack`). */
export const managedKey = 'managedPack';

/** A policy's pack, checked: its text as it was, and the pack, or `null` where the text has problems. */
export interface KeptManagedPack {
  readonly text: string;
  readonly pack: Pack | null;
  /** Where the problems are, for the options page: lines and fields, no text. */
  readonly problems: readonly string[];
}

export interface PackInUse {
  readonly pack: Pack;
  /** The organisation's policy has set it. */
  readonly managed?: boolean;
  /** What is wrong with the policy's pack; it is then not used. */
  readonly managedProblems?: readonly string[];
  /** The own pack is chosen and cannot be read; it stays stored, and a shipped one stands in. */
  readonly unreadable: boolean;
}

/** The pack that was kept, or `null`. Checked in full when it was kept; here only that it is of a format that this version reads. */
export async function readOwnPack(): Promise<Pack | null> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  const pack = (stored as Record<string, unknown>)[key];
  return looksLikePack(pack) ? pack : null;
}

/** The pack that the settings name. */
export async function readPack(choice: Settings['guidance']): Promise<PackInUse> {
  const stored = (await browser.storage.local.get(managedKey).catch(() => ({}))) as Record<string, unknown>;
  const kept = stored[managedKey] as KeptManagedPack | undefined;
  if (looksLikePack(kept?.pack)) return { pack: kept.pack, managed: true, unreadable: false };
  const chosen = await readChosenPack(choice);
  return kept ? { ...chosen, managedProblems: kept.problems } : chosen;
}

async function readChosenPack(choice: Settings['guidance']): Promise<PackInUse> {
  if (choice !== 'own') return { pack: choice === 'general' ? general : moj, unreadable: false };
  const own = await readOwnPack();
  return own ? { pack: own, unreadable: false } : { pack: moj, unreadable: true };
}

/** Keeps an own pack that was checked in full. Rejects when the browser cannot store it; the one before is then still there. */
export const keepOwnPack = (pack: Pack): Promise<void> => browser.storage.local.set({ [key]: pack });

/** Removes the own pack. */
export const forgetOwnPack = (): Promise<void> => browser.storage.local.remove(key);

/** Calls back after the own pack or the policy's changed. @returns a function that stops it */
export function watchOwnPack(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && (key in changes || managedKey in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
