import { describe, expect, test } from 'vitest';
import welsh from '../../assets/language/cy.json';
import english from '../../assets/language/en.json';
import { moments } from './moments';
import { findingsOf as composeFindingsOf, situations } from './read';
import { findingsOf, momentRules, momentScores } from './read-moments';

/** Nobody tells a person who sits there without touching anything from one who left: the reason why this rule is a chip, and its minutes can be set. */
const cannotBeTold = ['Paper files at the desk for twelve minutes, before the open screen'];

describe('moments', () => {
  test('there are at least 90, half of them harmless, none twice', () => {
    expect(moments.length).toBeGreaterThanOrEqual(90);
    expect(moments.filter(([, speaks]) => speaks === '').length / moments.length).toBeGreaterThanOrEqual(0.5);
    expect(new Set(moments.map(([what]) => what)).size).toBe(moments.length);
    expect(new Set(moments.map(([, , given]) => JSON.stringify(given))).size).toBe(moments.length);
  });

  test('name only rules that exist, and each of them', () => {
    expect(new Set(moments.map(([, speaks]) => speaks.split('/')[0]).filter(Boolean))).toEqual(new Set(momentRules.map(({ id }) => id)));
  });

  test.each(momentScores().map((score) => [score.rule, score] as const))(
    '%s: precision, recall and the right words',
    (_, { misses, falseAlarms, otherWords }) => {
      expect(falseAlarms.filter((what) => !cannotBeTold.includes(what))).toEqual([]);
      expect(misses).toEqual([]);
      expect(otherWords).toEqual([]);
    },
  );
});

test('whatever a rule finds, it has two or three titles, and words for all of it in both languages', () => {
  for (const one of [...situations.map(composeFindingsOf), ...moments.map(findingsOf)].flat()) {
    const titles = new Set(one.titles.map(({ key }) => key));
    expect(titles.size, one.rule.id).toBe(one.titles.length);
    expect([2, 3], `${one.rule.id}: ${[...titles].join()}`).toContain(titles.size);
    for (const { key } of [...one.titles, one.line, ...[...one.facts, ...one.details].map(({ message }) => message)]) {
      expect(english).toHaveProperty([key]);
      expect(welsh).toHaveProperty([key]);
    }
  }
});
