import { describe, expect, test } from 'vitest';
import english from '../../assets/language/en.json';
import { draftLink, type Report, reportLines, sentKinds } from '../../core/report';

const report: Report = { title: 'I lost a device', when: 'today', site: null, sent: null, more: ' ' };
const keys = (given: Partial<Report>) => reportLines({ ...report, ...given }).map((line) => line.key);

describe('lines', () => {
  test('only what is known is said', () => expect(keys({})).toEqual(['report.line.title', 'report.line.when']));

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
