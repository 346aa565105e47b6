import { type HistoryEntry, neverHeeded, tallyByRule, tallyByWeek } from '../core/history';
import { Findable } from './findable';
import { useWords } from './words';

export interface HistorySectionProps {
  readonly entries: readonly HistoryEntry[];
  /** First millisecond of today on this computer's calendar. */
  readonly today: number;
  /** What keeps new entries from being kept. */
  readonly trouble?: { readonly why: 'full' | 'closed'; readonly waiting: number } | null | undefined;
  /** Tries again to keep what waits. */
  onRetry?(): Promise<void>;
  onExport(): void;
  onClear(): void;
  /** Shows a rule that was never heeded as a chip from now on. */
  onMute(rule: string): void;
  /** Whether the person can make this rule quieter: it is loud, and the organisation has not set it. */
  mayMute(rule: string): boolean;
}

const weeks = 8;
const bar = 44;
const tall = 70;

/** What reminders led to on this computer: counts only. */
export function HistorySection({ entries, today, trouble, onRetry, onExport, onClear, onMute, mayMute }: HistorySectionProps) {
  const { say, day } = useWords();
  const byWeek = tallyByWeek(entries, weeks, today);
  const most = Math.max(1, ...byWeek.map(({ tally }) => tally.shown));
  const date = (time: number): string => day(new Date(time).toISOString().slice(0, 10));
  const short = (time: number): string => `${new Date(time).getUTCDate()}/${new Date(time).getUTCMonth() + 1}`;
  return (
    <Findable class="history" texts={[say('history.by-rule'), say('history.clear'), say('history.export')]}>
      {/* Stands from the start, so that what comes into it is read out. */}
      <div role="status">
        {trouble && (
          <div class="chip" data-history-trouble={trouble.why}>
            <p>{say(`history.trouble.${trouble.why}`)}</p>
            {trouble.waiting > 0 && <p>{say('history.waiting', { count: trouble.waiting })}</p>}
            {onRetry && (
              <p class="actions">
                <button type="button" class="button-quiet" onClick={() => void onRetry()}>
                  {say('history.retry')}
                </button>
              </p>
            )}
          </div>
        )}
      </div>
      {trouble && entries.length === 0 ? null : entries.length === 0 ? (
        <p>{say('history.empty')}</p>
      ) : (
        <>
          <figure>
            <figcaption>
              {say('history.chart', { count: weeks })} <span class="key shown">{say('history.shown')}</span>{' '}
              <span class="key heeded">{say('history.heeded')}</span>
            </figcaption>
            <svg
              class="history-chart"
              viewBox={`0 0 ${weeks * bar} 112`}
              role="img"
              aria-label={say('history.chart.summary', {
                shown: byWeek.reduce((sum, { tally }) => sum + tally.shown, 0),
                heeded: byWeek.reduce((sum, { tally }) => sum + tally.heeded, 0),
                weeks,
              })}
              aria-describedby="history-by-week"
            >
              {byWeek.map(({ from, tally }, index) => (
                <g key={from} transform={`translate(${index * bar} 0)`}>
                  <rect class="bar" x="8" width="28" y={92 - (tally.shown / most) * tall} height={(tally.shown / most) * tall} />
                  <rect class="bar heeded" x="12" width="20" y={92 - (tally.heeded / most) * tall} height={(tally.heeded / most) * tall} />
                  {tally.shown > 0 && (
                    <text x="22" y={87 - (tally.shown / most) * tall} text-anchor="middle">
                      {tally.shown}
                    </text>
                  )}
                  <text x="22" y="106" text-anchor="middle">
                    {short(from)}
                  </text>
                </g>
              ))}
            </svg>
          </figure>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways at 320 px has to be reached with the keyboard */}
          <section class="scroll" tabIndex={0} aria-label={say('history.by-rule')}>
            <table id="history-by-week">
              <caption>{say('history.by-week')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('history.week')}</th>
                  <th scope="col">{say('history.shown')}</th>
                  <th scope="col">{say('history.heeded')}</th>
                </tr>
              </thead>
              <tbody>
                {byWeek.map(({ from, tally }) => (
                  <tr key={from}>
                    <th scope="row">{date(from)}</th>
                    <td>{tally.shown}</td>
                    <td>{tally.heeded}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table>
              <caption>{say('history.by-rule')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('history.rule')}</th>
                  <th scope="col">{say('history.shown')}</th>
                  <th scope="col">{say('history.heeded')}</th>
                  <th scope="col">{say('history.dismissed')}</th>
                  <th scope="col">{say('history.sent')}</th>
                </tr>
              </thead>
              <tbody>
                {tallyByRule(entries).map(([rule, tally]) => (
                  <tr key={rule}>
                    <th scope="row">{say(`rule.${rule}.name`)}</th>
                    <td>{tally.shown}</td>
                    <td>{tally.heeded}</td>
                    <td>{tally.dismissed}</td>
                    <td>{tally.sent}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {neverHeeded(entries)
            .filter(mayMute)
            .map((rule) => (
              <p key={rule} class="chip" data-never-heeded={rule}>
                {say('history.never-heeded', { rule: say(`rule.${rule}.name`) })}{' '}
                <button type="button" class="button-quiet" onClick={() => onMute(rule)}>
                  {say('history.mute')}
                </button>
              </p>
            ))}
          <p class="actions">
            <button type="button" class="button-quiet" onClick={onExport}>
              {say('history.export')}
            </button>
          </p>
        </>
      )}
      <p class="hint" id="history-clear-hint">
        {say('history.clear.hint')}
      </p>
      <p class="actions">
        <button type="button" class="button-quiet" aria-describedby="history-clear-hint" onClick={onClear}>
          {say('history.clear')}
        </button>
      </p>
    </Findable>
  );
}
