import { describe, expect, test } from 'vitest';
import { readingScore } from './read-messages';
import { readingSituations } from './reading';

describe('messages that are read', () => {
  test('there are at least 60 situations, half of them harmless, none twice', () => {
    expect(readingSituations.length).toBeGreaterThanOrEqual(60);
    expect(readingSituations.filter(([, signs]) => signs === '').length / readingSituations.length).toBeGreaterThanOrEqual(0.5);
    expect(new Set(readingSituations.map(([, , given]) => JSON.stringify(given))).size).toBe(readingSituations.length);
  });

  test('unexpected-sender: precision and recall', () => {
    const { due, hits, misses, falseAlarms, otherSigns } = readingScore();
    expect(falseAlarms).toEqual([]);
    expect(hits / due, misses.join('; ')).toBeGreaterThanOrEqual(0.95);
    expect(otherSigns).toEqual([]);
  });
});
