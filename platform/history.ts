/**
 * Keeps the history on this computer (IndexedDB of the extension). Background and extension pages only: in a content script the
 * database would be the website's. One record per day, so that a write is small and old days go by their name.
 */
import { entries as allEntries, clear, createStore, delMany, get, type UseStore, update } from 'idb-keyval';
import * as v from 'valibot';
import { type HistoryEntry, outcomes } from '../core/history';
import type { Undo } from '../core/setting';
import { inTurn } from './turn';

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
/** Where a day goes whose own place holds something that is no list: a later version's, which stays. */
const besides = (day: string): string => `${day}+`;

/**
 * Adds entries to their days, each day in one transaction, after all other changes to the history.
 * @param sending id of the message that brought them: they are kept once, however often it arrives
 * @throws Error when the browser cannot store them (full)
 */
export function keepHistory(entries: readonly HistoryEntry[], keepDays: number, sending?: number): Promise<void> {
  const days = store();
  return inTurn('history', async () => {
    for (const day of new Set(entries.map(({ time }) => dayOf(time)))) {
      const fresh = entries.filter(({ time }) => dayOf(time) === day).map((entry) => (sending === undefined ? entry : { ...entry, sending }));
      const isList = Array.isArray((await get<unknown>(day, days)) ?? []);
      await update<unknown[]>(
        isList ? day : besides(day),
        (before) => {
          const kept = Array.isArray(before) ? before : [];
          return sending !== undefined && kept.some((one) => (one as { readonly sending?: unknown } | null)?.sending === sending) ? kept : [...kept, ...fresh];
        },
        days,
      );
    }
    const [latest] = entries;
    if (latest) await forget(latest.time - keepDays * dayLength, days);
  });
}

/** All entries, oldest first. */
export async function readHistory(): Promise<readonly HistoryEntry[]> {
  const stored = await allEntries<string, unknown>(store());
  return stored.flatMap(([, entries]) => readable(entries)).sort((a, b) => a.time - b.time);
}

/** Forgets everything. @returns the way back */
export async function clearHistory(): Promise<Undo> {
  const days = store();
  const before = await inTurn('history', async () => {
    const all = await allEntries<string, unknown>(days);
    await clear(days);
    return all;
  });
  return () => inTurn('history', () => bringBack(before, days));
}

/** Forgets days that are too old, also when nothing new comes. @returns the way back */
export async function forgetBefore(time: number): Promise<Undo> {
  const days = store();
  const gone = await inTurn('history', () => forget(time, days));
  return () => inTurn('history', () => bringBack(gone, days));
}

type Days = readonly (readonly [string, unknown])[];

async function forget(time: number, days: UseStore): Promise<Days> {
  const limit = dayOf(Math.max(0, time));
  const old = (await allEntries<string, unknown>(days)).filter(([day]) => String(day) < limit);
  await delMany(
    old.map(([day]) => day),
    days,
  );
  return old;
}

/** What came to these days since stays. */
async function bringBack(before: Days, days: UseStore): Promise<void> {
  for (const [day, entries] of before) {
    await update<unknown>(day, (since) => (Array.isArray(entries) && Array.isArray(since) ? [...entries, ...since] : (since ?? entries)), days);
  }
}
