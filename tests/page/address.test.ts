import { afterEach, expect, test } from 'vitest';
import { fitsAddressOf } from '../../page/address';

afterEach(() => document.body.replaceChildren());

test('a frame that a page makes by script has the address of its maker', () => {
  const own = `${location.protocol}//${location.hostname}/*`;
  for (const srcdoc of [null, '<p>Hello</p>']) {
    const frame = document.createElement('iframe');
    if (srcdoc !== null) frame.srcdoc = srcdoc;
    document.body.append(frame);
    const inner = frame.contentDocument ?? expect.fail('no document');
    expect(inner.location.protocol).toBe('about:');
    expect(fitsAddressOf(inner)(own)).toBe(true);
    expect(fitsAddressOf(inner)('https://mail.example.org/*')).toBe(false);
  }
  expect(fitsAddressOf(document)(own)).toBe(true);
});

test('a document without a window has none', () => {
  expect(fitsAddressOf(document.implementation.createHTMLDocument(''))('*://*/*')).toBe(false);
});
