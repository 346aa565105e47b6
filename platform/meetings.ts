/** Which meetings were reminded of, as salted numbers (storage.session: memory only, gone with the browser, or with the last private window). Background only. */
import { browser } from 'wxt/browser';
import { emptyMeetingMemory, type MeetingRecords, recordsToKeep, withRecords } from '../core/meeting';
import { forgetPrivateWindows, privateKey } from './private-windows';
import { inTurn } from './turn';

interface Kept {
  readonly salt: string;
  readonly records: MeetingRecords;
}

const keyOf = (incognito: boolean): string => (incognito ? privateKey('meetings') : 'meetings');

/** The salt of this browser session and the records; makes the salt when it is first asked for. */
export const readMeetings = (incognito: boolean): Promise<Kept> => inTurn('meetings', () => read(incognito));

/** Joins a page's records with those of other pages. */
export const keepMeetings = (records: MeetingRecords, incognito: boolean): Promise<void> =>
  inTurn('meetings', async () => {
    const before = await read(incognito);
    const all = withRecords(withRecords(emptyMeetingMemory, before.records), records).records;
    await browser.storage.session.set({ [keyOf(incognito)]: { salt: before.salt, records: recordsToKeep(all, Date.now()) } });
    if (incognito) await forgetPrivateWindows();
  });

async function read(incognito: boolean): Promise<Kept> {
  const key = keyOf(incognito);
  const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
  if (kept) return kept;
  const fresh: Kept = { salt: crypto.randomUUID(), records: {} };
  await browser.storage.session.set({ [key]: fresh });
  return fresh;
}
