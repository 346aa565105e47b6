/**
 * A message that was sent past an unanswered reminder, by a page that goes away with it: where the person is next, the line is said that this page
 * could not say any more. That is the next page of the same tab; the page around it where only a frame went; and where the window closed after Send,
 * the page that opened it, or else another one of the same site. A window that closes tells nothing any more (Chromium 156, November 2026), so the
 * press of Send is told, too. Background only, in storage.session (memory only): when, the page's origin, and what `SentNote` has.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { SentNote } from '../core/report';
import { type PageSender, type ServedPageRequest, tellPage } from './messages';
import { inTurn } from './turn';

/** For how long (ms) a page may follow: after Send was pressed, after the line came up on a page that is gone by now, after a page said that it goes. */
const lasts = { pressed: 20_000, asked: 5_000, left: 30_000 } as const;
/** A page that is stopped by a dialog of its own, or still loading, answers no sooner than that ends (ms): nobody waits behind it. */
const patienceMs = 2000;
/** `next` is for whichever page of the site comes next. */
const keyOf = (tab: number | 'next'): string => `sent-past.${tab}`;
const schema = v.object({
  state: v.picklist(['pressed', 'asked', 'left']),
  at: v.number(),
  origin: v.string(),
  opener: v.nullable(v.number()),
  frameId: v.number(),
});
type Kept = v.InferOutput<typeof schema> & { readonly note?: Note };
type Note = NonNullable<Extract<ServedPageRequest, { name: 'sending' }>['data']>;
type Wake = (tabId: number) => Promise<unknown>;

const keep = (tab: number | 'next', kept: Kept): Promise<void> => browser.storage.session.set({ [keyOf(tab)]: kept });
const forget = (tab: number | 'next'): Promise<void> => browser.storage.session.remove(keyOf(tab));
async function read(tab: number | 'next'): Promise<Kept | null> {
  const key = keyOf(tab);
  const stored = (await browser.storage.session.get(key))[key];
  return v.is(schema, stored) && Date.now() - stored.at < lasts[stored.state] ? stored : null;
}
/** Whether the page that comes into this tab now stands in place of the one that sent. */
const isGone = ({ state, frameId }: Kept): boolean => state === 'left' || frameId === 0;

type Tab = Pick<Browser.tabs.Tab, 'id' | 'url' | 'active' | 'incognito' | 'lastAccessed'>;
/** The browser tells addresses of pages that Second Glance may read, and of no others. */
const standsOn = ({ url }: Tab, origin: string): boolean => url !== undefined && URL.canParse(url) && new URL(url).origin === origin;
const tabOf = (tabId: number): Promise<Tab | null> => browser.tabs.get(tabId).catch(() => null);

/** Tells a tab's own page; where it has no engine yet, one is brought and asks. */
async function tell(tabId: number, kept: Kept, wake: Wake): Promise<void> {
  const late = new Promise<true>((resolve) => setTimeout(() => resolve(true), patienceMs));
  // Who answers late has been told; nobody there is known at once.
  if (await Promise.race([tellPage(tabId, { sentPast: true }), late])) return;
  await keep(tabId, { ...kept, state: 'left', at: Date.now() });
  void wake(tabId).catch(() => undefined);
}

/** The tab is gone: a page of the same site tells, best the one that opened it, or else the one that was looked at last. */
async function passOn(kept: Kept, wake: Wake): Promise<void> {
  const nearness = ({ id, active, lastAccessed = 0 }: Tab): readonly number[] => [Number(id === kept.opener), Number(active), lastAccessed];
  const nearer = (one: Tab, other: Tab): number =>
    nearness(other)
      .map((value, index) => value - (nearness(one)[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0;
  const [tab] = (await browser.tabs.query({})).filter((one) => !one.incognito && standsOn(one, kept.origin)).sort(nearer);
  if (tab?.id === undefined) await keep('next', { ...kept, state: 'left', at: Date.now() });
  else await tell(tab.id, kept, wake);
}

/** Send was pressed past a reminder; `null`: the person went on in that page. */
export const keepSending = ({ tabId, frameId, origin, opener }: PageSender, note: Note | null): Promise<void> =>
  inTurn('sent-past', () => (note ? keep(tabId, { state: 'pressed', at: Date.now(), origin, opener, frameId, note }) : forget(tabId)));

/** The message went out. @param past its page, or its frame, goes with it; otherwise it asks by itself */
export const keepSentPast = ({ tabId, frameId, origin, opener }: PageSender, past: boolean, wake: Wake): Promise<void> =>
  inTurn('sent-past', async () => {
    const kept: Kept = { state: past ? 'left' : 'asked', at: Date.now(), origin, opener, frameId };
    if (!past) {
      if (await read(tabId)) await keep(tabId, kept);
      return;
    }
    const tab = await tabOf(tabId);
    if (!tab) await passOn(kept, wake);
    else if (frameId === 0) await keep(tabId, kept);
    else {
      await forget(tabId);
      if (standsOn(tab, origin)) await tell(tabId, kept, wake);
    }
  });

/** A tab closed. @returns what is known about a message that went with it and that nobody has told of */
export const sendingTabGone = (tabId: number, wake: Wake): Promise<Omit<SentNote, 'time'> | null> =>
  inTurn('sent-past', async () => {
    const kept = await read(tabId);
    await forget(tabId);
    if (kept) await passOn(kept, wake);
    return kept?.state === 'pressed' ? (kept.note ?? null) : null;
  });

/** Whether the page that has just come into this tab is to be woken. */
export const awaitsSentLine = (tabId: number): Promise<boolean> =>
  inTurn('sent-past', async () => {
    const kept = await read(tabId);
    if (kept) return isGone(kept);
    const next = await read('next');
    const tab = next && (await tabOf(tabId));
    return tab !== null && standsOn(tab, next?.origin ?? '');
  });

/** Whether the page that asks is to say the line. Told once, and to no other site. */
export const takeSentPast = (tabId: number, origin: string): Promise<boolean> =>
  inTurn('sent-past', async () => {
    const kept = await read(tabId);
    if (kept && !isGone(kept)) return false;
    await forget(tabId);
    if (kept) return kept.origin === origin;
    if ((await read('next'))?.origin !== origin) return false;
    await forget('next');
    return true;
  });
