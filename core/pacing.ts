/**
 * Decides what of the findings is shown, and how loudly. Habituation is the enemy: the second showing of the same thing is worth little.
 * Pure: time and memory arrive as arguments.
 */
import type { Candidate } from './evaluate';
import { oneWayNumber } from './one-way';
import type { AnyRule, Strength } from './rule';

/** What the person did before, kept on this computer: counts, times, and reasons as one-way numbers. */
export interface PacingMemory {
  /** Rule id to the time (ms since 1970) until which it stays quiet. */
  readonly snoozedUntil: Readonly<Record<string, number>>;
  /** Rule id to how often *Not relevant here* was said. */
  readonly notRelevant: Readonly<Record<string, number>>;
  /** Rule id to how often its card was dismissed in a row without being heeded. */
  readonly dismissed: Readonly<Record<string, number>>;
  /** Rule id to how often it was shown; turns the wording. */
  readonly shown: Readonly<Record<string, number>>;
  /** Rule id to when the person last dealt with a card that held it: answered it, sent the message or joined the call. Showing alone does not count. */
  readonly dealtWith: Readonly<Record<string, number>>;
  /** `reasonKey` to when the person last dealt with that reason. */
  readonly reasons: Readonly<Record<number, number>>;
  /** `reasonKey` to when *Not relevant here* was said to that very reason. */
  readonly settled: Readonly<Record<number, number>>;
  /** When cards were dealt with lately. */
  readonly cards: readonly number[];
  /** Random text of this computer, for `reasonKey`. Empty until it was made: then no reason is remembered. */
  readonly salt: string;
}

export const emptyMemory: PacingMemory = {
  snoozedUntil: {},
  notRelevant: {},
  dismissed: {},
  shown: {},
  dealtWith: {},
  reasons: {},
  settled: {},
  cards: [],
  salt: '',
};

/** How long a working day is (ms): what was dealt with this long ago is not brought up as a card again. */
export const workingDayMs = 10 * 3_600_000;
/** What has the rhythm of a week is not brought up as a card again for so long (ms): the same time next week is another week. */
export const weekMs = 6.5 * 86_400_000;
/** *Not relevant here* keeps that very reason away for so long (ms): a quarter. */
export const settledMs = 91 * 86_400_000;

/** How sparing cards are; set by the person or the organisation. */
export interface PacingSettings {
  /** After so many cards in a working day, mere notes come as chips. Cautions and serious findings always come as cards. */
  readonly calmAfterCards: number;
}

/**
 * Acceptance falls by 30% with each further reminder in one encounter, and false alarms hurt more than misses (`research/peers.md` §3.2);
 * two leaves room for the call of the day and one more.
 */
export const defaultPacing: PacingSettings = { calmAfterCards: 2 };

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

/** A reason as a one-way number, to know it again in another page. */
export const reasonKey = (candidate: Candidate, salt: string): number => oneWayNumber(['reason', reasonOf(candidate)], salt);

/** No card was here before. */
const nothing: ReadonlySet<string> = new Set();

/**
 * Picks the nudge of one compose or meeting, or `null` for silence.
 * @param dismissed reasons that were dismissed in this page, in any compose (see `reasonOf`)
 * @param here reasons that had a card in this compose or meeting: its own sending must not turn it into a chip
 */
export function pace(
  candidates: readonly Candidate[],
  strengths: Readonly<Record<string, Strength>>,
  memory: PacingMemory,
  dismissed: ReadonlySet<string>,
  now: number,
  here: ReadonlySet<string> = nothing,
  settings: PacingSettings = defaultPacing,
): Nudge | null {
  const open = candidates.filter(
    (candidate) =>
      strengthOf(candidate.rule, strengths, memory) !== 'off' &&
      (memory.snoozedUntil[candidate.rule.id] ?? 0) <= now &&
      !dismissed.has(reasonOf(candidate)) &&
      !isSettled(candidate, memory, now),
  );
  const loud = open.filter((candidate) => {
    if (candidate.quiet) return false;
    const strength = strengthOf(candidate.rule, strengths, memory);
    return strength === 'confirm' || (strength === 'nudge' && (here.has(reasonOf(candidate)) || !isHabit(candidate, memory, now, settings)));
  });
  const [lead, ...rest] = loud.length > 0 ? [...loud, ...open.filter((candidate) => !loud.includes(candidate))] : open;
  if (!lead) return null;
  return {
    form: loud.length > 0 ? 'card' : 'chip',
    candidates: [lead, ...rest],
    variant: (memory.shown[lead.rule.id] ?? 0) % lead.titles.length,
    offerChip: loud.length > 0 && (memory.dismissed[lead.rule.id] ?? 0) >= dismissalLimit,
  };
}

/** *Not relevant here* was said to this very reason. */
const isSettled = (candidate: Candidate, { settled, salt }: PacingMemory, now: number): boolean =>
  salt !== '' && now - (settled[reasonKey(candidate, salt)] ?? Number.NEGATIVE_INFINITY) < settledMs;

/** Whether a card would say what the person has dealt with today, or one more of what can wait. */
function isHabit(candidate: Candidate, memory: PacingMemory, now: number, { calmAfterCards }: PacingSettings): boolean {
  const today = (time: number | undefined): boolean => time !== undefined && now - time < workingDayMs;
  if (memory.salt !== '' && today(memory.reasons[reasonKey(candidate, memory.salt)])) return true;
  const note = candidate.severity === 'note';
  if (candidate.rule.rhythm === 'weekly' && now - (memory.dealtWith[candidate.rule.id] ?? Number.NEGATIVE_INFINITY) < weekMs) return true;
  // Of general advice, and of mere notes by one rule, one a day is enough.
  if ((note || candidate.rule.rhythm === 'daily') && today(memory.dealtWith[candidate.rule.id])) return true;
  return note && memory.cards.filter(today).length >= calmAfterCards;
}
