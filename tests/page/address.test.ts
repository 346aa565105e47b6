import { afterEach, expect, test } from 'vitest';
import { addressFits } from '../../page/address';

afterEach(() => document.body.replaceChildren());

test('a frame that a page makes by script has the address of its maker', () => {
  const own = `${location.protocol}//${location.hostname}/*`;
  for (const srcdoc of [null, '<p>Hello</p>']) {
    const frame = document.createElement('iframe');
    if (srcdoc !== null) frame.srcdoc = srcdoc;
    document.body.append(frame);
    const inner = frame.contentDocument ?? expect.fail('no document');
    expect(inner.location.protocol).toBe('about:');
    expect(addressFits(own, inner)).toBe(true);
    expect(addressFits('https://mail.example.org/*', inner)).toBe(false);
  }
  expect(addressFits(own, document)).toBe(true);
});

test('a document without a window has none', () => {
  expect(addressFits('*://*/*', document.implementation.createHTMLDocument(''))).toBe(false);
});
