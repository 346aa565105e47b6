import type { HistoryEntry, Outcome } from '../core/history';
import type { RuleId } from '../core/rule';
import type { SiteId } from '../core/site';
import { HistorySection, type HistorySectionProps } from './history-section';

const today = Date.UTC(2026, 10, 21);
const nothing = (): void => undefined;
const entries = (rule: string, outcomes: readonly Outcome[]): readonly HistoryEntry[] =>
  outcomes.map((outcome, index) => ({ time: today - index * 3 * 86_400_000, rule: rule as RuleId, site: 'gmail' as SiteId, strength: 'nudge', outcome }));
const props: HistorySectionProps = {
  entries: [
    ...entries('quoted-thread', ['heeded', 'sent', 'got-it', 'heeded']),
    ...entries(
      'personal-address',
      Array.from({ length: 12 }, () => 'got-it' as const),
    ),
  ],
  today,
  onExport: nothing,
  onClear: nothing,
  onMute: nothing,
  mayMute: () => true,
};

export const examples = {
  'nothing yet': () => <HistorySection {...props} entries={[]} />,
  'some weeks, one reminder never heeded': () => <HistorySection {...props} />,
  'muting is set by policy': () => <HistorySection {...props} mayMute={() => false} />,
};
