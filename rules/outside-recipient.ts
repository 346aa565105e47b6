import { isAcquainted, isFamiliar } from '../core/acquaintance';
import type { Message, MessageValue } from '../core/message';
import type { Detail, Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf } from '../core/text';
import { domainOf } from '../mail/addresses';
import { type AddressedRecipient, addedFiles, addressedRecipients, isUnfinished, organisationFor, wasPartOf } from '../mail/conversation';
import { organisationOf, standingOf } from '../mail/domains';
import { isPersonalMail } from '../mail/personal-mail';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `outside-recipient.${name}`, ...(values && { values }) });

/**
 * Someone outside the organisation gets a file, or joins a conversation that was inside only.
 *
 * Files: only for people who are new to the conversation and to whom the person has not written before; a file for someone at a personal
 * mailbox is the matter of `personal-address`. Joining: only where everyone further down is own or trusted. Answering an outsider is never a finding.
 */
export default defineRule({
  id: 'outside-recipient',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 55,
  guidance: ['rw-outside-recipient'],
  stories: ['cb-why-victim', 'cb-why-staff'],
  check(observation, context) {
    const organisation = organisationFor(observation.account, context);
    if (organisation === null) return null;
    const isOutside = (address: string): boolean => standingOf(address, organisation) === 'outside';
    const listed = [...organisation.own, ...organisation.trusted];
    // Someone who writes from an outside account is not at work here.
    if (observation.account && isOutside(observation.account.address)) return null;

    const wasHere = wasPartOf(observation);
    const { thread, initialRecipients, recipients } = observation;
    const fresh = addressedRecipients(observation).filter(
      (recipient) => isOutside(recipient.address) && !wasHere(recipient) && !isUnfinished(recipient, listed),
    );
    if (fresh.length === 0) return null;

    const earlier = [...thread.participants, ...(thread.messages.length > 0 && observation.replyMode !== 'new' ? (initialRecipients ?? []) : [])];
    const insideOnly =
      observation.replyMode !== 'new' &&
      thread.messages.length > 0 &&
      thread.completeness !== 'unknown' &&
      earlier.some(({ address }) => address !== null && address !== observation.account?.address) &&
      earlier.every(({ address }) => address === null || !isOutside(address)) &&
      recipients.completeness !== 'unknown';
    const files = addedFiles(observation);
    const isPersonal = (address: string): boolean => isPersonalMail(domainOf(address), context.personalDomains);
    const isKnown = ({ address }: AddressedRecipient): boolean =>
      isAcquainted(address, context.acquaintances, context.now) ||
      (!isPersonal(address) && isFamiliar(organisationOf(domainOf(address)), context.acquaintances, context.now));
    // A domain that the conversation had already is no news.
    const organisations = new Set(earlier.flatMap(({ address }) => (address === null ? [] : [organisationOf(domainOf(address))])));
    const getFiles =
      files.length === 0 ? [] : fresh.filter((one) => !isPersonal(one.address) && !isKnown(one) && !organisations.has(organisationOf(domainOf(one.address))));
    const told = insideOnly ? fresh : getFiles;
    const [first] = told;
    if (!first) return null;

    const values = { count: told.length, name: pageTextOf(first.address) };
    const facts: Fact[] = [{ name: 'outside-people', count: told.length, message: said('outside', values) }];
    if (insideOnly) facts.push({ name: 'inside-thread', count: thread.messages.length, message: said('inside-thread', { count: thread.messages.length }) });
    if (files.length > 0) facts.push({ name: 'files', count: files.length, message: said('files', { count: files.length, name: files[0]?.name ?? '' }) });
    const kind = insideOnly ? 'joins' : 'file';
    return {
      severity: 'caution',
      titles: [said(`title-${kind}`, values), said('title-outside', values), said('title-right', values)],
      line: said(`line-${kind}`, values),
      facts,
      details: [
        ...told.slice(1, 20).map(({ address }): Detail => ({ message: said('detail', { name: pageTextOf(address) }) })),
        ...files.slice(1, 20).map(({ name }): Detail => ({ message: said('detail-file', { name }) })),
      ],
      subject: [kind, ...told.map(({ address }) => address).sort()].join('\n'),
    };
  },
});
