import { expect, test } from 'vitest';
import { evaluate } from '../../core/evaluate';
import { defineRule, type Finding, type Severity } from '../../core/rule';
import { compose, contextOf } from '../support/observations';

const finding = (severity: Severity): Finding => ({ severity, titles: [{ key: 't' }], line: { key: 'l' }, facts: [], details: [], subject: '' });
const rule = (id: string, check: () => Finding | null) =>
  defineRule({ id, theme: 'overshared', surface: 'compose', strength: 'nudge', guidance: ['cb-chain'], check });

test('most serious first, the order of the registry breaks ties', () => {
  const rules = [rule('a', () => finding('note')), rule('b', () => finding('serious')), rule('c', () => null), rule('d', () => finding('note'))];
  expect(evaluate(rules, compose({}), contextOf({}), () => undefined).map((candidate) => candidate.rule.id)).toEqual(['b', 'a', 'd']);
});

test('a rule that throws is reported, and the others still speak', () => {
  const failed: string[] = [];
  const rules = [
    rule('broken', () => {
      throw new Error('page text');
    }),
    rule('fine', () => finding('note')),
  ];
  expect(evaluate(rules, compose({}), contextOf({}), (id) => failed.push(id)).map((candidate) => candidate.rule.id)).toEqual(['fine']);
  expect(failed).toEqual(['broken']);
});

test('rules of other surfaces are not asked', () => {
  const meeting = defineRule({ id: 'm', theme: 'overheard', surface: 'meeting', strength: 'nudge', guidance: ['cb-headphones'], check: () => finding('note') });
  expect(evaluate([meeting], compose({}), contextOf({}), () => undefined)).toEqual([]);
});
