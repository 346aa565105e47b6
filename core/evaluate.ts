import type { Observation, Surface } from './observation';
import type { AnyRule, Finding, Rule, RuleContext } from './rule';

/** A finding with the rule that made it. */
export interface Candidate extends Finding {
  readonly rule: AnyRule;
}

const precedenceOf = (rule: AnyRule): number => rule.precedence ?? 50;
const rank = { serious: 0, caution: 1, note: 2 } as const;

function covers<S extends Surface>(rule: AnyRule, observation: { surface: S }): rule is AnyRule & Rule<S> {
  return rule.surface === observation.surface;
}

/**
 * Runs every rule that fits the observation, most serious finding first; then by the rules' precedence, then in the registry's order.
 * A rule that throws is skipped and reported by its id through `onError`, so that one broken rule cannot silence the others.
 */
export function evaluate(rules: readonly AnyRule[], observation: Observation, context: RuleContext, onError: (ruleId: AnyRule['id']) => void): Candidate[] {
  const candidates: Candidate[] = [];
  for (const rule of rules) {
    try {
      const finding = covers(rule, observation) ? (rule as Rule<Surface>).check(observation as never, context) : null;
      if (finding) candidates.push({ rule, ...finding });
    } catch {
      onError(rule.id);
    }
  }
  return candidates.sort((a, b) => rank[a.severity] - rank[b.severity] || precedenceOf(a.rule) - precedenceOf(b.rule));
}
