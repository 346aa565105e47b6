/** What the parts of one frame's loop share. */
import type { Printed, ReplyMode } from '../core/observation';
import type { Ports, ProblemPart } from '../core/ports';
import type { AnyRule } from '../core/rule';
import type { PageText } from '../core/text';
import type { Span, Thread } from '../core/thread';
import type { KnownPeople } from '../page/known-people';
import type { Body, DomSite, NoticedFile } from '../page/site';
import type { Guide } from './guide';
import type { Presenter } from './presenter';

/** Reads what is written in a compose, in slices; see `page/body`. */
export interface BodyReader {
  read(body: Body): Promise<{ readonly authored: PageText; readonly thread: Thread }>;
}

/** What events have told about composes; see `page/attachment-ledger`, `page/pressed-control` and `page/known-people`. */
export interface ComposeEvents {
  filesOf(root: HTMLElement): readonly NoticedFile[];
  /** Told by a reading which files the page shows now. */
  shown(root: HTMLElement, names: readonly string[], lists?: boolean): void;
  pressedFor(root: HTMLElement): ReplyMode | null;
  /** Addresses behind names, as far as this page has shown them. */
  readonly people: KnownPeople;
}

export interface MeetingWatch {
  refresh(): void;
  moveTo(root: HTMLElement): void;
  /** Whether the person is in the call or at its door: from pre-join until it ended. */
  inCall(): boolean;
  /** Whether the person's screen is shown to others, as last read. */
  sharing(): boolean;
  stop(): void;
}

export interface MessageWatch {
  /** The messages that are open now, in document order. */
  follow(roots: readonly HTMLElement[]): void;
  /** The page changed: looks at once whether the message of the card is still there. */
  changed(): void;
  /** Asks for a new reading. */
  refresh(): void;
  roots(): readonly HTMLElement[];
  account(): string | null;
  /** The page goes away. */
  end(): void;
  stop(): void;
}

/** What watches surfaces that most mail pages never have; each comes in a part of its own. */
export interface Watches {
  readonly meeting?: (root: HTMLElement, frame: Frame) => MeetingWatch;
  /** `null` while it is on its way; then it calls back. */
  readonly message?: (frame: Frame, onReady: () => void) => MessageWatch | null;
}

export interface SessionParts {
  readonly page: Document;
  /** The site of this page, by its address or because it recognises the page; `null` as long as there is none. */
  readonly siteOf: () => DomSite | null;
  /** What this window prints when it was opened to be printed, by any site's description: such windows often have nothing else to be known by. */
  readonly printWindow: () => Printed | null;
  /** All that there are so far; those of a surface come with what watches it. */
  readonly rules: readonly AnyRule[];
  readonly watches: Watches;
  readonly ports: Ports;
  /** What the guidance pack says about these rules. */
  readonly guide: (rules: readonly AnyRule[]) => Guide;
  readonly presenter: Presenter;
  readonly createBodyReader: (signal: AbortSignal) => BodyReader;
  readonly events: (onFile: () => void) => ComposeEvents;
  /** Highlights a place of the quoted text and scrolls to it, without changing the message. */
  readonly jump: (body: Body, place: Span) => void;
  /** Marks places of the person's own text until the signal aborts, and scrolls to the first where that is wanted. Changes nothing of the message. */
  readonly mark: (body: Body, authored: PageText, places: readonly Span[], scroll: boolean, signal: AbortSignal) => void;
  /** The extension was updated or removed while the page stayed open: everything ends. */
  readonly onOrphaned: () => void;
  /** Nothing was found on this page for long. Without it, the session goes on. */
  readonly onFruitless?: () => void;
  readonly signal: AbortSignal;
}

/** What the watches of one frame share. */
export interface Frame extends SessionParts {
  readonly site: DomSite;
  readonly composeEvents: ComposeEvents;
  /** Reasons dismissed in this page, in any compose (`reasonOf`). Page text, so it stays here. */
  readonly dismissed: Set<string>;
  /** Runs a step; what it throws is reported by its part and answered with `fallback`. */
  contained<T>(part: ProblemPart, work: () => T, fallback: T): T;
  failed(part: ProblemPart): void;
  /** The page no longer looks as its site's file says: what was read is there, but nobody knows what is missing. */
  drifted(surface: 'compose' | 'message'): boolean;
}
