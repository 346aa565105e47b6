/** An open message as a surface: finds, reads and lays out by what it is, sharpened by what a site knows. */
import type { Account, Correspondent } from '../core/observation';
import type { SurfaceLayout } from '../core/site';
import { type Completeness, pageTextOf } from '../core/text';
import { accountInHeader } from './account';
import { messageDrift } from './message-drift';
import type { HeaderPerson } from './message-header';
import { answersIn, findMessages, type MessageParts, type MessagePartsProfile, messageAt } from './message-parts';
import type { MessageReader, MessageReading } from './site';
import { boxOf, childrenOf, closest, contains, documentOf, frameOf, isConnected, isShown, matches, parentOf, tagOf } from './tree';

/** What a site adds to the generic reading. Everything is optional; what it leaves out is read generically. */
export interface MessageProfile extends MessagePartsProfile {
  /** The mailbox, where the site says so more surely than the generic reading. */
  account?(page: Document): Account | null;
  /** Selectors, at least one of which every open message of this site is known to hold or to stand in; without them the site has drifted. */
  readonly marks?: readonly string[];
  /** Whether the page warns of this message or keeps it as junk. */
  warned?(parts: MessageParts): boolean;
}

/** The message surface of a site. */
export const messageSurface = (profile: MessageProfile): MessageReader => ({
  find: (page) => findMessages(page, profile).map(({ root }) => root),
  read(root) {
    const parts = isConnected(root) ? messageAt(root, profile) : null;
    return parts && readParts(parts, profile);
  },
  layout: (root) => layoutOf(root, profile),
  // A reading that knows nothing of the site's cannot disagree with the generic one.
  drift: (page) => (isStrict(profile) ? messageDrift(page, findMessages(page, profile), profile.marks ?? []) : 'none'),
});

const isStrict = ({ body, root, sender, marks }: MessageProfile): boolean => (body ?? root ?? sender ?? marks) !== undefined;

function readParts(parts: MessageParts, profile: MessageProfile): MessageReading {
  const { header } = parts;
  const page = documentOf(parts.root);
  const of = (field: 'to' | 'cc' | 'bcc') => header.people.filter((person) => person.field === field).map((person) => ({ field, ...correspondent(person) }));
  const recipients = [...of('to'), ...of('cc'), ...of('bcc')];
  const replyTo = header.people.filter(({ field }) => field === 'reply-to').map(correspondent);
  const completeness: Completeness = header.more
    ? 'collapsed'
    : recipients.length === 0
      ? 'unknown'
      : recipients.some(({ address }) => address === null)
        ? 'names-only'
        : 'complete';
  return {
    surface: 'message',
    account: profile.account?.(page) ?? accountAround(page, parts.root),
    sender: header.sender && correspondent(header.sender),
    onBehalfOf: header.onBehalfOf && correspondent(header.onBehalfOf),
    replyTo: { items: replyTo, completeness: replyTo.length === 0 ? 'unknown' : 'complete' },
    recipients: { items: recipients, completeness },
    mailing: header.mailing ? 'yes' : 'unknown',
    warned: profile.warned?.(parts) ? 'yes' : 'unknown',
    text: parts.text,
  };
}

const correspondent = ({ address, name }: HeaderPerson): Correspondent => ({ address, name: name === null || name === '' ? null : pageTextOf(name) });

/** The account in the header of the page, or of the page around it where the message has a frame of its own. */
function accountAround(page: Document, root: HTMLElement): Account | null {
  const own = accountInHeader(page, closest(root, '[role="main"],main') ?? root);
  if (own) return own;
  const frame = frameOf(page);
  return frame && accountInHeader(documentOf(frame), closest(frame, '[role="main"],main') ?? frame);
}

/** What a person looks at beside the text: the rest of the header, the subject, the list of messages. */
function around(root: HTMLElement, sender: HTMLElement | null): HTMLElement[] {
  const found = childrenOf(root).filter((child) => sender !== null && contains(child, sender));
  for (let at = root, parent = parentOf(at); parent && tagOf(at) !== 'body' && found.length < mostAround; at = parent, parent = parentOf(at)) {
    for (const sibling of childrenOf(parent)) {
      if (sibling === at || matches(sibling, 'script,style,link,template') || !isShown(sibling)) continue;
      const { width, height } = boxOf(sibling);
      if (width * height > smallestPane) found.push(sibling);
    }
  }
  return found.slice(0, mostAround);
}

const mostAround = 16;
/** In CSS pixels². */
const smallestPane = 4000;

/** The card stands by the message; never over what answers it, not over the text and the names if there is room beside. */
function layoutOf(root: HTMLElement, profile: MessageProfile): SurfaceLayout<HTMLElement> {
  const parts = isConnected(root) ? messageAt(root, profile) : null;
  if (!parts) return { anchor: root, keepClear: [] };
  const { sender } = parts.header;
  return {
    anchor: root,
    keepClear: [
      ...answersIn(documentOf(root))
        .filter((element) => !contains(parts.body, element))
        .map((element) => ({ element, how: 'never' as const })),
      ...(sender && isShown(sender.element) ? [{ element: sender.element, how: 'never' as const }] : []),
      { element: parts.text ?? parts.body, how: 'avoid' as const },
      ...around(root, sender?.element ?? null).map((element) => ({ element, how: 'avoid' as const })),
    ],
  };
}
