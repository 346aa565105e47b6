/**
 * Keeps the history on this computer (IndexedDB of the extension). Background and extension pages only: in a content script the
 * database would be the website's. One record per day, so that a write is small and old days go by their name.
 */
import { entries as allEntries, clear, createStore, delMany, get, type UseStore, update } from 'idb-keyval';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type HistoryEntry, outcomes } from '../core/history';
import type { Undo } from '../core/setting';
import { type Batch, type HistoryFailure, readWaiting, type Waiting, waitingKey } from './history-trouble';
import { inTurn } from './turn';

let opened: UseStore | undefined;
/** One connection for all; after a failure another one. */
const store = (): UseStore => {
  opened ??= createStore('second-glance-history', 'days');
  return opened;
};

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

/** So many messages wait at most; the earliest go first. */
const mostWaiting = 300;

const failureOf = (error: unknown): HistoryFailure => ((error as { readonly name?: unknown } | null)?.name === 'QuotaExceededError' ? 'full' : 'closed');

/**
 * Adds entries to their days, each day in one transaction, after all other changes to the history. What cannot be stored waits in memory for the next
 * time, and is told by `readHistoryTrouble`; nothing else is held up by it.
 * @param entries none: to try again with what waits
 */
export function keepHistory(entries: readonly HistoryEntry[], keepDays: number, sending?: number): Promise<void> {
  return inTurn('history', async () => {
    const before = await readWaiting();
    const batches = [...(before?.batches ?? []), ...(entries.length > 0 ? [{ entries, sending }] : [])];
    let done = 0;
    try {
      for (const batch of batches) {
        await add(batch, keepDays).catch((error: unknown) => {
          // The browser closes connections when it throws data away; another one may find an empty history, and room.
          opened = undefined;
          if (failureOf(error) === 'full') throw error;
          return add(batch, keepDays);
        });
        done += 1;
      }
      if (before) await browser.storage.session.remove(waitingKey);
    } catch (error) {
      opened = undefined;
      const waiting: Waiting = { why: failureOf(error), batches: batches.slice(done).slice(-mostWaiting) };
      await browser.storage.session.set({ [waitingKey]: waiting });
    }
  });
}

async function add({ entries, sending }: Batch, keepDays: number): Promise<void> {
  const days = store();
  let first = false;
  for (const day of new Set(entries.map(({ time }) => dayOf(time)))) {
    const fresh = entries.filter(({ time }) => dayOf(time) === day).map((entry) => (sending === undefined ? entry : { ...entry, sending }));
    const before = await get<unknown>(day, days);
    first ||= before === undefined;
    await update<unknown[]>(
      Array.isArray(before ?? []) ? day : besides(day),
      (now) => {
        const kept = Array.isArray(now) ? now : [];
        return sending !== undefined && kept.some((one) => (one as { readonly sending?: unknown } | null)?.sending === sending) ? kept : [...kept, ...fresh];
      },
      days,
    );
  }
  const [latest] = entries;
  // Once a day is enough. What cannot be forgotten now is forgotten then.
  if (first && latest) await forget(latest.time - keepDays * dayLength, days).catch(() => undefined);
}

/** All entries, oldest first. @throws Error when the browser does not open the history */
export async function readHistory(): Promise<readonly HistoryEntry[]> {
  const stored = await allEntries<string, unknown>(store()).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return stored.flatMap(([, entries]) => readable(entries)).sort((a, b) => a.time - b.time);
}

/** Forgets everything. @returns the way back */
export async function clearHistory(): Promise<Undo> {
  const days = store();
  const [before, waiting] = await inTurn('history', async () => {
    const all = await allEntries<string, unknown>(days);
    const waits = await readWaiting();
    await clear(days);
    await browser.storage.session.remove(waitingKey);
    return [all, waits] as const;
  });
  return () =>
    inTurn('history', async () => {
      await bringBack(before, days);
      if (waiting) await browser.storage.session.set({ [waitingKey]: waiting });
    });
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
