/**
 * A page that goes away with a message that was sent past an unanswered reminder: the next page of the same tab and site says the line that this one
 * could not. Background only, in storage.session (memory only): when, and the page's origin.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** The next page must have come within this time (ms). */
const lastsMs = 30_000;
const keyOf = (tabId: number): string => `sent-past.${tabId}`;
const schema = v.object({ at: v.number(), origin: v.string() });

const read = async (tabId: number) => {
  const parsed = v.safeParse(schema, (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)]);
  return parsed.success && Date.now() - parsed.output.at < lastsMs ? parsed.output : null;
};

export const forgetSentPast = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));
export const keepSentPast = (tabId: number, origin: string): Promise<void> =>
  browser.storage.session.set({ [keyOf(tabId)]: { at: Date.now(), origin } satisfies v.InferOutput<typeof schema> });
/** Whether the next page of this tab is to be woken. */
export const awaitsSentLine = async (tabId: number): Promise<boolean> => (await read(tabId)) !== null;

/** Whether the page that asks is to say the line. Told once, and to no other site. */
export async function takeSentPast(tabId: number, origin: string): Promise<boolean> {
  const kept = await read(tabId);
  await forgetSentPast(tabId);
  return kept?.origin === origin;
}
