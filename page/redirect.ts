/**
 * A message that is passed on as it is: recipients and a control that sends, and nothing to write (Horde's Redirect, Roundcube's Resend).
 * What goes out is the open message, which stands elsewhere: in the page, in a frame of it, or in the window that opened this one.
 */
import { type FieldKind, fieldsIn, type Parts } from './compose-parts';
import type { HeaderPerson } from './message-header';
import { findMessages, type MessageParts, type MessagePartsProfile } from './message-parts';
import { all, childNodesOf, closest, documentOf, first, frameDocumentOf, frameOf, inertDocument, isShown, matches, newElement, viewOf } from './tree';

export interface RedirectProfile {
  /** Selector of what holds the recipients. */
  readonly form: string;
  /** Where a frame shows it: selectors of the frame, and of the box around the frame that also holds the control that sends. */
  readonly framed?: { readonly frame: string; readonly box: string };
  readonly fields: Partial<Readonly<Record<FieldKind, string>>>;
  readonly send: string;
  /** How open messages are found on this site. */
  readonly message?: MessagePartsProfile;
}

/** The boxes of a page in which a message is passed on. */
export function findRedirects(page: Document, profile: RedirectProfile): HTMLElement[] {
  const framed = profile.framed ? all(page, profile.framed.frame) : [];
  const boxes = framed.filter((frame) => formIn(frame, profile) !== null).flatMap((frame) => closest(frame, profile.framed?.box ?? '') ?? []);
  return [...all(page, profile.form), ...boxes].filter(isShown);
}

/** The form itself, also through a frame; `null` where there is none. */
function formIn(root: HTMLElement, profile: RedirectProfile): HTMLElement | null {
  if (matches(root, profile.form)) return root;
  const frames = profile.framed ? [...(matches(root, profile.framed.frame) ? [root] : []), ...all(root, profile.framed.frame)] : [];
  for (const frame of frames) {
    const inner = frameDocumentOf(frame);
    const form = inner && first(inner, profile.form);
    if (form) return form;
  }
  return null;
}

/** Stand-ins for the editor that there is not, one for each form: so that all that reads composes reads these. They are never in the page. */
const standIns = new WeakMap<HTMLElement, HTMLElement>();

/** The parts of a redirect; `null` when the root is none. */
export function redirectParts(root: HTMLElement, profile: RedirectProfile): Parts | null {
  const form = formIn(root, profile);
  if (!form) return null;
  const fields = fieldsIn(form, { fields: profile.fields });
  if (!fields.some(({ kind }) => kind === 'to')) return null;
  const host = standIns.get(form) ?? newElement(documentOf(form), 'div');
  standIns.set(form, host);
  return { root, editor: { host, editable: host, score: 0 }, fields, folded: null, send: all(root, profile.send).filter(isShown) };
}

const redirected = new WeakMap<HTMLElement, string>();

/** The message that is passed on, with who wrote it and to whom, as HTML of no page; `null` where it is not to be seen, or not clear which it is. */
export function redirectedHtml(root: HTMLElement, profile: RedirectProfile): string | null {
  const known = redirected.get(root);
  if (known !== undefined) return known;
  for (const page of pagesAround(documentOf(root))) {
    const [message, more] = findMessages(page, profile.message ?? {});
    if (!message) continue;
    const html = more ? null : htmlOf(message);
    if (html !== null) redirected.set(root, html);
    return html;
  }
  return null;
}

function* pagesAround(page: Document): Generator<Document> {
  yield* withFrames(page);
  const outer = frameOf(page);
  if (outer) yield* withFrames(documentOf(outer));
  const opener = openerOf(page);
  if (opener) yield* withFrames(opener);
}

function* withFrames(page: Document): Generator<Document> {
  yield page;
  for (const frame of all(page, 'iframe').filter(isShown)) {
    const inner = frameDocumentOf(frame);
    if (inner) yield inner;
  }
}

/** The page that opened this window; `null` where there is none of this origin. */
function openerOf(page: Document): Document | null {
  try {
    return (viewOf(page)?.opener as Window | null)?.document ?? null;
  } catch {
    return null;
  }
}

function htmlOf({ header, text }: MessageParts): string | null {
  if (!text) return null;
  const paper = inertDocument(documentOf(text));
  const whole = newElement(paper, 'div');
  const line = (words: string): void => {
    const element = newElement(paper, 'div');
    element.append(words);
    whole.append(element);
  };
  const list = (label: string, people: readonly HeaderPerson[]): void => {
    if (people.length > 0) line(`${label}: ${people.map(written).join(', ')}`);
  };
  line('---------- Forwarded message ----------');
  list('From', header.sender ? [header.sender] : []);
  list(
    'To',
    header.people.filter(({ field }) => field === 'to'),
  );
  list(
    'Cc',
    header.people.filter(({ field }) => field === 'cc'),
  );
  for (const node of childNodesOf(text)) whole.append(paper.importNode(node, true));
  // Pictures around a text may be the page's own.
  for (const picture of all(whole, 'img,svg')) picture.remove();
  return whole.outerHTML;
}

const written = ({ address, name }: HeaderPerson): string =>
  address === null ? (name ?? '') : name && !name.includes('@') ? `${name.replace(/[,;<>"]/g, ' ')} <${address}>` : address;
