/**
 * Every message between the parts of Second Glance: names, shapes, and checks at the receiving end.
 * A shape holds only numbers, booleans and closed sets of words. A field that could carry text of a page does not compile.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { outcomes } from '../core/history';
import type { MeetingRecords } from '../core/meeting';
import type { Printed } from '../core/observation';
import type { Dismissal, OutcomeOf, PageNews, ProblemPart, SnoozeLength, TabStatus } from '../core/ports';
import { type PrintSign, printedThings, printSigns } from '../core/printing';
import type { RuleId } from '../core/rule';
import type { SiteId } from '../core/site';
import type { PageText } from '../core/text';

/** Resolves to `never` wherever a shape would carry page text or any string that is not from a closed set. */
export type Portable<T> = T extends PageText
  ? never
  : T extends string
    ? string extends T
      ? never
      : T
    : T extends object
      ? { readonly [K in keyof T]: Portable<T[K]> }
      : T;

/** From a page's engine to the background. */
interface PageRequests {
  status: TabStatus;
  snooze: { readonly rules: readonly RuleId[]; readonly length: SnoozeLength };
  dismissed: { readonly rules: readonly RuleId[]; readonly how: Dismissal; readonly reasons: readonly number[] };
  'dealt-with': { readonly rules: readonly RuleId[]; readonly reasons: readonly number[] };
  'sent-to': { readonly keys: readonly number[] };
  shown: { readonly rule: RuleId };
  'make-quiet': { readonly rule: RuleId };
  open: { readonly page: 'help' | 'options' | 'sent' };
  sent: { readonly site: SiteId; readonly rules: readonly RuleId[]; readonly inside: number | null; readonly outside: number | null; readonly past: boolean };
  /** Send was pressed past an unanswered reminder; `null`: the person goes on here, so whatever became of it is told here. */
  sending: { readonly site: SiteId; readonly rules: readonly RuleId[]; readonly inside: number | null; readonly outside: number | null } | null;
  'keep-meetings': MeetingRecords;
  /** Whether this frame's meeting shows the person's screen. */
  sharing: boolean;
  outcomes: { readonly site: SiteId; readonly results: readonly OutcomeOf[] };
  /** A frame prints that does not show cards itself. */
  print: { readonly sign: PrintSign; readonly what: Printed };
  /** This page tells of a print now. */
  printing: true;
  /** It was seen here that the computer was left unlocked. */
  'left-unlocked-seen': true;
}
export type PageRequest = { [N in keyof PageRequests]: { readonly name: N; readonly data: Portable<PageRequests[N]> } }[keyof PageRequests];

const problems = ['drift', 'find', 'read', 'thread', 'rule', 'present', 'hold', 'settings', 'removed', 'elsewhere'] as const satisfies readonly ProblemPart[];
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/));
const ruleId = id as unknown as v.GenericSchema<RuleId>;
const siteId = id as unknown as v.GenericSchema<SiteId>;
const ruleIds = v.pipe(v.array(ruleId), v.maxLength(30));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

const status = v.object({
  site: v.nullable(siteId),
  composes: count,
  meeting: v.boolean(),
  problems: v.pipe(v.array(v.picklist(problems)), v.maxLength(20)),
});
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
/** One-way numbers (`core/one-way`). */
const numbers = v.pipe(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), v.maxLength(100));
const meetingRecords = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^\d{1,16}$/)), v.object({ reminded: time, settled: v.boolean(), inside: time })),
  v.check((records) => Object.keys(records).length <= 100),
);
const print = v.object({ sign: v.picklist(printSigns), what: v.picklist(printedThings) });
/** Of one sending of a message, so that it counts once however often it arrives. */
const sendingId = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const pageRequest = v.variant('name', [
  v.object({ name: v.literal('status'), data: status }),
  v.object({ name: v.literal('snooze'), data: v.object({ rules: ruleIds, length: v.picklist(['hour', 'today']) }) }),
  v.object({ name: v.literal('dismissed'), id: sendingId, data: v.object({ rules: ruleIds, how: v.picklist(['got-it', 'not-relevant']), reasons: numbers }) }),
  v.object({ name: v.literal('dealt-with'), data: v.object({ rules: ruleIds, reasons: numbers }) }),
  v.object({ name: v.literal('sent-to'), id: sendingId, data: v.object({ keys: numbers }) }),
  v.object({ name: v.literal('shown'), id: sendingId, data: v.object({ rule: ruleId }) }),
  v.object({ name: v.literal('make-quiet'), data: v.object({ rule: ruleId }) }),
  v.object({ name: v.literal('open'), data: v.object({ page: v.picklist(['help', 'options', 'sent']) }) }),
  v.object({
    name: v.literal('sent'),
    data: v.object({ site: siteId, rules: ruleIds, inside: v.nullable(people), outside: v.nullable(people), past: v.boolean() }),
  }),
  v.object({
    name: v.literal('sending'),
    data: v.nullable(v.object({ site: siteId, rules: ruleIds, inside: v.nullable(people), outside: v.nullable(people) })),
  }),
  v.object({ name: v.literal('keep-meetings'), data: meetingRecords }),
  v.object({ name: v.literal('sharing'), data: v.boolean() }),
  v.object({
    name: v.literal('outcomes'),
    id: sendingId,
    data: v.object({
      site: siteId,
      results: v.pipe(v.array(v.object({ rule: ruleId, strength: v.picklist(['quiet', 'nudge', 'confirm']), outcome: v.picklist(outcomes) })), v.maxLength(30)),
    }),
  }),
  /** Also from the sentinel. */
  v.object({ name: v.literal('print'), data: print }),
  v.object({ name: v.literal('printing'), data: v.literal(true) }),
  v.object({ name: v.literal('left-unlocked-seen'), data: v.literal(true) }),
  /** Asks what the page has to know of itself that happened before its engine came. */
  v.object({ name: v.literal('ask-page-news') }),
  /** Asks for an answer. */
  v.object({ name: v.literal('meetings') }),
  /** Asks whether the person shares the screen anywhere. */
  v.object({ name: v.literal('ask-sharing') }),
  /** Asks for what the person and the organisation have set, and what is remembered. */
  v.object({ name: v.literal('ask-situation') }),
  /** Asks for further parts of the engine (`platform/page-messages`); `true` when they have run. */
  v.object({ name: v.literal('parts'), data: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/))), v.maxLength(100)) }),
  /** From the sentinel, which sends it without this module to stay small. */
  v.object({ name: v.literal('wake') }),
]);

/** Where a message from a page came from. */
export interface PageSender {
  readonly tabId: number;
  readonly frameId: number;
  /** Of the frame's document; empty where the browser does not tell. */
  readonly origin: string;
  /** The tab that this one was opened from, where the browser tells and it is still there. */
  readonly opener: number | null;
  readonly incognito: boolean;
}

export type ServedPageRequest = v.InferOutput<typeof pageRequest>;

/** Firefox tells the address only. */
const originOf = ({ origin, url = '' }: Browser.runtime.MessageSender & { readonly origin?: string }): string =>
  origin ?? (URL.canParse(url) ? new URL(url).origin : '');

/**
 * Serves messages from pages. Anything that is not ours, not from a tab or not well formed is ignored.
 * What is served is always answered, with `null` where there is nothing to say: no answer means that the background ended.
 */
export function servePages(handle: (request: ServedPageRequest, sender: PageSender) => Promise<unknown>): void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id || sender.tab?.id === undefined || sender.frameId === undefined) return undefined;
    const parsed = v.safeParse(pageRequest, message);
    if (!parsed.success) return undefined;
    const { id: tabId, openerTabId: opener = null, incognito } = sender.tab;
    return handle(parsed.output, { tabId, frameId: sender.frameId, origin: originOf(sender), opener, incognito }).then(
      (answer) => answer ?? null,
      () => null,
    );
  };
  browser.runtime.onMessage.addListener(listener as never);
}

/** From an extension page or the background to the engine of one frame. */
export type EngineRequest = { readonly name: 'account-domain' | 'focus-nudge' | 'in-call-here' | 'sharing-here' | 'structure-report' };
/** Asks one frame's engine; `null` when there is none. */
export async function askEngine(tabId: number, frameId: number, request: EngineRequest): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, request, { frameId });
  } catch {
    return null;
  }
}

/** What the background tells engines of its own accord. */
export type Told =
  | { readonly name: 'sharing-changed' | 'call-in-other-frame'; readonly data: boolean }
  | { readonly name: 'page-news'; readonly data: PageNews }
  /** Match patterns that the browser took back. */
  | { readonly name: 'withdrawn'; readonly data: readonly string[] };

/** Tells the engines of all tabs, which have no other way to learn it: `storage.session` is closed to pages. */
export async function tellSharing(on: boolean): Promise<void> {
  const tabs = await browser.tabs.query({});
  const message: Told = { name: 'sharing-changed', data: on };
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : browser.tabs.sendMessage(id, message))));
}

/** Tells one frame's engine whether another frame of its tab reads a call. */
export async function tellFrame(tabId: number, frameId: number, callInOtherFrame: boolean): Promise<void> {
  const message: Told = { name: 'call-in-other-frame', data: callInOtherFrame };
  await browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);
}

/** Tells the engine of a tab's own page. Whether there is one. */
export async function tellPage(tabId: number, news: PageNews): Promise<boolean> {
  const message: Told = { name: 'page-news', data: news };
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 }).then(
    () => true,
    () => false,
  );
}

/** Tells the engines of all tabs' own pages. */
export async function tellAllPages(news: PageNews): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : tellPage(id, news))));
}

/** Tells the engines of all tabs that the browser took these hosts back. Each knows whether it stands on one; the background may not ask. */
export async function tellWithdrawn(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  const message: Told = { name: 'withdrawn', data: [...patterns] };
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : browser.tabs.sendMessage(id, message))));
}
