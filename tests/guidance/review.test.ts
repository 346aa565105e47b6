import { expect, test } from 'vitest';
import { dayOf, reviewOf } from '../../guidance/review';

test.each([
  ['2020-12-31', '2026-11-21', 'overdue'],
  ['2026-11-20', '2026-11-21', 'overdue'],
  ['2026-11-21', '2026-11-21', 'due-soon'],
  ['2027-01-20', '2026-11-21', 'due-soon'],
  ['2027-01-21', '2026-11-21', 'current'],
  [undefined, '2026-11-21', 'unknown'],
])('a review due on %s is, on %s, %s', (reviewDue, today, state) => {
  expect(reviewOf({ ...(reviewDue && { reviewDue }) }, today).state).toBe(state);
});

test('a day is the day on this computer’s calendar', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
