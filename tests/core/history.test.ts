import { expect, test } from 'vitest';
import { type HistoryEntry, historyCsv, neverHeeded, neverHeededLimit, type Outcome, tallyByRule, tallyByWeek } from '../../core/history';
import type { RuleId } from '../../core/rule';
import type { SiteId } from '../../core/site';

const noon = Date.UTC(2026, 10, 21, 12);
const day = 86_400_000;
const entry = (rule: string, outcome: Outcome, daysAgo = 0): HistoryEntry => ({
  time: noon - daysAgo * day,
  rule: rule as RuleId,
  site: 'gmail' as SiteId,
  strength: 'nudge',
  outcome,
});

test('tallies by rule, the rule that spoke most first', () => {
  const entries = [entry('a', 'heeded'), entry('b', 'sent'), entry('b', 'got-it'), entry('b', 'closed')];
  expect(tallyByRule(entries)).toEqual([
    ['b', { shown: 3, heeded: 1, dismissed: 1, sent: 1 }],
    ['a', { shown: 1, heeded: 1, dismissed: 0, sent: 0 }],
  ]);
});

test('weeks of seven days that end today; what is older is left out', () => {
  const today = Date.UTC(2026, 10, 21);
  const entries = [entry('a', 'sent', 0), entry('a', 'sent', 6), entry('a', 'heeded', 7), entry('a', 'sent', 14), entry('a', 'sent', 99)];
  expect(tallyByWeek(entries, 3, today).map(({ tally }) => tally.shown)).toEqual([1, 1, 2]);
  expect(tallyByWeek([], 2, today).map(({ from }) => new Date(from).toISOString().slice(0, 10))).toEqual(['2026-11-08', '2026-11-15']);
});

test('a rule that was never heeded is offered for muting, one that was heeded once is not', () => {
  const many = (rule: string, outcome: Outcome, count: number) => Array.from({ length: count }, () => entry(rule, outcome));
  const entries = [...many('a', 'got-it', neverHeededLimit), ...many('b', 'sent', neverHeededLimit - 1), ...many('c', 'sent', 50), entry('c', 'heeded')];
  expect(neverHeeded(entries)).toEqual(['a']);
});

test('as a table for a spreadsheet', () => {
  expect(historyCsv([entry('a', 'sent')], (time) => new Date(time).toISOString())).toBe(
    'time,rule,site,strength,outcome\r\n2026-11-21T12:00:00.000Z,a,gmail,nudge,sent\r\n',
  );
});
