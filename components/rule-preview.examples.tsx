import { forwardView, hostileView } from './nudge-card.examples';
import { type RuleExampleView, RulePreview } from './rule-preview';

/** A rule with everything a preview can show. */
export const forwardExample: RuleExampleView = {
  view: forwardView,
  titles: [forwardView.title, { key: 'quoted-thread.title-before', values: { count: 4 } }, { key: 'quoted-thread.title-look', values: { count: 4 } }],
};

const example = () => forwardExample;

export const examples = {
  'as a card': () => <RulePreview rule="quoted-thread" strength="nudge" example={example} />,
  'as a chip': () => <RulePreview rule="quoted-thread" strength="quiet" example={example} />,
  'as the dialog that holds Send': () => <RulePreview rule="quoted-thread" strength="confirm" example={example} />,
  'of a rule that is off': () => <RulePreview rule="quoted-thread" strength="off" example={example} />,
  'names that attack': () => <RulePreview rule="quoted-thread" strength="nudge" example={() => ({ view: hostileView, titles: [hostileView.title] })} />,
  'of a rule without an example': () => <RulePreview rule="quoted-thread" strength="nudge" example={() => null} />,
};
