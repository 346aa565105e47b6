import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Standing } from '../../core/rule';
import { isSharedByTenants, organisationOf, standingOf, standingOfDomain, withoutSecureMail } from '../../mail/domains';

const organisation = {
  own: ['justice.gov.uk', 'xn--mnchen-3ya.example', 'contoso.onmicrosoft.com'],
  trusted: ['gov.uk', 'police.uk', 'nhs.net', 'partner.example'],
};

test.each<[string, Standing]>([
  ['ann@justice.gov.uk', 'own'],
  ['ann@digital.justice.gov.uk', 'own'],
  ['ann@xn--mnchen-3ya.example', 'own'],
  ['ann@contoso.onmicrosoft.com', 'own'],
  ['ann@mail.contoso.onmicrosoft.com', 'own'],
  ['ann@homeoffice.gov.uk', 'trusted'],
  ['ann@met.police.uk', 'trusted'],
  ['ann@nhs.net', 'trusted'],
  ['ann@partner.example', 'trusted'],
  // Secure mail wraps the real domain.
  ['ann@justice.gov.uk.cjsm.net', 'own'],
  ['ann@met.police.uk.cjsm.net', 'trusted'],
  ['ann@solicitors.co.uk.cjsm.net', 'outside'],
  // Never by likeness.
  ['ann@notjustice.gov.uk.example', 'outside'],
  ['ann@fakejustice.gov.ukx', 'outside'],
  ['ann@justice.gov.uk.attacker.example', 'outside'],
  ['ann@evilpartner.example', 'outside'],
  ['ann@other.onmicrosoft.com', 'outside'],
  ['ann@gmail.com', 'outside'],
  ['ann@uk', 'outside'],
])('%s is %s', (address, standing) => expect(standingOf(address, organisation)).toBe(standing));

test('a listed domain that everyone shares lets nobody in', () => {
  const shared = { own: ['onmicrosoft.com'], trusted: ['cjsm.net'] };
  expect(standingOfDomain('anyone.onmicrosoft.com', shared)).toBe('outside');
  expect(standingOfDomain('anyone.cjsm.net', shared)).toBe('outside');
  expect(isSharedByTenants('contoso.onmicrosoft.com')).toBe(false);
});

test('without any domains everyone is outside', () => {
  expect(standingOf('ann@justice.gov.uk', { own: [], trusted: [] })).toBe('outside');
});

test.each([
  ['justice.gov.uk.cjsm.net', 'justice.gov.uk'],
  ['cjsm.net', 'cjsm.net'],
  ['firm.cjsm.net', 'firm.cjsm.net'],
  ['justice.gov.uk', 'justice.gov.uk'],
])('%s without secure mail is %s', (domain, expected) => expect(withoutSecureMail(domain)).toBe(expected));

describe('the organisation of', () => {
  test.each([
    ['mail.digital.justice.gov.uk', 'justice.gov.uk'],
    ['justice.gov.uk', 'justice.gov.uk'],
    ['met.police.uk', 'met.police.uk'],
    ['trust.nhs.uk', 'trust.nhs.uk'],
    ['nhs.net', 'nhs.net'],
    ['a.school.town.sch.uk', 'school.town.sch.uk'],
    ['mail.firm.co.uk', 'firm.co.uk'],
    ['firm.uk', 'firm.uk'],
    ['mail.example.com', 'example.com'],
    ['mail.firm.com.au', 'firm.com.au'],
    ['x.contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['justice.gov.uk.cjsm.net', 'justice.gov.uk'],
    ['llyw.cymru', 'llyw.cymru'],
    ['co.uk', 'co.uk'],
  ])('%s is %s', (domain, expected) => expect(organisationOf(domain)).toBe(expected));

  test('any domain ends the domain it came from', () => {
    fc.assert(fc.property(fc.domain(), (domain) => withoutSecureMail(domain).endsWith(organisationOf(domain))));
  });
});
