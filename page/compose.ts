/** A compose as a surface: finds, reads and lays out by what it is, sharpened by what a site knows. */
import type { Account, ComposeObservation, ReplyMode } from '../core/observation';
import type { SurfaceLayout } from '../core/site';
import { pageTextOf, wordsOf } from '../core/text';
import { visibleText } from '../mail/addresses';
import { readAccount } from './account';
import { type AttachmentsProfile, cloudFilesIn, readAttachments, shownFiles } from './compose-attachments';
import { composeDrift } from './compose-drift';
import { fieldOf, findParts, isUsable, type Parts, type PartsProfile, partsOf } from './compose-parts';
import { type RecipientsProfile, readRecipients, rowsOf } from './compose-recipients';
import { findRedirects, type RedirectProfile, redirectedHtml, redirectParts } from './redirect';
import { type Carried, carriedIn, prefixOf, replyModeOf } from './reply-mode';
import { watchSending } from './sending';
import type { Body, ComposeMemory, ComposeReader, ComposeReading } from './site';
import { all, contains, fieldValue, isConnected, isShown, rawTextOf, tagOf } from './tree';

/** What a site adds to the generic reading. Everything is optional; what it leaves out is read generically. */
export interface ComposeProfile extends PartsProfile {
  readonly recipients?: RecipientsProfile;
  readonly attachments?: AttachmentsProfile;
  /** The sending account, where the site says so more surely than the generic reading. */
  account?(parts: Parts): Account | null;
  /** What the site itself keeps about reply or forward; `null` where it says nothing. */
  replySign?(parts: Parts): ReplyMode | null;
  /** A quote that is not in the editor. */
  quote?(parts: Parts): { readonly hiddenHtml?: string | null; readonly besideEditor?: HTMLElement | null; readonly collapsed?: boolean };
  /** Selectors, at least one of which every compose of this site is known to hold; without them the site has drifted. */
  readonly marks?: readonly string[];
  /** Selector of controls that send and do something more, beside Send itself. */
  readonly alsoSends?: string;
  /** Whether a key sends on this site, where that is not just Ctrl or Cmd with Enter. */
  sendsByKey?(key: KeyboardEvent): boolean;
  /** Where the card stands, when that is not the root. */
  anchor?(parts: Parts): HTMLElement | null;
  /** Whether a compose is minimised or closed although its editor is drawn. */
  unusable?(parts: Parts): boolean;
  /** Where messages are passed on as they are, without an editor. */
  readonly redirect?: RedirectProfile;
}

/** The compose surface of a site. */
export function composeSurface(profile: ComposeProfile): ComposeReader {
  const openings = new WeakMap<HTMLElement, Opening>();
  const find = (page: Document): readonly HTMLElement[] =>
    findParts(page, profile)
      .filter((parts) => !profile.unusable?.(parts))
      .map((parts) => parts.root);
  return {
    find: (page) => {
      const written = find(page);
      const { redirect } = profile;
      return redirect ? [...written, ...findRedirects(page, redirect).filter((root) => !written.some((other) => contains(other, root)))] : written;
    },
    drift: (page) => composeDrift(page, find(page), profile.marks ?? []),
    read(root, memory) {
      const { redirect } = profile;
      const passed = redirect && isConnected(root) ? redirectParts(root, redirect) : null;
      if (redirect && passed) return readRedirect(passed, profile, redirect);
      const parts = isConnected(root) ? partsOf(root, profile) : null;
      return parts && withOpening(readParts(parts, memory, profile), memory, root, openings);
    },
    layout: (root) => layoutOf(root, profile),
    watchSending(root, onSend, signal) {
      const controls = (): readonly HTMLElement[] => [
        ...(partsAt(root, profile)?.send ?? []),
        ...(profile.alsoSends ? all(root, profile.alsoSends).filter(isShown) : []),
      ];
      watchSending(root, { controls, ...(profile.sendsByKey ? { sendsByKey: profile.sendsByKey } : {}) }, onSend, signal);
    },
  };
}

const partsAt = (root: HTMLElement, profile: ComposeProfile): Parts | null =>
  (profile.redirect ? redirectParts(root, profile.redirect) : null) ?? partsOf(root, profile);

/** The message itself goes out as it came: with all that is further down, and with files that this page does not list. */
function readRedirect(parts: Parts, profile: ComposeProfile, redirect: RedirectProfile): ComposeReading {
  const hiddenHtml = redirectedHtml(parts.root, redirect);
  return {
    surface: 'compose',
    replyMode: 'forward',
    account: profile.account?.(parts) ?? readAccount(parts),
    recipients: readRecipients(parts, profile.recipients ?? {}),
    subject: pageTextOf(''),
    attachments: { items: [], completeness: 'unknown' },
    body: { kind: 'html', editor: parts.editor.editable, hiddenHtml, besideEditor: null, collapsed: hiddenHtml === null },
    shownFiles: [],
  };
}

/** What a compose held when it was first seen, before the person could change it. */
interface Opening {
  /** Recipients that the page itself had filled in; the first ones seen, because pages fill them in late. */
  people: number;
  /** The page itself had written a forward's prefix into the subject. */
  readonly forwards: boolean;
}

/**
 * A reply that went to several people from the start is a reply to all; where someone was added later, it stays a reply.
 * A message that the page called a forward, addressed to nobody and gave something to carry is one, also where the earlier message
 * is only attached (Horde "As Attachment", seen running 2026-11).
 */
function withOpening(reading: ComposeReading, memory: ComposeMemory, root: HTMLElement, openings: WeakMap<HTMLElement, Opening>): ComposeReading {
  const people = reading.recipients.items.filter((item) => item.address !== null || !item.typed).length;
  const opening = openings.get(root) ?? { people, forwards: people === 0 && prefixOf(wordsOf(reading.subject)) === 'forward' };
  if (opening.people === 0) opening.people = people;
  openings.set(root, opening);
  if (reading.replyMode === 'reply' && memory.pressed !== 'reply' && opening.people > 1) return { ...reading, replyMode: 'reply-all' };
  return reading.replyMode === 'reply-or-forward' && opening.forwards && reading.shownFiles.length > 0 ? { ...reading, replyMode: 'forward' } : reading;
}

function readParts(parts: Parts, memory: ComposeMemory, profile: ComposeProfile): ComposeReading {
  const subject = subjectOf(parts);
  const quote = profile.quote?.(parts) ?? {};
  const files = shownFiles(parts, profile.attachments ?? {});
  const inEditor = carriedIn(parts.editor.editable);
  const carried = inEditor === 'nothing' ? carriedOutside(quote) : inEditor;
  const outside = carried === 'nothing' && quote.collapsed === true;
  const sign = profile.replySign?.(parts) ?? (outside ? 'reply-or-forward' : null);
  const replyMode = replyModeOf({
    pressed: memory.pressed,
    site: sign,
    subject,
    carried,
    messageAttached: files.some(({ name }) => /\.(?:eml|msg)$/i.test(name)),
  });
  const recipients = readRecipients(parts, profile.recipients ?? {});
  const observation: Omit<ComposeObservation, 'authored' | 'thread' | 'initialRecipients'> = {
    surface: 'compose',
    replyMode,
    account: profile.account?.(parts) ?? readAccount(parts),
    recipients: memory.people?.filled(parts.root, recipients, replyMode !== 'new' && replyMode !== 'unknown') ?? recipients,
    subject: pageTextOf(subject),
    attachments: readAttachments(files, cloudFilesIn(parts.editor.editable), memory.files),
  };
  return {
    ...observation,
    body: bodyOf(parts, quote),
    shownFiles: files.map(({ name }) => pageTextOf(name)),
    ...(profile.attachments?.chip ? { listsFiles: true } : {}),
  };
}

type Quote = ReturnType<NonNullable<ComposeProfile['quote']>>;

/** What a quote outside the editor tells. */
function carriedOutside({ hiddenHtml, besideEditor }: Quote): Carried {
  if (besideEditor) return atLeastQuote(carriedIn(besideEditor));
  if (!hiddenHtml) return 'nothing';
  const parsed = new DOMParser().parseFromString(hiddenHtml.slice(0, 40_000), 'text/html');
  return atLeastQuote(carriedIn(parsed.body));
}

const atLeastQuote = (carried: Carried): Carried => (carried === 'nothing' ? 'quote' : carried);

function bodyOf(parts: Parts, quote: Quote): Body {
  const { editable } = parts.editor;
  if (tagOf(editable) === 'textarea') return { kind: 'text', editor: editable as HTMLTextAreaElement };
  return {
    kind: 'html',
    editor: editable,
    hiddenHtml: quote.hiddenHtml ?? null,
    besideEditor: quote.besideEditor ?? null,
    collapsed: quote.collapsed ?? false,
  };
}

/** The subject as typed; `''` where the compose shows none. */
function subjectOf(parts: Parts): string {
  const field = fieldOf(parts, 'subject');
  return field ? visibleText(fieldValue(field) || (tagOf(field) === 'input' || tagOf(field) === 'textarea' ? '' : rawTextOf(field))).slice(0, 2000) : '';
}

function layoutOf(root: HTMLElement, profile: ComposeProfile): SurfaceLayout<HTMLElement> {
  const parts = isConnected(root) ? partsAt(root, profile) : null;
  if (!parts) return { anchor: root, keepClear: [] };
  const keepClear: { element: HTMLElement; how: 'never' | 'avoid' }[] = [];
  const never = (element: HTMLElement | null): void => {
    if (element && isUsable(element)) keepClear.push({ element, how: 'never' });
  };
  for (const control of parts.send) never(control);
  for (const kind of ['to', 'cc', 'bcc'] as const) for (const row of rowsOf(parts, kind, profile.recipients ?? {})) never(row);
  never(parts.folded);
  never(fieldOf(parts, 'subject'));
  for (const file of shownFiles(parts, profile.attachments ?? {})) never(file.element);
  keepClear.push({ element: parts.editor.host, how: 'avoid' });
  return { anchor: profile.anchor?.(parts) ?? root, keepClear };
}
