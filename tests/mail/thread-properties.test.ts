import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { wordsOf } from '../../core/text';
import { parsePeople } from '../../mail/addresses';
import { timeOf } from '../../mail/thread/dates';
import { readAll } from './support';

const piece = fc.constantFrom(
  'From: ',
  'To: ',
  'Cc: ',
  'Sent: 1 May 2020 10:00',
  'Subject: x',
  'Oddi wrth: ',
  'Von: ',
  '\n',
  '\n\n',
  '\r\n',
  '> ',
  '>>',
  ' ',
  '\t',
  'On ',
  '1 May 2020, ',
  'Ann <ann@x.example>',
  ' wrote:',
  'schrieb ',
  ':',
  '-----Original Message-----',
  '---------- Forwarded by A/B/C on 10/16/2000 01:42 PM ----------',
  '________________________________',
  'Begin forwarded message:',
  '"',
  '<',
  '>',
  ';',
  ',',
  '@',
  'mailto:',
  '10/16/2000 01:42 PM',
  'wrote: > ',
  '=09',
  '\u200b',
  '\u00a0',
  '\ud800',
  '\u202e',
  'Regards',
  'AB123456C',
  'LS1 4AP',
  '>>> a <a@b.example> 1/1/15 21:02 >>>',
);
const texts = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) }), { maxLength: 80 })
  .map((parts) => parts.join(''));

it('for any text: places lie inside and ascend, depths count up, people have an address or a name', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { thread, authored, quoteStart } = readAll(text);
      const quoted = wordsOf(thread.text);
      expect(text.slice(quoteStart)).toBe(quoted);
      expect(authored.length).toBeLessThanOrEqual(text.length + 1);
      thread.messages.forEach((message, index) => {
        expect(message.depth).toBe(index + 1);
        expect(message.start >= 0 && message.start <= message.end && message.end <= quoted.length).toBe(true);
        expect(message.start).toBeGreaterThanOrEqual(thread.messages[index - 1]?.start ?? 0);
        for (const person of [...(message.from ? [message.from] : []), ...message.to, ...message.cc])
          expect(person.address !== null || person.name !== null).toBe(true);
      });
      for (const { places } of thread.personalData) for (const { start, end } of places) expect(start >= 0 && start < end && end <= quoted.length).toBe(true);
      for (const { seen } of thread.participants) for (const { message } of seen) expect(message).toBeLessThan(thread.messages.length);
      if (thread.messages.length === 0) expect(quoted).toBe('');
    }),
    { numRuns: 1500 },
  );
});

it('for any list: no person without address and name, and no address that is none', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
      for (const { address, name } of parsePeople(text)) {
        expect(address !== null || name !== null).toBe(true);
        if (address !== null) expect(address).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
      }
    }),
    { numRuns: 1000 },
  );
});

type Shown = (string | null)[];
test.each<[string, Shown[]]>([
  [
    'Smith, Ann <ann@x.example>; Jones, Bob <bob@y.example>',
    [
      ['ann@x.example', 'Smith, Ann'],
      ['bob@y.example', 'Jones, Bob'],
    ],
  ],
  [
    'Smith, Ann <ann@x.example>, Jones, Bob <bob@y.example>',
    [
      ['ann@x.example', 'Smith, Ann'],
      ['bob@y.example', 'Jones, Bob'],
    ],
  ],
  ['Smith, Ann (Org) <ann@x.example>', [['ann@x.example', 'Smith, Ann (Org)']]],
  [
    'Ann Smith; Bob Jones',
    [
      [null, 'Ann Smith'],
      [null, 'Bob Jones'],
    ],
  ],
  [
    'Bob Jones, Carol White',
    [
      [null, 'Bob Jones'],
      [null, 'Carol White'],
    ],
  ],
  ['Smith, Ann', [[null, 'Smith, Ann']]],
  ['Ann Smith [mailto:ann@x.example]', [['ann@x.example', 'Ann Smith']]],
  ['ann@x.example<mailto:ann@x.example>', [['ann@x.example', null]]],
  ['ann@x.example <ann@x.example>', [['ann@x.example', null]]],
  ["'Ann Smith' <ann@x.example>", [['ann@x.example', 'Ann Smith']]],
  ['"\'ann@x.example\'" <ann@x.example>', [['ann@x.example', null]]],
  ['"Smith; Ann" <ann@x.example>', [['ann@x.example', 'Smith; Ann']]],
  ['Ann Smith (ann@x.example)', [['ann@x.example', 'Ann Smith']]],
  ['ann@x.example (Ann Smith)', [['ann@x.example', 'Ann Smith']]],
  [
    'Ann<mailto:ann@x.example> <ann@x.example<mailto:ann@x.example>> on behalf of desk@x.example<mailto:desk@x.example>',
    [
      ['ann@x.example', 'Ann'],
      ['desk@x.example', null],
    ],
  ],
  [
    'Ann Smith ar ran Bob Jones <bob@x.example>',
    [
      [null, 'Ann Smith'],
      ['bob@x.example', 'Bob Jones'],
    ],
  ],
  ['/O=CORP/OU=NA/CN=RECIPIENTS/CN=ASMITH', [[null, '/O=CORP/OU=NA/CN=RECIPIENTS/CN=ASMITH']]],
  ['Ann Smith <IMCEAEX-_O=CORP_CN=ASMITH@x.example>', [[null, 'Ann Smith']]],
  [
    'Jane Doe/HQ/CORP@CORP, bob@x.example',
    [
      [null, 'Jane Doe/HQ/CORP@CORP'],
      ['bob@x.example', null],
    ],
  ],
  ['"Doe, Jane" <jane@x.example>@CORP', [['jane@x.example', 'Doe, Jane']]],
  ['undisclosed-recipients:;', [[null, 'undisclosed-recipients']]],
  ["Ann O'Brien <a.o'brien@x.example>", [["a.o'brien@x.example", "Ann O'Brien"]]],
  ['ANN@X.EXAMPLE', [['ann@x.example', null]]],
  ['Bücher <a@bücher.example>', [['a@xn--bcher-kva.example', 'Bücher']]],
  [
    'Ann <ann@x.example> Bob <bob@y.example>',
    [
      ['ann@x.example', 'Ann'],
      ['bob@y.example', 'Bob'],
    ],
  ],
  [
    'ann@x.example bob@y.example',
    [
      ['ann@x.example', null],
      ['bob@y.example', null],
    ],
  ],
  ['Bob Roe, Jr. <bob@x.example>', [['bob@x.example', 'Bob Roe, Jr.']]],
  ['', []],
  [';;,, <>', []],
])('list %j', (list, expected) => expect(parsePeople(list).map(({ address, name }) => [address, name])).toEqual(expected));

it('tells an address in the name that is not the real one', () => {
  expect(parsePeople('"ann@justice.gov.uk" <x@evil.example>')[0]).toMatchObject({ address: 'x@evil.example', misleading: true });
  expect(parsePeople('ann@x.example <ann@x.example>')[0]).toMatchObject({ misleading: false });
});

test.each<[string, string | null]>([
  ['14 March 2026 10:02', '2026-03-14T10:02:00.000Z'],
  ['Monday, October 16, 2000 1:42 PM', '2000-10-16T13:42:00.000Z'],
  ['Wed, 3 Nov 2021 15:51:30 +0100', '2021-11-03T14:51:30.000Z'],
  ['dydd Llun, 3 Mawrth 2025 10:20', '2025-03-03T10:20:00.000Z'],
  ['jeu. 3 avr. 2025 à 10:00', '2025-04-03T10:00:00.000Z'],
  ['2021. október 26. 14:25:08 EEST', '2021-10-26T11:25:08.000Z'],
  ['2022年9月19日月曜日 17:55:44 -0400', '2022-09-19T21:55:44.000Z'],
  ['28.10.2021 12:46', '2021-10-28T12:46:00.000Z'],
  ['10/16/2000 01:42 PM', '2000-10-16T13:42:00.000Z'],
  ['28/10/2021 12:46', '2021-10-28T12:46:00.000Z'],
  ['03/04/2021 12:46', null],
  ['2016-10-24 15:03 GMT+02:00', '2016-10-24T13:03:00.000Z'],
  ['yesterday', null],
  ['', null],
])('date %j', (printed, expected) => {
  const time = timeOf(printed);
  expect(time === null ? null : new Date(time).toISOString()).toBe(expected);
});
