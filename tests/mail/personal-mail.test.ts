import { describe, expect, test } from 'vitest';
import { asciiDomain } from '../../mail/addresses';
import { isPersonalMail, personalMailDomains } from '../../mail/personal-mail';

describe('personal', () => {
  test.each([
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.co.uk',
    'live.co.uk',
    'yahoo.co.uk',
    'yahoo.fr',
    'icloud.com',
    'me.com',
    'btinternet.com',
    'sky.com',
    'talktalk.net',
    'virginmedia.com',
    'ntlworld.com',
    'plus.net',
    'smithfamily.plus.com',
    'zen.co.uk',
    'tiscali.co.uk',
    'proton.me',
    'tutanota.com',
    'hey.com',
    'mozmail.com',
    'duck.com',
    'web.de',
    'gmx.net',
    't-online.de',
    'orange.fr',
    'laposte.net',
    'libero.it',
    'wp.pl',
    'seznam.cz',
    'ziggo.nl',
    'telenet.be',
    'eircom.net',
    'abv.bg',
    'mailo.com',
    'vodafonemail.de',
    'tim.it',
    'proximus.be',
    'in.gr',
    'siol.net',
    'postmaster.co.uk',
    'slmail.me',
    'mail.ru',
    'ukr.net',
    'qq.com',
  ])('%s', (domain) => expect(isPersonalMail(domain, [])).toBe(true));
});

describe('not personal', () => {
  test.each([
    'justice.gov.uk',
    'nhs.net',
    'cjsm.net',
    'bt.com',
    'btconnect.com',
    'ee.co.uk',
    'google.com',
    'microsoft.com',
    'apple.com',
    'yahooinc.com',
    'example.com',
    'gmail.co',
    'notgmail.com',
    'gmail.com.example',
    'mail.justice.gov.uk',
    'de',
    'live.justice.gov.uk',
    'contoso.onmicrosoft.com',
    'parliament.uk',
  ])('%s', (domain) => expect(isPersonalMail(domain, [])).toBe(false));
});

test('further providers count with their subdomains', () => {
  expect(isPersonalMail('village.example', ['village.example'])).toBe(true);
  expect(isPersonalMail('mail.village.example', ['village.example'])).toBe(true);
  expect(isPersonalMail('thevillage.example', ['village.example'])).toBe(false);
});

test('the list is well formed: lower-case ASCII domains, each once, no name that anyone can register under', () => {
  const domains = personalMailDomains();
  expect(domains.length).toBeGreaterThan(150);
  expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([]);
  expect(domains.filter((domain) => asciiDomain(domain) !== domain)).toEqual([]);
  expect(domains.filter((domain) => /^(?:co|com|org|gov|net|ac)\.[a-z]{2}$/.test(domain))).toEqual([]);
});
