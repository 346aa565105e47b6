import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type ClearBox, placeCard } from '../../page/placement';

const viewport = { width: 1280, height: 800 };
const card = { width: 348, height: 260 };
const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const placed = (place: { left: number; top: number }, size = card): Box => ({
  left: place.left,
  top: place.top,
  right: place.left + size.width,
  bottom: place.top + size.height,
});

test.each<[string, Box, ClearBox[]]>([
  [
    'a docked window at the bottom right: beside it',
    { left: 740, top: 280, right: 1250, bottom: 800 },
    [
      { left: 740, top: 320, right: 1250, bottom: 360, how: 'never' },
      { left: 740, top: 750, right: 900, bottom: 790, how: 'never' },
      { left: 740, top: 360, right: 1250, bottom: 740, how: 'avoid' },
    ],
  ],
  [
    'a full-screen compose: below what is written',
    { left: 0, top: 0, right: 1280, bottom: 800 },
    [
      { left: 0, top: 0, right: 1280, bottom: 160, how: 'never' },
      { left: 0, top: 160, right: 1280, bottom: 300, how: 'avoid' },
    ],
  ],
])('%s', (_what, anchor, clear) => {
  const place = placeCard(card, anchor, clear, viewport, null);
  expect(place.covers).toBe(false);
  expect(place.overText).toBe(false);
  for (const box of clear) expect(overlaps(placed(place), box)).toBe(false);
});

test('says when there is no room at all', () => {
  const everything = { left: 0, top: 0, right: 1280, bottom: 800 };
  expect(placeCard(card, everything, [{ ...everything, how: 'never' }], viewport, null).covers).toBe(true);
});

test('covers text rather than Send', () => {
  const everything = { left: 0, top: 0, right: 1280, bottom: 800 };
  const send: ClearBox = { left: 0, top: 0, right: 1280, bottom: 400, how: 'never' };
  const place = placeCard(card, everything, [send, { left: 0, top: 400, right: 1280, bottom: 800, how: 'avoid' }], viewport, null);
  expect(place).toMatchObject({ covers: false, overText: true });
});

test('stays where it is while that is good enough', () => {
  const anchor = { left: 740, top: 280, right: 1250, bottom: 800 };
  const first = placeCard(card, anchor, [], viewport, null);
  const moved = placeCard({ ...card, height: 268 }, { ...anchor, top: 276 }, [], viewport, first);
  expect([moved.left, moved.top]).toEqual([first.left, first.top]);
});

test('is always inside the viewport', () => {
  const box = fc
    .record({
      left: fc.integer({ min: -500, max: 1500 }),
      top: fc.integer({ min: -500, max: 1500 }),
      width: fc.integer({ min: 0, max: 1500 }),
      height: fc.integer({ min: 0, max: 1500 }),
    })
    .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
  const clearBox = fc.tuple(box, fc.constantFrom('never' as const, 'avoid' as const)).map(([area, how]) => ({ ...area, how }));
  fc.assert(
    fc.property(
      box,
      fc.array(clearBox, { maxLength: 8 }),
      fc.integer({ min: 320, max: 2000 }),
      fc.integer({ min: 300, max: 1500 }),
      (anchor, clear, width, height) => {
        const size = { width: Math.min(card.width, width - 16), height: Math.min(card.height, height - 16) };
        const place = placeCard(size, anchor, clear, { width, height }, null);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.left + size.width).toBeLessThanOrEqual(width);
        expect(place.top + size.height).toBeLessThanOrEqual(height);
      },
    ),
  );
});
