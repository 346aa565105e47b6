/** Whom the person has written to before, as one-way numbers (storage.local). Read by pages, written by the background only. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Acquaintances, afterSending, noAcquaintances } from '../core/acquaintance';
import { fitting } from './stored';

const key = 'acquaintances';
const record = v.object({ times: v.pipe(v.number(), v.integer()), last: v.pipe(v.number(), v.finite()) });
const schema = v.object({ salt: v.string(), records: v.record(v.pipe(v.string(), v.regex(/^\d{1,16}$/)), record) });

/** Nobody where nothing is stored, or something broken. */
export async function readAcquaintances(): Promise<Acquaintances> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  return fitting(schema, (stored as Record<string, unknown>)[key], key, 'own', []) ?? noAcquaintances;
}

let queue: Promise<unknown> = Promise.resolve();

/** Notes that a message went to these keys; makes the salt when there is none. Failure to store is silent: people are then new again. */
export function keepAcquaintances(keys: readonly number[], now: number): Promise<void> {
  const next = queue
    .then(async () => {
      const { salt, records } = await readAcquaintances();
      if (salt !== '' && keys.length === 0) return;
      await browser.storage.local.set({ [key]: { salt: salt === '' ? crypto.randomUUID() : salt, records: afterSending(records, keys, now) } });
    })
    .catch(() => undefined);
  queue = next;
  return next;
}

/** Forgets everyone, and the salt with them. */
export function forgetAcquaintances(): Promise<void> {
  const next = queue.then(() => browser.storage.local.remove(key)).catch(() => undefined);
  queue = next;
  return next;
}

/** Calls back after somebody became known, or everyone was forgotten. @returns a function that stops it */
export function watchAcquaintances(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
