import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IdleMemory, type IdleSign, noticeIdle, owedLasts, owedNow, seenLeftUnlocked, sleepGap, somebodyThere } from '../../core/left-unlocked';

const minute = 60_000;
const threshold = 10 * minute;
const start = Date.UTC(2026, 10, 21, 9);

/** Signs by the minute after somebody last touched the computer; `watching` after a sign means that somebody is there without touching it. */
type Play = readonly (readonly [number, IdleSign, 'watching'?])[];
const play = (signs: Play, memory: IdleMemory = somebodyThere): IdleMemory =>
  signs.reduce((before, [at, sign, watching]) => noticeIdle(before, sign, watching !== undefined, threshold, start + at * minute), memory);
const ticks = (from: number, to: number, watching?: 'watching'): Play =>
  Array.from({ length: to - from + 1 }, (_, index) => (watching ? [from + index, 'tick', watching] : [from + index, 'tick']));

test.each<[string, Play, number | null]>([
  ['away for a quarter of an hour', [[10, 'idle'], ...ticks(11, 15), [15.5, 'active']], 15],
  ['away over night, and nobody locked anything', [[10, 'idle'], ...ticks(11, 840), [840.2, 'active']], 840],
  [
    'an alarm that comes late',
    [
      [10, 'idle'],
      [11, 'tick'],
      [13.2, 'tick'],
      [14, 'active'],
    ],
    14,
  ],
  [
    'locked at once',
    [
      [0, 'locked'],
      [30, 'active'],
    ],
    null,
  ],
  ['locked at once, and the browser says idle too', [[0, 'locked'], [10, 'idle'], ...ticks(11, 15), [16, 'active']], null],
  ['locked by itself later', [[10, 'idle'], ...ticks(11, 14), [15, 'locked'], [40, 'active']], null],
  [
    'locked by itself in the very minute',
    [
      [10, 'idle'],
      [10, 'locked'],
      [40, 'active'],
    ],
    null,
  ],
  [
    'unlocked screen seen idle before active',
    [
      [0, 'locked'],
      [30, 'idle'],
      [31, 'active'],
    ],
    null,
  ],
  [
    'it slept all the time',
    [
      [10, 'idle'],
      [480, 'active'],
    ],
    null,
  ],
  ['it fell asleep a little later', [[10, 'idle'], ...ticks(11, 20), [480, 'tick'], [480.1, 'active']], null],
  ['it fell asleep, and came back with its owner', [[10, 'idle'], ...ticks(11, 20), [480, 'active']], null],
  [
    'back before anybody could tell whether it was awake',
    [
      [10, 'idle'],
      [10.3, 'active'],
    ],
    null,
  ],
  ['in a call without touching anything', [[10, 'idle', 'watching'], ...ticks(11, 50, 'watching'), [50.5, 'active']], null],
  ['a call that ended while away is not told apart from one that did not', [[10, 'idle', 'watching'], ...ticks(11, 50), [50.5, 'active']], null],
  [
    'a film that began later',
    [
      [10, 'idle'],
      [11, 'tick'],
      [12, 'tick', 'watching'],
      [13, 'active'],
    ],
    null,
  ],
  ['a browser that says active without a time away', [[5, 'active']], null],
  [
    'ticks that are left over',
    [
      [1, 'tick'],
      [2, 'tick'],
    ],
    null,
  ],
])('%s', (_what, signs, minutes) => {
  expect(play(signs).owed?.minutes ?? null).toBe(minutes);
});

test('is told until it was seen, once for each return, and not after hours', () => {
  const away: Play = [[10, 'idle'], ...ticks(11, 15), [15.5, 'active']];
  const first = play(away);
  const until = first.owed?.until ?? 0;
  expect(owedNow(first, until + owedLasts - 1)).toEqual(first.owed);
  expect(owedNow(first, until + owedLasts)).toBeNull();
  const seen = seenLeftUnlocked(first);
  expect(owedNow(seen, until)).toBeNull();
  expect(seenLeftUnlocked(seen)).toBe(seen);
  // Locked the next time: the first return is still to be told, if nobody has seen it.
  expect(
    play(
      [
        [20, 'locked'],
        [30, 'active'],
      ],
      first,
    ).owed,
  ).toEqual(first.owed);
  expect(
    play(
      [
        [20, 'locked'],
        [30, 'active'],
      ],
      seen,
    ).owed,
  ).toBeNull();
  // Left again: the later return is what counts.
  expect(play([[30, 'idle'], ...ticks(31, 40), [40, 'active']], first).owed?.minutes).toBe(20);
});

test('a state that survived in storage is a plain object', () => {
  const half = play([
    [10, 'idle'],
    [11, 'tick'],
  ]);
  expect(
    play(
      [
        [12, 'tick'],
        [12.5, 'active'],
      ],
      JSON.parse(JSON.stringify(half)) as IdleMemory,
    ).owed?.minutes,
  ).toBe(12);
});

test('whatever the browser says, a lock or a gap never becomes "left unlocked"', () => {
  const sign = fc.constantFrom<IdleSign>('idle', 'locked', 'active', 'tick');
  fc.assert(
    fc.property(fc.array(fc.tuple(sign, fc.integer({ min: 0, max: 400_000 }))), (signs) => {
      let memory = somebodyThere;
      let now = start;
      let away: { at: number; spoiled: boolean } | null = null;
      let before = now;
      for (const [what, wait] of signs) {
        now += wait;
        if (what === 'idle' && !away) away = { at: now, spoiled: false };
        if (what === 'locked') away = { at: away?.at ?? now, spoiled: true };
        if (away && now - before > sleepGap && away.at !== now) away.spoiled = true;
        memory = noticeIdle(memory, what, false, threshold, now);
        if (what === 'active') {
          if (away?.spoiled) expect(memory.owed?.until).not.toBe(now);
          away = null;
        }
        before = now;
      }
    }),
  );
});
