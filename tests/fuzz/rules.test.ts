/** Whatever a page is said to show: no rule throws, and what it finds has all its words and counts that are counts. */
import fc from 'fast-check';
import { expect } from 'vitest';
import english from '../../assets/language/en.json';
import { evaluate } from '../../core/evaluate';
import type {
  ComposeObservation,
  Correspondent,
  MeetingObservation,
  MessageObservation,
  Observation,
  PageObservation,
  Recipient,
} from '../../core/observation';
import { type PageText, pageTextOf, wordsOf } from '../../core/text';
import type { Person, QuotedMessage, Thread } from '../../core/thread';
import { rules } from '../../engine/registry';
import { contextOf } from '../support/observations';
import { holesIn, words } from '../support/words';
import { fuzz, textOf } from './support';

const text: fc.Arbitrary<PageText> = textOf(
  [
    'Ann Smith',
    'Smith, Ann',
    'ann@justice.example',
    'password: Hunter22',
    'PIN is 4821',
    '\u202e',
    '\u2068',
    '{name}',
    '\n',
    ' ',
    'RE: ',
    'Fwd: ',
    '<b>',
    '😀',
    '\ud800',
    'All Staff',
    'https://justice.example/',
    'LS1 4AP',
  ],
  8,
).map(pageTextOf);
/** Something is to be seen: adapters give no blank names of people or files. */
const isSeen = (one: PageText): boolean => /[\p{L}\p{N}\p{P}\p{So}]/u.test(wordsOf(one));
const written = text.map((one) => (isSeen(one) ? one : pageTextOf('a.pdf')));
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
const domain = fc.constantFrom(
  'justice.example',
  'mail.justice.example',
  'justlce.example',
  'xn--justce-4va.example',
  'gmail.com',
  'googlemail.com',
  'police.example',
  'a.example',
  'co.uk',
  '[127.0.0.1]',
);
const local = fc.oneof(
  fc.constantFrom('ann', 'ann.smith', 'a.smith', 'all-staff', 'team', 'no-reply', 'ann+work', 'jane_smith', '-', '.', 'a'.repeat(64), 'zoë'),
  fc.string({ unit: fc.constantFrom(...'ab1.-_+'), minLength: 1, maxLength: 12 }),
);
const address = fc.tuple(local, domain).map(([name, host]) => `${name}@${host}`);
const completeness = fc.constantFrom('complete' as const, 'names-only' as const, 'collapsed' as const, 'unknown' as const);
const listOf = <T>(items: fc.Arbitrary<T>, maxLength = 12) => fc.record({ items: fc.array(items, { maxLength }), completeness });
/** Nobody is without an address and a name (`mail/addresses`), and a name has letters. */
const named = <P extends { readonly address: string | null; readonly name: PageText | null }>(one: P): P =>
  one.name !== null && isSeen(one.name) ? one : { ...one, name: null, address: one.address ?? 'ann@a.example' };
const person: fc.Arbitrary<Person & Correspondent> = fc.record({ address: maybe(address), name: maybe(text) }).map(named);
const field = fc.constantFrom('to' as const, 'cc' as const, 'bcc' as const);
const recipient: fc.Arbitrary<Recipient> = fc
  .record({ field, address: maybe(address), name: maybe(text), typed: fc.boolean(), group: maybe(fc.record({ members: maybe(fc.nat(100_000)) })) })
  .map(({ group, ...one }) => named(group ? { ...one, group } : one));
const time = fc.oneof(fc.constantFrom(0, -1, 8.64e15, Date.UTC(2026, 10, 21)), fc.integer({ min: -2e12, max: 4e12 }));
const account = maybe(fc.record({ address, name: maybe(text) }));
const place = fc.tuple(fc.nat(500), fc.nat(500)).map(([start, length]) => ({ start, end: start + length }));

const quoted: fc.Arbitrary<Omit<QuotedMessage, 'depth'>> = fc
  .record({
    from: maybe(person),
    onBehalfOf: maybe(person),
    to: fc.array(person, { maxLength: 6 }),
    cc: fc.array(person, { maxLength: 3 }),
    date: maybe(text),
    time: maybe(time),
    subject: maybe(text),
    forwarded: fc.boolean(),
    hidden: fc.boolean(),
    at: place,
  })
  .map(({ at, ...message }) => ({ ...message, ...at }));
const kinds = Object.keys(english).flatMap((key) => /^personal-data\.(?<kind>.+)$/.exec(key)?.groups?.['kind'] ?? []);
const thread: fc.Arbitrary<Thread> = fc
  .record({
    quotes: fc.array(quoted, { maxLength: 6 }),
    personalData: fc.array(fc.record({ kind: fc.constantFrom(...kinds), places: fc.array(place, { minLength: 1, maxLength: 4 }) }), { maxLength: 3 }),
    carried: fc.array(fc.record({ kind: fc.constantFrom('file' as const, 'image' as const), name: maybe(written) }), { maxLength: 3 }),
    text,
    completeness,
  })
  .map(({ quotes, personalData, ...rest }) => {
    const messages = quotes.map((one, index) => ({ ...one, depth: index + 1 }));
    const participants = messages.flatMap(({ from, to, cc }, message) =>
      [
        ...(from ? [{ one: from, role: 'from' as const }] : []),
        ...to.map((one) => ({ one, role: 'to' as const })),
        ...cc.map((one) => ({ one, role: 'cc' as const })),
      ].map(({ one, role }) => ({ ...one, seen: [{ message, role }] })),
    );
    return { ...rest, messages, participants, personalData: personalData.map((one) => ({ ...one, count: one.places.length })) };
  });

const compose: fc.Arbitrary<ComposeObservation> = fc.record({
  surface: fc.constant('compose' as const),
  replyMode: fc.constantFrom('new' as const, 'reply' as const, 'reply-all' as const, 'forward' as const, 'reply-or-forward' as const, 'unknown' as const),
  account,
  recipients: listOf(recipient, 30),
  initialRecipients: maybe(fc.array(recipient, { maxLength: 6 })),
  subject: text,
  authored: text,
  thread,
  attachments: listOf(
    fc.record({ name: written, origin: fc.constantFrom('picked' as const, 'dropped' as const, 'pasted' as const, 'cloud' as const, 'shown' as const) }),
    5,
  ),
});
const state = fc.constantFrom('on' as const, 'off' as const, 'unknown' as const);
const output = fc.constantFrom('headset' as const, 'loudspeakers' as const, 'unknown' as const);
const meeting: fc.Arbitrary<MeetingObservation> = fc.record({
  surface: fc.constant('meeting' as const),
  phase: fc.constantFrom('launcher' as const, 'pre-join' as const, 'waiting' as const, 'in-meeting' as const, 'ended' as const, 'unknown' as const),
  code: maybe(fc.string({ maxLength: 20 })),
  camera: state,
  microphone: state,
  hearing: fc.record({ output, outputLabel: maybe(written), outputBefore: output }),
  share: fc.record({
    state: fc.constantFrom('off' as const, 'about-to' as const, 'on' as const, 'unknown' as const),
    what: fc.constantFrom('screen' as const, 'window' as const, 'tab' as const, 'unknown' as const),
    since: maybe(time),
  }),
});
const message: fc.Arbitrary<MessageObservation> = fc.record({
  surface: fc.constant('message' as const),
  account,
  sender: maybe(person),
  onBehalfOf: maybe(person),
  replyTo: listOf(person, 3),
  recipients: listOf(fc.record({ address: maybe(address), name: maybe(text), field }).map(named), 6),
  links: listOf(
    fc.record({
      shown: text,
      host: maybe(domain),
      target: fc.oneof(
        text,
        domain.map((host) => pageTextOf(`https://${host}/?url=https%3A%2F%2Fevil.example%2F%`)),
      ),
    }),
    8,
  ),
  mailing: fc.constantFrom('yes' as const, 'unknown' as const),
  warned: fc.constantFrom('yes' as const, 'unknown' as const),
  nameElsewhere: fc.array(address, { maxLength: 3 }),
});
const page: fc.Arbitrary<PageObservation> = fc.record({
  surface: fc.constant('page' as const),
  printing: maybe(
    fc.record({
      moment: fc.constantFrom('about-to' as const, 'started' as const),
      what: fc.constantFrom('message' as const, 'thread' as const, 'unknown' as const),
      since: time,
    }),
  ),
  leftUnlocked: maybe(fc.record({ minutes: fc.nat(100_000), until: time })),
});
const context = fc
  .record({
    own: fc.array(domain, { maxLength: 3 }),
    trusted: fc.array(domain, { maxLength: 2 }),
    personal: fc.array(domain, { maxLength: 1 }),
    groups: fc.array(address, { maxLength: 2 }),
    known: fc.array(address, { maxLength: 3 }),
    now: time,
    sharingScreen: fc.boolean(),
  })
  .map(contextOf);

fuzz(
  'rules: none throws on any observation, and what is found has all its words',
  fc.tuple(fc.oneof({ weight: 4, arbitrary: compose as fc.Arbitrary<Observation> }, { weight: 3, arbitrary: message }, meeting, page), context),
  ([observation, given]) => {
    const broken: string[] = [];
    const found = evaluate(rules, observation, given, (id) => broken.push(id));
    expect(broken).toEqual([]);
    for (const finding of found) {
      expect(holesIn(finding), finding.rule.id).toEqual([]);
      for (const one of [...finding.titles, finding.line, ...finding.facts.map((fact) => fact.message)])
        expect(words(one)).not.toMatch(/\b(?:NaN|undefined|Infinity|Invalid Date)\b/);
      for (const { count } of finding.facts) if (count !== undefined) expect(Number.isInteger(count) && count >= 0, finding.rule.id).toBe(true);
      for (const { place } of finding.details) if (place) expect(place.start >= 0 && place.start <= place.end).toBe(true);
    }
  },
  300,
);
