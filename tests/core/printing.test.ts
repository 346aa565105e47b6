import { expect, test } from 'vitest';
import type { Printed, Printing } from '../../core/observation';
import { dialogWithin, isPrintOver, noticePrint, type PrintSign, pressLasts, printLasts } from '../../core/printing';

const start = 1_000_000;
/** Plays signs at so many ms after the start: `pressed`, or `pressed thread`. */
const play = (...signs: readonly (readonly [number, string])[]): Printing | null =>
  signs.reduce<Printing | null>((before, [at, text]) => {
    const [sign, what = 'unknown'] = text.split(' ') as [PrintSign, Printed?];
    return noticePrint(before, sign, what, start + at);
  }, null);

test.each<[string, readonly (readonly [number, string])[], Printing['moment'], Printed, number]>([
  ['a press alone', [[0, 'pressed']], 'about-to', 'unknown', 0],
  [
    'a press and its dialog',
    [
      [0, 'pressed'],
      [900, 'begun'],
    ],
    'about-to',
    'unknown',
    0,
  ],
  [
    'the dialog is closed',
    [
      [0, 'pressed thread'],
      [900, 'begun'],
      [9000, 'over'],
    ],
    'started',
    'thread',
    0,
  ],
  ['the dialog was faster', [[0, 'begun']], 'started', 'unknown', 0],
  [
    'a press too long before the dialog is another print',
    [
      [0, 'pressed'],
      [dialogWithin, 'begun'],
    ],
    'started',
    'unknown',
    0,
  ],
  [
    'a press that came to nothing',
    [
      [0, 'pressed'],
      [pressLasts, 'begun'],
    ],
    'started',
    'unknown',
    pressLasts,
  ],
  [
    'pointerdown and click of one press',
    [
      [0, 'pressed message'],
      [80, 'pressed'],
    ],
    'about-to',
    'message',
    0,
  ],
  [
    'another control is another print',
    [
      [0, 'pressed message'],
      [4000, 'pressed thread'],
    ],
    'about-to',
    'thread',
    4000,
  ],
  [
    'printing again after the dialog',
    [
      [0, 'pressed'],
      [50, 'begun'],
      [3000, 'over'],
      [5000, 'pressed'],
    ],
    'about-to',
    'unknown',
    5000,
  ],
  [
    'the window says what it prints',
    [
      [0, 'pressed'],
      [50, 'begun message'],
    ],
    'about-to',
    'message',
    0,
  ],
  [
    'a long dialog',
    [
      [0, 'pressed'],
      [50, 'begun'],
      [pressLasts * 4, 'over'],
    ],
    'started',
    'unknown',
    pressLasts * 4,
  ],
])('%s', (_what, signs, moment, what, since) => {
  expect(play(...signs)).toEqual({ moment, what, since: start + since });
});

test('what says nothing new changes nothing', () => {
  const pressed = noticePrint(null, 'pressed', 'unknown', start);
  expect(noticePrint(pressed, 'pressed', 'unknown', start + 90)).toBe(pressed);
  expect(noticePrint(pressed, 'begun', 'unknown', start + 90)).toBe(pressed);
  const started = noticePrint(pressed, 'over', 'unknown', start + 900);
  expect(noticePrint(started, 'over', 'unknown', start + 990)).toBe(started);
});

test('is over by itself', () => {
  const pressed = noticePrint(null, 'pressed', 'unknown', start);
  expect([isPrintOver(pressed, start + pressLasts - 1), isPrintOver(pressed, start + pressLasts)]).toEqual([false, true]);
  const started = noticePrint(null, 'begun', 'unknown', start);
  expect([isPrintOver(started, start + printLasts - 1), isPrintOver(started, start + printLasts)]).toEqual([false, true]);
});
