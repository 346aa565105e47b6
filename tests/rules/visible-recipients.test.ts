import { describe, expect, test } from 'vitest';
import type { Severity } from '../../core/rule';
import visibleRecipients from '../../rules/visible-recipients';
import { type ComposeCase, compose, contextOf } from '../support/observations';
import { holesIn, keysOf, messagesOf, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.example>';
const check = (given: ComposeCase, context = contextOf({})) => visibleRecipients.check(compose({ account, ...given }), context);
const at = (domain: string, count: number) => Array.from({ length: count }, (_, index) => `person${index}@${domain}`);
const firms = (count: number) => Array.from({ length: count }, (_, index) => `ann@firm${index}.example`);

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['many colleagues', { to: at('justice.example', 60) }],
    ['many people of one other organisation', { to: at('firm.example', 30) }],
    ['two firms that work on one matter', { to: [...at('firm.example', 6), ...at('chambers.example', 4)] }],
    ['parents and a grandparent', { to: at('gmail.com', 2), cc: ['nan@btinternet.com'] }],
    ['many at home, in blind copy', { bcc: at('gmail.com', 300) }],
    ['the same people answering each other', { replyMode: 'reply-all', initial: at('gmail.com', 12), to: at('gmail.com', 12) }],
    ['someone writing from home to friends', { account: 'jane@gmail.com', to: at('hotmail.co.uk', 12) }],
    ['seven firms', { to: firms(7) }],
    ['names without addresses', { to: ['Ann Lee', 'Bob Oak', 'Cat Elm', 'Dan Ash', 'Eve Fir', 'Fay Yew', 'Gus Bay', 'Hal Box', 'Ida Ivy'] }],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('partners', () => {
    const councils = Array.from({ length: 30 }, (_, index) => `ann@council${index}.gov.uk`);
    expect(check({ to: councils }, contextOf({ trusted: ['gov.uk'] }))).toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity, string[]]>([
    ['several people at home', { to: at('gmail.com', 4) }, 'caution', ['visible-people', 'personal-mailboxes', 'bcc']],
    ['a mailing to people at home', { to: [...at('gmail.com', 8), ...at('yahoo.co.uk', 8)] }, 'serious', ['visible-people', 'personal-mailboxes', 'bcc']],
    ['two large firms', { to: [...at('firm.example', 10), ...at('chambers.example', 8)] }, 'caution', ['visible-people', 'organisations', 'bcc']],
    ['many firms', { to: firms(8) }, 'caution', ['visible-people', 'organisations', 'bcc']],
    ['firms and people, some in Cc', { to: firms(6), cc: at('gmail.com', 2) }, 'caution', ['visible-people', 'personal-mailboxes', 'organisations', 'bcc']],
    [
      'many added to an answer',
      { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example', ...at('gmail.com', 5)] },
      'caution',
      ['visible-people', 'personal-mailboxes', 'bcc'],
    ],
    ['a forward', { replyMode: 'forward', to: firms(9) }, 'caution', ['visible-people', 'organisations', 'bcc']],
  ])('%s', (_, given, severity, facts) => {
    const finding = check(given);
    expect(finding?.severity).toBe(severity);
    expect(finding?.facts.map(({ name }) => name)).toEqual(facts);
    expect(finding && holesIn(finding)).toEqual([]);
  });

  test('without the organisation’s domains it still sees people at home', () => {
    expect(check({ account: null, to: at('gmail.com', 9) }, contextOf({ own: [] }))).not.toBeNull();
  });

  test('from numbers that can be set', () => {
    expect(check({ to: firms(5) }, contextOf({ thresholds: { visiblePeople: 5 } }))).not.toBeNull();
    expect(check({ to: at('gmail.com', 4) }, contextOf({ thresholds: { visiblePersonal: 5 } }))).toBeNull();
  });

  test('counts everyone who can be seen, and says that Bcc alone is not enough', () => {
    const finding = check({ to: [...at('gmail.com', 12), 'ann@justice.example'] });
    expect(finding?.titles.map(words)).toEqual([
      '13 people will see each other’s addresses',
      'Everyone here sees 13 addresses',
      'Should 13 people see each other’s addresses?',
    ]);
    expect(finding?.facts.map(({ message }) => words(message)).at(-1)).toMatch(/not enough for sensitive mail/);
  });
});

test('has words for all it says, and none that it never says', () => {
  const finding = check({ to: [...firms(6), ...at('gmail.com', 4)] }) ?? expect.fail();
  expect([...new Set(messagesOf(finding).map(({ key }) => key))].sort()).toEqual(keysOf('visible-recipients'));
});

test('2,000 recipients are read', () => {
  expect(check({ to: at('gmail.com', 2000) })?.facts[0]?.count).toBe(2000);
});
