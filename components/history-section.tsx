import { type HistoryEntry, neverHeeded, tallyByRule, tallyByWeek } from '../core/history';
import { useWords } from './words';

export interface HistorySectionProps {
  readonly entries: readonly HistoryEntry[];
  /** First millisecond of today on this computer's calendar. */
  readonly today: number;
  readonly kept: boolean;
  readonly days: number;
  /** The organisation has set whether and how long history is kept. */
  readonly managed: boolean;
  onKeep(kept: boolean): void;
  onDays(days: number): void;
  onExport(): void;
  onClear(): void;
  /** Shows a rule that was never heeded as a chip from now on. */
  onMute(rule: string): void;
}

const weeks = 8;
const dayChoices = [30, 90, 365] as const;

/** What reminders led to on this computer: counts only. */
export function HistorySection({ entries, today, kept, days, managed, onKeep, onDays, onExport, onClear, onMute }: HistorySectionProps) {
  const { say, day } = useWords();
  const byWeek = tallyByWeek(entries, weeks, today);
  const most = Math.max(1, ...byWeek.map(({ tally }) => tally.shown));
  const date = (time: number): string => day(new Date(time).toISOString().slice(0, 10));
  return (
    <div class="history">
      <p>{say('history.intro')}</p>
      {managed && <p class="mark">{say('options.managed')}</p>}
      <fieldset disabled={managed}>
        <legend>{say('setting.history.title')}</legend>
        <label class="choice">
          <input type="checkbox" checked={kept} onChange={(event) => onKeep(event.currentTarget.checked)} />
          <span>{say('history.keep')}</span>
        </label>
        <label class="field">
          <span>{say('history.days')}</span>
          <select value={String(days)} onChange={(event) => onDays(Number(event.currentTarget.value))}>
            {[...new Set<number>([...dayChoices, days])]
              .sort((a, b) => a - b)
              .map((choice) => (
                <option key={choice} value={String(choice)}>
                  {say('history.days.choice', { count: choice })}
                </option>
              ))}
          </select>
        </label>
      </fieldset>
      {entries.length === 0 ? (
        <p>{say('history.empty')}</p>
      ) : (
        <>
          <figure>
            <figcaption>{say('history.chart', { count: weeks })}</figcaption>
            <svg class="history-chart" viewBox={`0 0 ${weeks * 40} 90`} role="img" aria-label={say('history.chart', { count: weeks })}>
              {byWeek.map(({ from, tally }, index) => (
                <g key={from} transform={`translate(${index * 40} 0)`}>
                  <rect class="bar" x="6" width="28" y={80 - (tally.shown / most) * 70} height={(tally.shown / most) * 70} />
                  <rect class="bar heeded" x="6" width="28" y={80 - (tally.heeded / most) * 70} height={(tally.heeded / most) * 70} />
                </g>
              ))}
            </svg>
          </figure>
          <div class="scroll">
            <table>
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
          </div>
          {neverHeeded(entries).map((rule) => (
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
            <button type="button" class="button-quiet" onClick={onClear}>
              {say('history.clear')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
