/** Whose an address is, by its domain. Pure; no public suffix list, which would weigh more than everything else a page carries. */
import type { RuleContext, Standing } from '../core/rule';
import { domainOf, isWithin } from './addresses';

type Organisation = RuleContext['organisation'];

/**
 * The domain behind a secure-mail form: CJSM writes `name@org.gov.uk` as `name@org.gov.uk.cjsm.net`
 * (Criminal Justice Secure eMail, cjsm.net help pages; research of November 2026). A bare `cjsm.net` stays as it is.
 */
export function withoutSecureMail(domain: string): string {
  const inner = domain.endsWith('.cjsm.net') ? domain.slice(0, -'.cjsm.net'.length) : domain;
  return inner.includes('.') ? inner : domain;
}

/**
 * Suffixes under which only public bodies, schools and universities get names: a name there is not for sale.
 * From the registration rules of each: gov.uk (Cabinet Office, "Get a .gov.uk domain name", https://www.gov.uk/apply-for-and-manage-a-gov-uk-domain-name),
 * gov.scot, gov.wales and llyw.cymru (the governments of Scotland and Wales), police.uk (Police Digital Service), nhs.uk (NHS England), mod.uk (Ministry of
 * Defence), parliament.uk (Parliamentary Digital Service), ac.uk (Jisc, eligibility policy), sch.uk (Nominet, one for each school); November 2026.
 */
export const closedSuffixes: readonly string[] = [
  'gov.uk',
  'gov.scot',
  'gov.wales',
  'llyw.cymru',
  'police.uk',
  'nhs.uk',
  'mod.uk',
  'parliament.uk',
  'ac.uk',
  'sch.uk',
];

/** Domains that thousands of unrelated people or bodies share directly, so that a listing of the bare domain would trust all of them. */
const sharedByTenants = ['onmicrosoft.com', 'cjsm.net'];

/** Whether a domain belongs to nobody in particular, so that it cannot stand in a list by itself; its subdomains can. */
export const isSharedByTenants = (domain: string): boolean => sharedByTenants.includes(domain);

function within(domain: string, listed: readonly string[]): boolean {
  return isWithin(
    domain,
    listed.filter((own) => !isSharedByTenants(own)),
  );
}

/** Whose a domain is; `domain` as `domainOf` gives it. A domain is listed with its subdomains, and never by likeness. */
export function standingOfDomain(domain: string, organisation: Organisation): Standing {
  const real = withoutSecureMail(domain);
  for (const candidate of real === domain ? [domain] : [domain, real]) {
    if (within(candidate, organisation.own)) return 'own';
  }
  return within(real, organisation.trusted) || within(domain, organisation.trusted) ? 'trusted' : 'outside';
}

/** Whose an address is; `address` as `normaliseAddress` gives it. */
export const standingOf = (address: string, organisation: Organisation): Standing => standingOfDomain(domainOf(address), organisation);

/**
 * Second-level names under which organisations register, by country. Enough to group the people of one message by organisation
 * ("from 3 organisations"), which is all it is used for. From the ICANN section of publicsuffix.org, reviewed by hand, November 2026.
 */
const secondLevel = new Set(
  [
    'ac co gov ltd me mod net nhs nic org plc police uk',
    'ac co gen geek govt iwi kiwi maori mil net org school nz',
    'asn com edu gov id net org au',
    'ac co edu gov law mil net nom org school web za',
    'ac co ed go gr lg ne or jp',
    'com edu gov net org br',
    'ac co edu ernet firm gen gov ind mil net nic org res in',
    'co gov org net ac il',
    'com edu gov net org mx',
    'com edu gov net org tr',
    'com edu gov net org sg',
    'com edu gov idv net org hk',
    'com edu gov net org cy',
    'com edu gov net org mt',
    'com edu gov net org gr',
    'com edu gov net org pl',
    'com edu gov net org pt',
    'com edu gob nom org es',
    'asso com gouv fr',
    'ac co gv or at',
    'co net org je',
    'co net org gg',
    'ac co com net org im',
  ].flatMap((line) => {
    const names = line.split(' ');
    const country = names.pop() ?? '';
    return names.map((name) => `${name}.${country}`);
  }),
);

/**
 * The organisation behind a domain, as the domain that it registered: `mail.justice.gov.uk` → `justice.gov.uk`,
 * `a.school.sch.uk` → `a.school.sch.uk`, `x.contoso.onmicrosoft.com` → `contoso.onmicrosoft.com`.
 */
export function organisationOf(domain: string): string {
  const labels = withoutSecureMail(domain).split('.');
  const lastTwo = labels.slice(-2).join('.');
  const suffix = lastTwo === 'sch.uk' ? 3 : secondLevel.has(lastTwo) || isSharedByTenants(lastTwo) ? 2 : 1;
  return labels.slice(-(suffix + 1)).join('.');
}
