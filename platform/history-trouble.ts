/** Entries that could not be stored yet: they wait in storage.session (memory only), and people are told. Written by `history`. */
import { browser } from 'wxt/browser';
import type { HistoryEntry } from '../core/history';

/** Entries of one message of a page. */
export interface Batch {
  /** Of that message: it counts once, however often it arrives. */
  readonly sending?: number | undefined;
  readonly entries: readonly HistoryEntry[];
}

/** `full`: the computer has no room; `closed`: the browser does not open the database. */
export type HistoryFailure = 'full' | 'closed';

/** Why entries are not in the history yet. They wait in storage.session (memory only). */
export interface HistoryTrouble {
  readonly why: HistoryFailure;
  /** Entries that wait. */
  readonly waiting: number;
}

export const waitingKey = 'history.waiting';
export interface Waiting {
  readonly why: HistoryFailure;
  readonly batches: readonly Batch[];
}
export const readWaiting = async (): Promise<Waiting | null> => ((await browser.storage.session.get(waitingKey))[waitingKey] as Waiting | undefined) ?? null;

/** What keeps the history from being kept; `null` where all is well. */
export async function readHistoryTrouble(): Promise<HistoryTrouble | null> {
  const waiting = await readWaiting().catch(() => null);
  return waiting && { why: waiting.why, waiting: waiting.batches.reduce((sum, { entries }) => sum + entries.length, 0) };
}

/** Calls back when entries begin to wait, and when they no longer do. @returns a function that stops it */
export function watchHistoryTrouble(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && waitingKey in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
