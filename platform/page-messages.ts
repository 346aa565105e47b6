/**
 * The page's side of `messages`: what an engine sends, asks and is told. Checked by hand: whatever runs in a page carries no schema library
 * (docs/decisions/0010). Only the browser's word for the sender counts, so a page can forge none of it.
 */
import { type Browser, browser } from 'wxt/browser';
import type { MeetingRecords } from '../core/meeting';
import type { PacingMemory } from '../core/pacing';
import type { PageNews } from '../core/ports';
import { printedThings, printSigns } from '../core/printing';
import type { EngineRequest, PageRequest, Told } from './messages';
import type { StoredSituation } from './situation';

/** How often a message is sent when the background ends before it has answered. */
const attempts = 4;

/**
 * Sends to the background. Never throws: the page goes on when the extension is gone.
 * A background that is stopped in the middle of its work is started again by the next attempt; the id keeps that from counting twice.
 */
export function notify(request: PageRequest): void {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  const sending = { ...request, id: (high % 2 ** 20) * 2 ** 32 + low };
  void deliver(sending).catch(() => undefined);
}

/** The background's answer; `undefined` when the extension was updated or removed while the page stayed open, or the background ends again and again. */
async function deliver(sending: object, left = attempts): Promise<unknown> {
  const answer: unknown = await browser.runtime.sendMessage(sending).catch(() => undefined);
  // Chromium rejects where the background ended before it took the message, and answers nothing where it ended at work.
  // Without an id the extension was updated or removed while the page stayed open; there is nobody left to tell.
  return answer === undefined && left > 1 && isThere() ? deliver(sending, left - 1) : answer;
}

const isThere = (): boolean => {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

/** From a private window: tells something and gives what it remembers from here on, which reaches it in no other way; `null` where nobody answers. */
export async function tellAndRemember(act: PageRequest): Promise<PacingMemory | null> {
  const answer: unknown = await browser.runtime.sendMessage(act).catch(() => null);
  return isObject(answer) && isObject(answer['snoozedUntil']) ? (answer as unknown as PacingMemory) : null;
}

/** The files of these names have run in this frame when it resolves; rejects when they did not come. */
export async function bringParts(names: readonly string[]): Promise<void> {
  if ((await deliver({ name: 'parts', data: names })) !== true) throw new Error('the parts did not come');
}

/** What the person and the organisation have set, and what is remembered: read and checked by the background. Rejects when it does not answer. */
export async function askSituation(): Promise<StoredSituation> {
  const answer = await deliver({ name: 'ask-situation' });
  if (!isObject(answer) || !isObject(answer['settings'])) throw new Error('no settings');
  return answer as unknown as StoredSituation;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isTime = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;

/** What the background remembers about meetings; empty where it does not answer. */
export async function askMeetings(): Promise<{ readonly salt: string; readonly records: MeetingRecords }> {
  const answer: unknown = await browser.runtime.sendMessage({ name: 'meetings' }).catch(() => null);
  if (isObject(answer) && typeof answer['salt'] === 'string' && answer['salt'].length >= 8 && isObject(answer['records']))
    return { salt: answer['salt'], records: answer['records'] as MeetingRecords };
  // Without an answer nothing is shared between pages: a key of this page alone will do.
  return { salt: crypto.randomUUID(), records: {} };
}

/** What one frame's engine answers to the background and the popup. */
export interface EngineAnswers {
  accountDomain(): string | null;
  focusNudge(): boolean;
  /** Whether the person is in the meeting of this frame, or at its door. */
  inCallHere(): boolean;
  /** Whether the meeting in this frame shows the person's screen. */
  sharingHere(): boolean;
  /** The page's structure with every text and attribute value removed (`page/structure-report`). */
  structureReport(): Promise<string>;
}

/**
 * Serves the questions that an engine answers. The answer to `account-domain` is the one text of a page that leaves it:
 * only when a person opened the popup, only to that popup, and only the domain (docs/decisions/0004).
 * @returns a function that stops serving
 */
export function serveEngine(answer: EngineAnswers): () => void {
  const answers: Readonly<Record<EngineRequest['name'], () => unknown>> = {
    'account-domain': answer.accountDomain,
    'focus-nudge': answer.focusNudge,
    'in-call-here': answer.inCallHere,
    'sharing-here': answer.sharingHere,
    'structure-report': answer.structureReport,
  };
  const listener = (message: unknown, sender: Browser.runtime.MessageSender, respond: (answer: unknown) => void): true | undefined => {
    if (sender.id !== browser.runtime.id || sender.tab || !isObject(message)) return undefined;
    const { name } = message;
    if (typeof name !== 'string' || !Object.hasOwn(answers, name)) return undefined;
    // An answer that fails is none.
    void new Promise((resolve) => resolve(answers[name as EngineRequest['name']]())).catch(() => null).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

/** Whether the person shares the screen in any tab; `false` where the background does not answer. */
export async function askSharing(): Promise<boolean> {
  return (await browser.runtime.sendMessage({ name: 'ask-sharing' }).catch(() => null)) === true;
}

/** News in the shape that a page can use; anything else is no news. */
function newsOf(data: unknown): PageNews | null {
  if (!isObject(data)) return null;
  const { print, leftUnlocked, sentPast } = data;
  const isPrint = isObject(print) && printSigns.includes(print['sign'] as never) && printedThings.includes(print['what'] as never);
  const isLeft = isObject(leftUnlocked) && isTime(leftUnlocked['minutes']) && isTime(leftUnlocked['until']);
  return {
    ...(isPrint || print === null ? { print: print as PageNews['print'] } : {}),
    ...(isLeft || leftUnlocked === null ? { leftUnlocked: leftUnlocked as PageNews['leftUnlocked'] } : {}),
    ...(typeof sentPast === 'boolean' ? { sentPast } : {}),
  };
}

/** What happened to this page before its engine came; `null` for nothing. */
export async function askPageNews(): Promise<PageNews | null> {
  return newsOf(await browser.runtime.sendMessage({ name: 'ask-page-news' }).catch(() => null));
}

function watchTold(name: Told['name'], callback: (data: unknown) => void): () => void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
    if (sender.id !== browser.runtime.id || sender.tab || !isObject(message) || message['name'] !== name) return;
    try {
      callback(message['data']);
    } catch {
      // Nobody is told of what fails in here, the background least of all.
    }
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

/** Calls back when the person starts or stops sharing the screen. @returns a function that stops it */
export const watchSharing = (callback: (on: boolean) => void): (() => void) => watchTold('sharing-changed', (on) => callback(on === true));

/** Calls back with the hosts that the browser took back. @returns a function that stops it */
export const watchWithdrawn = (callback: (patterns: readonly string[]) => void): (() => void) =>
  watchTold('withdrawn', (patterns) => {
    if (Array.isArray(patterns)) callback(patterns.filter((pattern) => typeof pattern === 'string'));
  });

/** Calls back with whether another frame of this tab reads a call. @returns a function that stops it */
export const watchOtherFrames = (callback: (call: boolean) => void): (() => void) => watchTold('call-in-other-frame', (call) => callback(call === true));

/** Calls back with what this page has to know of itself. @returns a function that stops it */
export const watchPageNews = (callback: (news: PageNews) => void): (() => void) =>
  watchTold('page-news', (data) => {
    const news = newsOf(data);
    if (news) callback(news);
  });
