import { describe, expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import type { PageObservation, Printing } from '../../core/observation';
import { emptyMemory, pace, weekMs, workingDayMs } from '../../core/pacing';
import print from '../../rules/print';
import { contextOf } from '../support/observations';

const now = Date.UTC(2026, 10, 21, 9);
const page = (printing: Partial<Printing> | null): PageObservation => ({
  surface: 'page',
  printing: printing && { moment: 'about-to', what: 'unknown', since: now, ...printing },
  leftUnlocked: null,
});
const check = (printing: Partial<Printing> | null) => print.check(page(printing), contextOf({ now }));
const found = (printing: Partial<Printing>) => check(printing) ?? expect.fail('no finding');
const names = (printing: Partial<Printing>) => found(printing).facts.map(({ name }) => name);

it('is silent while nothing prints', () => expect(check(null)).toBeNull());

test.each<[Partial<Printing>, readonly string[]]>([
  [{ moment: 'about-to' }, ['collect', 'need']],
  [{ moment: 'about-to', what: 'message' }, ['collect', 'need']],
  [{ moment: 'about-to', what: 'thread' }, ['whole-thread', 'collect', 'need']],
  [{ moment: 'started' }, ['shred', 'store']],
  [{ moment: 'started', what: 'thread' }, ['whole-thread', 'shred', 'store']],
])('%o: %o', (printing, expected) => expect(names(printing)).toEqual(expected));

describe('words', () => {
  it.each(['about-to', 'started'] as const)('come in three variants %s, none shared with the other moment', (moment) => {
    const titles = found({ moment }).titles.map(({ key }) => key);
    expect(new Set(titles).size).toBe(3);
    const other = found({ moment: moment === 'started' ? 'about-to' : 'started' }).titles.map(({ key }) => key);
    expect(titles.filter((key) => other.includes(key))).toEqual([]);
  });
  it('never say the same on the card and behind Show me', () => {
    for (const moment of ['about-to', 'started'] as const) {
      const { facts, details } = found({ moment });
      const keys = [...facts, ...details].map(({ message }) => message.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
  it('claim after the dialog only what is known', () => {
    for (const { key } of [found({ moment: 'started' }).line, ...found({ moment: 'started' }).titles])
      expect((english as unknown as Record<string, string>)[key], 'nobody tells whether it was printed').not.toMatch(/^you (?:have )?printed/i);
  });
  it('are all there', () => {
    for (const moment of ['about-to', 'started'] as const) {
      const { titles, line, facts, details } = found({ moment, what: 'thread' });
      for (const { key } of [line, ...titles, ...[...facts, ...details].map(({ message }) => message)]) expect(english).toHaveProperty([key]);
    }
  });
});

it('is one reason before and after the dialog of one print, and another for the next', () => {
  expect(found({ moment: 'started' }).subject).toBe(found({ moment: 'about-to' }).subject);
  expect(found({ since: now + 1 }).subject).not.toBe(found({}).subject);
});

it('comes as a card once a week', () => {
  const form = (ago: number) => pace([{ ...found({}), rule: print }], {}, { ...emptyMemory, dealtWith: { print: now - ago } }, new Set(), now)?.form;
  expect([form(60_000), form(workingDayMs), form(weekMs)]).toEqual(['chip', 'chip', 'card']);
});
