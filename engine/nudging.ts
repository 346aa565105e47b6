/** From an observation to what is on screen, for one compose, meeting or open message; the same for all. */

import type { NudgeView } from '../components/nudge-card';
import { evaluate } from '../core/evaluate';
import type { HistoryEntry, Outcome } from '../core/history';
import type { Observation } from '../core/observation';
import { type Nudge, pace, reasonKey, reasonOf, strengthOf } from '../core/pacing';
import { pausedUntil } from '../core/pause';
import type { Detail, RuleId, Severity } from '../core/rule';
import type { SurfaceLayout } from '../core/site';
import type { Frame } from './frame';
import { viewOf } from './view';

/** A message that is held. */
export interface Held {
  readonly view: NudgeView;
  /** The person sends it all the same: not again for these reasons. */
  settle(): void;
}

export interface Nudging {
  /**
   * Evaluates an observation and shows, updates or takes away its card.
   * @returns the details of the card that stands now; empty for a chip or nothing
   */
  show(observation: Observation, layout: () => SurfaceLayout<HTMLElement>, onJump: (detail: Detail) => void): readonly Detail[];
  /** How serious the card of this observation would be; `null` where there would be none. */
  wouldShow(observation: Observation): Severity | null;
  clear(): void;
  /**
   * The compose, meeting or message is over: tells what became of each rule that spoke. `skimmed`: it went before anybody could read a card.
   * @returns the rules that spoke, and whether a card that was more than a note stood unanswered
   */
  end(how: 'sent' | 'closed' | 'joined' | 'passed' | 'skimmed'): { readonly rules: readonly RuleId[]; readonly unanswered: boolean };
  /** Which rules spoke so far, where a card that is more than a note stands unanswered; `null` otherwise. */
  unanswered(): readonly RuleId[] | null;
  /** What has to be confirmed before this message may go: the findings of rules with that strength, not dismissed. `null` for nothing. */
  held(observation: Observation): Held | null;
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
  /** Rules that spoke here, with the last strength, and which of them speak now or were answered. */
  const spoke = new Map<RuleId, HistoryEntry['strength']>();
  let standing = new Set<RuleId>();
  const told = new Set<RuleId>();
  /** Reasons that had a card here, and the card that stands. */
  const here = new Set<string>();
  let card: Nudge | null = null;
  const keysOf = ({ candidates }: Nudge): number[] => {
    const { salt } = frame.ports.situation().memory;
    return salt === '' ? [] : candidates.map((candidate) => reasonKey(candidate, salt));
  };
  const deal = (nudge: Nudge): void => {
    if (nudge.form !== 'card') return;
    const rules = nudge.candidates.map(({ rule }) => rule.id);
    frame.contained('settings', () => frame.ports.dealtWith(rules, keysOf(nudge)), undefined);
  };
  const tell = (rules: readonly RuleId[], outcomeOf: (rule: RuleId) => Outcome): void => {
    const fresh = rules.filter((rule) => spoke.has(rule) && !told.has(rule));
    for (const rule of fresh) told.add(rule);
    const results = fresh.map((rule) => ({ rule, strength: spoke.get(rule) ?? 'nudge', outcome: outcomeOf(rule) }));
    if (results.length > 0) frame.contained('settings', () => frame.ports.outcomes(frame.site.id, results), undefined);
  };
  const isPaused = (): boolean => {
    const { pause, context } = frame.ports.situation();
    return pause !== undefined && pausedUntil(pause, frame.site.id, context.now) !== null;
  };
  const pick = (observation: Observation): Nudge | null => {
    if (isPaused()) return null;
    const { context, strengths, memory, pacing } = frame.ports.situation();
    const candidates = evaluate(frame.rules, observation, context, () => frame.failed('rule'));
    return frame.contained('rule', () => pace(candidates, strengths, memory, frame.dismissed, context.now, here, pacing), null);
  };
  const clear = (): void => {
    leading = null;
    standing = new Set();
    card = null;
    frame.contained('present', () => frame.presenter.present(owner, null), undefined);
  };
  const settle = (nudge: Nudge): void => {
    for (const candidate of nudge.candidates) frame.dismissed.add(reasonOf(candidate));
  };
  const answered = (nudge: Nudge, outcome: Outcome, act: () => void): void => {
    settle(nudge);
    tell(
      nudge.candidates.map(({ rule }) => rule.id),
      () => outcome,
    );
    frame.contained('settings', act, undefined);
    deal(nudge);
    onAnswer();
    clear();
    refresh();
  };
  const isUnanswered = (): boolean => card?.candidates.some(({ severity }) => severity !== 'note') ?? false;

  return {
    clear,
    unanswered: () => (isUnanswered() ? [...spoke.keys()] : null),
    end(how) {
      const unanswered = isUnanswered();
      if (how !== 'closed' && how !== 'skimmed' && card) deal(card);
      card = null;
      const outcome = how === 'skimmed' ? 'passed' : how;
      const rules = [...spoke.keys()];
      // What a pause took away was not heeded.
      const gone: Outcome = isPaused() ? 'snoozed' : 'heeded';
      tell(rules, (rule) => (standing.has(rule) ? outcome : gone));
      return { rules, unanswered };
    },
    held(observation) {
      if (isPaused()) return null;
      const { context, strengths, memory } = frame.ports.situation();
      const confirming = frame.rules.filter((rule) => strengthOf(rule, strengths, memory) === 'confirm');
      if (confirming.length === 0) return null;
      const candidates = evaluate(confirming, observation, context, () => frame.failed('rule'));
      const nudge = pace(candidates, strengths, memory, frame.dismissed, context.now);
      if (!nudge) return null;
      return {
        view: viewOf(nudge, frame.guide(nudge.candidates.map(({ rule }) => rule))),
        settle: () => {
          for (const { rule } of nudge.candidates) spoke.set(rule.id, 'confirm');
          tell(
            nudge.candidates.map(({ rule }) => rule.id),
            () => 'sent',
          );
          settle(nudge);
        },
      };
    },
    wouldShow: (observation) => pick(observation)?.candidates[0].severity ?? null,
    show(observation, layout, onJump) {
      const { strengths, memory, catalog } = frame.ports.situation();
      const nudge = pick(observation);
      if (!nudge) {
        clear();
        return [];
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
            onGotIt: () => answered(nudge, 'got-it', () => frame.ports.dismissed(rules, 'got-it', keysOf(nudge))),
            onNotRelevant: () => answered(nudge, 'not-relevant', () => frame.ports.dismissed(rules, 'not-relevant', keysOf(nudge))),
            onSnooze: (length) => answered(nudge, 'snoozed', () => frame.ports.snooze(rules, length)),
            onChip: () => frame.contained('settings', () => frame.ports.makeQuiet(lead), undefined),
            onJump,
            onAllContacts: () => frame.ports.openPage('help'),
          });
          return true;
        },
        false,
      );
      standing = new Set(shown ? rules : []);
      card = shown && nudge.form === 'card' ? nudge : null;
      if (card) for (const candidate of card.candidates) here.add(reasonOf(candidate));
      if (shown) {
        for (const { rule } of nudge.candidates) {
          const strength = strengthOf(rule, strengths, memory);
          if (strength !== 'off') spoke.set(rule.id, strength);
          told.delete(rule.id);
        }
      }
      if (shown && leading !== lead) frame.ports.shown(lead);
      leading = shown ? lead : null;
      return card ? card.candidates.flatMap(({ details }) => details) : [];
    },
  };
}
