/** From an observation to what is on screen, for one compose or meeting; the same for both. */
import { evaluate } from '../core/evaluate';
import type { Observation } from '../core/observation';
import { type Nudge, pace, reasonOf } from '../core/pacing';
import type { Detail } from '../core/rule';
import type { SurfaceLayout } from '../core/site';
import type { Frame } from './frame';
import { viewOf } from './view';

export interface Nudging {
  /** Evaluates an observation and shows, updates or takes away its card. */
  show(observation: Observation, layout: () => SurfaceLayout<HTMLElement>, onJump: (detail: Detail) => void): void;
  clear(): void;
}

/**
 * @param owner identifies the compose or meeting to the presenter
 * @param onAnswer the person dismissed or snoozed the nudge
 * @param refresh asks for a new evaluation
 */
export function createNudging(owner: object, frame: Frame, onAnswer: () => void, refresh: () => void): Nudging {
  let leading: string | null = null;
  /** The wording stays the same for as long as the card is there. */
  let variant = 0;
  const clear = (): void => {
    leading = null;
    frame.contained('present', () => frame.presenter.present(owner, null), undefined);
  };
  const answered = (nudge: Nudge, act: () => void): void => {
    for (const candidate of nudge.candidates) frame.dismissed.add(reasonOf(candidate));
    frame.contained('settings', act, undefined);
    onAnswer();
    clear();
    refresh();
  };
  return {
    clear,
    show(observation, layout, onJump) {
      const { context, strengths, memory, catalog } = frame.ports.situation();
      const candidates = evaluate(frame.rules, observation, context, () => frame.failed('rule'));
      const nudge = frame.contained('rule', () => pace(candidates, strengths, memory, frame.dismissed, context.now), null);
      if (!nudge) {
        clear();
        return;
      }
      if (leading !== nudge.candidates[0].rule.id) variant = nudge.variant;
      const rules = nudge.candidates.map(({ rule }) => rule.id);
      const lead = nudge.candidates[0].rule.id;
      const shown = frame.contained(
        'present',
        () => {
          frame.presenter.present(owner, {
            form: nudge.form,
            view: viewOf({ ...nudge, variant }, frame.guide(nudge.candidates.map(({ rule }) => rule))),
            catalog,
            layout: layout(),
            onGotIt: () => answered(nudge, () => frame.ports.dismissed(rules, 'got-it')),
            onNotRelevant: () => answered(nudge, () => frame.ports.dismissed(rules, 'not-relevant')),
            onSnooze: (length) => answered(nudge, () => frame.ports.snooze(rules, length)),
            onChip: () => frame.contained('settings', () => frame.ports.setStrength(lead, 'quiet'), undefined),
            onJump,
            onAllContacts: () => frame.ports.openPage('help'),
          });
          return true;
        },
        false,
      );
      if (shown && leading !== lead) frame.ports.shown(lead);
      leading = shown ? lead : null;
    },
  };
}
