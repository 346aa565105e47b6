/** Who was part of a conversation before this message, and who is new to it. Pure. */
import type { Account, Attachment, ComposeObservation, Recipient } from '../core/observation';
import type { SentCounts } from '../core/report';
import type { RuleContext } from '../core/rule';
import { type PageText, wordsOf } from '../core/text';
import { domainOf, visibleText } from './addresses';
import { standingOf } from './domains';
import { isPersonalMail } from './personal-mail';

type Organisation = RuleContext['organisation'];

/**
 * The organisation to judge by: the one that was set, else the account's own domain stands in, unless it is a personal mail provider.
 * `null`: nobody can be called outside.
 */
export function organisationFor(account: Account | null, context: RuleContext): Organisation | null {
  if (context.organisation.own.length > 0) return context.organisation;
  const domain = account ? domainOf(account.address) : null;
  return domain === null || isPersonalMail(domain, context.personalDomains) ? null : { own: [domain], trusted: context.organisation.trusted };
}

/** A recipient with an address. */
export interface AddressedRecipient extends Recipient {
  readonly address: string;
}

/**
 * Whether an address that is still being typed says nothing yet: typing on could make its domain, or the end of it, one of the known ones
 * (`gmail.co` on the way to `gmail.com`, `digital.justice.gov` to `justice.gov.uk`), or its last label has one letter, which no top-level domain has.
 * @param known lower-case ASCII domains for which it would be wrong to take a half of them as a domain of its own
 */
export function isUnfinished({ address, typed }: Recipient, known: readonly string[]): boolean {
  if (!typed || address === null) return false;
  const labels = domainOf(address).split('.');
  if (labels.at(-1)?.length === 1) return true;
  return labels.some((_, from) => {
    const tail = labels.slice(from).join('.');
    // A last label alone (`com`) begins too many names; it counts where it is a whole label of a known domain (`gov` of `gov.uk`).
    return known.some((one) => one !== tail && one.startsWith(from > 0 && from === labels.length - 1 ? `${tail}.` : tail));
  });
}

/** Recipients with an address, each once. The sender's own address does not count. */
export function addressedRecipients({ recipients, account }: ComposeObservation): AddressedRecipient[] {
  const seen = new Set<string | null>([account?.address ?? null]);
  return recipients.items.filter((recipient): recipient is AddressedRecipient => {
    if (recipient.address === null || seen.has(recipient.address)) return false;
    seen.add(recipient.address);
    return true;
  });
}

/** Whether this message answers another one. Where the page does not tell, a thread below a list of first recipients does. */
export function isReply({ replyMode, initialRecipients, thread }: ComposeObservation): boolean {
  if (replyMode === 'reply' || replyMode === 'reply-all') return true;
  if (replyMode !== 'reply-or-forward' && replyMode !== 'unknown') return false;
  return thread.messages.length > 0 && (initialRecipients?.length ?? 0) > 0;
}

const nameOf = (name: PageText | null): string => (name === null ? '' : visibleText(wordsOf(name)).toLowerCase());

/**
 * Whether someone was part of this conversation before: among a reply's first recipients, or named further down.
 * A reply whose opening was missed counts everyone as known, because nobody can then be called new.
 */
export function wasPartOf(observation: ComposeObservation): (recipient: Recipient) => boolean {
  const reply = isReply(observation);
  const { initialRecipients, thread } = observation;
  const earlier = [...thread.participants, ...(reply ? (initialRecipients ?? []) : [])];
  const addresses = new Set(earlier.map(({ address }) => address));
  const names = new Set(earlier.map(({ name }) => nameOf(name)));
  return ({ address, name }) => {
    if (reply && initialRecipients === null && thread.participants.length === 0) return true;
    if (address !== null && addresses.has(address)) return true;
    const shown = nameOf(name);
    // The same name under another address is someone else until an address says otherwise.
    return shown !== '' && names.has(shown) && (address === null || earlier.some((one) => one.address === null && nameOf(one.name) === shown));
  };
}

/** Files that the person added, other than those that came along with the message. */
export const addedFiles = ({ attachments, replyMode }: ComposeObservation): readonly Attachment[] =>
  attachments.items.filter(({ origin }) => origin !== 'shown' || replyMode === 'new');

/** An address or name as a card shows it. */
export const shownRecipient = ({ address, name }: Recipient): string => (address ?? (name === null ? '' : visibleText(wordsOf(name)))).slice(0, 120);

/** How many people inside and outside the organisation a message goes to; trusted organisations are outside. */
export function sentCounts(observation: ComposeObservation, context: RuleContext): SentCounts {
  const organisation = organisationFor(observation.account, context);
  if (organisation === null || observation.recipients.completeness !== 'complete') return { inside: null, outside: null };
  const people = addressedRecipients(observation);
  const inside = people.filter(({ address }) => standingOf(address, organisation) === 'own').length;
  return { inside, outside: people.length - inside };
}
