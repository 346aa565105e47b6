/** Which meetings were reminded of, as salted numbers (storage.session: memory only, gone with the browser). Background only. */
import { browser } from 'wxt/browser';
import { emptyMeetingMemory, type MeetingRecords, recordsToKeep, withRecords } from '../core/meeting';

interface Kept {
  readonly salt: string;
  readonly records: MeetingRecords;
}

const key = 'meetings';
let queue: Promise<unknown> = Promise.resolve();

/** The salt of this browser session and the records; makes the salt when it is first asked for. */
export function readMeetings(): Promise<Kept> {
  const next = queue.then(read);
  queue = next.catch(() => undefined);
  return next;
}

/** Joins a page's records with those of other pages. */
export function keepMeetings(records: MeetingRecords): Promise<void> {
  const next = queue.then(async () => {
    const before = await read();
    const all = withRecords(withRecords(emptyMeetingMemory, before.records), records).records;
    await browser.storage.session.set({ [key]: { salt: before.salt, records: recordsToKeep(all, Date.now()) } });
  });
  queue = next.catch(() => undefined);
  return next;
}

async function read(): Promise<Kept> {
  const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
  if (kept) return kept;
  const fresh: Kept = { salt: crypto.randomUUID(), records: {} };
  await browser.storage.session.set({ [key]: fresh });
  return fresh;
}
