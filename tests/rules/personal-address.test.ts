import { describe, expect, test } from 'vitest';
import english from '../../assets/language/en.json';
import { messageText } from '../../core/message';
import type { Severity } from '../../core/rule';
import { pageTextOf } from '../../core/text';
import personalAddress from '../../rules/personal-address';
import { type ComposeCase, compose, contextOf, emptyThread, recipient } from '../support/observations';

const account = 'Jane Smith <jane.smith@justice.example>';
const check = (given: ComposeCase, context = contextOf({})) => personalAddress.check(compose({ account, ...given }), context);
const factsOf = (given: ComposeCase) => check(given)?.facts.map(({ name }) => name);

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['a colleague', { to: ['ann@justice.example'] }],
    ['another organisation', { to: ['clerk@council.gov.uk'] }],
    ['a name without an address', { to: ['Jane Smith'] }],
    ['half an address', { to: ['jane@gmail'] }],
    ['no such provider', { to: ['jane@gmail.co'] }],
    ['a provider’s name inside another domain', { to: ['ann@gmail.com.example.org', 'bob@notgmail.com'] }],
    ['someone writing from home to friends', { account: 'jane@gmail.com', to: ['bob@hotmail.co.uk'], files: ['photo.jpg'] }],
    ['an answer to someone who wrote from home', { replyMode: 'reply', initial: ['Bob <bob@gmail.com>'], to: ['Bob <bob@gmail.com>'] }],
    [
      'an answer to all, one of them at home',
      { replyMode: 'reply-all', initial: ['bob@gmail.com', 'ann@justice.example'], to: ['bob@gmail.com', 'ann@justice.example'] },
    ],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('half an address of the organisation, until it is picked', () => {
    const context = contextOf({ own: ['mail.community.example'] });
    const to = (typed: boolean) => {
      const observation = compose({ account });
      return personalAddress.check({ ...observation, recipients: { ...observation.recipients, items: [recipient('bob@mail.com', 'to', typed)] } }, context);
    };
    expect(to(true)).toBeNull();
    expect(to(false)).not.toBeNull();
  });

  test('a provider that is the organisation’s own, or trusted', () => {
    expect(check({ to: ['ann@zen.co.uk'] }, contextOf({ own: ['zen.co.uk'] }))).toBeNull();
    expect(check({ to: ['ann@posteo.de'] }, contextOf({ trusted: ['posteo.de'] }))).toBeNull();
  });

  test('someone who was written to before; the sender’s own mailbox is news each time', () => {
    const context = contextOf({ known: ['bob@gmail.com', 'jane.smith@yahoo.com'] });
    expect(check({ to: ['bob@gmail.com'] }, context)).toBeNull();
    expect(check({ to: ['bob@gmail.com'], files: ['a.pdf'] }, context)).toMatchObject({ severity: 'note', quiet: true });
    expect(check({ to: ['bob@gmail.com', 'kim@gmail.com'], files: ['a.pdf'] }, context)?.quiet).toBeUndefined();
    expect(check({ to: ['jane.smith@yahoo.com'] }, context)?.severity).toBe('serious');
  });

  test('someone further down the thread, known by address or by name only', () => {
    const inThread = (address: string | null, name: string | null) => ({
      ...emptyThread,
      participants: [{ address, name: name === null ? null : pageTextOf(name), seen: [{ message: 0, role: 'from' as const }] }],
    });
    expect(check({ replyMode: 'reply', initial: null, to: ['Bob Oak <bob@gmail.com>'], thread: inThread('bob@gmail.com', null) })).toBeNull();
    expect(check({ replyMode: 'reply', initial: null, to: ['Bob Oak <bob@gmail.com>'], thread: inThread(null, 'Bob Oak') })).toBeNull();
    expect(check({ replyMode: 'reply', initial: null, to: ['Bob Oak <bob@gmail.com>'], thread: inThread(null, 'Bob Elm') })).not.toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity, string[]]>([
    ['a new recipient at home', { to: ['bob@gmail.com'] }, 'note', ['address']],
    ['a new recipient at home, and a file', { to: ['bob@gmail.com'], files: ['list.xlsx'] }, 'caution', ['address', 'files']],
    [
      'someone at home added to a reply',
      { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example'], cc: ['bob@gmail.com'] },
      'note',
      ['address'],
    ],
    ['a forward to someone at home', { replyMode: 'forward', to: ['bob@yahoo.co.uk'] }, 'note', ['address']],
    [
      'a file in an answer to someone at home',
      { replyMode: 'reply', initial: ['bob@gmail.com'], to: ['bob@gmail.com'], files: ['form.pdf'] },
      'note',
      ['address', 'files'],
    ],
    ['in blind copy', { bcc: ['bob@gmail.com'] }, 'note', ['address']],
    ['the sender’s own', { to: ['janesmith84@gmail.com'] }, 'serious', ['address', 'own-mailbox']],
    ['the sender’s own, and a file', { to: ['smith.jane@outlook.com'], files: ['list.xlsx'] }, 'serious', ['address', 'own-mailbox', 'files']],
    [
      'the sender’s own, in a thread that began there',
      { replyMode: 'reply', initial: ['j.smith@btinternet.com'], to: ['j.smith@btinternet.com'] },
      'serious',
      ['address', 'own-mailbox'],
    ],
    ['own by display name', { to: ['Jane Smith <bluebird77@icloud.com>'] }, 'serious', ['address', 'own-mailbox']],
    ['an account that the page does not show', { account: null, to: ['bob@gmail.com'] }, 'note', ['address']],
    ['a customer’s own subdomain', { to: ['bob@oakfamily.plus.com'] }, 'note', ['address']],
  ])('%s', (_, given, severity, facts) => {
    expect(check(given)?.severity).toBe(severity);
    expect(factsOf(given)).toEqual(facts);
  });

  test('a domain that the organisation added', () => {
    expect(check({ to: ['bob@mail.village.example'] }, contextOf({ personal: ['village.example'] }))).not.toBeNull();
  });

  test('the organisation’s domains are not needed', () => {
    expect(check({ to: ['bob@gmail.com'] }, contextOf({ own: [] }))).not.toBeNull();
  });

  test('the sender’s own mailbox comes first, whoever else is there; the others are details', () => {
    const finding = check({ to: ['bob@gmail.com', 'bob@gmail.com', 'jane.smith@yahoo.com'], files: ['a.pdf', 'b.pdf'] });
    const text = (message: Parameters<typeof messageText>[1]) => messageText({ language: 'en', entries: english }, message).replace(/[\u2068\u2069]/g, '');
    expect(finding?.facts.map((fact) => text(fact.message))).toEqual([
      'jane.smith@yahoo.com and 1 more are at personal mail providers.',
      'Its name is like yours.',
      '2 files go with it, the first is a.pdf.',
    ]);
    expect(finding?.details.map((detail) => text(detail.message))).toEqual(['bob@gmail.com is at a personal mail provider.', 'b.pdf goes with it, too.']);
  });
});

describe('is a new reason', () => {
  const subject = (given: ComposeCase) => check(given)?.subject;
  test('when someone is added, or a file; not when the order changes', () => {
    const one = subject({ to: ['bob@gmail.com'] });
    expect(subject({ cc: ['bob@gmail.com', 'ann@justice.example'] })).toBe(one);
    expect(subject({ to: ['bob@gmail.com'], files: ['a.pdf'] })).not.toBe(one);
    expect(subject({ to: ['bob@gmail.com', 'eve@gmail.com'] })).toBe(subject({ to: ['eve@gmail.com', 'bob@gmail.com'] }));
    expect(subject({ to: ['bob@gmail.com'], files: ['a.pdf', 'b.pdf'] })).toBe(subject({ to: ['bob@gmail.com'], files: ['a.pdf'] }));
  });
});

test('2,000 recipients are read', () => {
  const to = Array.from({ length: 2000 }, (_, index) => `person${index}@gmail.com`);
  expect(check({ to })?.facts[0]?.count).toBe(2000);
});

test('has words for everything it says, and none that it never says', () => {
  const used = new Set<string>();
  for (const given of [{ to: ['bob@gmail.com'], files: ['a.pdf', 'b.pdf'] }, { to: ['bob@gmail.com', 'janesmith@gmail.com'] }]) {
    const finding = check(given);
    if (!finding) continue;
    for (const message of [finding.line, ...finding.titles, ...[...finding.facts, ...finding.details].map((part) => part.message)]) used.add(message.key);
  }
  expect([...used].sort()).toEqual(Object.keys(english).filter((key) => key.startsWith('personal-address.')));
});
