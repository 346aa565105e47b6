import { describe, expect, test } from 'vitest';
import type { Severity } from '../../core/rule';
import lookalikeDomain from '../../rules/lookalike-domain';
import { type ComposeCase, compose, contextOf, recipient, threadOf } from '../support/observations';
import { holesIn, keysOf, messagesOf, words } from '../support/words';

const account = 'Jane Smith <jane.smith@justice.gov.uk>';
const own = ['justice.gov.uk', 'hmcts.net'];
const check = (given: ComposeCase, context = contextOf({ own })) => lookalikeDomain.check(compose({ account, ...given }), context);
const withAcme = (daysAgo: number) =>
  threadOf({ from: 'eve@acme-supplies.com' }, { from: 'kim@acne-supplies.com' }, { from: 'kim@acne-supplies.com', daysAgo });

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['colleagues', { to: ['ann@justice.gov.uk', 'bob@digital.justice.gov.uk'] }],
    ['other public bodies', { to: ['ann@service.gov.uk', 'bob@homeoffice.gov.uk', 'cat@hmcts.gov.uk'] }],
    ['the same name under another suffix', { to: ['ann@justice.org.uk', 'bob@justice.gouv.fr', 'cat@justice.gov.sk'] }],
    ['personal mail providers that are like each other', { to: ['ann@mail.com', 'bob@email.com', 'cat@ymail.com', 'dan@gmx.com', 'eve@hotmail.com.au'] }],
    ['secure mail of the own organisation', { to: ['ann@justice.gov.uk.cjsm.net'] }],
    ['half a domain', { to: ['ann@justlce'] }],
    [
      'a like domain that has been in the conversation for weeks',
      { replyMode: 'reply', initial: ['kim@acne-supplies.com'], to: ['kim@acne-supplies.com'], thread: withAcme(20) },
    ],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('a domain that is listed, or written to often', () => {
    expect(check({ to: ['ann@justicegov.uk'] }, contextOf({ own, trusted: ['justicegov.uk'] }))).toBeNull();
    expect(check({ to: ['ann@justicegov.uk'] }, contextOf({ own, known: ['justicegov.uk'] }))).toBeNull();
  });

  test('public bodies with names nearby, where all of them are trusted', () => {
    expect(check({ to: ['ann@boston.gov.uk'] }, contextOf({ own: ['bolton.gov.uk'], trusted: ['gov.uk'] }))).toBeNull();
  });

  test('with nothing to compare with', () => {
    expect(check({ account: 'jane@gmail.com', to: ['ann@justlce.gov.uk'] }, contextOf({ own: [] }))).toBeNull();
  });
});

describe('half an address', () => {
  const typing = (address: string, given: ComposeCase = {}) => {
    const observation = compose({ account, ...given });
    return lookalikeDomain.check(
      { ...observation, recipients: { ...observation.recipients, items: [...observation.recipients.items, recipient(address, 'to', true)] } },
      contextOf({ own, trusted: ['communities-example.org.uk'] }),
    );
  };

  test.each<[string, string, ComposeCase?]>([
    ['a personal provider', 'gmail.com'],
    ['a provider with names in many countries', 'hotmail.com.au'],
    ['the longer name of a provider', 'hotmail.co.uk'],
    ['the own domain', 'justice.gov.uk'],
    ['below the own domain', 'digital.justice.gov.uk'],
    ['the own domain in secure mail', 'justice.gov.uk.cjsm.net'],
    ['a trusted domain', 'communities-example.org.uk'],
    ['a domain of the conversation', 'acme-supplies.com', { thread: threadOf({ from: 'eve@acme-supplies.com' }) }],
  ])('is silent at every key: %s', (_, domain, given) => {
    const steps = Array.from(domain, (_letter, index) => domain.slice(0, index + 1)).filter((half) => /[^.]\.[^.]+$/.test(half));
    expect(steps.filter((half) => typing(`sam@${half}`, given) !== null)).toEqual([]);
  });

  test('speaks when it was picked, and where typing on cannot mend it', () => {
    expect(check({ to: ['sam@gmail.co'] })).not.toBeNull();
    for (const address of ['sam@gmial.com', 'sam@justicegov.uk', 'sam@jusitce.gov.uk', 'sam@justice.gov.uk.mail-portal.com', 'sam@digital.justlce.gov.uk'])
      expect(typing(address), address).not.toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity, string[]]>([
    ['a dot became a dash', { to: ['ann@justice-gov.uk'] }, 'serious', ['Look at the pair', 'It has “-” where . is right.']],
    ['a dot is missing', { to: ['ann@justicegov.uk'] }, 'serious', ['Look at the pair', '“.” is missing.']],
    ['a slip in the own name', { to: ['ann@jusitce.gov.uk'] }, 'serious', ['Look at the pair', 'It has “it” where ti is right.']],
    ['a letter that looks alike', { to: ['ann@justlce.gov.uk'] }, 'serious', ['Look at the pair', 'It has “l” where i is right.']],
    ['a letter is too much', { to: ['ann@justice.gov.ukk'] }, 'serious', ['Look at the pair', '“k” is too much.']],
    ['the own name inside another domain', { to: ['ann@justice.gov.uk.mail-portal.com'] }, 'serious', ['inside']],
    ['letters of another alphabet', { to: ['ann@hmсts.net'] }, 'serious', ['Look at the pair', '“с” has letters of another alphabet.']],
    ['a slip in a provider’s name', { to: ['ann@gmial.com'] }, 'caution', ['Look at the pair', 'It has “ia” where ai is right.']],
    [
      'a twin of someone in the conversation',
      { replyMode: 'reply', initial: ['eve@acme-supplies.com'], to: ['eve@acne-supplies.com'] },
      'serious',
      ['Look at the pair', 'It has “n” where m is right.'],
    ],
  ])('%s', (_, given, severity, said) => {
    const finding = check(given) ?? expect.fail('silent');
    expect(finding.severity).toBe(severity);
    expect(finding.facts.map(({ message }) => words(message)).slice(1)).toEqual(said.slice(1));
    expect(holesIn(finding)).toEqual([]);
  });

  test('shows the pair', () => {
    const finding = check({ to: ['ann@justicegov.uk'] }) ?? expect.fail();
    expect(finding.titles.map(words)).toEqual(['justicegov.uk is almost justice.gov.uk', 'Look twice at justicegov.uk', 'Did you mean justice.gov.uk?']);
  });

  test('the account’s own domain stands in for the organisation', () => {
    expect(check({ to: ['ann@justicegov.uk'] }, contextOf({ own: [] }))).not.toBeNull();
  });
});

test('has words for all it says, and none that it never says', () => {
  const cases = ['ann@justice-gov.uk', 'ann@justicegov.uk', 'ann@justice.gov.ukk', 'ann@justice.gov.uk.example.com', 'ann@hmсts.net'];
  const said = new Set([cases, ...cases.map((one) => [one])].flatMap((to) => messagesOf(check({ to }) ?? expect.fail(to.join())).map(({ key }) => key)));
  expect([...said].sort()).toEqual(keysOf('lookalike-domain'));
});
