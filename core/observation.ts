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

/** What the sound seems to come out of, by the label of the device. */
export type AudioOutput = 'headset' | 'loudspeakers' | 'unknown';

export interface Hearing {
  readonly output: AudioOutput;
  /** Label of the device behind `output`; `null` where it is not readable or says nothing. */
  readonly outputLabel: PageText | null;
  /** What it was when the person was last told, or the headset that was in use since; for "the headset was unplugged". */
  readonly outputBefore: AudioOutput;
}

export interface ScreenShare {
  /** `about-to`: the person is at the button that shares. */
  readonly state: 'off' | 'about-to' | 'on' | 'unknown';
  readonly what: 'screen' | 'window' | 'tab' | 'unknown';
  /** When this share was first seen, ms since 1970; `null` unless it is on. */
  readonly since: number | null;
}

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
  readonly hearing: Hearing;
  readonly share: ScreenShare;
  /** The call is played in a frame of this page that the page cannot look into; an engine there, if there is one, reads it better. */
  readonly inFrame?: true;
}

/** For what a site cannot tell; the engine fills in what it sees itself. */
export const unknownHearing: Hearing = { output: 'unknown', outputLabel: null, outputBefore: 'unknown' };
export const unknownShare: ScreenShare = { state: 'unknown', what: 'unknown', since: null };

/** `about-to`: the person pressed what prints, and nothing is on paper yet. `started`: the browser's print dialog was faster, or is closed again. */
export type PrintMoment = 'about-to' | 'started';
export type Printed = 'message' | 'thread' | 'unknown';

export interface Printing {
  readonly moment: PrintMoment;
  /** What the page's own control or window prints; the browser's own printing takes the page as it is. */
  readonly what: Printed;
  /** When this print was first noticed, ms since 1970. */
  readonly since: number;
}

/** The person came back to a computer that had been left alone and was not locked. */
export interface LeftUnlocked {
  /** For how long nobody touched it, in whole minutes. */
  readonly minutes: number;
  /** When the person came back, ms since 1970. */
  readonly until: number;
}

/** What happens to a page as a whole, whichever site it is. */
export interface PageObservation {
  readonly surface: 'page';
  readonly printing: Printing | null;
  readonly leftUnlocked: LeftUnlocked | null;
}

/** Someone whom the header of an open message names. */
export interface Correspondent {
  /** Lower-case `local@domain` (domain in ASCII form), or `null` where the page shows only a name. */
  readonly address: string | null;
  /** The name as the page shows it; may itself be, or hold, an address. */
  readonly name: PageText | null;
}

/** A web link in the text of an open message. */
export interface MessageLink {
  /** What a person reads. */
  readonly shown: PageText;
  /** Lower-case ASCII host to which the browser would go; `null` where that is an address in numbers. */
  readonly host: string | null;
  /** The whole address, for what stands in it behind a wrapper. */
  readonly target: PageText;
}

/** A message that is open for reading. */
export interface MessageObservation {
  readonly surface: 'message';
  /** The mailbox in which it is read. */
  readonly account: Account | null;
  /** `null` where the page does not tell. */
  readonly sender: Correspondent | null;
  /** For whom the sender wrote, where the page says so ("Ann on behalf of Bob"). */
  readonly onBehalfOf: Correspondent | null;
  /** Where an answer goes; `unknown` as long as the page does not tell. */
  readonly replyTo: Reading<Correspondent>;
  /** To, Cc and Bcc of the open message. */
  readonly recipients: Reading<Correspondent & { readonly field: RecipientField }>;
  /** Links of the newest text, without those of quoted messages. `collapsed`: there are more than were read. */
  readonly links: Reading<MessageLink>;
  /** The page marks it as sent through a list or offers to unsubscribe. */
  readonly mailing: 'yes' | 'unknown';
  /** The page itself warns of it, or keeps it as junk. */
  readonly warned: 'yes' | 'unknown';
  /** Other addresses under which this page has shown the sender's name; empty where it has shown none. */
  readonly nameElsewhere: readonly string[];
}

export type Observation = ComposeObservation | MeetingObservation | MessageObservation | PageObservation;
export type Surface = Observation['surface'];
export type ObservationOf<S extends Surface> = Extract<Observation, { surface: S }>;
