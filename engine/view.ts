/** From a nudge to what the card shows. */
import type { NudgeView } from '../components/nudge-card';
import type { Nudge } from '../core/pacing';
import type { RuleId } from '../core/rule';
import type { Guide } from './guide';

/** At most so many facts on the card; the others are behind *Show me*. */
const factLimit = 6;

export function viewOf(nudge: Nudge, guide: Guide): NudgeView {
  const [lead, ...others] = nudge.candidates;
  const own = guide.titles[nudge.variant % guide.titles.length];
  const rules: [RuleId, ...RuleId[]] = [lead.rule.id, ...others.map(({ rule }) => rule.id)];
  return {
    rules,
    theme: lead.rule.theme,
    serious: lead.severity === 'serious',
    title: own === undefined ? (lead.titles[nudge.variant] ?? lead.titles[0]) : { key: 'card.ownTitle', values: { title: own } },
    facts: lead.facts.slice(0, factLimit),
    lines: others.map(({ rule, line }) => ({ rule: rule.id, message: line })),
    details: [...lead.facts.slice(factLimit).map(({ message }) => ({ message })), ...nudge.candidates.flatMap(({ details }) => details)],
    guidance: guide.points,
    stories: guide.stories,
    contacts: guide.contacts,
    offerChip: nudge.offerChip,
  };
}
