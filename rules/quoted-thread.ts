import type { Message } from '../core/message';
import type { ComposeObservation, Recipient } from '../core/observation';
import type { Detail, Fact, RuleContext, Severity } from '../core/rule';
import { defineRule } from '../core/rule';
import { type PageText, pageTextOf, wordsOf } from '../core/text';
import type { Participant, Person, QuotedMessage, Thread } from '../core/thread';
import { domainOf, visibleText } from '../mail/addresses';
import { isUnfinished } from '../mail/conversation';
import { standingOf } from '../mail/domains';
import { isMailing } from '../mail/groups';
import { isPersonalMail } from '../mail/personal-mail';

type Organisation = RuleContext['organisation'];

const day = 86_400_000;

/** No card lists more; the rest is counted. */
const mostDetails = 200;
const mostPlaces = 20;

/**
 * Before a chain goes to someone new: who and what is further down.
 *
 * Speaks for a forward, and for a reply that gained people since it was opened. Stays silent where nothing is further down that the
 * sender has not just read: one message that goes to own people and names nobody outside but its writer, and every answer to the same people.
 * Such a message is a quiet note where it holds personal data. Addresses that send for a mailing or a machine are nobody outside.
 * A forward without recipients speaks when the chain itself is a reason (several messages, outside people, personal data): the moment of
 * pressing Forward is when a reminder is heeded (research file peers.md §3.3). Otherwise it waits for the first recipient.
 * Without the organisation's domains, the account's own domain stands in, unless it is a personal mail provider: then nobody is "outside".
 */
export default defineRule({
  id: 'quoted-thread',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  guidance: ['cb-chain', 'rw-outside-recipient'],
  check(observation, context) {
    const { thread } = observation;
    const count = thread.messages.length;
    if (count === 0) return null;
    const organisation = organisationOf(observation, context);
    const listed = organisation === null ? [] : [...organisation.own, ...organisation.trusted];
    const isOutside = (address: string): boolean => organisation !== null && standingOf(address, organisation) === 'outside';
    const own = observation.account?.address ?? null;
    const earlier = thread.participants.filter((person) => person.address === null || person.address !== own);
    const outside = earlier.filter(
      (person): person is Participant & { address: string } => person.address !== null && isOutside(person.address) && !isMailing(person.address),
    );
    const recipients = observation.recipients.items.filter((recipient) => recipient.address !== null || !recipient.typed);
    const added = newPeople(observation, recipients, earlier, own);
    const outsideRecipients = recipients.filter((recipient) => recipient.address !== null && isOutside(recipient.address) && !isUnfinished(recipient, listed));
    const personal = thread.personalData.reduce((sum, kind) => sum + kind.count, 0);

    const forward = isForward(observation);
    if (!forward && !(mayReply(observation) && added.length > 0)) return null;
    if (forward && recipients.length > 0 && added.length === 0 && knowsEveryone(thread)) return null;
    // Passing on the one letter that someone outside wrote is what a colleague's inbox is for.
    const everyday = forward && count === 1 && outsideRecipients.length === 0 && outside.length > 0 && outside.every((person) => wrote(person));
    if (everyday && personal === 0) return null;
    const chain = count > 1 || outside.length > 0 || personal > 0;
    if (!chain && !outsideRecipients.some((recipient) => added.includes(recipient))) return null;

    const strangers = new Set(outside.map(({ address }) => address));
    const facts: Fact[] = [];
    const [firstOutside] = outside;
    if (firstOutside) facts.push({ name: 'outside-people', count: outside.length, message: outsiders(outside) });
    if (added.length > 0 && (!forward || knowsEveryone(thread))) facts.push({ name: 'new-people', count: added.length, message: newcomers(added, count) });
    facts.push({ name: 'earlier-messages', count, message: said('earlier', { count, detail: [writersOf(thread)] }) });
    const span = spanOf(thread.messages);
    if (span) facts.push({ name: 'time-span', count: span.days, message: said(`span-${span.unit}`, { count: span.amount }) });
    if (personal > 0) facts.push({ name: 'personal-data', count: personal, message: said('personal', { kinds: thread.personalData.map(kindMessage) }) });
    const files = thread.carried.filter((carried) => carried.kind === 'file').length;
    const images = thread.carried.length - files;
    if (files > 0) facts.push({ name: 'carried-files', count: files, message: said('files', { count: files }) });
    else if (images > 0 && count > 0) facts.push({ name: 'carried-files', count: images, message: said('images', { count: images }) });

    // What the page keeps out of view is not "below".
    const [look, before] = [said('title-look', { count }), said('title-before', { count })];
    const below = !thread.messages.every(({ hidden }) => hidden);
    return {
      severity: severityOf(personal > 0, outsideRecipients.length > 0 || outside.length > 0),
      titles: forward && !below ? [look, before] : [said(forward ? 'title-forward' : 'title-reply', { count }), look, before],
      line: said('line', { count }),
      facts,
      details: [...thread.messages.slice(0, mostDetails).map((message) => messageDetail(message, strangers)), ...thread.personalData.flatMap(kindDetails)],
      subject: [
        count,
        outside.map((person) => person.address).join(' '),
        added.map((recipient) => recipient.address ?? nameOf(recipient)).join(' '),
        personal,
      ].join('\n'),
      ...(everyday ? { quiet: true as const } : {}),
    };
  },
});

const said = (name: string, values?: Message['values']): Message => ({ key: `quoted-thread.${name}`, ...(values ? { values } : {}) });

/** Whether a person wrote, and was written to nowhere. */
const wrote = ({ seen }: Participant): boolean => seen.every(({ role }) => role === 'from');

/** A chain among own people without personal data is daily work: worth a word while the day is quiet. */
function severityOf(personal: boolean, outside: boolean): Severity {
  if (personal && outside) return 'serious';
  return personal || outside ? 'caution' : 'note';
}

function organisationOf(observation: ComposeObservation, context: RuleContext): Organisation | null {
  if (context.organisation.own.length > 0) return context.organisation;
  const domain = observation.account ? domainOf(observation.account.address) : null;
  return domain === null || isPersonalMail(domain, context.personalDomains) ? null : { own: [domain], trusted: context.organisation.trusted };
}

/** Subject prefixes of forwards, where the page does not tell what the compose is (crisp-oss/email-forward-parser fixtures, 2025-02). */
const forwardSubject = /^\s*(?:fwd?|wg|tr|rv|enc|i|doorst|pd|vb|vs|vl|ymlaen|转发|轉寄|転送)\s?[:：]/i;

function isForward({ replyMode, subject, initialRecipients }: ComposeObservation): boolean {
  if (replyMode === 'forward') return true;
  if (replyMode !== 'reply-or-forward' && replyMode !== 'unknown') return false;
  if (forwardSubject.test(wordsOf(subject).slice(0, 40))) return true;
  // A reply opens with recipients, a forward without any.
  return replyMode === 'reply-or-forward' && initialRecipients !== null && initialRecipients.length === 0;
}

const mayReply = ({ replyMode }: ComposeObservation): boolean => replyMode !== 'new' && replyMode !== 'forward';

const nameOf = (one: { readonly name: PageText | null }): string => (one.name === null ? '' : visibleText(wordsOf(one.name)).toLowerCase());

/** Recipients whom the thread, and a reply's first recipients, do not know. A bare name that the thread knows is not new. */
function newPeople(observation: ComposeObservation, recipients: readonly Recipient[], earlier: readonly Person[], own: string | null): Recipient[] {
  const forward = isForward(observation);
  // What a reply was opened with is not known: then nobody can be called new, unless the thread names everyone.
  if (!forward && observation.initialRecipients === null && !knowsEveryone(observation.thread)) return [];
  const known = [...earlier, ...(forward ? [] : (observation.initialRecipients ?? []))];
  const addresses = new Set(known.map((person) => person.address));
  const names = new Set(known.map(nameOf));
  const seen = new Set<string>();
  return recipients.filter((recipient) => {
    const key = recipient.address ?? nameOf(recipient);
    if (recipient.address === own || seen.has(key)) return false;
    seen.add(key);
    if (recipient.address !== null && addresses.has(recipient.address)) return false;
    const name = nameOf(recipient);
    return name === '' || !names.has(name);
  });
}

/** Whether the newest message prints its recipients, so that who is missing there can be called new. An attribution prints none. */
const knowsEveryone = (thread: Thread): boolean => (thread.messages[0]?.to.length ?? 0) > 0;

interface Span {
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
  readonly amount: number;
  readonly days: number;
}

/** From the oldest to the newest date that could be understood; `null` where that is less than two days. */
function spanOf(messages: readonly QuotedMessage[]): Span | null {
  let oldest = Number.POSITIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  for (const { time } of messages) {
    if (time === null) continue;
    oldest = Math.min(oldest, time);
    newest = Math.max(newest, time);
  }
  const days = Math.round((newest - oldest) / day);
  if (!Number.isFinite(days) || days < 2) return null;
  if (days < 14) return { unit: 'days', amount: days, days };
  if (days < 60) return { unit: 'weeks', amount: Math.round(days / 7), days };
  if (days < 730) return { unit: 'months', amount: Math.round(days / 30.44), days };
  return { unit: 'years', amount: Math.floor(days / 365.25), days };
}

/** A person as a reader knows them: the name, or the address. */
const shown = (person: Person): PageText => {
  const name = person.name === null ? '' : visibleText(wordsOf(person.name));
  return pageTextOf((name || (person.address ?? '')).slice(0, 80));
};

/** Outside people are named with their address: the domain is what makes them outsiders. */
const addressed = (person: Person): PageText => pageTextOf((person.address ?? (person.name === null ? '' : wordsOf(person.name))).slice(0, 120));

function outsiders(all: readonly Person[]): Message {
  const [first, second] = all;
  const values = { count: all.length, first: first ? addressed(first) : '', second: second ? addressed(second) : '' };
  return said(all.length > 2 ? 'outside-more' : all.length === 2 ? 'outside-two' : 'outside-one', values);
}

/** Who is named nowhere further down: whether they know it from elsewhere, nobody can tell. `count` is of the messages. */
function newcomers(all: readonly Person[], count: number): Message {
  const [first, second] = all;
  const values = { count, people: all.length, first: first ? addressed(first) : '', second: second ? addressed(second) : '' };
  return said(all.length > 2 ? 'new-more' : all.length === 2 ? 'new-two' : 'new-one', values);
}

/** Every title says how many messages there are, so this says by how many people, or that there can be more. */
function writersOf({ messages, completeness }: Thread): Message {
  if (completeness === 'collapsed') return said('earlier-at-least');
  const writers = new Set(messages.flatMap(({ from }) => (from === null ? [] : [from.address ?? nameOf(from)])));
  return writers.size === 0 ? said('writers-unknown') : said('writers', { count: writers.size });
}

const kindMessage = ({ kind, count }: Thread['personalData'][number]): Message => ({ key: `personal-data.${kind}`, values: { count } });

function kindDetails({ kind, places }: Thread['personalData'][number]): Detail[] {
  return places
    .slice(0, mostPlaces)
    .map((place) => ({ message: { key: `personal-data.${kind}`, values: { count: 1 } }, place: { part: 'quoted', start: place.start, end: place.end } }));
}

/** @param outside addresses that the card counts as outside */
function messageDetail(message: QuotedMessage, outside: ReadonlySet<string>): Detail {
  const others = [...message.to, ...message.cc];
  const names = others.slice(0, 4).map((person) => wordsOf(shown(person)));
  const values = {
    from: message.from ? shown(message.from) : '',
    date: message.date ?? '',
    to: pageTextOf(names.join(', ')),
    more: others.length - names.length,
  };
  const key = `detail${message.from ? '' : '-unknown'}${message.date ? '-date' : ''}${names.length === 0 ? '' : others.length > names.length ? '-to-more' : '-to'}`;
  const outsiders = [message.from, ...others].filter((person) => person !== null && person.address !== null && outside.has(person.address)).length;
  return {
    message: said(key, values),
    ...(outsiders > 0 ? { note: said('detail-outside', { count: outsiders }) } : {}),
    place: { part: 'quoted', start: message.start, end: message.end },
  };
}
