/** Short ways to write observations and contexts in tables of cases. */

import { type AcquaintanceRecords, type Acquaintances, acquaintanceKey } from '../../core/acquaintance';
import type {
  Attachment,
  ComposeObservation,
  Correspondent,
  MessageLink,
  MessageObservation,
  Recipient,
  RecipientField,
  ReplyMode,
} from '../../core/observation';
import { defaultThresholds, type RuleContext, type Thresholds } from '../../core/rule';
import { pageTextOf } from '../../core/text';
import type { Thread } from '../../core/thread';
import { asciiDomain, normaliseAddress } from '../../mail/addresses';

export const emptyThread: Thread = { messages: [], participants: [], personalData: [], carried: [], text: pageTextOf(''), completeness: 'complete' };

/** `Ann <ann@x.example>`, `ann@x.example`, or a bare name. */
export function recipient(text: string, field: RecipientField = 'to', typed = false): Recipient {
  const [, name = '', inner] = /^(.*?)\s*(?:<([^>]*)>)?$/.exec(text) ?? [];
  const address = normaliseAddress(inner ?? name);
  return { field, address, name: name && name !== address ? pageTextOf(name) : null, typed };
}

export interface ComposeCase {
  readonly replyMode?: ReplyMode;
  readonly account?: string | null;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly initial?: readonly string[] | null;
  readonly subject?: string;
  readonly authored?: string;
  readonly thread?: Thread;
  readonly files?: readonly string[];
}

export function compose({
  replyMode = 'new',
  account = null,
  to = [],
  cc = [],
  bcc = [],
  initial = [],
  subject = '',
  authored = '',
  thread = emptyThread,
  files = [],
}: ComposeCase): ComposeObservation {
  const items = [...to.map((text) => recipient(text)), ...cc.map((text) => recipient(text, 'cc')), ...bcc.map((text) => recipient(text, 'bcc'))];
  const attachments: readonly Attachment[] = files.map((name) => ({ name: pageTextOf(name), origin: 'picked' }));
  const [, accountName = '', accountAddress] = /^(.*?)\s*(?:<([^>]*)>)?$/.exec(account ?? '') ?? [];
  return {
    surface: 'compose',
    replyMode,
    account: account === null ? null : { address: accountAddress ?? accountName, name: accountAddress ? pageTextOf(accountName) : null },
    recipients: { items, completeness: 'complete' },
    initialRecipients: initial === null ? null : initial.map((text) => recipient(text)),
    subject: pageTextOf(subject),
    authored: pageTextOf(authored),
    thread,
    attachments: { items: attachments, completeness: 'complete' },
  };
}

/** People and organisations that were written to before, each so many times. */
export function acquainted(who: readonly string[], times = 3, last = Date.UTC(2026, 10, 20, 9)): Acquaintances {
  const salt = 'salt-of-a-test';
  const records: AcquaintanceRecords = Object.fromEntries(who.map((one) => [acquaintanceKey(one, salt), { times, last }]));
  return { salt, records };
}

export const contextOf = ({
  own = ['justice.example'],
  trusted = [] as string[],
  personal = [] as string[],
  groups = [] as string[],
  thresholds = {} as Partial<Thresholds>,
  known = [] as string[],
  now = Date.UTC(2026, 10, 21, 9),
  sharingScreen = false,
}): RuleContext => ({
  now,
  organisation: { own, trusted },
  personalDomains: personal,
  groupAddresses: groups,
  thresholds: { ...defaultThresholds, ...thresholds },
  acquaintances: acquainted(known),
  sharingScreen,
});

/** An earlier thread: who wrote to whom, newest first, a day apart. */
export function threadOf(...messages: readonly { readonly from: string; readonly to?: readonly string[]; readonly daysAgo?: number }[]): Thread {
  const people = (texts: readonly string[] = []) => texts.map((text) => recipient(text)).map(({ address, name }) => ({ address, name }));
  const quoted = messages.map(({ from, to, daysAgo }, index) => ({
    from: people([from])[0] ?? null,
    to: people(to),
    cc: [],
    date: null,
    time: Date.UTC(2026, 10, 20, 9) - (daysAgo ?? index) * 86_400_000,
    subject: null,
    depth: index + 1,
    hidden: false,
    forwarded: false,
    start: index * 10,
    end: index * 10 + 9,
  }));
  const participants = quoted.flatMap(({ from, to }, message) => [
    ...(from ? [{ ...from, seen: [{ message, role: 'from' as const }] }] : []),
    ...to.map((one) => ({ ...one, seen: [{ message, role: 'to' as const }] })),
  ]);
  return { ...emptyThread, messages: quoted, participants };
}

export interface MessageCase {
  readonly account?: string | null;
  readonly from?: string | null;
  readonly behalf?: string;
  readonly replyTo?: string;
  readonly to?: readonly string[];
  /** `words → https://where.example/`; words alone for a link that goes where it says. */
  readonly links?: readonly string[];
  readonly mailing?: boolean;
  readonly warned?: boolean;
  /** Addresses under which the page has shown the sender's name. */
  readonly elsewhere?: readonly string[];
}

const correspondentOf = (text: string): Correspondent => {
  const [, name = '', inner] = /^(.*?)\s*(?:<([^<>]*)>)?$/.exec(text) ?? [];
  const address = normaliseAddress(inner ?? name);
  return { address, name: name && (inner !== undefined || address === null) ? pageTextOf(name) : null };
};

function linkOf(text: string): MessageLink {
  const [shown = '', target = shown] = text.split(' → ');
  const url = /^https?:/.test(target) ? target : `https://${target}/`;
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(url)?.[1] ?? '';
  return { shown: pageTextOf(shown), host: asciiDomain(host), target: pageTextOf(url) };
}

/** An open message. */
export function message({
  account = 'jane.smith@justice.example',
  from = 'Ann Other <ann@outside.example>',
  behalf,
  replyTo,
  to = ['jane.smith@justice.example'],
  links = [],
  mailing = false,
  warned = false,
  elsewhere = [],
}: MessageCase): MessageObservation {
  return {
    surface: 'message',
    account: account === null ? null : { address: correspondentOf(account).address ?? account, name: correspondentOf(account).name },
    sender: from === null ? null : correspondentOf(from),
    onBehalfOf: behalf === undefined ? null : correspondentOf(behalf),
    replyTo: { items: replyTo === undefined ? [] : [correspondentOf(replyTo)], completeness: replyTo === undefined ? 'unknown' : 'complete' },
    recipients: { items: to.map((one) => ({ field: 'to', ...correspondentOf(one) })), completeness: 'complete' },
    links: { items: links.map(linkOf), completeness: 'complete' },
    mailing: mailing ? 'yes' : 'unknown',
    warned: warned ? 'yes' : 'unknown',
    nameElsewhere: elsewhere,
  };
}
