/** What the page side needs from the browser. Implemented by `platform`, passed in by an entrypoint. */
import type { HistoryEntry } from './history';
import type { MeetingRecords } from './meeting';
import type { Catalog } from './message';
import type { PacingMemory, PacingSettings } from './pacing';
import type { RuleContext, RuleId, Strength } from './rule';
import type { SiteId } from './site';

/** A snapshot of everything the person or the organisation has set, for one evaluation. */
export interface Situation {
  readonly context: RuleContext;
  readonly strengths: Readonly<Record<string, Strength>>;
  readonly memory: PacingMemory;
  readonly pacing: PacingSettings;
  readonly catalog: Catalog;
}

export type SnoozeLength = 'hour' | 'today';
export type Dismissal = 'got-it' | 'not-relevant';

/** Something inside Second Glance that is off, by the part it is in. No text of a page goes here. */
export type ProblemPart = 'drift' | 'find' | 'read' | 'thread' | 'rule' | 'present' | 'hold' | 'settings' | 'removed';

export interface TabStatus {
  /** Site id, or `null` when the page is not one that this frame can read. */
  readonly site: SiteId | null;
  readonly composes: number;
  readonly meeting: boolean;
  readonly problems: readonly ProblemPart[];
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
  setStrength(ruleId: RuleId, strength: Strength): void;
  /** What became of rules that spoke in one compose or meeting. */
  outcomes(site: SiteId, results: readonly OutcomeOf[]): void;
  openPage(page: 'help' | 'options'): void;
  /** What other pages remember about meetings (`core/meeting`), and the salt for their keys. */
  meetings(): Promise<{ readonly salt: string; readonly records: MeetingRecords }>;
  keepMeetings(records: MeetingRecords): void;
  /** Whether the meeting of this frame shows the person's screen to others; told on each change. */
  sharingScreen(on: boolean): void;
  /** Whether an engine in another frame of this tab reads a call. */
  callInOtherFrame(): boolean;
  report(status: TabStatus): void;
  /** `false` after the extension was updated, disabled or removed while the page stayed open. */
  alive(): boolean;
}
