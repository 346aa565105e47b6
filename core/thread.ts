/** The quoted part of a message as data: every earlier message with its people. Filled in by `mail/thread`. */
import { type Completeness, type PageText, pageTextOf } from './text';

/** Someone named in an earlier message. */
export interface Person {
  /** Lower-case `local@domain`, or `null` where only a name is printed. */
  readonly address: string | null;
  readonly name: PageText | null;
}

/** A place in the quoted text: offsets in UTF-16 units into `Thread.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface QuotedMessage extends Span {
  /** `null` where the quote does not say who wrote it. */
  readonly from: Person | null;
  /** For whom the sender wrote ("Ann on behalf of Bob"), where that is printed. */
  readonly onBehalfOf?: Person | null;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** As printed; clients print it in the reader's language and without a time zone. */
  readonly date: PageText | null;
  /** Milliseconds since 1970, when the printed date could be understood; otherwise `null`. */
  readonly time: number | null;
  readonly subject: PageText | null;
  /** 1 = the newest earlier message. */
  readonly depth: number;
  /** A line above it says that it was forwarded ("Begin forwarded message:"); `false` also where nothing tells. */
  readonly forwarded: boolean;
  /** The page keeps some of this message out of view, or cut it. */
  readonly hidden: boolean;
}

export type ParticipantRole = 'from' | 'to' | 'cc';

/** One person of the whole thread, and where they were seen. */
export interface Participant extends Person {
  readonly seen: readonly { readonly message: number; readonly role: ParticipantRole }[];
}

/** A kind of personal data, how often it occurs, and where; never the value. */
export interface PersonalDataCount {
  readonly kind: string;
  readonly count: number;
  readonly places: readonly Span[];
}

export interface Thread {
  /** Newest first. */
  readonly messages: readonly QuotedMessage[];
  readonly participants: readonly Participant[];
  /** Counted in the quoted part only. */
  readonly personalData: readonly PersonalDataCount[];
  /** Files and images that the quoted part names or shows. */
  readonly carried: readonly { readonly kind: 'file' | 'image'; readonly name: PageText | null }[];
  /** The quoted text that spans point into. */
  readonly text: PageText;
  readonly completeness: Completeness;
}

/** Stands in until the quoted part was read. */
export const unreadThread: Thread = { messages: [], participants: [], personalData: [], carried: [], text: pageTextOf(''), completeness: 'unknown' };
