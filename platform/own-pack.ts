/** The organisation's own guidance, kept on this computer (storage.local; too large to sync), and what came of the policy's. Carries no shipped pack. */
import { browser } from 'wxt/browser';
import { looksLikePack, type Pack } from '../guidance/pack';
import { keptPackKey, ownPackKey as key } from './stored-keys';

/** A policy's pack, checked: its text as it was, and the pack, or `null` where the text has problems. */
export interface KeptManagedPack {
  readonly text: string;
  readonly pack: Pack | null;
  /** Where the problems are, for the options page: lines and fields, no text. */
  readonly problems: readonly string[];
}

/** The pack that was kept, or `null`. Checked in full when it was kept; here only that it is of a format that this version reads. */
export async function readOwnPack(): Promise<Pack | null> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  const pack = (stored as Record<string, unknown>)[key];
  return looksLikePack(pack) ? pack : null;
}

/** What came of the policy's pack; `null` where there is no such policy, or nothing was made of it yet. */
export async function readManagedPack(): Promise<KeptManagedPack | null> {
  const stored = (await browser.storage.local.get(keptPackKey).catch(() => ({}))) as Record<string, unknown>;
  return (stored[keptPackKey] as KeptManagedPack | undefined) ?? null;
}

/** Keeps an own pack that was checked in full. Rejects when the browser cannot store it; the one before is then still there. */
export const keepOwnPack = (pack: Pack): Promise<void> => browser.storage.local.set({ [key]: pack });

/** Removes the own pack. */
export const forgetOwnPack = (): Promise<void> => browser.storage.local.remove(key);

/** Calls back after the own pack or the policy's changed. @returns a function that stops it */
export function watchOwnPack(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && (key in changes || keptPackKey in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
