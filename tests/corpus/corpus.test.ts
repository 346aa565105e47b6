import { describe, expect, test } from 'vitest';
import { composeRules, scores, situations } from './read';
import { expectedOf } from './situation';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

describe('the corpus', () => {
  test('has at least 400 situations, half of them harmless', () => {
    const harmless = situations.filter((situation) => expectedOf(situation).speaks.length === 0);
    expect(situations.length).toBeGreaterThanOrEqual(400);
    expect(harmless.length / situations.length).toBeGreaterThanOrEqual(0.5);
  });

  test('names only rules that exist, and no situation twice', () => {
    const ids = new Set<string>(composeRules.map(({ id }) => id));
    for (const situation of situations) {
      const { speaks, may = [] } = expectedOf(situation);
      for (const id of [...speaks, ...may]) expect(ids, situation[0]).toContain(id);
    }
    expect(new Set(situations.map((situation) => JSON.stringify(situation))).size).toBe(situations.length);
  });
});

test.each(scores().map((score) => [score.rule, score] as const))('%s: precision and recall', (_, { due, hits, misses, falseAlarms }) => {
  const said = `recall ${percent(hits, due)}, precision ${percent(hits, hits + falseAlarms.length)}`;
  expect(hits / due, `${said}; missed: ${misses.join('; ')}`).toBeGreaterThanOrEqual(0.95);
  expect(hits / (hits + falseAlarms.length), `${said}; false alarms: ${falseAlarms.join('; ')}`).toBeGreaterThanOrEqual(0.97);
});
