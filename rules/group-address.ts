import { isAcquainted } from '../core/acquaintance';
import type { Message, MessageValue } from '../core/message';
import type { Recipient } from '../core/observation';
import type { Detail, Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { pageTextOf } from '../core/text';
import { addedFiles, isReply, shownRecipient, wasPartOf } from '../mail/conversation';
import { type GroupKind, groupKindOf } from '../mail/groups';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `group-address.${name}`, ...(values && { values }) });

/** A group of so many (Outlook's large-audience tip starts at 25) is news whatever it is called. */
const largeGroup = 25;

interface Group {
  readonly recipient: Recipient;
  readonly kind: GroupKind | 'listed';
  readonly members: number | null;
}

const isLarge = ({ kind, members }: Group): boolean => kind === 'everyone' || (members ?? 0) >= largeGroup;

/** @param carries files, or the earlier messages of a forward, go along */
function isNews(group: Group, known: boolean, carries: boolean): boolean {
  if (isLarge(group)) return true;
  if (group.kind === 'listed') return !known || carries;
  return !known && (group.kind !== 'shared' || carries);
}

/**
 * A recipient is a group, list or shared mailbox: who is on it?
 *
 * Civil servants write to their team's address all day, so a group that was written to before is no news; one that reaches everyone is, each time.
 * A shared mailbox is a public door and counts only when files or earlier messages go through it for the first time.
 * Groups that a conversation already had are the matter of `reply-all-audience`.
 */
export default defineRule({
  id: 'group-address',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 80,
  guidance: ['cb-group-addresses'],
  check(observation, context) {
    const reply = isReply(observation);
    const wasHere = wasPartOf(observation);
    const files = addedFiles(observation);
    const carries = files.length > 0 || (!reply && observation.thread.messages.length > 0);
    const isKnown = (address: string | null): boolean => address !== null && isAcquainted(address, context.acquaintances, context.now);

    const groups: Group[] = [];
    const seen = new Set<string>();
    for (const recipient of observation.recipients.items) {
      const key = shownRecipient(recipient);
      if (seen.has(key) || (recipient.typed && recipient.address === null) || (reply && wasHere(recipient))) continue;
      seen.add(key);
      const listed = recipient.address !== null && context.groupAddresses.includes(recipient.address);
      const kind = listed ? 'listed' : groupKindOf(recipient);
      if (kind === null) continue;
      const members = recipient.group?.members ?? null;
      const group: Group = { recipient, kind, members };
      if (isNews(group, isKnown(recipient.address), carries)) groups.push(group);
    }
    const ordered = [...groups.filter(isLarge), ...groups.filter((group) => !isLarge(group))];
    const [first] = ordered;
    if (!first) return null;

    const values = { count: ordered.length, name: pageTextOf(shownRecipient(first.recipient)) };
    const facts: Fact[] = [{ name: 'group', count: ordered.length, message: said(first.kind, values) }];
    if (first.members !== null) facts.push({ name: 'members', count: first.members, message: said('members', { count: first.members }) });
    if (files.length > 0) facts.push({ name: 'files', count: files.length, message: said('files', { count: files.length }) });
    const details = ordered.slice(1, 20).map(({ recipient }): Detail => ({ message: said('detail', { name: pageTextOf(shownRecipient(recipient)) }) }));
    const caution = isLarge(first) && !(isKnown(first.recipient.address) && !carries);
    return {
      severity: caution ? 'caution' : 'note',
      titles: [said('title', values), said('title-who', values), said('title-readers', values)],
      line: said('line', values),
      facts,
      details,
      subject: ordered
        .map(({ recipient }) => shownRecipient(recipient))
        .sort()
        .join('\n'),
    };
  },
});
