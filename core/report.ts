/** A report of something that went wrong, made by the person for the team that helps. Holds what they typed and counts; never content of a message. */
import type { Message } from './message';
import type { RuleId } from './rule';
import type { SiteId } from './site';

/** What went wrong with a message. */
export const sentKinds = ['wrong-recipient', 'wrong-file', 'earlier-messages', 'visible-recipients', 'personal-mailbox', 'other'] as const;
export type SentKind = (typeof sentKinds)[number];

/** How many people a message went to; `null` where the organisation's domains or the addresses are not known. */
export interface SentCounts {
  readonly inside: number | null;
  readonly outside: number | null;
}

/** What is known about a message that went out: counts and names of rules, never a word of it. */
export interface SentNote extends SentCounts {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly site: SiteId;
  /** Rules that had spoken about it. */
  readonly rules: readonly RuleId[];
}

/** So long (ms) a note is of use; then it is not shown any more. */
export const sentNoteLasts = 3_600_000;

const kinds: Readonly<Record<string, SentKind>> = {
  'personal-address': 'personal-mailbox',
  'quoted-thread': 'earlier-messages',
  'visible-recipients': 'visible-recipients',
};

/** What probably went wrong, by what the rules had said. */
export const likelyKind = (rules: readonly string[]): SentKind => rules.map((rule) => kinds[rule]).find((kind) => kind !== undefined) ?? 'wrong-recipient';

/**
 * What a mail site itself offers for taking a message back, as messages for the screen; a general hint for other sites.
 * Gmail: support.google.com/mail/answer/2819488 (5, 10, 20 or 30 seconds). Outlook: support.microsoft.com, "Recall or replace a sent email" and
 * "Delay or undo send" (same organisation on Microsoft 365; up to 10 seconds where it was switched on). Proton: proton.me/support/undo-send
 * (10 seconds, at most 20). All read in November 2026.
 */
export function recallOf(site: string | null): readonly Message[] {
  if (site === 'gmail') return [{ key: 'recall.gmail' }];
  if (site === 'outlook-web') return [{ key: 'recall.outlook-undo' }, { key: 'recall.outlook' }];
  if (site === 'proton-mail') return [{ key: 'recall.proton' }];
  return [{ key: 'recall.any' }];
}

export interface Report {
  /** The situation's title, as the person saw it. */
  readonly title: string;
  /** `null` where it is not about a message. */
  readonly sent: {
    readonly kind: SentKind;
    /** People in and outside the organisation who received it; `null` where the person does not know. */
    readonly inside: number | null;
    readonly outside: number | null;
    readonly recalled: 'yes' | 'no' | 'unknown';
  } | null;
  /** When it happened, in words. */
  readonly when: string;
  /** Rules that had spoken about it. */
  readonly rules: readonly string[];
  /** Where it happened, a product's name; `null` where that is not known. */
  readonly site: string | null;
  /** Further words of the person. */
  readonly more: string;
}

/** The report line by line. */
export function reportLines(report: Report): readonly Message[] {
  const { sent, when, site, more, rules } = report;
  const count = (name: string, people: number | null): Message =>
    people === null ? { key: `report.line.${name}-unknown` } : { key: `report.line.${name}`, values: { count: people } };
  return [
    { key: 'report.line.title', values: { title: report.title } },
    { key: 'report.line.when', values: { when } },
    ...(site === null ? [] : [{ key: 'report.line.site', values: { site } }]),
    ...(sent === null
      ? []
      : [{ key: `report.kind.${sent.kind}` }, count('inside', sent.inside), count('outside', sent.outside), { key: `report.line.recalled-${sent.recalled}` }]),
    ...(rules.length === 0 ? [] : [{ key: 'report.line.rules', values: { rules: rules.map((rule) => ({ key: `rule.${rule}.name` })) } }]),
    ...(more.trim() === '' ? [] : [{ key: 'report.line.more', values: { more: more.trim() } }]),
  ];
}

/**
 * A link that opens a mail draft; nothing is sent by it.
 * @param body lines; mail wants them ended by CR LF (RFC 6068, section 5)
 */
export function draftLink(to: string, subject: string, body: readonly string[]): string {
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.join('\r\n'))}`;
}
