import { afterEach, expect, test } from 'vitest';
import { isReachable } from '../../page/tree';

afterEach(() => document.body.replaceChildren());

test.each([
  ['as it is', '', true],
  ['below the fold', 'position: absolute; top: 5000px', true],
  ['hidden', 'visibility: hidden', false],
  ['not drawn', 'display: none', false],
  ['beyond the left edge', 'position: absolute; left: -9999px', false],
  ['above the top edge', 'position: absolute; top: -9999px', false],
  ['one pixel large', 'width: 1px; height: 1px', false],
])('a frame that stands %s', (_, style, reachable) => {
  const frame = document.createElement('iframe');
  frame.style.cssText = style;
  document.body.append(frame);
  const inner = frame.contentDocument ?? expect.fail('no document');
  expect(isReachable(inner)).toBe(reachable);
  const nested = inner.createElement('iframe');
  inner.body.append(nested);
  expect(isReachable(nested.contentDocument ?? expect.fail('no document'))).toBe(reachable);
});

test('the page itself is always reachable', () => expect(isReachable(document)).toBe(true));
