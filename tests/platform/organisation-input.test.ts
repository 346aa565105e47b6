import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiDomain } from '../../mail/addresses';
import { standingOf } from '../../mail/domains';
import {
  readAddresses,
  readableDomain,
  readDomains,
  readOfferedServers,
  readProviders,
  readServer,
  trustedPresets,
  tryAddress,
} from '../../platform/organisation-input';
import { listLimit } from '../../platform/setting-definitions';

const none = { own: [], trusted: [] };
const accepted = (text: string, list: 'own' | 'trusted' = 'own') => readDomains(text, list, none).accepted;

describe('domains are read from', () => {
  test.each<[string, string, string[]]>([
    ['one domain', 'justice.gov.uk', ['justice.gov.uk']],
    ['capitals and spaces', '  Justice.GOV.uk ', ['justice.gov.uk']],
    ['an address', 'ann@justice.gov.uk', ['justice.gov.uk']],
    ['an address with a name', 'Smith, Ann <ann@justice.gov.uk>', ['justice.gov.uk']],
    ['a mail link', 'mailto:ann@justice.gov.uk', ['justice.gov.uk']],
    ['a link', 'https://intranet.justice.gov.uk:8443/a?b=c#d', ['intranet.justice.gov.uk']],
    ['wildcards', '*.justice.gov.uk, .hmcts.net; @cica.gov.uk', ['justice.gov.uk', 'hmcts.net', 'cica.gov.uk']],
    ['a list in any separators', 'a.org, b.org;c.org\nd.org\te.org | f.org', ['a.org', 'b.org', 'c.org', 'd.org', 'e.org', 'f.org']],
    ['addresses among words', 'To: Ann Smith <ann@a.org>; Bob <bob@b.org>', ['a.org', 'b.org']],
    ['an international name', 'münchen.de', ['xn--mnchen-3ya.de']],
    ['another script', 'почта.рф', ['xn--80a1acny.xn--p1ai']],
    ['a trailing dot', 'justice.gov.uk.', ['justice.gov.uk']],
    ['invisible characters', 'justice\u200b.gov.uk', ['justice.gov.uk']],
    ['an address and a domain in one line', 'ann@a.org, b.org', ['a.org', 'b.org']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, domains) => {
    expect(readDomains(text, 'own', none)).toMatchObject({ accepted: domains, refused: [] });
  });
});

describe('a web server’s name', () => {
  test.each<[string, string, string | null]>([
    ['https://www.cps.gov.uk/x', 'cps.gov.uk', 'www.cps.gov.uk'],
    ['www.cps.gov.uk/crime-info', 'cps.gov.uk', 'www.cps.gov.uk'],
    ['WWW.cps.gov.uk', 'cps.gov.uk', 'www.cps.gov.uk'],
    ['https://www2.example.org', 'example.org', 'www2.example.org'],
    ['https://www.gov.uk/contact', 'www.gov.uk', null],
    ['ann@www.example.org', 'www.example.org', null],
    ['https://wwwexample.org/@ann', 'wwwexample.org', null],
  ])('%s', (text, domain, by) => {
    expect(readDomains(text, 'trusted', none)).toEqual({ accepted: [domain], refused: [], remarks: by === null ? [] : [{ kind: 'web-server', domain, by }] });
  });

  test('is told once, and what is listed already stays one entry', () => {
    const listed = { own: ['cps.gov.uk'], trusted: [] };
    expect(readDomains('https://www.cps.gov.uk/x', 'own', listed)).toEqual({
      accepted: [],
      refused: [],
      remarks: [{ kind: 'duplicate', domain: 'cps.gov.uk' }],
    });
  });
});

describe('refused', () => {
  test.each([
    ['justice', 'not-a-domain'],
    ['justice gov uk', 'not-a-domain'],
    ['exa mple..org', 'not-a-domain'],
    ['-.org', 'not-a-domain'],
    ['a..b', 'not-a-domain'],
    ['192.168.1.1', 'ip-address'],
    ['co.uk', 'public-suffix'],
    ['gov.uk', 'public-suffix'],
    ['*.gov.uk', 'public-suffix'],
    ['com', 'not-a-domain'],
    ['UK', 'not-a-domain'],
    ['K12.ca.us', 'public-suffix'],
    ['onmicrosoft.com', 'shared'],
    ['cjsm.net', 'shared'],
    ['gmail.com', 'personal'],
    ['ann@hotmail.co.uk', 'personal'],
  ])('%s: %s', (text, reason) => {
    const reading = readDomains(text, 'own', none);
    expect(reading.accepted).toEqual(reading.accepted.filter((domain) => domain !== text));
    expect(reading.refused.map((refusal) => refusal.reason)).toContain(reason);
  });

  test.each([
    ['😀.example', 'symbols'],
    ['i❤.ws', 'symbols'],
    ['ann@☃.net', 'symbols'],
    ['xn--n3h.net', 'symbols'],
    ['https://www.💩.la/x', 'symbols'],
    ['\u202Eku.vog.ecitsuj', 'reordered'],
    ['justice\u202D.gov.uk', 'reordered'],
  ])('%s: %s, in every list', (text, reason) => {
    for (const { accepted: taken, refused } of [readDomains(text, 'own', none), readDomains(text, 'trusted', none), readProviders(text, [])])
      expect([taken, refused.map((one) => one.reason)]).toEqual([[], [reason]]);
  });

  test('what turns letters around is taken out of what stays in the field, for the whole line', () => {
    expect(readDomains('\u202Emoc.liamg first.example\nsecond.example', 'own', none)).toMatchObject({
      accepted: ['second.example'],
      refused: [
        { text: 'moc.liamg', reason: 'reordered' },
        { text: 'first.example', reason: 'reordered' },
      ],
    });
    expect(readAddresses('\u202Egro.elpmaxe@maet', []).refused).toEqual([{ text: 'gro.elpmaxe@maet', reason: 'reordered' }]);
    expect(readAddresses('team@☃.net', []).refused).toEqual([{ text: 'team@☃.net', reason: 'no-address' }]);
    expect(readServer('https://\u202Email.example.org', [], []).kind).toBe('refused');
  });

  test('marks of direction that change nothing are no reason: this page itself puts them around domains', () => {
    expect(accepted('\u2068justice.gov.uk\u2069, \u200ehmcts.net')).toEqual(['justice.gov.uk', 'hmcts.net']);
  });

  test.each(['münchen.de', 'paral·lel.cat', 'почта.рф', '例え.テスト.jp', 'दिल्ली.भारत', 'عربي.إختبار.com'])('letters of any script stand: %s', (domain) => {
    expect(accepted(domain)).toHaveLength(1);
  });

  test('one bad name does not take the good ones along', () => {
    expect(readDomains('a.org, nonsense, b.org', 'own', none)).toEqual({
      accepted: ['a.org', 'b.org'],
      refused: [{ text: 'nonsense', reason: 'not-a-domain' }],
      remarks: [],
    });
  });
});

test('a whole branch of public bodies can be trusted, a public suffix that sells names cannot', () => {
  expect(accepted('*.gov.uk police.uk nhs.uk', 'trusted')).toEqual(['gov.uk', 'police.uk', 'nhs.uk']);
  expect(readDomains('co.uk', 'trusted', none).refused).toEqual([{ text: 'co.uk', reason: 'public-suffix' }]);
});

test.each([
  'x@homeoffice.gsi.gov.uk',
  'x@leeds.gcsx.gov.uk',
  'x@met.pnn.police.uk',
  'x@trust.secure.nhs.uk',
  'x@nhs.net',
  'x@leeds.gov.uk.cjsm.net',
  'x@met.police.uk.cjsm.net',
])('the presets cover the secure-mail form %s of a public body', (address) =>
  expect(standingOf(address, { own: ['justice.example'], trusted: trustedPresets.flatMap(({ domains }) => domains) })).toBe('trusted'),
);

test('the header of a message gives nothing: the names in it are of strangers', () => {
  const header = 'Return-Path: <x@evil.example>\nReceived: from mail.evil.example (mail.evil.example [192.0.2.1])\nFrom: Someone <x@evil.example>\n';
  expect(readDomains(header, 'own', none)).toMatchObject({ accepted: [], refused: [{ reason: 'mail-header' }] });
  expect(readDomains('Domains received: example.gov.uk', 'own', none).refused.map(({ reason }) => reason)).not.toContain('mail-header');
});

test.each(trustedPresets)('preset $id is accepted as it stands', ({ domains }) => {
  const { refused } = readDomains(domains.join(' '), 'trusted', none);
  expect(refused).toEqual([]);
});

describe('a full list', () => {
  const many = (count: number): string => Array.from({ length: count }, (_, index) => `name${index}.example.org`).join('\n');

  test('takes what has room and refuses the others by name, in reasonable time', () => {
    const { accepted: taken, refused } = readDomains(many(listLimit + 8000), 'own', none);
    expect(taken).toHaveLength(listLimit);
    expect(refused).toHaveLength(8000);
    expect(refused[0]).toEqual({ text: `name${listLimit}.example.org`, reason: 'too-many' });
  });

  test('counts what is listed already, for providers and addresses too', () => {
    const listed = many(listLimit).split('\n');
    expect(readProviders('post.example.net', listed).refused).toEqual([{ text: 'post.example.net', reason: 'too-many' }]);
    expect(readAddresses('team@example.net', listed).refused).toEqual([{ text: 'team@example.net', reason: 'too-many' }]);
  });
});

describe('remarks', () => {
  const listed = { own: ['justice.gov.uk', 'mail.hmcts.net'], trusted: ['partner.org'] };
  test.each<[string, string, object[]]>([
    ['a duplicate', 'JUSTICE.gov.uk', [{ kind: 'duplicate', domain: 'justice.gov.uk' }]],
    ['a covered one', 'digital.justice.gov.uk', [{ kind: 'covered', domain: 'digital.justice.gov.uk', by: 'justice.gov.uk' }]],
    ['one that covers another', 'hmcts.net', [{ kind: 'covers', domain: 'mail.hmcts.net', by: 'hmcts.net' }]],
    ['one of the other list', 'partner.org', [{ kind: 'other-list', domain: 'partner.org' }]],
    ['the same twice in one paste', 'a.org a.org', [{ kind: 'duplicate', domain: 'a.org' }]],
  ])('%s', (_, text, remarks) => expect(readDomains(text, 'own', listed).remarks).toEqual(remarks));
});

test('any text at all is read without an error, and only domains come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const domain of accepted(text)) expect(asciiDomain(domain)).toBe(domain);
    }),
  );
});

test('a paste of thousands of domains is read to its end', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `unit${index}.example-${index % 50}.org.uk`).join('\n');
  expect(readDomains(text.slice(0, 60_000), 'own', none).accepted.length).toBeGreaterThan(1000);
});

describe('an address is tried', () => {
  const organisation = { own: ['justice.gov.uk'], trusted: ['gov.uk'] };
  test.each([
    ['ann@digital.justice.gov.uk', { standing: 'own', by: 'justice.gov.uk', personal: false, inside: null }],
    ['Ann <ann@homeoffice.gov.uk>', { standing: 'trusted', by: 'gov.uk', personal: false }],
    ['ann@gmail.com', { standing: 'outside', by: null, personal: true }],
    ['ann@village.example', { standing: 'outside', by: null, personal: true }],
    ['ann@justice.gov.uk.cjsm.net', { standing: 'own', by: 'justice.gov.uk', inside: 'justice.gov.uk' }],
    ['ann@justlce.example', { standing: 'outside', by: null, personal: false }],
  ])('%s', (text, expected) => expect(tryAddress(text, organisation, ['village.example'])).toMatchObject(expected));

  test.each(['', 'ann', 'ann@', '@justice.gov.uk', 'ann@uk', 'ann smith@justice.gov.uk', 'a@b@c'])('%j is no address', (text) => {
    expect(tryAddress(text, organisation, [])).toEqual({ kind: 'no-address' });
  });
});

test.each([
  ['justice.gov.uk', 'justice.gov.uk'],
  ['xn--mnchen-3ya.de', 'münchen.de (xn--mnchen-3ya.de)'],
  ['xn--a.de', 'xn--a.de'],
])('%s reads %s', (domain, text) => expect(readableDomain(domain)).toBe(text));

describe('a server', () => {
  const builtIn = ['https://mail.google.com/*', 'https://*.zoom.us/*', 'https://cloud.example/apps/*'];
  const added = ['https://mail.added.org/*'];
  test.each([
    ['mail.example.org', 'https://mail.example.org/*'],
    ['https://Mail.Example.org/webmail/?a=b', 'https://mail.example.org/*'],
    ['mail.example.org:8443/x', 'https://mail.example.org/*'],
    ['meet.münchen.de', 'https://meet.xn--mnchen-3ya.de/*'],
    ['cloud.example', 'https://cloud.example/*'],
    ['https://MAIL.example.GOV.UK:8443/owa/?path=/mail#inbox', 'https://mail.example.gov.uk/*'],
    ['https://jane:secret@mail.example.org/', 'https://mail.example.org/*'],
    ['mail.example.org.', 'https://mail.example.org/*'],
    ['  https://mail.example.org  ', 'https://mail.example.org/*'],
    ['10.1.2.3', 'https://10.1.2.3/*'],
    ['https://192.168.1.10:9443/webmail', 'https://192.168.1.10/*'],
    ['localhost', 'https://localhost/*'],
    ['https://localhost:8443/', 'https://localhost/*'],
    ['https://webmail/owa', 'https://webmail/*'],
    ['пошта.example.org', 'https://xn--80a1acn3a.example.org/*'],
  ])('%s is %s', (text, pattern) => expect(readServer(text, builtIn, added)).toMatchObject({ kind: 'server', pattern }));

  test.each([
    ['', 'empty'],
    ['http://mail.example.org', 'not-encrypted'],
    ['*.example.org', 'too-wide'],
    ['https://*/*', 'too-wide'],
    ['co.uk', 'too-wide'],
    ['ftp://mail.example.org', 'not-a-server'],
    ['javascript:alert(1)', 'not-a-server'],
    ['mail server', 'not-a-server'],
    ['mail', 'not-a-server'],
    ['https://', 'not-a-server'],
    ['mail.google.com', 'built-in'],
    ['us02web.zoom.us', 'built-in'],
    ['https://gov.uk', 'too-wide'],
    ['https://[::1]/', 'not-a-server'],
    ['https://mail example.org', 'not-a-server'],
    ['file:///etc/passwd', 'not-a-server'],
    ['chrome://extensions', 'not-a-server'],
    ['https://mail.added.org/x', 'added'],
  ])('%s is refused: %s', (text, reason) => expect(readServer(text, builtIn, added)).toEqual({ kind: 'refused', reason }));
});

test('servers that a policy offers are read as administrators write them', () => {
  const offered = [
    'https://mail.example.gov.uk',
    'meet.example.gov.uk/',
    'https://mail.example.gov.uk/*',
    'https://*.example.org/*',
    'mail.google.com',
    'no server',
    '',
  ];
  expect(readOfferedServers(offered, ['https://mail.google.com/*'])).toEqual(['https://mail.example.gov.uk/*', 'https://meet.example.gov.uk/*']);
});
