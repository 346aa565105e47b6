import { describe, expect, test } from 'vitest';
import { entryOf, hostFits, hostOfPattern, patternCovers, patternFits } from '../../core/match-pattern';

describe('a host fits a pattern', () => {
  test.each([
    ['https://mail.example.org/*', 'mail.example.org', true],
    ['https://mail.example.org/mail/*', 'mail.example.org', true],
    ['https://mail.example.org:8443/*', 'mail.example.org', true],
    ['*://mail.example.org/*', 'mail.example.org', true],
    ['https://*.example.org/*', 'example.org', true],
    ['https://*.example.org/*', 'a.b.example.org', true],
    ['https://*/*', 'example.org', true],
    ['https://*.example.org/*', 'badexample.org', false],
    ['https://mail.example.org/*', 'mail.example.org.evil.example', false],
    ['https://mail.example.org/*', 'example.org', false],
    ['mail.example.org', 'mail.example.org', false],
    ['<all_urls>', 'mail.example.org', false],
    ['', '', false],
  ])('%s %s: %s', (pattern, host, fits) => expect(hostFits(pattern, host)).toBe(fits));
});

test.each([
  ['https://*.zoom.us/*', 'https://us02web.zoom.us/*', true],
  ['https://*.zoom.us/*', 'https://*.us.zoom.us/*', true],
  ['https://zoom.us/*', 'https://*.zoom.us/*', false],
  ['https://*/*', 'https://*.zoom.us/*', true],
  ['https://a.example/*', 'https://b.example/*', false],
  ['https://a.example/*', 'https://*/*', false],
])('%s covers %s: %s', (wide, narrow, covers) => expect(patternCovers(wide, narrow)).toBe(covers));

test.each([
  ['https://mail.example.org/*', 'mail.example.org'],
  ['https://*.example.org/x/*', 'example.org'],
  ['https://*/*', ''],
  ['nonsense', ''],
])('%s is %s', (pattern, host) => expect(hostOfPattern(pattern)).toBe(host));

test.each([
  ['https://mail.example.org/*', 'https://mail.example.org/x?y', true],
  ['https://mail.example.org/*', 'https://mail.example.org:8443/x', true],
  ['https://mail.example.org/*', 'http://mail.example.org/x', false],
  ['https://mail.example.org/*', 'https://mail.example.org.evil.example/', false],
  ['https://*.example.org/*', 'https://example.org/', true],
  ['https://*.example.org/*', 'https://a.b.example.org/', true],
  ['https://*.example.org/*', 'https://notexample.org/', false],
  ['https://example.org/a/*/c', 'https://example.org/a/b/c', true],
  ['https://example.org/a/*/c', 'https://example.org/a/c', false],
  ['nonsense', 'https://example.org/', false],
])('%s covers %s: %s', (pattern, address, fits) => {
  const { protocol, hostname, pathname, search } = new URL(address);
  expect(patternFits(pattern, { protocol, host: hostname, path: pathname + search })).toBe(fits);
});

test.each([
  ['mail.example.org', 1],
  ['a.example.org', 2],
  ['example.org', 2],
  ['x.y.example.org', 2],
  ['notexample.org', undefined],
  ['constructor', undefined],
  ['org', undefined],
  ['', undefined],
])('the entry of %s is %s', (host, entry) => expect(entryOf({ '*.example.org': 2, 'mail.example.org': 1 }, host)).toBe(entry));
