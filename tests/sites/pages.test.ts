/** Every test page of webmail is read right by its site's own file; generic reading may miss, and never claims what is not there. */
import { expect, it } from 'vitest';
import { readAll, readPhases } from './read-pages';

const saved = Object.entries(import.meta.glob<string>('./*/[0-9]*.html', { query: '?raw', import: 'default', eager: true })).map(([path, html]) => ({
  name: path.slice(2),
  html,
}));
const [composes, found, missed, tooMany, recipients, read, unread, wrong] = [1, 2, 3, 4, 5, 6, 7, 8];
const sum = (results: ReturnType<typeof readAll>, column = 0): number => results.reduce((total, { counts }) => total + (counts[column] ?? 0), 0);

it('by the site’s own file', () => {
  const results = readAll({ saved, shared: [] }, 'site');
  expect(results.flatMap(({ misses }) => misses)).toEqual([]);
  expect([sum(results, found), sum(results, read)]).toEqual([sum(results, composes), sum(results, recipients)]);
  expect(sum(results, composes)).toBeGreaterThan(60);
});

it('generically: nothing false, and no recipient of a compose that was found is lost', () => {
  const results = readAll({ saved, shared: [] }, 'generic');
  expect([sum(results, tooMany), sum(results, wrong), sum(results, unread)]).toEqual([0, 0, 0]);
  expect(sum(results, missed)).toBeLessThanOrEqual(5);
});

it('meetings', () => {
  expect(readPhases().misses).toEqual([]);
});
