/** Binds `core/site` to the DOM, and says what a site adapter reads before the engine turns it into an observation. */
import type { ComposeObservation, MeetingObservation, MessageObservation, ReplyMode } from '../core/observation';
import type { Site, SurfaceReader } from '../core/site';
import type { PageText } from '../core/text';
import type { KnownPeople } from './known-people';
import type { SendAttempt } from './sending';

/** A file that came into a compose by an event that the engine saw. */
export interface NoticedFile {
  readonly name: string;
  readonly origin: 'picked' | 'dropped' | 'pasted';
  /** The page has shown it before: when it shows it no more, it was removed. */
  readonly shown: boolean;
}

/** What events have told about one compose before and since it opened. */
export interface ComposeMemory {
  /** Files picked, dropped or pasted into this compose, oldest first, as far as the page has not shown and removed them since. */
  readonly files: readonly NoticedFile[];
  /** Reply mode of the control or key that was pressed just before this compose appeared; `null` if none was seen. */
  readonly pressed: ReplyMode | null;
  /** Addresses behind names, as far as this page has shown them. */
  readonly people?: KnownPeople;
}

/** Where the written text is. The engine reads it in slices, so adapters only point at it. */
export type Body =
  | {
      readonly kind: 'html';
      /** The editable element: in the page, or the body of a same-origin frame. */
      readonly editor: HTMLElement;
      /** HTML of a quote that the page keeps outside the editor (Gmail's hidden field). */
      readonly hiddenHtml: string | null;
      /** A quoted part that stands in the page beside the editor, not in it (Outlook until "…" is expanded). */
      readonly besideEditor: HTMLElement | null;
      /** The page shows that it cut the quote ("…"). */
      readonly collapsed: boolean;
    }
  | { readonly kind: 'text'; readonly editor: HTMLTextAreaElement };

/** What a site reads of a compose; the engine adds what it reads from the body and remembers from before. */
export interface ComposeReading extends Omit<ComposeObservation, 'authored' | 'thread' | 'initialRecipients'> {
  readonly body: Body;
  /** Names of the files that the page itself shows; when one disappears, it was removed. */
  readonly shownFiles: readonly PageText[];
  /** The page is known to show every file that it takes: one that it does not show was refused. */
  readonly listsFiles?: true;
}

export interface ComposeReader extends SurfaceReader<HTMLElement, Document, ComposeMemory, ComposeReading> {
  /** Calls back at each attempt to send this compose, before the page hears of it, until the signal aborts. */
  watchSending?(root: HTMLElement, onSend: (attempt: SendAttempt) => void, signal: AbortSignal): void;
  /** Whether this page still looks as the site's file says. Reads the page twice, so it is not for every look. */
  drift?(page: Document): Drift;
}

export type Drift =
  /** The site's own reading and the generic one agree. */
  | 'none'
  /** A compose or an open message is there that the site's own reading does not see. */
  | 'missed'
  /** A compose is read, but without the marks that the site has always had. */
  | 'unmarked'
  /** Both readings see a message, and name different senders. */
  | 'disagreed';

/** What a site reads of an open message; the engine reads the links in slices and adds what this page has shown before. */
export interface MessageReading extends Omit<MessageObservation, 'links' | 'nameElsewhere'> {
  /** Where the links are; `null` where the page may not look into the frame of the text. */
  readonly text: HTMLElement | null;
}

export interface MessageReader extends SurfaceReader<HTMLElement, Document, null, MessageReading> {
  /** As `ComposeReader.drift`. */
  drift?(page: Document): Drift;
}

export interface SurfaceReaders {
  readonly compose?: ComposeReader;
  readonly message?: MessageReader;
  readonly meeting?: SurfaceReader<HTMLElement, Document, null, MeetingObservation>;
}

/** A site on real pages. */
export type DomSite = Site<Document, SurfaceReaders>;

/** Declares a site; `id` must be its file name (a contract test checks it). */
export const defineSite = (site: Omit<DomSite, 'id'> & { readonly id: string }): DomSite => site as DomSite;
