/** What each act of the person does to the pacing memory. Pure. */
import type { PacingMemory } from './pacing';
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

/** *Got it* or *Not relevant here*: both count as dismissals, the second also tunes the rule. */
export const dismissed = (memory: PacingMemory, rules: readonly RuleId[], how: 'got-it' | 'not-relevant'): PacingMemory => ({
  ...memory,
  dismissed: each(memory.dismissed, rules, (count) => count + 1),
  notRelevant: how === 'not-relevant' ? each(memory.notRelevant, rules, (count) => count + 1) : memory.notRelevant,
});

/** A nudge led by this rule came up. */
export const shown = (memory: PacingMemory, rule: RuleId): PacingMemory => ({ ...memory, shown: each(memory.shown, [rule], (count) => count + 1) });

/** The person set the rule's strength: what was counted against it starts anew. */
export const reconsidered = (memory: PacingMemory, rule: RuleId): PacingMemory => ({
  ...memory,
  dismissed: each(memory.dismissed, [rule], () => 0),
  notRelevant: each(memory.notRelevant, [rule], () => 0),
});
