import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../core/evaluate';
import { dismissalLimit, emptyMemory, notRelevantLimit, pace, reasonKey, reasonOf, settledMs, strengthOf, workingDayMs } from '../../core/pacing';
import { dealtWith, dismissed, heeded, reconsidered, shown, snoozed } from '../../core/pacing-memory';
import type { AnyRule, Severity, Strength } from '../../core/rule';
import { defineRule } from '../../core/rule';

const now = Date.UTC(2026, 10, 21, 9);
const rule = (id: string, strength: 'quiet' | 'nudge' = 'nudge'): AnyRule =>
  defineRule({ id, theme: 'overshared', surface: 'compose', strength, guidance: ['cb-chain'], check: () => null });
const candidate = (id: string, { severity = 'caution' as Severity, subject = 'x', strength = 'nudge' as 'quiet' | 'nudge', titles = 1 } = {}): Candidate => ({
  rule: rule(id, strength),
  severity,
  titles: Array.from({ length: titles }, (_, index) => ({ key: `${id}.${index}` })) as unknown as Candidate['titles'],
  line: { key: id },
  facts: [],
  details: [],
  subject,
});
const ids = (nudge: ReturnType<typeof pace>): string => (nudge ? `${nudge.form}: ${nudge.candidates.map(({ rule: { id } }) => id).join(' ')}` : 'silence');
const none = new Set<string>();

describe('what is shown', () => {
  const memory = (change: Partial<typeof emptyMemory>) => ({ ...emptyMemory, ...change });
  test.each<[string, Candidate[], Record<string, Strength>, typeof emptyMemory, string]>([
    ['nothing found', [], {}, emptyMemory, 'silence'],
    ['one finding', [candidate('a')], {}, emptyMemory, 'card: a'],
    ['findings merge into one card', [candidate('a'), candidate('b')], {}, emptyMemory, 'card: a b'],
    ['a quiet rule alone is a chip', [candidate('a', { strength: 'quiet' })], {}, emptyMemory, 'chip: a'],
    ['a quiet rule follows a loud one', [candidate('a', { strength: 'quiet' }), candidate('b')], {}, emptyMemory, 'card: b a'],
    ['a setting makes a rule quiet', [candidate('a')], { a: 'quiet' }, emptyMemory, 'chip: a'],
    ['a setting makes a quiet rule loud', [candidate('a', { strength: 'quiet' })], { a: 'nudge' }, emptyMemory, 'card: a'],
    ['a rule that is off', [candidate('a'), candidate('b')], { a: 'off' }, emptyMemory, 'card: b'],
    ['snoozed until later', [candidate('a')], {}, memory({ snoozedUntil: { a: now + 1 } }), 'silence'],
    ['snooze is over', [candidate('a')], {}, memory({ snoozedUntil: { a: now } }), 'card: a'],
    ['told often enough that it is not relevant', [candidate('a')], {}, memory({ notRelevant: { a: notRelevantLimit } }), 'chip: a'],
    ['told once less', [candidate('a')], {}, memory({ notRelevant: { a: notRelevantLimit - 1 } }), 'card: a'],
    ['not relevant does not weaken confirm', [candidate('a')], { a: 'confirm' }, memory({ notRelevant: { a: 99 } }), 'card: a'],
  ])('%s', (_what, candidates, strengths, remembered, expected) => {
    expect(ids(pace(candidates, strengths, remembered, none, now))).toBe(expected);
  });
});

test('a dismissed reason stays away, another reason of the same rule does not', () => {
  const gone = new Set([reasonOf(candidate('a', { subject: 'sam@x.example' }))]);
  expect(pace([candidate('a', { subject: 'sam@x.example' })], {}, emptyMemory, gone, now)).toBeNull();
  expect(ids(pace([candidate('a', { subject: 'kim@x.example' })], {}, emptyMemory, gone, now))).toBe('card: a');
  expect(ids(pace([candidate('b', { subject: 'sam@x.example' })], {}, emptyMemory, gone, now))).toBe('card: b');
});

test('wording turns with each showing', () => {
  const variants = [0, 1, 2, 3].map((count) => pace([candidate('a', { titles: 3 })], {}, { ...emptyMemory, shown: { a: count } }, none, now)?.variant);
  expect(variants).toEqual([0, 1, 2, 0]);
});

test('after several dismissals the card offers to become a chip', () => {
  const at = (count: number) => pace([candidate('a')], {}, { ...emptyMemory, dismissed: { a: count } }, none, now)?.offerChip;
  expect([at(0), at(dismissalLimit - 1), at(dismissalLimit)]).toEqual([false, false, true]);
});

test('what acts do to the memory', () => {
  const { id } = rule('a');
  let memory = snoozed(emptyMemory, [id], 5);
  memory = dismissed(memory, [id], 'got-it');
  memory = dismissed(memory, [id], 'not-relevant');
  memory = shown(memory, id);
  expect(memory).toEqual({ ...emptyMemory, snoozedUntil: { a: 5 }, dismissed: { a: 2 }, notRelevant: { a: 1 }, shown: { a: 1 } });
  expect(heeded(memory, [id]).dismissed).toEqual({ a: 0 });
  expect(reconsidered(memory, id)).toEqual({ ...emptyMemory, snoozedUntil: { a: 5 }, dismissed: { a: 0 }, notRelevant: { a: 0 }, shown: { a: 1 } });
  expect(strengthOf(rule('a'), {}, memory)).toBe('nudge');
});

describe('what was dealt with', () => {
  const salted = { ...emptyMemory, salt: 'salt-of-a-test' };
  const one = candidate('a', { subject: 'sam@x.example' });
  const after = (memory = salted, of = one, time = now) => dealtWith(memory, [of.rule.id], [reasonKey(of, memory.salt)], time);
  const said = (candidates: Candidate[], memory: typeof emptyMemory, at = now, here = none, strengths: Record<string, Strength> = {}) =>
    ids(pace(candidates, strengths, memory, none, at, here));

  test('the same reason is a chip for the rest of the working day, and a card the day after', () => {
    expect(said([one], after())).toBe('chip: a');
    expect(said([one], after(), now + workingDayMs - 1)).toBe('chip: a');
    expect(said([one], after(), now + workingDayMs)).toBe('card: a');
  });

  test('another reason of the same rule is a card', () => {
    expect(said([candidate('a', { subject: 'kim@x.example' })], after())).toBe('card: a');
  });

  test('it stays a card where it was one, and a line on a card for something new', () => {
    expect(said([one], after(), now, new Set([reasonOf(one)]))).toBe('card: a');
    expect(said([one, candidate('b')], after())).toBe('card: b a');
  });

  test('what must be confirmed is not softened', () => {
    expect(said([one], after(), now, none, { a: 'confirm' })).toBe('card: a');
  });

  test('without a salt nothing is remembered', () => {
    expect(said([one], after(emptyMemory))).toBe('card: a');
  });

  test('general advice comes once a working day, whatever its reason', () => {
    const daily = (subject: string): Candidate => ({ ...candidate('a', { subject, severity: 'note' }), rule: { ...rule('a'), rhythm: 'daily' } });
    expect(said([daily('first call')], salted)).toBe('card: a');
    expect(said([daily('second call')], after(salted, daily('first call')))).toBe('chip: a');
    expect(said([daily('second call')], after(salted, daily('first call')), now + workingDayMs)).toBe('card: a');
  });

  test('a rule has one note a day; its cautions are cards all the same', () => {
    const note = (subject: string) => candidate('a', { subject, severity: 'note' });
    expect(said([note('kim')], after(salted, note('sam')))).toBe('chip: a');
    expect(said([note('kim')], after(salted, note('sam')), now + workingDayMs)).toBe('card: a');
    expect(said([candidate('a', { subject: 'kim' })], after(salted, note('sam')))).toBe('card: a');
  });

  test('after two cards mere notes are chips; cautions are cards whatever came before', () => {
    const note = candidate('n', { severity: 'note' });
    const two = after(after(salted, candidate('x')), candidate('y'));
    expect(said([note], after(salted, candidate('x')))).toBe('card: n');
    expect(said([note], two)).toBe('chip: n');
    expect(said([candidate('c')], two)).toBe('card: c');
    expect(said([note], two, now + workingDayMs)).toBe('card: n');
    expect(ids(pace([note], {}, two, none, now, none, { calmAfterCards: 3 }))).toBe('card: n');
  });

  test('Not relevant here keeps that very reason away for a quarter', () => {
    const memory = dismissed(salted, [one.rule.id], 'not-relevant', [reasonKey(one, salted.salt)], now);
    expect(said([one], memory, now + settledMs - 1)).toBe('silence');
    expect(said([one], memory, now + settledMs)).toBe('card: a');
    expect(said([candidate('a', { subject: 'kim@x.example' })], memory)).toBe('card: a');
    expect(dismissed(salted, [one.rule.id], 'got-it', [1], now).settled).toEqual({});
  });

  test('what no longer matters is forgotten', () => {
    let memory = salted;
    for (let day = 0; day < 400; day++) {
      const of = candidate('a', { subject: `person ${day}` });
      memory = dismissed(after(memory, of, now + day * 86_400_000), [of.rule.id], 'not-relevant', [reasonKey(of, memory.salt)], now + day * 86_400_000);
    }
    expect(Object.keys(memory.reasons)).toHaveLength(1);
    expect(Object.keys(memory.settled)).toHaveLength(91);
    expect(memory.cards).toHaveLength(1);
  });
});
