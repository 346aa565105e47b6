/**
 * Composed situations as a civil servant meets them, written by hand before the rules were run on them; the rules are measured on them
 * (`npm run accuracy -- rules`, `tests/corpus/corpus.test.ts`). Half of them are harmless and tempting. People and bodies are invented,
 * domains are real where the kind of domain is what matters.
 */
import type { ReplyMode } from '../../core/observation';

/** Lists of people are texts as a person would type them: `Ann Lee <ann.lee@justice.gov.uk>, bob@gmail.com`. */
export interface Given {
  readonly mode?: ReplyMode;
  /** The sending account; Jane Smith at the Ministry where nothing is said. */
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  /** First recipients of an answer; those it has now where nothing is said. */
  readonly began?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly files?: string;
  /** Earlier messages, newest first: `from > to, to`. */
  readonly thread?: readonly string[];
  /** Addresses and domains written to before. */
  readonly known?: string;
}

export interface Expected {
  /** Rules that must speak. None: harmless. */
  readonly speaks: readonly string[];
  /** Rules that may speak as well: reasonable people differ. */
  readonly may?: readonly string[];
}

/** What happens, which rules must speak (separated by spaces, those in brackets may), and how it looks. */
export type Situation = readonly [what: string, speaks: string, given: Given];

export const organisation = {
  own: ['justice.gov.uk', 'hmcts.net'],
  trusted: ['gov.uk', 'gov.wales', 'gov.scot', 'police.uk', 'nhs.uk', 'nhs.net', 'parliament.uk', 'judiciary.uk'],
};

export const sender = 'Jane Smith <jane.smith@justice.gov.uk>';

export function expectedOf([, speaks]: Situation): Expected {
  const words = speaks.split(' ').filter(Boolean);
  return { speaks: words.filter((word) => !word.startsWith('(')), may: words.filter((word) => word.startsWith('(')).map((word) => word.slice(1, -1)) };
}
