import { describe, expect, test } from 'vitest';
import type { Severity } from '../../core/rule';
import replyAllAudience from '../../rules/reply-all-audience';
import { type ComposeCase, compose, contextOf, threadOf } from '../support/observations';
import { holesIn, keysOf, messagesOf, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.example>';
const check = (given: ComposeCase, context = contextOf({})) => replyAllAudience.check(compose({ account, ...given }), context);
const colleagues = (count: number) => Array.from({ length: count }, (_, index) => `person${index}@justice.example`);
/** An answer to everyone who is there from the start. */
const toAll = (people: readonly string[], more: ComposeCase = {}): ComposeCase => ({ replyMode: 'reply-all', initial: people, to: people, ...more });

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['a new message to many', { to: colleagues(40) }],
    ['a forward to many', { replyMode: 'forward', to: colleagues(40) }],
    ['an answer to one', toAll(['ann@justice.example'])],
    ['an answer to a few colleagues', toAll(colleagues(14))],
    ['an answer to a few people outside', toAll(['bob@firm.example', 'eve@firm.example', 'ann@justice.example'])],
    ['as many outside as inside', toAll([...colleagues(4), 'a@firm.example', 'b@firm.example', 'c@firm.example', 'd@firm.example'])],
    ['an answer to the outsider who wrote', toAll([...colleagues(8), 'bob@firm.example'], { thread: threadOf({ from: 'bob@firm.example' }) })],
    ['the own team', toAll(['family-team@justice.example', 'ann@justice.example'])],
    ['the sender in copy counts for nobody', toAll([...colleagues(14), 'jane.smith@justice.example'])],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('an outsider whom one has written to before, and a partner', () => {
    expect(check(toAll([...colleagues(8), 'bob@firm.example']), contextOf({ known: ['bob@firm.example'] }))).toBeNull();
    expect(check(toAll([...colleagues(8), 'bob@council.gov.uk']), contextOf({ trusted: ['gov.uk'] }))).toBeNull();
  });

  test('a list that one answers to regularly', () => {
    expect(check(toAll(['court-users-list@justice.example']), contextOf({ known: ['court-users-list@justice.example'] }))).toBeNull();
  });

  test('nobody is outside as long as nothing is known of the organisation', () => {
    expect(check({ ...toAll([...colleagues(8), 'bob@firm.example']), account: 'jane@gmail.com' }, contextOf({ own: [] }))).toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity, string[]]>([
    ['many', toAll(colleagues(15)), 'note', ['people']],
    ['very many', toAll(colleagues(45)), 'caution', ['people']],
    ['a distribution list', toAll(['ann@justice.example', 'court-users-distribution@justice.example']), 'caution', ['people', 'group']],
    ['everyone', toAll(['ann@justice.example', 'all-staff@justice.example']), 'caution', ['people', 'group']],
    ['everyone, by name only', toAll(['ann@justice.example', 'All HMCTS Staff']), 'caution', ['people', 'group']],
    ['a few of a firm among more colleagues', toAll([...colleagues(5), 'a@x.example', 'b@x.example', 'c@x.example']), 'note', ['people', 'outside-people']],
    ['one outsider in the crowd', toAll([...colleagues(8), 'bob@firm.example']), 'note', ['people', 'outside-people']],
    ['a personal mailbox in the crowd', toAll([...colleagues(6), 'bob@gmail.com']), 'note', ['people', 'outside-people']],
    ['many, some outside', toAll([...colleagues(12), 'a@x.example', 'b@x.example', 'c@y.example', 'd@z.example']), 'note', ['people', 'outside-people']],
    ['an answer that the page calls a plain reply', { ...toAll(colleagues(20)), replyMode: 'reply' }, 'note', ['people']],
  ])('%s', (_, given, severity, facts) => {
    const finding = check(given);
    expect(finding?.severity).toBe(severity);
    expect(finding?.facts.map(({ name }) => name)).toEqual(facts);
    expect(finding && holesIn(finding)).toEqual([]);
  });

  test('from a number that can be set', () => {
    expect(check(toAll(colleagues(8)), contextOf({ thresholds: { replyAllPeople: 8 } }))?.facts[0]?.count).toBe(8);
  });

  test('names the most telling thing in the title', () => {
    expect(check(toAll(colleagues(15)))?.titles.map(words)).toEqual([
      'This answer goes to 15 people',
      'Do all 15 people need this answer?',
      '15 people will read this',
    ]);
    expect(check(toAll([...colleagues(8), 'bob@firm.example']))?.titles.map(words)[0]).toBe('bob@firm.example gets this answer, too');
    expect(check(toAll(['ann@justice.example', 'all-staff@justice.example']))?.titles.map(words)[0]).toBe(
      'This answer goes to all-staff@justice.example, which looks like a group',
    );
  });
});

test('has words for all it says, and none that it never says', () => {
  const cases = [
    toAll([...colleagues(15), ...colleagues(15).map((address) => address.replace('justice', 'firm'))]),
    toAll([...colleagues(8), 'bob@firm.example']),
    toAll(['ann@justice.example', 'all-staff@justice.example']),
  ];
  const said = new Set(cases.flatMap((given) => messagesOf(check(given) ?? expect.fail()).map(({ key }) => key)));
  expect([...said].sort()).toEqual(keysOf('reply-all-audience'));
});
