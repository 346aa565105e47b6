import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiDomain } from '../../mail/addresses';
import { lookalikeOf } from '../../mail/lookalike';

const own = ['justice.gov.uk', 'hmcts.net', 'moj.example'];
const ascii = (domain: string) => asciiDomain(domain) ?? expect.fail(domain);

describe('forgeries and slips', () => {
  test.each<[string, string, 'letters' | 'typo' | 'inside', string, string]>([
    ['justice.gov.uk.com', 'justice.gov.uk', 'inside', 'uk.com', ''],
    ['justice.gov.uk.login-portal.example', 'justice.gov.uk', 'inside', 'login-portal.example', ''],
    ['justice.gov.uk-login.example', 'justice.gov.uk', 'inside', 'uk-login.example', ''],
    ['mail-justice-gov-uk.example', 'justice.gov.uk', 'inside', 'mail-justice-gov-uk.example', ''],
    ['justice-gov.co.uk', 'justice.gov.uk', 'inside', 'justice-gov.co.uk', ''],
    ['justicegov.org', 'justice.gov.uk', 'inside', 'justicegov.org', ''],
    ['mail.gov-justice.com', 'justice.gov.uk', 'inside', 'gov-justice.com', ''],
    ['justicegovuk.net', 'justice.gov.uk', 'inside', 'justicegovuk.net', ''],
    ['justice.gov-uk.com', 'justice.gov.uk', 'inside', 'gov-uk.com', ''],
    ['justlce.gov.uk', 'justice.gov.uk', 'letters', 'l', 'i'],
    ['jusitce.gov.uk', 'justice.gov.uk', 'typo', 'it', 'ti'],
    ['justices.gov.uk', 'justice.gov.uk', 'typo', 's', ''],
    ['justice-gov.uk', 'justice.gov.uk', 'typo', '-', '.'],
    ['justicegov.uk', 'justice.gov.uk', 'typo', '', '.'],
    ['justice.gov.ukk', 'justice.gov.uk', 'typo', 'k', ''],
    ['rnoj.example', 'moj.example', 'letters', 'rn', 'm'],
    ['m0j.example', 'moj.example', 'letters', '0', 'o'],
    ['мoj.example', 'moj.example', 'letters', 'м', 'm'],
    ['hmсts.net', 'hmcts.net', 'letters', 'с', 'c'],
    ['probatoin-trust.org.uk', 'probation-trust.org.uk', 'typo', 'oi', 'io'],
    ['probaton-trusts.org.uk', 'probation-trust.org.uk', 'typo', 'on-trusts', 'ion-trust'],
    ['gmial.com', 'gmail.com', 'typo', 'ia', 'ai'],
    ['gmaill.com', 'gmail.com', 'typo', 'l', ''],
    ['hotmial.co.uk', 'hotmail.co.uk', 'typo', 'ia', 'ai'],
  ])('%s', (domain, like, kind, part, instead) => {
    expect(lookalikeOf(ascii(domain), [...own, 'probation-trust.org.uk'], ['gmail.com', 'hotmail.co.uk'], [])).toEqual({ like, kind, part, instead });
  });
});

describe('different domains', () => {
  test.each([
    'justice.gov.uk',
    'mail.justice.gov.uk',
    'justice.org.uk',
    'govjobs.co.uk',
    'justice-government.example',
    'criminaljustice.example',
    'service.gov.uk',
    'hmcts.gov.uk',
    'justice.gov',
    'justice.gouv.fr',
    'justice.gc.ca',
    'justice.gov.ua',
    'police.uk',
    'hmcts.org',
    'hmrc.net',
    'moo.example',
    'noj.example',
    'justgiving.com',
    'mail.com',
    'cloud.com',
    'email.com',
    'example.com',
  ])('%s', (domain) => expect(lookalikeOf(domain, own, [], [])).toBeNull());

  test.each([
    ['unit1.example.com', 'unit2.example.com'],
    ['group1.co.uk', 'group2.co.uk'],
    ['firm.co.uk', 'firm.com'],
    ['northtyneside.gov.uk', 'southtyneside.gov.uk'],
    ['bail.co', 'ball.co'],
    ['acme.example', 'acme.example'],
    ['lincoln.ac.uk', 'lincoln.ac.nz'],
  ])('%s beside %s in one conversation', (domain, other) => expect(lookalikeOf(domain, [], [], [other])).toBeNull());

  test.each([
    ['acme-supplies.com', 'acne-supplies.com'],
    ['chambers-oak.co.uk', 'chambers-0ak.co.uk'],
    ['bristolgroup.com', 'bristolgroup.co'],
  ])('%s is not %s of the conversation', (around, domain) => expect(lookalikeOf(domain, [], [], [around])).not.toBeNull());
});

test('a listed domain and one of the conversation are never look-alikes', () => {
  expect(lookalikeOf('justicegov.uk', [...own, 'justicegov.uk'], [], [])).toBeNull();
  expect(lookalikeOf('acne-supplies.com', [], [], ['acme-supplies.com', 'acne-supplies.com'])).toBeNull();
});

test('any domain compares without harm; every domain is unlike itself', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,20}$/);
  const domain = fc.tuple(label, fc.constantFrom('com', 'co.uk', 'gov.uk', 'example', 'xn--p1ai')).map(([name, suffix]) => `${name}.${suffix}`);
  fc.assert(
    fc.property(domain, domain, (a, b) => {
      expect(lookalikeOf(a, [a], [], [])).toBeNull();
      const found = lookalikeOf(a, [b], [], []);
      if (found) expect(found.like).toBe(b);
    }),
  );
});
