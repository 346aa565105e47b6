import { describe, expect, test } from 'vitest';
import rule from '../../rules/unexpected-sender';
import { contextOf, type MessageCase, message } from '../support/observations';
import { holesIn, words } from '../support/words';

const context = contextOf({
  own: ['justice.gov.uk', 'hmcts.net'],
  trusted: ['gov.uk', 'police.uk', 'nhs.net'],
  known: ['known@oldfriend.example', 'oldfriend.example'],
});
const check = (given: MessageCase) => rule.check(message({ account: 'Jane Smith <jane.smith@justice.gov.uk>', ...given }), context);
const signs = (given: MessageCase): string =>
  (check(given)?.facts ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== 'advice')
    .join(' ');

describe('speaks', () => {
  const cases: readonly [what: string, given: MessageCase, signs: string, serious: boolean][] = [
    ['a dash for a dot', { from: 'Ann Lee <ann.lee@justice-gov.uk>' }, 'lookalike', true],
    ['the own domain in one label', { from: 'IT <it@justice-gov-uk.com>' }, 'lookalike', true],
    ['an address of the organisation as a name', { from: 'ann.lee@justice.gov.uk <office@mail-77.example>' }, 'name-address', true],
    ['an address of a partner as a name', { from: '"pc.dale@met.police.uk" <x1@mail-77.example>' }, 'name-address', true],
    ['a colleague’s name at a private mailbox', { from: 'Ann Lee <office.desk88@gmail.com>', elsewhere: ['ann.lee@justice.gov.uk'] }, 'colleague', false],
    ['a colleague’s name at a firm', { from: 'Ann Lee <ann.lee@brightprint.example>', elsewhere: ['ann.lee@justice.gov.uk'] }, 'colleague', false],
    ['the organisation’s name at a private mailbox', { from: 'HMCTS Payroll <paydesk.uk@outlook.com>' }, 'organisation', false],
    ['a link that shows the own domain', { links: ['https://www.justice.gov.uk/login → https://portal.evil.example/a'] }, 'link', true],
    ['a bare name of the own domain', { links: ['hmcts.net → https://evil.example/'] }, 'link', true],
    ['a link with a user name that looks like a host', { links: ['www.justice.gov.uk → https://www.justice.gov.uk@evil.example/'] }, 'link', true],
    ['a look-alike behind plain words', { links: ['Sign in → https://justice.gov.uk.login-check.example/'] }, 'link-lookalike', true],
    [
      'a look-alike behind Safe Links',
      { links: ['Sign in → https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fjustice-gov.uk%2Fa&data=05'] },
      'link-lookalike',
      true,
    ],
    ['a mismatch behind Proofpoint v2', { links: ['www.gov.uk/tax → https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_a&d=x'] }, 'link', true],
    ['a mismatch behind Proofpoint v3', { links: ['www.gov.uk/tax → https://urldefense.com/v3/__https://evil.example/a__;!!x'] }, 'link', true],
    ['a mismatch behind Google', { links: ['www.gov.uk/tax → https://www.google.com/url?q=https://evil.example/a&sa=D'] }, 'link', true],
    ['another host, both outside, in full', { links: ['https://www.bankofnowhere.example/account → https://evil.test/'] }, 'link', false],
    ['answers go from a firm to a private mailbox', { from: 'Eve Hall <eve.hall@hallandco.example>', replyTo: 'eve.hall.office@gmail.com' }, 'reply-to', false],
    ['answers go to a twin of the sender', { from: 'Eve Hall <eve.hall@hallandco.co.uk>', replyTo: 'eve.hall@hal1andco.co.uk' }, 'reply-to', true],
    [
      'a colleague’s address, but answers go to a private mailbox',
      { from: 'Ann Lee <ann.lee@justice.gov.uk>', replyTo: 'annlee.desk@gmail.com' },
      'reply-to',
      false,
    ],
    [
      'two signs',
      { from: 'Eve Hall <eve.hall@hallandco.example>', replyTo: 'eve.hall.office@gmail.com', links: ['www.gov.uk → https://evil.example/'] },
      'link reply-to',
      true,
    ],
  ];
  test.each(cases)('%s', (_, given, expected, serious) => {
    const finding = check(given);
    expect(signs(given)).toBe(expected);
    expect(finding?.severity).toBe(serious ? 'serious' : 'caution');
    expect(finding && holesIn(finding)).toEqual([]);
    for (const text of finding ? [...finding.titles, finding.line, ...finding.facts.map(({ message: one }) => one)].map(words) : [])
      expect(text).not.toMatch(/phish|scam|fraud|fake|hack/i);
  });
  test('a colleague’s private mailbox that bears their name gets a chip', () => {
    expect(check({ from: 'Ann Lee <ann.lee71@gmail.com>', elsewhere: ['ann.lee@justice.gov.uk'] })?.quiet).toBe(true);
    expect(check({ from: 'Ann Lee <desk.office71@gmail.com>', elsewhere: ['ann.lee@justice.gov.uk'] })?.quiet).toBeUndefined();
    expect(
      check({ from: 'Ann Lee <ann.lee71@gmail.com>', elsewhere: ['ann.lee@justice.gov.uk'], links: ['www.gov.uk → https://evil.example/'] })?.quiet,
    ).toBeUndefined();
  });
  test('a message that the page warns of gets a chip', () => {
    expect(check({ from: 'Ann Lee <ann.lee@justice-gov.uk>', warned: true })?.quiet).toBe(true);
    expect(check({ from: 'Ann Lee <ann.lee@justice-gov.uk>' })?.quiet).toBeUndefined();
  });
});

describe('silent', () => {
  const cases: readonly [what: string, given: MessageCase][] = [
    ['an ordinary message', {}],
    ['no sender', { from: null }],
    ['a sender by name only', { from: 'Ann Lee', links: ['www.gov.uk → https://evil.example/'] }],
    ['the own message', { from: 'Jane Smith <jane.smith@justice.gov.uk>', links: ['www.gov.uk → https://evil.example/'] }],
    ['a colleague with a mistyped link', { from: 'Ann Lee <ann.lee@justice.gov.uk>', links: ['www.gov.uk → https://other.example/'] }],
    ['the own private mailbox', { from: 'Jane Smith <jane.smith84@gmail.com>', elsewhere: ['jane.smith@justice.gov.uk'] }],
    ['a shared document', { from: 'Ann Lee (via Google Docs) <drive-shares-dm-noreply@google.com>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    ['SharePoint', { from: 'Ann Lee <no-reply@sharepointonline.com>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    ['a ticket', { from: 'Ann Lee (Jira) <jira@moj.atlassian.net>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    [
      'a ticket system’s own habit',
      { from: 'Ann Lee <support@moj.zendesk.com>', elsewhere: ['ann.lee@justice.gov.uk'], replyTo: 'support+id123@moj.zendesk.com' },
    ],
    ['a list', { from: 'Ann Lee via Court users <users@lists.courts.example>', elsewhere: ['ann.lee@justice.gov.uk'], replyTo: 'ann.lee.home@gmail.com' }],
    ['an invitation', { from: 'Ann Lee <calendar-notification@google.com>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    ['Zoom', { from: 'Ann Lee <no-reply@zoom.us>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    ['on behalf of', { from: 'Ann Lee <ann.lee@agency.example>', behalf: 'Bob Oak <bob.oak@justice.gov.uk>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    [
      'Safe Links around the real place',
      { links: ['https://www.justice.gov.uk/a → https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.justice.gov.uk%2Fa&data=05'] },
    ],
    [
      'Mimecast, which hides the place',
      { links: ['www.gov.uk → https://protect-eu.mimecast.com/s/AbCd?domain=gov.uk', 'www.gov.uk → https://protect-eu.mimecast.com/s/AbCd'] },
    ],
    [
      'a newsletter that counts clicks',
      {
        from: 'News <news@charity.example>',
        links: [
          'www.gov.uk → https://x.ct.sendgrid.net/ls/click?upn=1',
          'Read more → https://x.ct.sendgrid.net/2',
          'Unsubscribe → https://x.ct.sendgrid.net/3',
        ],
      },
    ],
    [
      'a newsletter with a service of its own',
      {
        from: 'News <news@charity.example>',
        links: ['www.gov.uk → https://t.mailer.example/1', 'More → https://t.mailer.example/2', 'Unsubscribe → https://t.mailer.example/3'],
      },
    ],
    ['a button in words', { links: ['View document → https://docs.evil.example/', 'Click here → https://x.example'] }],
    ['a file name', { links: ['report.pdf → https://files.example/1', 'Readme.md → https://git.example/', 'plan.v2.docx → https://files.example/2'] }],
    ['a firm’s own site under its other ending', { from: 'Eve <eve@hallandco.co.uk>', links: ['www.hallandco.co.uk → https://hallandco.com/'] }],
    ['a firm’s old name in its signature', { from: 'Eve <eve@hallandco.co.uk>', links: ['www.hallandco.co.uk → https://newname.example/'] }],
    ['two pages of government', { links: ['www.gov.uk/a → https://assets.publishing.service.gov.uk/a', 'justice.gov.uk → https://www.gov.uk/moj'] }],
    ['a subdomain', { links: ['bbc.co.uk → https://www.bbc.co.uk/news', 'https://bbc.co.uk → https://feeds.bbci.co.uk@bbc.com/x'] }],
    ['a mail address as a link', { links: ['ann@justice.gov.uk → https://contact.example/'] }],
    ['a firm with two domains', { from: 'Eve <eve@hallandco.co.uk>', replyTo: 'eve@hallgroup.example' }],
    ['a web form', { from: 'Website <noreply@charity.example>', replyTo: 'kay.marsh@gmail.com' }],
    ['a private person with two mailboxes', { from: 'Kay <kay@gmail.com>', replyTo: 'kay@outlook.com' }],
    ['a charity with a word of the own domain in its name', { from: 'Justice for All <info@justiceforall.example>' }],
    ['HMCTS at a service', { from: 'HMCTS Service Desk <hmcts@service-now.com>' }],
    ['someone written to before', { from: 'Ann Lee <known@oldfriend.example>', elsewhere: ['ann.lee@justice.gov.uk'] }],
    ['a namesake outside', { from: 'Ann Lee <ann@leeds-law.example>', elsewhere: ['ann.lee@otherfirm.example'] }],
    ['a partner', { from: 'PC Dale <pc.dale@met.police.uk>' }],
    ['a personal account with personal mail', { account: 'jane@gmail.com', from: 'x <x@evil.example>', links: ['www.bank.example → https://evil.example'] }],
  ];
  test.each(cases)('%s', (_, given) => {
    expect(signs(given)).toBe('');
  });
  test('nobody’s domain is set and the account is personal', () => {
    expect(rule.check(message({ account: 'jane@gmail.com', from: 'Ann <ann@justice-gov.uk>' }), contextOf({ own: [] }))).toBeNull();
  });
});
