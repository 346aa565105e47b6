import { describe, expect, test } from 'vitest';
import english from '../../assets/language/en.json';
import { messageText } from '../../core/message';
import { draftLink, likelyKind, type Report, recallOf, reportLines, sentKinds } from '../../core/report';

const report: Report = { title: 'I lost a device', when: 'today', site: null, rules: [], sent: null, more: ' ' };
const keys = (given: Partial<Report>) => reportLines({ ...report, ...given }).map((line) => line.key);

describe('lines', () => {
  test('only what is known is said', () => expect(keys({})).toEqual(['report.line.title', 'report.line.when']));

  test('rules that spoke are named by their names', () => {
    const lines = reportLines({ ...report, rules: ['quoted-thread', 'personal-address'] });
    const text = messageText({ language: 'en', entries: english }, lines[2] ?? { key: '' }).replace(/[\u2068\u2069]/g, '');
    expect(text).toBe('Second Glance had reminded of: Earlier messages further down and Personal mailboxes.');
  });

  test('people who are not counted yet are said to be unknown, and nobody is somebody counted', () => {
    const sent = { kind: 'wrong-file', recalled: 'no' } as const;
    expect(keys({ sent: { ...sent, inside: null, outside: 0 } })).toEqual([
      'report.line.title',
      'report.line.when',
      'report.kind.wrong-file',
      'report.line.inside-unknown',
      'report.line.outside',
      'report.line.recalled-no',
    ]);
  });

  test('each has its words', () => {
    for (const kind of sentKinds) {
      for (const recalled of ['yes', 'no', 'unknown'] as const) {
        for (const people of [null, 2]) {
          for (const key of keys({ site: 'Gmail', more: 'x', sent: { kind, recalled, inside: people, outside: people } }))
            expect(english).toHaveProperty([key]);
        }
      }
    }
  });
});

test('a draft keeps every character, and cannot gain a field', () => {
  const link = draftLink('team@x.example', 'Hello & more', ['one', 'bcc=eve@x.example&to=eve@x.example', '100 % ÿ 🦉']);
  const url = new URL(link);
  expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
  expect(url.searchParams.get('body')).toBe('one\r\nbcc=eve@x.example&to=eve@x.example\r\n100 % ÿ 🦉');
});

describe('after sending', () => {
  test.each([
    [['outside-recipient', 'quoted-thread'], 'earlier-messages'],
    [['personal-address'], 'personal-mailbox'],
    [['password-in-message'], 'wrong-recipient'],
    [[], 'wrong-recipient'],
  ])('%s: most likely %s', (rules, kind) => expect(likelyKind(rules)).toBe(kind));

  test.each([
    ['gmail', ['recall.gmail']],
    ['outlook-web', ['recall.outlook-undo', 'recall.outlook']],
    ['proton-mail', ['recall.proton']],
    ['roundcube', ['recall.any']],
    [null, ['recall.any']],
  ])('%s offers %s', (site, expected) => {
    expect(recallOf(site).map(({ key }) => key)).toEqual(expected);
    for (const { key } of recallOf(site)) expect(english).toHaveProperty([key]);
  });
});
