/**
 * What is remembered about meetings, so that one meeting gives one reminder: over the redirects of one join, a reload,
 * a dropped connection, being sent back to the door and joining again. Pure: time and memory arrive as arguments.
 *
 * How it is used: the engine keeps one `MeetingMemory` per document, feeds it every reading with `noticeMeeting`,
 * shows the reminder while `isReminding`, evaluates rules with `settledPhase`, and calls `answerMeeting` when the person dismissed it.
 *
 * How it survives a reload and the changes of address during a join: the page's own storage is the page's, so it is not used.
 * The background keeps `recordsToKeep` in `storage.session`, and a new document starts with `withRecords`.
 * Records hold numbers only: their key is a salted number (see `meetingKey`), so no meeting code is stored or sent.
 */
import type { MeetingPhase } from './observation';
import { oneWayNumber } from './one-way';

/** The same meeting is not brought up again within this time (ms). */
export const quietAgainMs = 60 * 60_000;
/** Where the page does not tell which meeting it is, two in a row cannot be told apart: then a much shorter time (ms). */
export const quietAgainNamelessMs = 10 * 60_000;
/** Back at the door so soon after having been inside (ms) is a reload, a dropped connection or a return to the waiting room. */
export const bounceMs = 2 * 60_000;
/**
 * A reminder that a redirect took away goes on at the next page of the same join for so long (ms) after it first came up.
 * One click on a Teams link is five addresses in 10 to 15 seconds (`research/meeting-dom.md` §2).
 */
export const joinMs = 30_000;
/** A page that is still being built can look like the inside of a call for less than this (ms); then what was before goes on. */
export const flickerMs = 1_000;
/** A launch page stays open after the meeting app took over; its reminder leaves after this time (ms). */
export const launcherMs = 5 * 60_000;

/** What is known about one meeting. Times are ms since 1970, 0 for never. */
export interface MeetingRecord {
  /** When the latest reminder first came up. */
  readonly reminded: number;
  /** That reminder was answered, or overtaken by joining or the end. */
  readonly settled: boolean;
  /** When the person was last seen in the meeting. */
  readonly inside: number;
}

/** By `meetingKey`. */
export type MeetingRecords = Readonly<Record<number, MeetingRecord>>;

export type KnownPhase = Exclude<MeetingPhase, 'unknown'>;

export interface CurrentMeeting {
  readonly key: number;
  /** The page never told which meeting this is. */
  readonly nameless: boolean;
  /** Under which key a page of the same site counts that does not tell its meeting. */
  readonly siteKey?: number | undefined;
  /** What was last known. */
  readonly phase: KnownPhase;
  /** Since when it is in this phase, ms since 1970. */
  readonly since: number;
  readonly reminding: boolean;
  /** What was before the person seemed to join, should it turn out to have been a moment's appearance. */
  readonly undo: { readonly record: MeetingRecord; readonly reminding: boolean } | null;
}

export interface MeetingMemory {
  /** The meeting in this document, `null` until a phase was known. */
  readonly current: CurrentMeeting | null;
  readonly records: MeetingRecords;
}

/** One reading, as far as the memory needs it. */
export interface MeetingSighting {
  /** `meetingKey` of the site and the code. */
  readonly key: number;
  /** The page does not tell which meeting it is: the code was `null`. */
  readonly nameless: boolean;
  readonly phase: MeetingPhase;
  /** `meetingKey` of the site without a code. A join that begins at an address with the meeting in it may end at one without. */
  readonly siteKey?: number;
}

export const emptyMeetingMemory: MeetingMemory = { current: null, records: {} };

const unseen: MeetingRecord = { reminded: 0, settled: false, inside: 0 };

/** Whether a phase lies before the join, where a reminder still helps. Waiting counts: nobody hears or sees the person yet. */
export const isBeforeJoin = (phase: MeetingPhase): boolean => phase === 'launcher' || phase === 'pre-join' || phase === 'waiting';

/**
 * A one-way number for a meeting, see `core/one-way`. Its salt is made anew whenever the browser starts.
 * @param code decoded meeting code, or `null` where the page does not tell
 */
export const meetingKey = (site: string, code: string | null, salt: string): number => oneWayNumber([site, code], salt);

/** The memory with what the background kept from other documents. */
export function withRecords(memory: MeetingMemory, kept: MeetingRecords): MeetingMemory {
  const records: Record<number, MeetingRecord> = { ...memory.records };
  for (const [key, record] of Object.entries(kept)) records[Number(key)] = merged(records[Number(key)] ?? unseen, record);
  return { ...memory, records };
}

/**
 * Takes in one reading. Gives the same object back when nothing changed.
 * `unknown` never means that the person left, and never that it is another meeting.
 */
export function noticeMeeting(memory: MeetingMemory, seen: MeetingSighting, now: number): MeetingMemory {
  return forTheSite(noticed(memory, seen, now), memory);
}

function noticed(memory: MeetingMemory, seen: MeetingSighting, now: number): MeetingMemory {
  const before = memory.current;
  if (seen.phase === 'unknown') return withoutAbandoned(memory, now);
  const key = before && staysNamed(before, seen, now) ? before.key : seen.key;
  const steady = before?.phase === seen.phase && before.key === key;
  const records: Record<number, MeetingRecord> = { ...memory.records };
  const flicker = before?.undo && now - before.since < flickerMs && isBeforeJoin(seen.phase) ? before.undo : null;
  if (before?.phase === 'in-meeting' && !steady) records[before.key] = flicker?.record ?? { ...(records[before.key] ?? unseen), settled: true, inside: now };
  const record = records[key] ?? unseen;
  const current: CurrentMeeting = {
    key,
    nameless: key === seen.key && seen.nameless,
    siteKey: seen.siteKey,
    phase: seen.phase,
    since: steady ? before.since : now,
    reminding: false,
    undo: null,
  };

  if (seen.phase === 'in-meeting') {
    if (steady && now - record.inside < joinMs) return memory;
    const undo = steady ? before.undo : { record, reminding: before?.reminding ?? false };
    return { current: { ...current, undo }, records: { ...records, [key]: { ...record, settled: true, inside: now } } };
  }
  if (seen.phase === 'ended') {
    if (steady) return memory;
    return { current, records: record === unseen ? records : { ...records, [key]: { ...record, settled: true } } };
  }

  if (before && isBeforeJoin(before.phase) && (before.key === key || before.nameless)) {
    if (steady) return withoutAbandoned(memory, now);
    if (before.key !== key) records[key] = merged(record, records[before.key] ?? unseen);
    return { current: { ...current, reminding: before.reminding }, records };
  }

  const goesOnNow = (flicker?.reminding && before?.key === key) || goesOn(record, now);
  const reminding = goesOnNow || isDue(record, current.nameless, now);
  if (reminding && !goesOnNow) records[key] = { ...record, reminded: now, settled: false };
  return { current: { ...current, reminding }, records };
}

/** The person dismissed or snoozed the reminder. */
export function answerMeeting(memory: MeetingMemory): MeetingMemory {
  const { current, records } = memory;
  if (!current?.reminding) return memory;
  return forTheSite(
    { current: { ...current, reminding: false }, records: { ...records, [current.key]: { ...(records[current.key] ?? unseen), settled: true } } },
    memory,
  );
}

/** What changed for a meeting holds for a page of the same site that does not tell which meeting it is. */
function forTheSite(next: MeetingMemory, before: MeetingMemory): MeetingMemory {
  const { current, records } = next;
  const record = current && records[current.key];
  if (!record || current.siteKey === undefined || current.siteKey === current.key || record === before.records[current.key]) return next;
  return { current, records: { ...records, [current.siteKey]: merged(records[current.siteKey] ?? unseen, record) } };
}

/** Whether the reminder before the join belongs on screen now. */
export const isReminding = (memory: MeetingMemory): boolean => memory.current?.reminding === true;

/** The phase to evaluate rules with: what was last known. */
export const settledPhase = (memory: MeetingMemory): MeetingPhase => memory.current?.phase ?? 'unknown';

/** The records that still matter, newest first, at most `limit` of them: what the background keeps. */
export function recordsToKeep(records: MeetingRecords, now: number, limit = 100): MeetingRecords {
  const latest = (record: MeetingRecord): number => Math.max(record.reminded, record.inside);
  const live = Object.entries(records).filter(([, record]) => now - latest(record) < quietAgainMs);
  return Object.fromEntries(live.sort(([, a], [, b]) => latest(b) - latest(a)).slice(0, limit));
}

/** A page that stops telling its code is still at the same meeting, unless that one ended some time ago. */
const staysNamed = (before: CurrentMeeting, seen: MeetingSighting, now: number): boolean =>
  seen.nameless && !(before.phase === 'ended' && now - before.since >= bounceMs);

const goesOn = (record: MeetingRecord, now: number): boolean => !record.settled && now - record.reminded < joinMs && now - record.inside >= bounceMs;

const isDue = (record: MeetingRecord, nameless: boolean, now: number): boolean =>
  now - record.inside >= bounceMs && now - record.reminded >= (nameless ? quietAgainNamelessMs : quietAgainMs);

function withoutAbandoned(memory: MeetingMemory, now: number): MeetingMemory {
  const { current } = memory;
  return current?.reminding && current.phase === 'launcher' && now - current.since >= launcherMs ? answerMeeting(memory) : memory;
}

const merged = (a: MeetingRecord, b: MeetingRecord): MeetingRecord => ({
  reminded: Math.max(a.reminded, b.reminded),
  settled: a.reminded === b.reminded ? a.settled || b.settled : a.reminded > b.reminded ? a.settled : b.settled,
  inside: Math.max(a.inside, b.inside),
});
