/** What each act of the person does to the pacing memory. Pure. */
import { type PacingMemory, settledMs, workingDayMs } from './pacing';
import type { RuleId } from './rule';

type Numbers = Readonly<Record<string, number>>;

const each = (numbers: Numbers, rules: readonly RuleId[], next: (before: number) => number): Numbers => ({
  ...numbers,
  ...Object.fromEntries(rules.map((rule) => [rule, next(numbers[rule] ?? 0)])),
});

/** *Snooze*: these rules stay quiet until `until` (ms since 1970). */
export const snoozed = (memory: PacingMemory, rules: readonly RuleId[], until: number): PacingMemory => ({
  ...memory,
  snoozedUntil: each(memory.snoozedUntil, rules, () => until),
});

/**
 * *Got it* or *Not relevant here*: both count as dismissals, the second also tunes the rule, and keeps these very reasons away.
 * @param reasons `reasonKey` of each
 */
export const dismissed = (
  memory: PacingMemory,
  rules: readonly RuleId[],
  how: 'got-it' | 'not-relevant',
  reasons: readonly number[] = [],
  now = 0,
): PacingMemory => ({
  ...memory,
  dismissed: each(memory.dismissed, rules, (count) => count + 1),
  notRelevant: how === 'not-relevant' ? each(memory.notRelevant, rules, (count) => count + 1) : memory.notRelevant,
  settled: how === 'not-relevant' ? withTimes(memory.settled, reasons, now, settledMs) : memory.settled,
});

/** The reason of these rules was taken away: what was counted against them starts anew. */
export const heeded = (memory: PacingMemory, rules: readonly RuleId[]): PacingMemory => ({ ...memory, dismissed: each(memory.dismissed, rules, () => 0) });

/**
 * The person dealt with a card: answered it, sent the message, or joined the call.
 * @param reasons `reasonKey` of each
 */
export const dealtWith = (memory: PacingMemory, rules: readonly RuleId[], reasons: readonly number[], now: number): PacingMemory => ({
  ...memory,
  dealtWith: each(memory.dealtWith, rules, () => now),
  reasons: withTimes(memory.reasons, reasons, now, workingDayMs),
  cards: [...memory.cards.filter((time) => now - time < workingDayMs), now],
});

/** Keys with this time, and of the others those that still matter. */
function withTimes(times: Readonly<Record<number, number>>, keys: readonly number[], now: number, lasts: number): Readonly<Record<number, number>> {
  const live = Object.entries(times).filter(([, time]) => now - time < lasts);
  return Object.fromEntries([...live, ...keys.map((key): [string, number] => [String(key), now])].slice(-mostReasons));
}

const mostReasons = 500;

/** A nudge led by this rule came up. */
export const shown = (memory: PacingMemory, rule: RuleId): PacingMemory => ({ ...memory, shown: each(memory.shown, [rule], (count) => count + 1) });

/** The person set the rule's strength: what was counted against it starts anew. */
export const reconsidered = (memory: PacingMemory, rule: RuleId): PacingMemory => ({
  ...memory,
  dismissed: each(memory.dismissed, [rule], () => 0),
  notRelevant: each(memory.notRelevant, [rule], () => 0),
});
