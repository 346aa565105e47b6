/** The guidance in use: one that is shipped, or the organisation's own, which is kept on this computer (storage.local; too large to sync). */
import { browser } from 'wxt/browser';
import { looksLikePack, type Pack } from '../guidance/pack';
import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import type { Settings } from './settings';

const key = 'ownPack';

export interface PackInUse {
  readonly pack: Pack;
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
  if (choice !== 'own') return { pack: choice === 'general' ? general : moj, unreadable: false };
  const own = await readOwnPack();
  return own ? { pack: own, unreadable: false } : { pack: moj, unreadable: true };
}

/** Keeps an own pack that was checked in full. Rejects when the browser cannot store it; the one before is then still there. */
export const keepOwnPack = (pack: Pack): Promise<void> => browser.storage.local.set({ [key]: pack });

/** Calls back after the own pack changed. @returns a function that stops it */
export function watchOwnPack(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
