/**
 * Decides what of the findings is shown, and how loudly. Habituation is the enemy: the second showing of the same thing is worth little.
 * Pure: time and memory arrive as arguments.
 */
import type { Candidate } from './evaluate';
import type { AnyRule, Strength } from './rule';

/** What the person did before, kept on this computer; counts and times only. */
export interface PacingMemory {
  /** Rule id to the time (ms since 1970) until which it stays quiet. */
  readonly snoozedUntil: Readonly<Record<string, number>>;
  /** Rule id to how often *Not relevant here* was said. */
  readonly notRelevant: Readonly<Record<string, number>>;
  /** Rule id to how often its card was dismissed in a row without being heeded. */
  readonly dismissed: Readonly<Record<string, number>>;
  /** Rule id to how often it was shown; turns the wording. */
  readonly shown: Readonly<Record<string, number>>;
}

export const emptyMemory: PacingMemory = { snoozedUntil: {}, notRelevant: {}, dismissed: {}, shown: {} };

/** After so many *Not relevant here*, a rule only shows a chip on this computer. */
export const notRelevantLimit = 3;
/** After so many dismissals in a row, the card offers to become a chip. */
export const dismissalLimit = 5;

/** What to show at one compose or meeting: the candidates left, most serious first, as a card or as a chip. */
export interface Nudge {
  readonly form: 'card' | 'chip';
  readonly candidates: readonly [Candidate, ...Candidate[]];
  /** Which of the leading rule's approved titles to use. */
  readonly variant: number;
  /** Offer to show this kind as a chip from now on. */
  readonly offerChip: boolean;
}

/** The reason of a finding, as one text; page text, so it stays in the page. */
export const reasonOf = (candidate: Candidate): string => `${candidate.rule.id}\n${candidate.subject}`;

/** The strength that a rule has now: its setting, softened by what the person said about it. */
export function strengthOf(rule: AnyRule, strengths: Readonly<Record<string, Strength>>, memory: PacingMemory): Strength {
  const set = strengths[rule.id] ?? rule.strength;
  if (set === 'nudge' && (memory.notRelevant[rule.id] ?? 0) >= notRelevantLimit) return 'quiet';
  return set;
}

/**
 * Picks the nudge of one compose or meeting, or `null` for silence.
 * @param dismissed reasons that were dismissed in this page, in any compose (see `reasonOf`)
 */
export function pace(
  candidates: readonly Candidate[],
  strengths: Readonly<Record<string, Strength>>,
  memory: PacingMemory,
  dismissed: ReadonlySet<string>,
  now: number,
): Nudge | null {
  const open = candidates.filter(
    (candidate) =>
      strengthOf(candidate.rule, strengths, memory) !== 'off' && (memory.snoozedUntil[candidate.rule.id] ?? 0) <= now && !dismissed.has(reasonOf(candidate)),
  );
  const loud = open.filter((candidate) => !candidate.quiet && strengthOf(candidate.rule, strengths, memory) !== 'quiet');
  const [lead, ...rest] = loud.length > 0 ? [...loud, ...open.filter((candidate) => !loud.includes(candidate))] : open;
  if (!lead) return null;
  return {
    form: loud.length > 0 ? 'card' : 'chip',
    candidates: [lead, ...rest],
    variant: (memory.shown[lead.rule.id] ?? 0) % lead.titles.length,
    offerChip: loud.length > 0 && (memory.dismissed[lead.rule.id] ?? 0) >= dismissalLimit,
  };
}
