/** Short ways to write observations and contexts in tables of cases. */
import type { Attachment, ComposeObservation, Recipient, RecipientField, ReplyMode } from '../../core/observation';
import type { RuleContext } from '../../core/rule';
import { pageTextOf } from '../../core/text';
import type { Thread } from '../../core/thread';
import { normaliseAddress } from '../../mail/addresses';

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

export const contextOf = ({
  own = ['justice.example'],
  trusted = [] as string[],
  personal = [] as string[],
  now = Date.UTC(2026, 10, 21, 9),
}): RuleContext => ({
  now,
  organisation: { own, trusted },
  personalDomains: personal,
});
