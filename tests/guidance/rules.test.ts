/** Rules and shipped packs fit together. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../engine/registry';
import { guidanceFor, type Pack } from '../../guidance/pack';
import { general } from '../../guidance/packs/general';
import { moj } from '../../guidance/packs/moj';

const packs: readonly (readonly [string, Pack])[] = [
  ['moj', moj],
  ['general', general],
];

describe.each(packs)('with the pack %s', (_, pack) => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s has its guidance, and names nothing that is not there', (id, rule) => {
    expect(pack.rules, 'the pack says what belongs to this rule').toHaveProperty([id]);
    expect(guidanceFor(pack, rule).points.length).toBeGreaterThan(0);
    const points = pack.points.map((point) => point.id);
    const stories = pack.stories.map((story) => story.id);
    expect(rule.guidance.filter((point) => !points.includes(point))).toEqual([]);
    expect((rule.stories ?? []).filter((story) => !stories.includes(story))).toEqual([]);
  });
});

test('with the Ministry’s pack, every reminder leads to somebody who helps', () => {
  for (const rule of rules) expect(guidanceFor(moj, rule).contacts.length, rule.id).toBeGreaterThan(0);
});

test('an own pack without a rule falls back on what the rule names, as far as the pack has it', () => {
  const [rule] = rules.filter((candidate) => candidate.id === 'personal-address');
  if (!rule) throw new Error('the rule is gone');
  const { 'personal-address': _, ...others } = moj.rules;
  expect(guidanceFor({ ...moj, rules: others }, rule).points.map((point) => point.id)).toEqual(['rw-personal-email', 'rw-official-equipment']);
  expect(guidanceFor({ ...moj, rules: others, points: [] }, rule).points).toEqual([]);
});
