/**
 * Whether the computer was left alone without being locked. Pure: time and what the browser says arrive as arguments.
 *
 * The browser says when nobody has touched the computer for some time (`idle`), when the screen was locked, and when somebody is back (`active`;
 * Chrome's `idle` API, https://developer.chrome.com/docs/extensions/reference/api/idle, read 2026-11). While it is idle, a tick a minute says that the computer is awake:
 * a gap between ticks is sleep. Precision before recall: whatever speaks against "left unlocked" excuses the whole time away.
 */
import type { Message } from './message';
import type { LeftUnlocked } from './observation';

/**
 * - `idle`: nobody has touched the computer for the time that was asked for
 * - `locked`: the screen is locked, or a screen saver runs
 * - `active`: somebody is back
 * - `tick`: a minute has passed while nobody was there
 */
export type IdleSign = 'idle' | 'locked' | 'active' | 'tick';

export interface IdleMemory {
  /** Since when nobody has touched the computer, ms since 1970; `null` while somebody does. */
  readonly since: number | null;
  /** This time away does not count: locked, asleep, or a person who watches or listens without touching anything. */
  readonly excused: boolean;
  /** When the computer was last known to be awake, ms since 1970. */
  readonly awake: number;
  /** How many minutes on end it was known to be awake with nobody there. */
  readonly ticks: number;
  /** What the person is to be told, until it was seen. */
  readonly owed: LeftUnlocked | null;
}

export const somebodyThere: IdleMemory = { since: null, excused: false, awake: 0, ticks: 0, owed: null };

/** A tick a minute; alarms may be late by some, and the browser may be busy. A longer gap (ms) means that the computer slept. */
export const sleepGap = 150_000;
/** What nobody has seen after this time (ms) is no news any more. */
export const owedLasts = 2 * 3_600_000;

/**
 * Takes in one sign. Gives the same object back when nothing changed.
 * @param threshold after how long (ms) the browser calls the computer idle
 * @param watching somebody may be there without touching anything: in a call, before a full screen, listening
 */
export function noticeIdle(memory: IdleMemory, sign: IdleSign, watching: boolean, threshold: number, now: number): IdleMemory {
  const { since, awake, ticks } = memory;
  const slept = since !== null && now - awake > sleepGap;
  const excused = memory.excused || slept || watching;
  switch (sign) {
    case 'idle':
      return since === null ? { ...memory, since: now - threshold, excused: watching, awake: now, ticks: 0 } : { ...memory, excused };
    case 'locked':
      return { ...memory, since: since ?? now, excused: true, awake: now };
    case 'tick':
      return since === null ? memory : { ...memory, excused, awake: now, ticks: ticks + 1 };
    case 'active': {
      if (since === null) return memory;
      // Without a tick nobody knows whether the computer was awake: it may have slept and come back with its owner.
      const left = !memory.excused && !slept && ticks > 0;
      return { ...somebodyThere, owed: left ? { minutes: Math.floor((now - since) / 60_000), until: now } : owedNow(memory, now) };
    }
  }
}

/** The person has seen it, in a page or at the toolbar button. */
export const seenLeftUnlocked = (memory: IdleMemory): IdleMemory => (memory.owed === null ? memory : { ...memory, owed: null });

/** What is still to be told. */
export const owedNow = ({ owed }: IdleMemory, now: number): LeftUnlocked | null => (owed && now - owed.until < owedLasts ? owed : null);

/**
 * How long, in words: the same in a page, in the popup and at the toolbar button. From two hours on nobody counts minutes.
 * @param name which sentence of `unlocked-screen`
 */
export function leftUnlockedMessage(name: 'title' | 'title-away' | 'how-long', { minutes }: Pick<LeftUnlocked, 'minutes'>): Message {
  const hours = Math.floor(minutes / 60);
  return hours < 2 ? { key: `unlocked-screen.${name}`, values: { count: minutes } } : { key: `unlocked-screen.${name}-hours`, values: { count: hours } };
}
