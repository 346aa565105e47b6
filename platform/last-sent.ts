/** What is known about the message that went out last (storage.session: memory only). Written by the background, read by the popup. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type SentNote, sentNoteLasts } from '../core/report';

const key = 'lastSent';
const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
const schema = v.object({
  time: v.number(),
  site: v.string(),
  rules: v.array(v.string()),
  inside: count,
  outside: count,
}) as unknown as v.GenericSchema<SentNote>;

/** Keeps the note in place of the one before. */
export const keepLastSent = (note: SentNote): Promise<void> => browser.storage.session.set({ [key]: note });

/** The note, as long as it is of use; `null` otherwise. */
export async function readLastSent(now: number): Promise<SentNote | null> {
  const stored = await browser.storage.session.get(key).catch(() => ({}));
  const parsed = v.safeParse(schema, (stored as Record<string, unknown>)[key]);
  return parsed.success && now - parsed.output.time < sentNoteLasts ? parsed.output : null;
}
