/**
 * What a site adapter saw on the page, as plain data.
 * Everything a rule may know is here; a fact that is missing is added here, and every site says `unknown` until it can tell.
 */
import type { Completeness, PageText } from './text';
import type { Thread } from './thread';

export type RecipientField = 'to' | 'cc' | 'bcc';

/** One recipient as the page shows it, picked (a chip) or still being typed. */
export interface Recipient {
  readonly field: RecipientField;
  /** Lower-case `local@domain` (domain in ASCII form), or `null` where the page shows only a name. */
  readonly address: string | null;
  /** Display name, or the typed text where there is no address. */
  readonly name: PageText | null;
  /** `true` while it is text in the field and not yet a chip; it is sent all the same on most sites. */
  readonly typed: boolean;
  /** The page marks it as a group or list; members where it tells their number. Absent where the page tells nothing. */
  readonly group?: { readonly members: number | null };
}

export type ReplyMode =
  | 'new'
  | 'reply'
  | 'reply-all'
  | 'forward'
  /** There is a quoted part, and nothing tells a reply from a forward. */
  | 'reply-or-forward'
  | 'unknown';

/** The sending identity. */
export interface Account {
  readonly address: string;
  readonly name: PageText | null;
}

export type AttachmentOrigin =
  | 'picked'
  | 'dropped'
  | 'pasted'
  /** A link or card to a file in cloud storage. */
  | 'cloud'
  /** Shown by the page, for example a file that a forward carries along. */
  | 'shown';

export interface Attachment {
  readonly name: PageText;
  readonly origin: AttachmentOrigin;
}

/** A list and how complete its reading is. */
export interface Reading<T> {
  readonly items: readonly T[];
  readonly completeness: Completeness;
}

export interface ComposeObservation {
  readonly surface: 'compose';
  readonly replyMode: ReplyMode;
  readonly account: Account | null;
  readonly recipients: Reading<Recipient>;
  /** Recipients of the message when the compose was first seen: tells who was added to a reply. `null` when that moment was missed. */
  readonly initialRecipients: readonly Recipient[] | null;
  readonly subject: PageText;
  readonly authored: PageText;
  /** The earlier messages that this one carries along. */
  readonly thread: Thread;
  readonly attachments: Reading<Attachment>;
}

export type MeetingPhase = 'launcher' | 'pre-join' | 'waiting' | 'in-meeting' | 'ended' | 'unknown';
export type DeviceState = 'on' | 'off' | 'unknown';

export interface MeetingObservation {
  readonly surface: 'meeting';
  readonly phase: MeetingPhase;
  /**
   * The decoded meeting code; stable over the redirects of one join.
   * `null` where the page does not tell. A secret like all text of a page: kept in this page only.
   */
  readonly code: string | null;
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
}

export type Observation = ComposeObservation | MeetingObservation;
export type Surface = Observation['surface'];
export type ObservationOf<S extends Surface> = Extract<Observation, { surface: S }>;
