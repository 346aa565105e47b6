/** A report of something that went wrong, made by the person for the team that helps. Holds what they typed and counts; never content of a message. */
import type { Message } from './message';

/** What went wrong with a message. */
export const sentKinds = ['wrong-recipient', 'wrong-file', 'earlier-messages', 'visible-recipients', 'personal-mailbox', 'other'] as const;
export type SentKind = (typeof sentKinds)[number];

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
  /** Where it happened, a product's name; `null` where that is not known. */
  readonly site: string | null;
  /** Further words of the person. */
  readonly more: string;
}

/** The report line by line. */
export function reportLines(report: Report): readonly Message[] {
  const { sent, when, site, more } = report;
  const count = (name: string, people: number | null): Message =>
    people === null ? { key: `report.line.${name}-unknown` } : { key: `report.line.${name}`, values: { count: people } };
  return [
    { key: 'report.line.title', values: { title: report.title } },
    { key: 'report.line.when', values: { when } },
    ...(site === null ? [] : [{ key: 'report.line.site', values: { site } }]),
    ...(sent === null
      ? []
      : [{ key: `report.kind.${sent.kind}` }, count('inside', sent.inside), count('outside', sent.outside), { key: `report.line.recalled-${sent.recalled}` }]),
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
