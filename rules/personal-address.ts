import { isAcquainted } from '../core/acquaintance';
import type { Message, MessageValue } from '../core/message';
import type { ComposeObservation, Recipient } from '../core/observation';
import type { Detail, Fact, Severity } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf, wordsOf } from '../core/text';
import { domainOf } from '../mail/addresses';
import { isUnfinished } from '../mail/conversation';
import { standingOfDomain } from '../mail/domains';
import { looksLikeSamePerson, type Mailbox } from '../mail/likeness';
import { isPersonalMail } from '../mail/personal-mail';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({
  key: `personal-address.${name}`,
  ...(values && { values }),
});

interface PersonalRecipient {
  readonly address: string;
  readonly recipient: Recipient;
  /** Looks like the sender's own. */
  readonly own: boolean;
  /** Has been part of this conversation or was written to before, so that the message tells them little that is new. */
  readonly inThread: boolean;
}

/**
 * Work goes to a personal mailbox.
 *
 * Public bodies write to people at home all day, and answering them is the job: someone who is in the conversation already, or whom the person
 * has written to before, is news only when the message brings a file, and then a quiet note. The sender's own mailbox is what the guidance forbids, so it always counts.
 * Someone who writes from a personal account writes to friends; what work does there is another rule's matter.
 */
export default defineRule({
  id: 'personal-address',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  guidance: ['rw-personal-email', 'rw-official-equipment'],
  stories: ['cb-why-staff'],
  check(observation, context) {
    const isPersonal = (address: string): boolean => {
      const domain = domainOf(address);
      return isPersonalMail(domain, context.personalDomains) && standingOfDomain(domain, context.organisation) === 'outside';
    };
    const { account } = observation;
    if (account && isPersonal(account.address)) return null;

    const sender: Mailbox | null = account && { address: account.address, name: account.name && wordsOf(account.name) };
    const { own: ownDomains, trusted } = context.organisation;
    const listed = [...ownDomains, ...trusted];
    const found = new Map<string, PersonalRecipient>();
    for (const recipient of observation.recipients.items) {
      const { address, name } = recipient;
      if (address === null || found.has(address) || !isPersonal(address) || isUnfinished(recipient, listed)) continue;
      const own = sender !== null && looksLikeSamePerson(sender, { address, name: name && wordsOf(name) });
      found.set(address, {
        address,
        recipient,
        own,
        inThread: wasInThread(observation, recipient) || isAcquainted(address, context.acquaintances, context.now),
      });
    }

    const files = observation.attachments.items;
    const own = [...found.values()].filter((candidate) => candidate.own);
    const fresh = [...found.values()].filter((candidate) => !candidate.own && !candidate.inThread);
    const known = [...found.values()].filter((candidate) => !candidate.own && candidate.inThread);
    const told = [...own, ...fresh, ...(files.length > 0 ? known : [])];
    const [first, ...others] = told;
    if (!first) return null;

    const severity = severityOf(own.length > 0, fresh.length > 0, files.length > 0);
    const facts: Fact[] = [
      {
        name: 'address',
        message:
          others.length > 0
            ? said('addresses', { address: pageTextOf(first.address), count: others.length })
            : said('address', { address: pageTextOf(first.address) }),
        count: told.length,
      },
      ...(own.length > 0 ? [{ name: 'own-mailbox', message: said('own-mailbox') }] : []),
      ...(files.length > 0 ? [{ name: 'files', message: said('files', { count: files.length, name: files[0]?.name ?? '' }), count: files.length }] : []),
    ];
    const details: Detail[] = [
      ...others.map(({ address }) => ({ message: said('address', { address: pageTextOf(address) }) })),
      ...files.slice(1).map(({ name }) => ({ message: said('detail-file', { name }) })),
    ];
    return {
      severity,
      // A file for someone known is what casework is made of.
      ...(own.length === 0 && fresh.length === 0 ? { quiet: true as const } : {}),
      titles:
        own.length > 0 ? [said('title-own'), said('title-own-question'), said('title-own-work')] : [said('title'), said('title-question'), said('title-work')],
      line: own.length > 0 ? said('line-own') : said('line', { count: told.length }),
      facts,
      details,
      subject: [...told.map(({ address }) => address).sort(), ...(files.length > 0 ? ['with files'] : [])].join('\n'),
    };
  },
});

function severityOf(own: boolean, fresh: boolean, files: boolean): Severity {
  if (own) return 'serious';
  return fresh && files ? 'caution' : 'note';
}

/** Whether this recipient wrote or received an earlier message of this conversation, as far as the page shows it. */
function wasInThread({ replyMode, initialRecipients, thread }: ComposeObservation, { address, name }: Recipient): boolean {
  const isReply = replyMode === 'reply' || replyMode === 'reply-all' || replyMode === 'reply-or-forward';
  if (isReply && initialRecipients?.some((initial) => initial.address === address)) return true;
  const wanted = name && wordsOf(name).toLowerCase();
  return thread.participants.some(
    (participant) =>
      participant.address === address ||
      (participant.address === null && wanted !== null && participant.name !== null && wordsOf(participant.name).toLowerCase() === wanted),
  );
}
