import { describe, expect, test } from 'vitest';
import { cardsPerWeek, mistakes, profiles, quantile, repeatsOf, simulateYear, tally } from './simulated-year';

/** `npm run accuracy -- year` prints the tables behind this. */
describe.each(profiles.map((profile) => [profile.name, simulateYear(profile, 20261121, true)] as const))('a year of a %s', (_, year) => {
  test('40 messages, 5 calls, 3 prints and 2 screens left open a day', () => {
    expect([year.prints / year.days, year.returns / year.days]).toEqual([3, 2]);
    expect(year.messages / year.days).toBeGreaterThan(38);
    expect(year.messages / year.days).toBeLessThan(42);
    expect(year.calls / year.days).toBe(5);
  });

  test('200 messages come in and are opened, and hardly one of them has a card', () => {
    expect(year.opened / year.days).toBeGreaterThan(195);
    const reading = year.cards.filter(({ moment }) => moment.startsWith('open a message'));
    expect(reading.length / year.days).toBeLessThan(0.3);
    expect(reading.filter(({ actionable }) => actionable).length / reading.length).toBeGreaterThan(0.6);
    expect(reading.map(({ moment }) => moment)).toContain('open a message made to deceive');
  });

  test('fewer than three cards a day, in the year and in the ordinary week', () => {
    expect(year.cards.length / year.days).toBeLessThan(3);
    expect(quantile(cardsPerWeek(year), 0.5) / 5).toBeLessThan(3);
    expect(quantile(cardsPerWeek(year), 0.9) / 5).toBeLessThanOrEqual(3);
  });

  test('printing is a card at most once a week, and a screen left open is never one', () => {
    const of = (rule: string) => year.cards.filter(({ rules }) => rules.includes(rule));
    expect(of('print').length).toBeGreaterThan(0);
    expect(of('print').length).toBeLessThanOrEqual(Math.ceil(year.days / 5) + 1);
    expect(of('unlocked-screen')).toEqual([]);
  });

  test('no rule leads half of the cards', () => {
    const [most] = tally(year.cards.map(({ rules }) => rules[0] ?? ''));
    expect((most?.[1] ?? 0) / year.cards.length, most?.[0]).toBeLessThan(0.5);
  });

  test('yet a card a day: reminders that never come are none', () => {
    expect(year.cards.length / year.days).toBeGreaterThan(1);
  });

  test('no reason twice on a day on which the person has dealt with it', () => {
    expect(repeatsOf(year)).toEqual([]);
  });

  test('nine in ten are something a person could act on', () => {
    expect(year.cards.filter(({ actionable }) => actionable).length / year.cards.length).toBeGreaterThan(0.9);
  });

  test('every planted mistake has a card before Send', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
    expect(year.missed).toEqual([]);
  });
});
