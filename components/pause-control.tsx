import { useState } from 'preact/hooks';
import { timeText } from '../core/days';
import { type Pause, pausedUntil } from '../core/pause';
import { useCatalog, useWords } from './words';

export interface PauseControlProps {
  readonly pause: Pause;
  /** Site in front, where there is one. */
  readonly siteId: string | null;
  /** Its product name. */
  readonly site: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** @param where a site id, or `null` for everywhere */
  onPause(where: string | null, length: 'hour' | 'today'): void;
  onResume(): void;
}

const lengths = ['hour', 'today'] as const;

/** Quiet for a while, here or everywhere; says so for as long as it lasts. */
export function PauseControl({ pause, siteId, site, time, onPause, onResume }: PauseControlProps) {
  const { say } = useWords();
  const catalog = useCatalog();
  const [here, setHere] = useState(true);
  const until = pausedUntil(pause, siteId, time);
  if (until !== null) {
    const everywhere = pause.everywhere >= until;
    const end = timeText(catalog, until);
    return (
      <div class="chip pause" data-paused={everywhere ? 'everywhere' : 'here'}>
        <p role="status">{everywhere || site === null ? say('pause.everywhere-until', { time: end }) : say('pause.here-until', { site, time: end })}</p>
        <p class="actions">
          <button type="button" class="button" data-act="resume" onClick={onResume}>
            {say('pause.resume')}
          </button>
        </p>
      </div>
    );
  }
  const where = siteId !== null && here ? siteId : null;
  return (
    <details class="pause" data-part="pause">
      <summary>{say('pause.title')}</summary>
      {siteId !== null && (
        <fieldset>
          <legend class="visually-hidden">{say('pause.where')}</legend>
          <div class="choices">
            {[true, false].map((choice) => (
              <label key={String(choice)} class="choice">
                <input type="radio" name="pause-where" checked={here === choice} onChange={() => setHere(choice)} />
                <span>{choice ? (site === null ? say('pause.here') : say('pause.on', { site })) : say('pause.everywhere')}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p class="actions">
        {lengths.map((length) => (
          <button key={length} type="button" class="button-quiet" data-act={`pause-${length}`} onClick={() => onPause(where, length)}>
            {say(`pause.${length}`)}
          </button>
        ))}
      </p>
    </details>
  );
}
