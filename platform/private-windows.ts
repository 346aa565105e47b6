/**
 * What private windows need of their own while one is open: kept in storage.session (memory only), apart from everything else, and forgotten with the
 * last of them. Background only.
 */
import { browser } from 'wxt/browser';
import type { PacingMemory } from '../core/pacing';
import { readMemory } from './memory';
import { inTurn } from './turn';

const prefix = 'private.';

/** Where something of private windows is kept. */
export const privateKey = (name: string): string => `${prefix}${name}`;
const pacingKey = privateKey('pacing');

/** What was learned before, and since in private windows: what is quiet elsewhere is quiet there. */
const read = async (): Promise<PacingMemory> => ((await browser.storage.session.get(pacingKey))[pacingKey] as PacingMemory | undefined) ?? (await readMemory());

export const readPrivateMemory = (): Promise<PacingMemory> => inTurn('private', read);

/** Changes what private windows remember until the last of them closes. @returns what they remember from here on */
export async function updatePrivateMemory(change: (memory: PacingMemory) => PacingMemory): Promise<PacingMemory> {
  const after = await inTurn('private', async () => {
    const memory = change(await read());
    await browser.storage.session.set({ [pacingKey]: memory });
    return memory;
  });
  // The page that says so may have been the last one.
  await forgetPrivateWindows();
  return after;
}

/** Forgets private windows when none is open. For whenever a tab has closed, or something of one was kept. */
export const forgetPrivateWindows = (): Promise<void> =>
  inTurn('private', async () => {
    const kept = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix));
    if (kept.length === 0 || (await browser.tabs.query({})).some(({ incognito }) => incognito)) return;
    await browser.storage.session.remove(kept);
  });
