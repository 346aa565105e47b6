/** The memory behind pacing (storage.local): times and counts by rule, and reasons as one-way numbers. Read anywhere, written by the background only. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { emptyMemory, type PacingMemory } from '../core/pacing';
import type { Undo } from '../core/setting';
import { keptKey, keptOf, withKept } from './kept';
import { isKnown, withSending } from './sendings';
import { memoryKey as key } from './stored-keys';
import { inTurn } from './turn';

const numbers = v.record(v.string(), v.pipe(v.number(), v.finite()));
/** What came with later versions is optional: an older memory is kept. What is not known here is a later version's, and stays. */
const schema = v.looseObject({
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

/** A memory as it was stored or sent; `null` where it is none. */
export const memoryOf = (stored: unknown): PacingMemory | null => {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
};

/** Reads the memory; empty where it is missing or broken. */
export async function readMemory(): Promise<PacingMemory> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  return memoryOf((stored as Record<string, unknown>)[key]) ?? emptyMemory;
}

/**
 * Applies a change after all earlier ones, so that two windows cannot overwrite each other. Failure to store is silent: a reminder may then come again.
 * A memory that cannot be read is put aside, not overwritten.
 * @param sending id of the message that asks for it: what came before is not done again
 */
export function updateMemory(change: (memory: PacingMemory) => PacingMemory, sending?: number): Promise<void> {
  return inTurn('storage', async () => {
    const stored = (await browser.storage.local.get([key, keptKey])) as Record<string, unknown>;
    const before = memoryOf(stored[key]) ?? emptyMemory;
    const broken = stored[key] !== undefined && memoryOf(stored[key]) === null;
    const salted = before.salt === '' ? { ...before, salt: crypto.randomUUID() } : before;
    if (isKnown(stored[key], sending)) return;
    const after = change(salted);
    if (after === before) return;
    await browser.storage.local.set({
      [key]: withSending(after, stored[key], sending),
      ...(broken ? { [keptKey]: withKept(keptOf(stored[keptKey]), [{ key, value: stored[key] }]) } : {}),
    });
  }).catch(() => undefined);
}

/** Forgets everything that was learned from answers. @returns the way back */
export async function forgetMemory(): Promise<Undo> {
  const before = await inTurn('storage', async () => {
    const stored = ((await browser.storage.local.get(key)) as Record<string, unknown>)[key];
    await browser.storage.local.set({ [key]: { ...emptyMemory, salt: crypto.randomUUID() } });
    return stored;
  });
  return () => inTurn('storage', () => browser.storage.local.set({ [key]: before }));
}
