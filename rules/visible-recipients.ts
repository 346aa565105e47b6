import type { Message, MessageValue } from '../core/message';
import type { Fact } from '../core/rule';
import { defineRule } from '../core/rule';
import { domainOf } from '../mail/addresses';
import { addressedRecipients, isReply, isUnfinished, organisationFor, wasPartOf } from '../mail/conversation';
import { organisationOf, standingOf } from '../mail/domains';
import { isPersonalMail } from '../mail/personal-mail';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `visible-recipients.${name}`, ...(values && { values }) });

/** From so many on it is a mailing, and what it discloses is who is on it (HIV Scotland: 105, Tavistock: 1,718; `research/peers.md` §3.1). */
const mailing = 10;

/**
 * Many people in To and Cc who may not know one another see each other's addresses.
 *
 * Colleagues and partners on a list are daily life, and people in a reply have seen each other already: only outside people who are new to the
 * conversation count, people at home most of all, because a personal address tells who someone is.
 */
export default defineRule({
  id: 'visible-recipients',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  precedence: 30,
  guidance: ['rw-outside-recipient'],
  check(observation, context) {
    const wasHere = wasPartOf(observation);
    const reply = isReply(observation);
    const organisation = organisationFor(observation.account, context);
    const listed = organisation === null ? [] : [...organisation.own, ...organisation.trusted];
    const seen = addressedRecipients(observation).filter((recipient) => recipient.field !== 'bcc' && !isUnfinished(recipient, listed));
    const fresh = reply ? seen.filter((recipient) => !wasHere(recipient)) : seen;
    const isPersonal = (address: string): boolean => isPersonalMail(domainOf(address), context.personalDomains);
    const outside = fresh.filter(({ address }) => (organisation === null ? isPersonal(address) : standingOf(address, organisation) === 'outside'));
    const personal = outside.filter(({ address }) => isPersonal(address));
    // Someone who writes from home to a club shows nothing of work.
    if (observation.account && isPersonal(observation.account.address)) return null;
    const organisations = new Set(outside.filter(({ address }) => !isPersonal(address)).map(({ address }) => organisationOf(domainOf(address))));
    const groups = organisations.size + personal.length;

    const { visiblePeople, visiblePersonal } = context.thresholds;
    const enoughPersonal = personal.length >= visiblePersonal;
    // Two firms on one matter know each other, unless they send half their staff.
    const enoughOutside = outside.length >= visiblePeople && (groups >= 3 || (groups === 2 && outside.length >= 2 * visiblePeople));
    if (!enoughPersonal && !enoughOutside) return null;

    const count = seen.length;
    const facts: Fact[] = [{ name: 'visible-people', count, message: said('people', { count }) }];
    if (personal.length > 0) facts.push({ name: 'personal-mailboxes', count: personal.length, message: said('personal', { count: personal.length }) });
    if (organisations.size > 1) facts.push({ name: 'organisations', count: organisations.size, message: said('organisations', { count: organisations.size }) });
    facts.push({ name: 'bcc', message: said('bcc') });
    return {
      severity: personal.length >= mailing ? 'serious' : 'caution',
      titles: [said('title', { count }), said('title-each', { count }), said('title-question', { count })],
      line: said('line', { count }),
      facts,
      details: [],
      subject: outside
        .map(({ address }) => address)
        .sort()
        .join('\n'),
    };
  },
});
