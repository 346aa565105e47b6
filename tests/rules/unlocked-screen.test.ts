import { expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import type { LeftUnlocked } from '../../core/observation';
import { emptyMemory, pace } from '../../core/pacing';
import unlockedScreen from '../../rules/unlocked-screen';
import { contextOf } from '../support/observations';

const now = Date.UTC(2026, 10, 21, 9);
const check = (leftUnlocked: LeftUnlocked | null) => unlockedScreen.check({ surface: 'page', printing: null, leftUnlocked }, contextOf({ now }));
const found = (minutes: number, until = now) => check({ minutes, until }) ?? expect.fail('no finding');

it('is silent while nobody came back', () => expect(check(null)).toBeNull());

test.each([
  [10, 'how-long', 10],
  [119, 'how-long', 119],
  [120, 'how-long-hours', 2],
  [840, 'how-long-hours', 14],
])('%i minutes: %s %i', (minutes, key, count) => {
  const [first] = found(minutes).facts;
  expect(first).toMatchObject({ name: 'how-long', count: minutes, message: { key: `unlocked-screen.${key}`, values: { count } } });
});

it('is a chip, and each return is a reason of its own', () => {
  expect(pace([{ ...found(12), rule: unlockedScreen }], {}, emptyMemory, new Set(), now)?.form).toBe('chip');
  expect(found(12).subject).not.toBe(found(12, now + 1).subject);
  expect(found(12).subject).toBe(found(13).subject);
});

it('has two variants, and words for everything', () => {
  for (const minutes of [12, 300]) {
    const { titles, line, facts, details } = found(minutes);
    expect(new Set(titles.map(({ key }) => key)).size).toBe(2);
    for (const { key } of [line, ...titles, ...[...facts, ...details].map(({ message }) => message)]) expect(english).toHaveProperty([key]);
  }
});
