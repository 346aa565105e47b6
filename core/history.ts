/**
 * The history of reminders on this computer: which rule spoke, where, how loudly, and what happened then.
 * No content, no address, no subject. Pure; kept by `platform/history`.
 */
import type { RuleId, Strength } from './rule';
import type { SiteId } from './site';

/**
 * What happened after a rule spoke, at the latest when its compose or meeting ended:
 * - `heeded`: its reason was gone by then (the recipient or the file was removed)
 * - `closed`: the message was not sent, as far as could be seen
 * - `got-it`, `not-relevant`, `snoozed`: the person answered
 * - `sent`: the message was sent while the reminder stood
 * - `joined`: the person joined the meeting
 * - `passed`: the moment went by while the reminder stood (the page was printed, the open message was left)
 */
export type Outcome = 'heeded' | 'closed' | 'got-it' | 'not-relevant' | 'snoozed' | 'sent' | 'joined' | 'passed';
export const outcomes = ['heeded', 'closed', 'got-it', 'not-relevant', 'snoozed', 'sent', 'joined', 'passed'] as const satisfies readonly Outcome[];

export interface HistoryEntry {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly rule: RuleId;
  readonly site: SiteId;
  readonly strength: Exclude<Strength, 'off'>;
  readonly outcome: Outcome;
}

/** Whether a reminder led to something: its reason was taken away, or the message was not sent. */
export const isHeeded = (outcome: Outcome): boolean => outcome === 'heeded' || outcome === 'closed';

export interface Tally {
  readonly shown: number;
  readonly heeded: number;
  readonly dismissed: number;
  readonly sent: number;
}

const none: Tally = { shown: 0, heeded: 0, dismissed: 0, sent: 0 };

const counted = (tally: Tally, outcome: Outcome): Tally => ({
  shown: tally.shown + 1,
  heeded: tally.heeded + (isHeeded(outcome) ? 1 : 0),
  dismissed: tally.dismissed + (outcome === 'got-it' || outcome === 'not-relevant' || outcome === 'snoozed' ? 1 : 0),
  sent: tally.sent + (outcome === 'sent' ? 1 : 0),
});

/** Tallies by rule, the rule that spoke most first. */
export function tallyByRule(entries: readonly HistoryEntry[]): readonly (readonly [RuleId, Tally])[] {
  const tallies = new Map<RuleId, Tally>();
  for (const { rule, outcome } of entries) tallies.set(rule, counted(tallies.get(rule) ?? none, outcome));
  return [...tallies].sort(([, a], [, b]) => b.shown - a.shown);
}

const day = 86_400_000;

/**
 * Tallies of the last weeks, oldest first, each of seven days that end with `now`'s day.
 * @param startOfDay the first millisecond of a day on this computer's calendar
 */
export function tallyByWeek(entries: readonly HistoryEntry[], weeks: number, startOfDay: number): readonly { readonly from: number; readonly tally: Tally }[] {
  const end = startOfDay + day;
  return Array.from({ length: weeks }, (_, index) => {
    const from = end - (weeks - index) * 7 * day;
    const within = entries.filter(({ time }) => time >= from && time < from + 7 * day);
    return { from, tally: within.reduce((tally, { outcome }) => counted(tally, outcome), none) };
  });
}

/** A rule that spoke so often and was never heeded is worth the question whether it should be quiet. */
export const neverHeededLimit = 10;

/** Rules to offer for muting: spoke at least `neverHeededLimit` times, never heeded. */
export const neverHeeded = (entries: readonly HistoryEntry[]): readonly RuleId[] =>
  tallyByRule(entries).flatMap(([rule, tally]) => (tally.shown >= neverHeededLimit && tally.heeded === 0 ? [rule] : []));

/** Comma-separated, a line each, times in ISO 8601 (UTC). Fields hold ids and words of closed sets only, so nothing needs quoting. */
export const historyCsv = (entries: readonly HistoryEntry[], isoTime: (time: number) => string): string =>
  ['time,rule,site,strength,outcome', ...entries.map(({ time, rule, site, strength, outcome }) => [isoTime(time), rule, site, strength, outcome].join(','))]
    .join('\r\n')
    .concat('\r\n');
