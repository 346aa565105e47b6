/** Whom the person has written to before, as one-way numbers (storage.local). Read by pages, written by the background only. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Acquaintances, afterSending, noAcquaintances } from '../core/acquaintance';
import type { Undo } from '../core/setting';
import { keptKey, keptOf, withKept } from './kept';
import { isKnown, withSending } from './sendings';
import { acquaintancesKey as key } from './stored-keys';
import { inTurn } from './turn';

const record = v.looseObject({ times: v.pipe(v.number(), v.integer()), last: v.pipe(v.number(), v.finite()) });
const schema = v.looseObject({ salt: v.string(), records: v.record(v.pipe(v.string(), v.regex(/^\d{1,16}$/)), record) });

const acquaintancesOf = (stored: unknown): Acquaintances | null => {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
};

/** Nobody where nothing is stored, or something broken. */
export async function readAcquaintances(): Promise<Acquaintances> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  return acquaintancesOf((stored as Record<string, unknown>)[key]) ?? noAcquaintances;
}

/**
 * Notes that a message went to these keys; makes the salt when there is none. Failure to store is silent: people are then new again.
 * @param sending id of the message that says so: it counts once
 */
export function keepAcquaintances(keys: readonly number[], now: number, sending?: number): Promise<void> {
  return inTurn('storage', async () => {
    const stored = (await browser.storage.local.get([key, keptKey])) as Record<string, unknown>;
    const known = acquaintancesOf(stored[key]);
    const before = known ?? noAcquaintances;
    if ((before.salt !== '' && keys.length === 0) || isKnown(stored[key], sending)) return;
    const broken = stored[key] !== undefined && known === null;
    await browser.storage.local.set({
      [key]: withSending(
        { ...before, salt: before.salt === '' ? crypto.randomUUID() : before.salt, records: afterSending(before.records, keys, now) },
        stored[key],
        sending,
      ),
      ...(broken ? { [keptKey]: withKept(keptOf(stored[keptKey]), [{ key, value: stored[key] }]) } : {}),
    });
  }).catch(() => undefined);
}

/** Forgets everyone, and the salt with them: a new one takes its place. @returns the way back */
export async function forgetAcquaintances(): Promise<Undo> {
  const before = await inTurn('storage', async () => {
    const stored = ((await browser.storage.local.get(key)) as Record<string, unknown>)[key];
    await browser.storage.local.set({ [key]: { salt: crypto.randomUUID(), records: {} } });
    return stored;
  });
  return () => inTurn('storage', () => (before === undefined ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: before })));
}
