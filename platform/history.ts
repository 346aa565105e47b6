/**
 * Keeps the history on this computer (IndexedDB of the extension). Background and extension pages only: in a content script the
 * database would be the website's. One record per day, so that a write is small and old days go by their name.
 */
import { entries as allEntries, clear, createStore, del, type UseStore, update } from 'idb-keyval';
import * as v from 'valibot';
import { type HistoryEntry, outcomes } from '../core/history';
import type { Undo } from '../core/setting';

const store = (): UseStore => createStore('second-glance-history', 'days');

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/));
const entrySchema = v.object({
  time: v.pipe(v.number(), v.finite(), v.minValue(0)),
  rule: name,
  site: name,
  strength: v.picklist(['quiet', 'nudge', 'confirm']),
  outcome: v.picklist(outcomes),
}) as unknown as v.GenericSchema<HistoryEntry>;

const dayLength = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** What does not fit (a later version wrote it, or it is broken) is left where it is and not counted. */
const readable = (stored: unknown): HistoryEntry[] => (Array.isArray(stored) ? stored.filter((item): item is HistoryEntry => v.is(entrySchema, item)) : []);

/** Adds entries to their days. IndexedDB runs the change of one day as a transaction, so two windows cannot lose each other's. */
export async function keepHistory(entries: readonly HistoryEntry[], keepDays: number): Promise<void> {
  const days = store();
  for (const entry of entries) {
    await update<unknown[]>(dayOf(entry.time), (before) => [...(Array.isArray(before) ? before : []), entry], days);
  }
  const [latest] = entries;
  if (latest) await forgetBefore(latest.time - keepDays * dayLength);
}

/** All entries, oldest first. */
export async function readHistory(): Promise<readonly HistoryEntry[]> {
  const stored = await allEntries<string, unknown>(store());
  return stored.flatMap(([, entries]) => readable(entries)).sort((a, b) => a.time - b.time);
}

/** Forgets everything. @returns the way back */
export async function clearHistory(): Promise<Undo> {
  const days = store();
  const before = await allEntries<string, unknown>(days);
  await clear(days);
  return async () => {
    for (const [day, entries] of before)
      await update<unknown>(day, (since) => (Array.isArray(entries) && Array.isArray(since) ? [...entries, ...since] : (since ?? entries)), days);
  };
}

/** Forgets days before the one of `time`; all days with `Number.POSITIVE_INFINITY`. */
export async function forgetBefore(time: number): Promise<void> {
  const days = store();
  const limit = Number.isFinite(time) ? dayOf(Math.max(0, time)) : '9999-12-31';
  for (const [day] of await allEntries<string, unknown>(days)) if (String(day) < limit) await del(day, days);
}
