/** The organisation's own guidance, kept on this computer (storage.local; too large to sync), and what came of the policy's. Carries no shipped pack. */
import { browser } from 'wxt/browser';
import type { Undo } from '../core/setting';
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

/** What is stored now, whatever it is, to be put back. */
async function asItIs(): Promise<Undo> {
  const stored = (await browser.storage.local.get(key)) as Record<string, unknown>;
  return () => (key in stored ? browser.storage.local.set({ [key]: stored[key] }) : browser.storage.local.remove(key));
}

/** Keeps an own pack that was checked in full. Rejects when the browser cannot store it; the one before is then still there. */
export async function keepOwnPack(pack: Pack): Promise<Undo> {
  const undo = await asItIs();
  await browser.storage.local.set({ [key]: pack });
  return undo;
}

/** Removes the own pack. */
export async function forgetOwnPack(): Promise<Undo> {
  const undo = await asItIs();
  await browser.storage.local.remove(key);
  return undo;
}

/** Calls back after the own pack or the policy's changed. @returns a function that stops it */
export function watchOwnPack(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && (key in changes || keptPackKey in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
