/** What the page side needs from the browser. Implemented by `platform`, passed in by an entrypoint. */
import type { HistoryEntry } from './history';
import type { MeetingRecords } from './meeting';
import type { Catalog } from './message';
import type { LeftUnlocked, Printed } from './observation';
import type { PacingMemory, PacingSettings } from './pacing';
import type { Pause } from './pause';
import type { PrintSign } from './printing';
import type { SentCounts, SentNote } from './report';
import type { RuleContext, RuleId, Strength } from './rule';
import type { SiteId } from './site';

/** A snapshot of everything the person or the organisation has set, for one evaluation. */
export interface Situation {
  readonly context: RuleContext;
  readonly strengths: Readonly<Record<string, Strength>>;
  readonly memory: PacingMemory;
  readonly pacing: PacingSettings;
  /** Whether the person has paused reminders; none where it is not told. */
  readonly pause?: Pause;
  readonly catalog: Catalog;
}

export type SnoozeLength = 'hour' | 'today';
export type Dismissal = 'got-it' | 'not-relevant';

/** Something inside Second Glance that is off, by the part it is in. No text of a page goes here. */
export type ProblemPart = 'drift' | 'find' | 'read' | 'thread' | 'rule' | 'present' | 'hold' | 'settings' | 'removed' | 'elsewhere';

export interface TabStatus {
  /** Site id, or `null` when the page is not one that this frame can read. */
  readonly site: SiteId | null;
  readonly composes: number;
  readonly meeting: boolean;
  readonly problems: readonly ProblemPart[];
}

/** What other frames and the background know of this page as a whole, or of the computer. What is not named has not changed. */
export interface PageNews {
  /**
   * A frame of this page prints, or the window that this page opened to print is closed.
   * `null`: the print goes on in another window, which tells of it from here on.
   */
  readonly print?: { readonly sign: PrintSign; readonly what: Printed } | null | undefined;
  /** The person came back to a computer that was left unlocked; `null`: it was seen elsewhere. */
  readonly leftUnlocked?: LeftUnlocked | null | undefined;
  /** The page before, of the same site, went away with a message that was sent past an unanswered reminder. */
  readonly sentPast?: boolean | undefined;
}

/** What became of one rule that spoke. */
export type OutcomeOf = Pick<HistoryEntry, 'rule' | 'strength' | 'outcome'>;

export interface Ports {
  situation(): Situation;
  /** Calls back after every change of settings, until the returned function is called. */
  onChange(callback: () => void): () => void;
  snooze(ruleIds: readonly RuleId[], length: SnoozeLength): void;
  /** @param reasons `reasonKey` of each reason on the card */
  dismissed(ruleIds: readonly RuleId[], how: Dismissal, reasons: readonly number[]): void;
  /** The person answered a card, sent the message with it, or joined the call. */
  dealtWith(ruleIds: readonly RuleId[], reasons: readonly number[]): void;
  /** A message went out to these people (`acquaintanceKey`). */
  sentTo(keys: readonly number[]): void;
  /** A card or chip led by this rule came up; turns the wording next time. */
  shown(ruleId: RuleId): void;
  /** The person wants this rule as a chip from now on. All that a page's engine can change about strengths. */
  makeQuiet(ruleId: RuleId): void;
  /** What became of rules that spoke in one compose or meeting. */
  outcomes(site: SiteId, results: readonly OutcomeOf[]): void;
  /**
   * A message went out, with what the rules had said about it: kept in memory for an hour, for a report that the person may want to make.
   * @param past the whole page goes with it, past an unanswered reminder: the next page asks what this one cannot any more
   */
  sent(site: SiteId, rules: readonly RuleId[], counts: SentCounts, past: boolean): void;
  /**
   * Send was pressed past an unanswered reminder. A window that closes with it can tell nothing more: then this was it, and it is asked elsewhere.
   * `null`: the person goes on here.
   */
  sending(note: Omit<SentNote, 'time'> | null): void;
  /** `sent`: help with a message that should not have been sent. */
  openPage(page: 'help' | 'options' | 'sent'): void;
  /** What other pages remember about meetings (`core/meeting`), and the salt for their keys. */
  meetings(): Promise<{ readonly salt: string; readonly records: MeetingRecords }>;
  keepMeetings(records: MeetingRecords): void;
  /** Whether the meeting of this frame shows the person's screen to others; told on each change. */
  sharingScreen(on: boolean): void;
  /** Whether an engine in another frame of this tab reads a call. */
  callInOtherFrame(): boolean;
  /** This frame is not the page's own: whoever shows cards for the whole page learns of the print there. */
  printInFrame(sign: PrintSign, what: Printed): void;
  /** This page tells of a print: pages that told of the same one before leave it to this one. */
  printing(): void;
  /** The person has seen here that the computer was left unlocked. */
  leftUnlockedSeen(): void;
  /** Calls back with what this page has to know of itself from elsewhere, until the returned function is called. */
  onPageNews(callback: (news: PageNews) => void): () => void;
  report(status: TabStatus): void;
  /** `false` after the extension was updated, disabled or removed while the page stayed open, or the browser took back the page's host. */
  alive(): boolean;
}
