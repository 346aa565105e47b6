import { describe, expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import { messageText } from '../../core/message';
import type { ComposeObservation } from '../../core/observation';
import type { Thread } from '../../core/thread';
import quotedThread from '../../rules/quoted-thread';
import { readAll } from '../mail/support';
import { type ComposeCase, compose, contextOf } from '../support/observations';

const catalog = { language: 'en-GB', entries: english };
const context = contextOf({ now: 0, own: ['justice.gov.uk'], trusted: ['hmcts.example'] });

const message = (from: string, to: string, rest = '') =>
  `\n________________________________\nFrom: ${from}\nSent: 14 March 2026 10:02\nTo: ${to}\nSubject: Visit\n\nText. ${rest}\n`;
const thread = (text: string): Thread => readAll(text).thread;

const inside = thread(message('Ann <ann@justice.gov.uk>', 'Me <me@justice.gov.uk>'));
const insideTwo = thread(
  message('Ann <ann@justice.gov.uk>', 'Me <me@justice.gov.uk>') +
    message('Bob <bob@justice.gov.uk>', 'Ann <ann@justice.gov.uk>').replace('14 March', '1 March'),
);
const fromOutside = thread(message('Carol <carol@charity.example>', 'Me <me@justice.gov.uk>'));
const withPersonalData = thread(
  message('Ann <ann@justice.gov.uk>', 'Me <me@justice.gov.uk>', 'Her number is AB 12 34 56 C, she lives at LS1 4AP, born 3 May 1984.'),
);
const deep = thread(
  message('Ann <ann@justice.gov.uk>', 'Me <me@justice.gov.uk>; Dan <dan@hmcts.example>') +
    message('Carol <carol@charity.example>', 'Ann <ann@justice.gov.uk>; Eve <eve@police.example>; Ffion').replace('14 March', '1 February') +
    message('Gwen <gwen@paper.example>', 'Carol <carol@charity.example>').replace('14 March 2026', '20 November 2025'),
);
const attribution = thread('On 14 March 2026 10:02, Ann <ann@justice.gov.uk> wrote:\n> Text\n');

const check = (one: ComposeCase & { subject?: string }, changes: Partial<typeof context> = {}) =>
  quotedThread.check(compose({ account: 'me@justice.gov.uk', ...one }) as ComposeObservation, { ...context, ...changes });

describe('speaks', () => {
  test.each<[string, ComposeCase]>([
    ['a chain forwarded outside', { replyMode: 'forward', thread: deep, to: ['x@other.example'] }],
    ['a chain forwarded inside: two messages are a chain', { replyMode: 'forward', thread: insideTwo, to: ['x@justice.gov.uk'] }],
    ['one message forwarded outside', { replyMode: 'forward', thread: inside, to: ['x@other.example'] }],
    ['one message with personal data forwarded inside', { replyMode: 'forward', thread: withPersonalData, to: ['x@justice.gov.uk'] }],
    ['at the moment of Forward, when the chain is reason enough', { replyMode: 'forward', thread: deep }],
    ['a reply that gained a person', { replyMode: 'reply', thread: insideTwo, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk', 'x@other.example'] }],
    [
      'a reply to all that gained a person in Bcc',
      { replyMode: 'reply-all', thread: insideTwo, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk'], bcc: ['x@other.example'] },
    ],
    ['reply or forward, opened without recipients', { replyMode: 'reply-or-forward', thread: insideTwo, initial: [], to: ['x@other.example'] }],
    ['unknown, with a forward in the subject', { replyMode: 'unknown', subject: 'Fwd: Visit', thread: insideTwo, initial: null, to: ['x@other.example'] }],
    ['one message of someone outside, to someone outside', { replyMode: 'forward', thread: fromOutside, to: ['x@other.example'] }],
    [
      'one message of someone outside who also wrote to others outside',
      { replyMode: 'forward', thread: thread(message('Carol <carol@charity.example>', 'Me <me@justice.gov.uk>; Eve <eve@police.example>')) },
    ],
    ['a forward of a thread that prints no recipients', { replyMode: 'forward', thread: attribution, to: ['x@other.example'] }],
  ])('%s', (_, one) => expect(check(one)).not.toBeNull());
});

describe('is silent', () => {
  test.each<[string, ComposeCase]>([
    ['nothing quoted', { replyMode: 'forward', to: ['x@other.example'] }],
    ['a new message with a pasted chain', { replyMode: 'new', thread: deep, to: ['x@other.example'] }],
    ['one own message forwarded inside', { replyMode: 'forward', thread: inside, to: ['x@justice.gov.uk'] }],
    ['one message of someone outside, no recipient yet', { replyMode: 'forward', thread: fromOutside }],
    ['one message of someone outside, to a colleague', { replyMode: 'forward', thread: fromOutside, to: ['x@justice.gov.uk'] }],
    ['a newsletter, no recipient yet', { replyMode: 'forward', thread: thread(message('Paper <no-reply@paper.example>', 'Readers <list@paper.example>')) }],
    ['one own message, no recipient yet', { replyMode: 'forward', thread: inside }],
    ['a plain reply', { replyMode: 'reply', thread: deep, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk'] }],
    ['a reply that lost a person', { replyMode: 'reply-all', thread: deep, initial: ['ann@justice.gov.uk', 'dan@hmcts.example'], to: ['ann@justice.gov.uk'] }],
    [
      'a reply to which someone of the thread was added',
      { replyMode: 'reply', thread: deep, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk', 'carol@charity.example'] },
    ],
    [
      'a reply to which someone of the thread was added by name',
      { replyMode: 'reply', thread: deep, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk', 'Ffion'] },
    ],
    [
      'a reply whose beginning was missed, and a thread that prints no recipients',
      { replyMode: 'reply', thread: attribution, initial: null, to: ['ann@justice.gov.uk', 'bob@justice.gov.uk'] },
    ],
    ['a forward back to the same people', { replyMode: 'forward', thread: deep, to: ['ann@justice.gov.uk', 'dan@hmcts.example'] }],
    ['half an address still being typed', { replyMode: 'reply', thread: deep, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk'] }],
    ['myself added', { replyMode: 'reply', thread: deep, initial: ['ann@justice.gov.uk'], to: ['ann@justice.gov.uk', 'me@justice.gov.uk'] }],
  ])('%s', (_, one) => expect(check(one)).toBeNull());
});

it('names facts in the order of what matters, with their numbers', () => {
  const finding = check({ replyMode: 'forward', thread: deep, to: ['x@other.example'] });
  expect(finding?.facts.map((fact) => [fact.name, fact.count])).toEqual([
    ['outside-people', 3],
    ['new-people', 1],
    ['earlier-messages', 3],
    ['time-span', 114],
  ]);
  expect(finding?.severity).toBe('caution');
});

it('is serious when outside people get personal data', () => {
  expect(check({ replyMode: 'forward', thread: withPersonalData, to: ['x@other.example'] })?.severity).toBe('serious');
  expect(check({ replyMode: 'forward', thread: withPersonalData, to: ['x@justice.gov.uk'] })?.severity).toBe('caution');
  const personal = check({ replyMode: 'forward', thread: withPersonalData, to: ['x@other.example'] })?.facts.find((fact) => fact.name === 'personal-data');
  expect(personal?.count).toBe(3);
  expect(personal && messageText(catalog, personal.message).replace(/[\u2068\u2069]/g, '')).toBe(
    'Further down: 1 National Insurance number, 1 date of birth and 1 postcode',
  );
});

it('is quiet where one letter from outside with personal data goes to colleagues', () => {
  const letter = thread(message('Carol <carol@charity.example>', 'Me <me@justice.gov.uk>', 'Her number is AB 12 34 56 C.'));
  expect(check({ replyMode: 'forward', thread: letter, to: ['x@justice.gov.uk'] })?.quiet).toBe(true);
  expect(check({ replyMode: 'forward', thread: letter, to: ['x@other.example'] })).toMatchObject({ severity: 'serious' });
  expect(check({ replyMode: 'forward', thread: letter, to: ['x@other.example'] })?.quiet).toBeUndefined();
});

it('without domains set, the account’s own domain stands in, and nobody is outside for a personal mailbox', () => {
  const none = { organisation: { own: [], trusted: [] } };
  expect(check({ replyMode: 'forward', thread: fromOutside, to: ['x@other.example'] }, none)?.facts[0]).toMatchObject({ name: 'outside-people', count: 1 });
  expect(check({ replyMode: 'forward', thread: deep, to: ['x@other.example'], account: 'me@gmail.com' }, none)?.facts.map((fact) => fact.name)).not.toContain(
    'outside-people',
  );
  expect(check({ replyMode: 'forward', thread: inside, to: ['x@other.example'], account: null }, none)).toBeNull();
});

it('a trusted organisation is not outside', () => expect(check({ replyMode: 'forward', thread: deep, to: ['x@justice.gov.uk'] })?.facts[0]?.count).toBe(3));

it('the subject changes when the reason changes, and only then', () => {
  const subject = (to: string[]) => check({ replyMode: 'forward', thread: deep, to })?.subject;
  expect(subject(['x@other.example'])).toBe(subject(['x@other.example']));
  expect(subject(['x@other.example'])).not.toBe(subject(['x@other.example', 'y@other.example']));
});

it('every message has its words, in every form', () => {
  for (const one of [deep, insideTwo, withPersonalData, attribution, thread('Yes\n\n> bare quote')]) {
    for (const to of [['x@other.example'], ['x@other.example', 'y@other.example'], ['x@other.example', 'y@other.example', 'z@other.example']]) {
      const finding = check({ replyMode: 'forward', thread: one, to });
      if (!finding) continue;
      for (const message of [
        ...finding.titles,
        finding.line,
        ...finding.facts.map((fact) => fact.message),
        ...finding.details.map((detail) => detail.message),
      ]) {
        expect(english).toHaveProperty([message.key]);
        expect(messageText(catalog, message)).not.toMatch(/[{}]|undefined|quoted-thread\./);
      }
    }
  }
});

test.each<[string, ComposeCase, string[]]>([
  [
    'several messages',
    { replyMode: 'forward', thread: insideTwo, to: ['x@justice.gov.uk'] },
    ['x@justice.gov.uk is not named in the earlier messages', '2 earlier messages. Written by 2 people', 'Written over 13 days'],
  ],
  [
    'one message',
    { replyMode: 'forward', thread: inside, to: ['x@other.example', 'y@other.example', 'z@other.example'] },
    ['3 people are not named in the earlier message, such as x@other.example and y@other.example', '1 earlier message. Written by 1 person'],
  ],
])('claims no more than the text shows: %s', (_, one, words) => {
  const finding = check(one) ?? expect.fail('silent');
  const plain = (message: (typeof finding.titles)[number]) => messageText(catalog, message).replace(/[\u2068\u2069]/g, '');
  expect(finding.facts.map((fact) => plain(fact.message))).toEqual(words);
  const count = finding.facts.find((fact) => fact.name === 'earlier-messages')?.count ?? 0;
  for (const title of finding.titles) expect(plain(title)).toMatch(count === 1 ? /earlier message(?!s)/ : new RegExp(`${count} earlier messages`));
});

it('lists every message with a place to jump to', () => {
  const details = check({ replyMode: 'forward', thread: deep, to: ['x@other.example'] })?.details ?? [];
  expect(details).toHaveLength(3);
  expect(details.map((detail) => messageText(catalog, detail.message).replace(/[\u2068\u2069]/g, ''))[1]).toBe(
    'Carol, 1 February 2026 10:02, to Ann, Eve, Ffion',
  );
  expect(details.every((detail) => detail.place && detail.place.end > detail.place.start)).toBe(true);
  const notes = details.map((detail) => (detail.note ? messageText(catalog, detail.note) : null));
  expect(notes).toEqual([null, '(2 outside)', '(2 outside)']);
});
