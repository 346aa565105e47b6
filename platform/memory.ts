/** The memory behind pacing (storage.local): times and counts by rule, and reasons as one-way numbers. Read anywhere, written by the background only. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { emptyMemory, type PacingMemory } from '../core/pacing';
import { fitting } from './stored';

const numbers = v.record(v.string(), v.pipe(v.number(), v.finite()));
/** What came with later versions is optional: an older memory is kept. */
const schema = v.object({
  snoozedUntil: numbers,
  notRelevant: numbers,
  dismissed: numbers,
  shown: numbers,
  dealtWith: v.optional(numbers, {}),
  reasons: v.optional(numbers, {}),
  settled: v.optional(numbers, {}),
  cards: v.optional(v.array(v.pipe(v.number(), v.finite())), []),
  salt: v.optional(v.string(), ''),
});
const key = 'pacing';

/** Reads the memory; empty where it is missing or broken. */
export async function readMemory(): Promise<PacingMemory> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  return fitting(schema, (stored as Record<string, unknown>)[key], key, 'own', []) ?? emptyMemory;
}

let queue: Promise<unknown> = Promise.resolve();

/** Applies a change after all earlier ones, so that two windows cannot overwrite each other. Failure to store is silent: a reminder may then come again. */
export function updateMemory(change: (memory: PacingMemory) => PacingMemory): Promise<void> {
  const next = queue
    .then(async () => {
      const before = await readMemory();
      const salted = before.salt === '' ? { ...before, salt: crypto.randomUUID() } : before;
      const after = change(salted);
      if (after !== before) await browser.storage.local.set({ [key]: after });
    })
    .catch(() => undefined);
  queue = next;
  return next;
}

/** Calls back after the memory changed. @returns a function that stops it */
export function watchMemory(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
