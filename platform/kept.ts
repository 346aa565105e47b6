/** Values that could not be read and gave way to new ones: kept on this computer (storage.local), the latest of them. */

import { browser } from 'wxt/browser';
import type { Undo } from '../core/setting';
import { inTurn } from './turn';

export const keptKey = 'kept';
const most = 40;

export interface KeptValue {
  /** Where it was stored. */
  readonly key: string;
  readonly value: unknown;
}

/** What is stored may be anything: entries that are none are left out. */
const isKept = (one: unknown): one is KeptValue => typeof one === 'object' && one !== null && 'key' in one && typeof one.key === 'string' && 'value' in one;

export const keptOf = (stored: unknown): readonly KeptValue[] => (Array.isArray(stored) ? stored.filter(isKept) : []);

/** With further values, each once. */
export function withKept(kept: readonly KeptValue[], more: readonly KeptValue[]): readonly KeptValue[] {
  const all = new Map([...kept, ...more].map((one) => [JSON.stringify([one.key, one.value]), one]));
  return [...all.values()].slice(-most);
}

export const readKept = async (): Promise<readonly KeptValue[]> => keptOf((await browser.storage.local.get(keptKey))[keptKey]);

/** Removes what was put aside. @returns the way back */
export async function forgetKept(): Promise<Undo> {
  const before = await inTurn('storage', async () => {
    const kept = await readKept();
    await browser.storage.local.remove(keptKey);
    return kept;
  });
  return () => inTurn('storage', async () => browser.storage.local.set({ [keptKey]: withKept(before, await readKept()) }));
}
