import { isAcquainted } from '../core/acquaintance';
import type { Message, MessageValue } from '../core/message';
import type { Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf } from '../core/text';
import { type AddressedRecipient, addressedRecipients, isReply, organisationFor, shownRecipient, wasPartOf } from '../mail/conversation';
import { standingOf } from '../mail/domains';
import { groupKindOf } from '../mail/groups';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `reply-all-audience.${name}`, ...(values && { values }) });

/** Outsiders are overlooked among at least so many people, where they are fewer than half. */
const crowd = 5;
/** So many times the threshold is a large audience whoever they are. */
const large = 3;

/**
 * An answer goes to many people, to a list, or to an outsider whom one overlooks in the crowd.
 *
 * Outsiders who wrote earlier in the thread, or to whom the person has written before, are known to be there.
 * A team's address is part of daily life; a list, and everyone, is not.
 */
export default defineRule({
  id: 'reply-all-audience',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 60,
  guidance: ['cb-group-addresses', 'rw-outside-recipient'],
  check(observation, context) {
    if (!isReply(observation)) return null;
    const wasHere = wasPartOf(observation);
    const people = addressedRecipients(observation);
    const bareNames = observation.recipients.items.filter((recipient) => recipient.address === null && !recipient.typed);
    const count = people.length + bareNames.length;
    if (count < 2 && observation.replyMode !== 'reply-all') return null;

    const { acquaintances, now, thresholds } = context;
    const groups = [...people, ...bareNames].filter((recipient) => {
      if (!wasHere(recipient)) return false;
      const kind = groupKindOf(recipient);
      const listed = recipient.address !== null && context.groupAddresses.includes(recipient.address);
      if (kind === 'everyone' || (recipient.group?.members ?? 0) >= thresholds.replyAllPeople) return true;
      return (kind === 'list' || listed) && !(recipient.address !== null && isAcquainted(recipient.address, acquaintances, now));
    });

    const organisation = organisationFor(observation.account, context);
    const writers = new Set(observation.thread.messages.map(({ from }) => from?.address ?? null));
    const outside = organisation === null ? [] : people.filter(({ address }) => standingOf(address, organisation) === 'outside');
    const overlooked =
      count >= crowd && 2 * outside.length < count
        ? outside.filter((recipient) => !writers.has(recipient.address) && !isAcquainted(recipient.address, acquaintances, now) && wasHere(recipient))
        : [];

    const many = count >= thresholds.replyAllPeople;
    const [group] = groups;
    const [stranger] = overlooked;
    if (!many && !group && !stranger) return null;

    const facts: Fact[] = [];
    if (group) facts.push({ name: 'group', count: groups.length, message: said('group', { count: groups.length, name: pageTextOf(shownRecipient(group)) }) });
    if (stranger) facts.push({ name: 'outside-people', count: overlooked.length, message: outsideMessage(stranger, overlooked.length) });
    else if (outside.length > 0) facts.push({ name: 'outside-people', count: outside.length, message: said('outside-count', { count: outside.length }) });
    facts.unshift({ name: 'people', count, message: said('people', { count }) });
    const kind = group ? 'title-group' : many ? 'title' : 'title-outside';
    const values = {
      count: kind === 'title' ? count : kind === 'title-group' ? groups.length : overlooked.length,
      name: pageTextOf(shownRecipient(group ?? stranger ?? people[0] ?? bareNames[0] ?? nobody)),
    };
    return {
      severity: group || count >= large * thresholds.replyAllPeople ? 'caution' : 'note',
      titles: [said(kind, values), said('title-everyone', { count }), said('title-only', { count })],
      line: said(group ? 'line-group' : many ? 'line' : 'line-outside', values),
      facts,
      details: [...overlooked.slice(0, 20), ...groups.slice(1, 20)].map((recipient) => ({
        message: said('detail', { name: pageTextOf(shownRecipient(recipient)) }),
      })),
      subject: [...groups.map(shownRecipient), ...overlooked.map(({ address }) => address), ...(many ? ['many', ...people.map(({ address }) => address)] : [])]
        .sort()
        .join('\n'),
    };
  },
});

const nobody = { field: 'to', address: null, name: null, typed: false } as const;

const outsideMessage = (first: AddressedRecipient, count: number): Message => said('outside', { count, name: pageTextOf(first.address) });
