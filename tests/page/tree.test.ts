import { afterEach, describe, expect, test } from 'vitest';
import { all, isReachable } from '../../page/tree';

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

describe('in a large page', () => {
  const lists = [
    'b,i',
    'i,b,b',
    '[title="a,b"],[title=\'c,"d\'],#x\\,y',
    ':is(b,i):not([title],[id]),u:has(> b,> i)',
    'section,b, i , u > b',
    'p,span',
    'b',
    ':not(span,p,section,b,i,u)',
  ];
  test.each(lists)('%s finds the same, in the same order, as the browser does for the whole list', (list) => {
    const room = document.createElement('section');
    for (let at = 0; at < 1500; at += 1) {
      const line = document.createElement(at % 2 ? 'p' : 'span');
      if (at % 300 === 7) line.append(document.createElement('u'), document.createElement('i'));
      if (at % 300 === 8) (line.previousElementSibling ?? line).append(document.createElement('b'));
      if (at % 400 === 11) line.append(Object.assign(document.createElement('u'), { title: 'a,b' }));
      if (at % 400 === 12) line.append(Object.assign(document.createElement('u'), { title: 'c,"d' }));
      if (at === 13) line.id = 'x,y';
      if (at % 500 === 14) line.append(document.createElement('u').appendChild(document.createElement('b')).parentElement ?? '');
      room.append(line);
    }
    document.body.append(room);
    for (const root of [document, room]) {
      const wanted = [...root.querySelectorAll(list)];
      expect(all(root, list)).toEqual(wanted);
    }
    expect(document.querySelectorAll(list).length).toBeGreaterThan(0);
    room.remove();
  });
});
