import { expect, it } from 'vitest';
import english from '../../assets/language/en.json';
import { exampleOf } from '../../engine/example-findings';
import { guideTo } from '../../engine/guide';
import { rules } from '../../engine/registry';
import { moj } from '../../guidance/packs/moj';

const now = Date.UTC(2026, 10, 21, 9);
const example = (rule: (typeof rules)[number]) => exampleOf(rule, guideTo([rule], moj, { language: 'en', entries: english }, now), now);

it.each(rules.map((rule) => [rule.id, rule] as const))('%s speaks in its example, with facts, guidance and two wordings at least', (id, rule) => {
  const shown = example(rule) ?? expect.fail('a rule without an example has no preview: add a situation to engine/example-findings.ts');
  expect(shown.view.rules).toEqual([id]);
  expect(shown.view.facts.length).toBeGreaterThan(0);
  expect(shown.view.guidance.length).toBeGreaterThan(0);
  const wordings = new Set(shown.titles.map(({ key }) => key)).size;
  expect(wordings).toBeGreaterThanOrEqual(2);
  expect(wordings).toBeLessThanOrEqual(3);
  for (const { key } of [...shown.titles, ...shown.view.facts.map(({ message }) => message)]) expect(english).toHaveProperty([key]);
});
