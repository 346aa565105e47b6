import { describe, expect, test } from 'vitest';
import type { Severity } from '../../core/rule';
import workInPersonalAccount from '../../rules/work-in-personal-account';
import { type ComposeCase, compose, contextOf } from '../support/observations';
import { holesIn, keysOf, messagesOf } from '../support/words';

const account = 'Jane Smith <jane.smith84@gmail.com>';
const check = (given: ComposeCase, context = contextOf({})) => workInPersonalAccount.check(compose({ account, ...given }), context);

describe('silent', () => {
  test.each<[string, ComposeCase]>([
    ['nobody yet', {}],
    ['a work account', { account: 'jane.smith@justice.example', to: ['ann@justice.example'], files: ['OFFICIAL-SENSITIVE minutes.docx'] }],
    ['an account that the page does not show', { account: null, to: ['ann@justice.example'] }],
    ['friends', { to: ['bob@hotmail.co.uk'], files: ['holiday.jpg'] }],
    ['the council', { to: ['parking@council.gov.uk'], files: ['fine.pdf'] }],
    ['another employer’s account', { account: 'jane@university.ac.uk', to: ['ann@justice.example'] }],
    ['an answer to work that wrote to the private address', { replyMode: 'reply', initial: ['hr@justice.example'], to: ['hr@justice.example'] }],
    [
      'words that only look like a marking',
      { to: ['bob@hotmail.co.uk'], files: ['Official birthday.jpg', 'secret santa.pdf', 'unofficial.docx', 'SECRETARY.docx'] },
    ],
    ['an answer about something marked', { replyMode: 'reply', initial: ['bob@hotmail.co.uk'], to: ['bob@hotmail.co.uk'], subject: 'Re: OFFICIAL results' }],
  ])('%s', (_, given) => expect(check(given)).toBeNull());

  test('without the organisation’s domains, colleagues cannot be told', () => {
    expect(check({ to: ['ann@justice.example'] }, contextOf({ own: [] }))).toBeNull();
  });

  test('a provider that is the organisation’s own', () => {
    expect(check({ account: 'jane@zen.co.uk', to: ['ann@zen.co.uk'] }, contextOf({ own: ['zen.co.uk'] }))).toBeNull();
  });
});

describe('speaks', () => {
  test.each<[string, ComposeCase, Severity, string[]]>([
    ['a colleague', { to: ['ann@justice.example'] }, 'note', ['account', 'colleagues']],
    ['colleagues and a file', { to: ['ann@justice.example', 'bob@justice.example'], files: ['rota.xlsx'] }, 'caution', ['account', 'colleagues', 'files']],
    [
      'a file in an answer',
      { replyMode: 'reply', initial: ['ann@justice.example'], to: ['ann@justice.example'], files: ['rota.xlsx'] },
      'caution',
      ['account', 'colleagues', 'files'],
    ],
    [
      'a colleague added to an answer',
      { replyMode: 'reply', initial: ['bob@firm.example'], to: ['bob@firm.example', 'ann@justice.example'] },
      'note',
      ['account', 'colleagues'],
    ],
    ['a marked file', { to: ['bob@firm.example'], files: ['photo.jpg', 'OFFICIAL-SENSITIVE - minutes.docx'] }, 'serious', ['account', 'files']],
    ['another spelling of the marking', { to: ['bob@firm.example'], files: ['minutes_OFFICIAL_SENSITIVE.docx'] }, 'serious', ['account', 'files']],
    ['a marked subject', { to: ['bob@firm.example'], subject: '[OFFICIAL] Rota' }, 'serious', ['account', 'marked-subject']],
  ])('%s', (_, given, severity, facts) => {
    const finding = check(given);
    expect(finding?.severity).toBe(severity);
    expect(finding?.facts.map(({ name }) => name)).toEqual(facts);
    expect(finding && holesIn(finding)).toEqual([]);
  });
});

test('has words for all it says, and none that it never says', () => {
  const findings = [
    check({ to: ['ann@justice.example'], files: ['a.pdf'] }),
    check({ to: ['bob@firm.example'], files: ['OFFICIAL.pdf'] }),
    check({ to: ['bob@firm.example'], subject: 'OFFICIAL' }),
  ];
  const said = new Set(findings.flatMap((finding) => messagesOf(finding ?? expect.fail()).map(({ key }) => key)));
  expect([...said].sort()).toEqual(keysOf('work-in-personal-account'));
});
