/**
 * Finds open messages by what they are: a text that cannot be edited, below a header that names a sender, on a page that offers to answer.
 * Works on pages it has never seen; a site's profile only sharpens it. Nothing inside the text is ever taken for the header:
 * what stands there was written by a stranger, and a forwarded message brings headers of its own.
 * Signals: `research/webmail-dom.md` §1.8, §2.1, §3–§12; labels of `labels.ts`.
 */

import { visibleText } from '../mail/addresses';
import { labelsOf } from './compose-parts';
import { kindsOfLabel, nameTokens } from './labels';
import { type HeaderProfile, type HeaderReading, readHeader } from './message-header';
import { lookForOpenRoots } from './open-roots';
import { modeOfControl } from './pressed-control';
import {
  all,
  attribute,
  bodyOf,
  boxOf,
  childrenOf,
  closest,
  contains,
  documentOf,
  first,
  frameDocumentOf,
  frameOf,
  isShown,
  matches,
  parentOf,
  previousOf,
  rawTextOf,
  tagOf,
} from './tree';

/** What a site knows about its open messages; everything is optional. */
export interface MessagePartsProfile extends HeaderProfile {
  /** Selector of the text of an open message. Where one is shown, no other text counts. */
  readonly body?: string;
  /** The message around a text, where the site marks it for sure. Must hold the header. */
  root?(body: HTMLElement): HTMLElement | null;
  /** The controls that answer may stand outside of what can be seen from here. */
  readonly answersElsewhere?: true;
}

export interface MessageParts {
  /** Holds header and text. */
  readonly root: HTMLElement;
  /** The text, or the frame that shows it. */
  readonly body: HTMLElement;
  /** Where the text is read: the same, or the body of the frame; `null` where the page may not look into the frame. */
  readonly text: HTMLElement | null;
  readonly header: HeaderReading;
}

const bodyWords = [
  'messagebody',
  'message-body',
  'message_body',
  'mailbody',
  'mail-body',
  'mail_body',
  'msgbody',
  'msg-body',
  'msg_body',
  'message-content',
  'messagecontent',
  'mail-content',
  'mailcontent',
  'message-text',
  'message-view',
  'mail-view',
  'email-body',
  'emailbody',
  'email-content',
  'letter-body',
  'letterbody',
  'body-text',
  'bodytext',
];
const bodySelector = `iframe,[role="document"],${['id', 'class', 'data-testid', 'data-test-id'].flatMap((name) => bodyWords.map((word) => `[${name}*="${word}" i]`)).join(',')}`;
/** Rows of lists, and everything else in which no open message stands. */
const rows =
  '[role="row"],[role="option"],[role="gridcell"],[role="treeitem"],[role="listbox"],[role="grid"],[role="treegrid"],[role="tree"],[role="menu"],[role="tooltip"],[role="alert"],[role="search"],nav';
const editable = '[contenteditable]:not([contenteditable="false" i]),textarea';
const writing = `${editable},input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]):not([type=image])`;
/** What quotes an earlier message (`research/webmail-dom.md` §14). */
export const quoted =
  'blockquote,.gmail_quote,#divRplyFwdMsg,#appendonsend,.moz-cite-prefix,.moz-forward-container,.yahoo_quoted,.protonmail_quote,.tutanota_quote,#mail-editor-reference-message-container';

const highest = 14;
/** A sender whom only the place tells stands close to the text. */
const nearest = 6;
/** Header text is short; a longer piece of page is something else. */
const longestRegion = 6000;
const mostMessages = 30;

/** The open messages of a page, in document order. */
export function findMessages(page: Document, profile: MessagePartsProfile): MessageParts[] {
  lookForOpenRoots(page);
  const bodies = bodiesIn(page, profile);
  const found: MessageParts[] = [];
  for (const body of bodies) {
    if (found.length >= mostMessages) break;
    if (found.some((one) => contains(one.body, body))) continue;
    const parts = withHeader(body, bodies, profile);
    // Several messages side by side in one box: each text stands for its own.
    if (parts) found.push(found.some(({ root }) => root === parts.root) ? { ...parts, root: body } : parts);
  }
  if (!profile.body) {
    const others = found.length === 0 ? articlesIn(page, profile) : [];
    const labelled = others.length === 0 ? labelledMessage(page, profile) : null;
    // What was found inside the text of another one is a quoted or a forged message.
    if (labelled && found.every(({ root }) => contains(labelled.body, root))) found.splice(0, found.length, labelled);
    found.push(...others);
  }
  if (found.length === 0 || !(profile.answersElsewhere || offersAnswer(page)) || isInsideMessage(page)) return [];
  return found;
}

/**
 * The messages that are told by the names and roles of their text alone, without what a site knows. Not by labels: looking for those costs
 * too much to be done beside the site's own reading.
 */
export function findLooseMessages(page: Document): MessageParts[] {
  lookForOpenRoots(page);
  const bodies = bodiesIn(page, {});
  const found = bodies.slice(0, mostMessages).flatMap((body) => withHeader(body, bodies, {}) ?? []);
  return found.length > 0 && offersAnswer(page) && !isInsideMessage(page) ? found : [];
}

/** A message's header as it is read without what a site knows; `null` where there is none. */
export const looseHeader = ({ body }: MessageParts): HeaderReading | null => withHeader(body, [body], {})?.header ?? null;

/** The message at a root that was found before; `null` when it is gone. */
export const messageAt = (root: HTMLElement, profile: MessagePartsProfile): MessageParts | null =>
  findMessages(documentOf(root), profile).find((parts) => parts.root === root) ?? null;

function bodiesIn(page: Document, profile: MessagePartsProfile): HTMLElement[] {
  const known = profile.body ? all(page, profile.body).filter(isReadable) : [];
  return known.length > 0 || profile.body ? known : all(page, bodySelector).filter(isReadable);
}

/** Shown, large enough to read, not to be written in, and in no list. */
function isReadable(element: HTMLElement): boolean {
  if (closest(element, `${rows},${quoted},[contenteditable]:not([contenteditable="false" i])`)) return false;
  if (!isShown(element) || matches(element, editable) || first(element, editable)) return false;
  const { width, height } = boxOf(element);
  if (width < 120 || height < 12) return false;
  if (tagOf(element) !== 'iframe') return true;
  const inner = frameDocumentOf(element);
  if (!inner) return width > 300 && height > 100;
  const body = bodyOf(inner);
  // A frame with programs of its own is a page, not a text.
  return body !== null && inner.designMode !== 'on' && !matches(body, editable) && !first(inner, `script[src],${editable}`);
}

/** Looks for the header above a text: level by level, in what stands before it. */
function withHeader(body: HTMLElement, bodies: readonly HTMLElement[], profile: MessagePartsProfile): MessageParts | null {
  const marked = profile.root?.(body) ?? null;
  let regions: HTMLElement[] = [];
  let branch = body;
  for (let level = 0; level < highest; level++) {
    const parent = parentOf(branch);
    if (!parent || tagOf(parent) === 'html' || matches(parent, rows)) return null;
    const before = regionsBefore(branch, bodies, body);
    if (before === null) return null;
    regions = [...before.regions, ...regions];
    if (!marked || parent === marked) {
      const header = regions.length === 0 ? null : readHeader(regions, profile);
      if (header?.sender && (header.sender.field !== null || level < nearest)) return { root: parent, body, text: textOf(body), header };
    }
    if (before.last || parent === marked) return null;
    branch = parent;
  }
  return null;
}

/** What stands before an element among its siblings, up to another text. `null` where someone writes there. */
function regionsBefore(
  branch: HTMLElement,
  bodies: readonly HTMLElement[],
  body: HTMLElement,
): { readonly regions: HTMLElement[]; readonly last: boolean } | null {
  const regions: HTMLElement[] = [];
  for (let before = previousOf(branch), count = 0; before && count < 25; before = previousOf(before), count++) {
    const sibling = before;
    if (bodies.some((other) => other !== body && (other === sibling || contains(sibling, other)) && !contains(other, body))) return { regions, last: true };
    if (matches(sibling, `${rows},[role="navigation"],[role="banner"],script,style`)) continue;
    if (matches(sibling, writing) || holdsWriting(sibling)) return null;
    if (rawTextOf(sibling).length > longestRegion) return { regions, last: true };
    regions.unshift(sibling);
  }
  return { regions, last: false };
}

/** Fields of a compose. A search box of the page is none. */
const holdsWriting = (element: HTMLElement): boolean =>
  all(element, writing).some(
    (field) => !closest(field, '[role="search"],search') && !matches(field, '[type=search],[readonly]') && isShown(field) && !isNamedSearch(field),
  );

const isNamedSearch = (field: HTMLElement): boolean =>
  [...labelsOf(field), attribute(field, 'name') ?? '', attribute(field, 'id') ?? ''].some(
    (name) => kindsOfLabel(name).includes('search') || nameTokens(name).some((token) => token === 'search' || token === 'query' || token === 'q'),
  );

/** Where the words are: the element itself, or the largest frame in it. */
const textOf = (body: HTMLElement): HTMLElement | null => {
  const frames = tagOf(body) === 'iframe' ? [body] : all(body, 'iframe').filter(isReadable);
  if (frames.length === 0) return body;
  const area = (frame: HTMLElement): number => boxOf(frame).width * boxOf(frame).height;
  const inner = frameDocumentOf(frames.reduce((best, frame) => (area(frame) > area(best) ? frame : best)));
  return inner && bodyOf(inner);
};

/** Articles that begin with a header: the largest text after it is the message. */
function articlesIn(page: Document, profile: MessagePartsProfile): MessageParts[] {
  return all(page, 'article,[role="article"]')
    .filter((article) => !closest(article, `${rows},${quoted},${editable}`) && isShown(article) && !first(article, 'article,[role="article"]'))
    .slice(0, mostMessages)
    .flatMap((article) => {
      let root = article;
      for (let [only, more] = childrenOf(root); only && !more; [only, more] = childrenOf(root)) root = only;
      const children = childrenOf(root);
      for (const [index, child] of children.entries()) {
        if (index > 6 || matches(child, writing) || holdsWriting(child)) return [];
        const header = readHeader(children.slice(0, index + 1), profile);
        if (!header.sender) continue;
        const body = largest(children.slice(index + 1));
        return body ? [{ root, body, text: textOf(body), header }] : [];
      }
      return [];
    });
}

const aside = `${rows},[role="toolbar"],ul,form,footer,script,style`;

/** Of these the one with the most text that can be read. */
const largest = (elements: readonly HTMLElement[]): HTMLElement | null =>
  elements
    .filter((element) => isReadable(element) && !matches(element, aside) && (rawTextOf(element).trim() !== '' || tagOf(element) === 'iframe'))
    .reduce<HTMLElement | null>((best, element) => (!best || rawTextOf(element).length > rawTextOf(best).length ? element : best), null);

/** A message without any name for its text: labelled lines ("From:", "Subject:"), and the text below them. */
function labelledMessage(page: Document, profile: MessagePartsProfile): MessageParts | null {
  const labels = all(page, 'th,td,dt,label,span,strong,b,div').filter((element) => {
    const text = childrenOf(element).length === 0 ? rawTextOf(element) : '';
    return text.length > 0 && text.length < 40 && (/[:：]\s*$/.test(text) || matches(element, 'th,dt,td,label')) && kindsOfLabel(text).includes('from');
  });
  for (const label of labels.slice(0, 5)) {
    if (closest(label, `${rows},${quoted},${editable}`) || !isShown(label)) continue;
    const message = labelledAt(label, profile);
    if (message) return message;
  }
  return null;
}

function labelledAt(label: HTMLElement, profile: MessagePartsProfile): MessageParts | null {
  let block = label;
  let header: HeaderReading | null = null;
  for (let level = 0; level < 6 && !header; level++) {
    const parent = parentOf(block);
    if (!parent || matches(parent, 'body,html,main')) return null;
    block = parent;
    if (first(block, writing)) return null;
    const read = readHeader([block], profile);
    if (read.sender && read.labels.has('from') && (read.labels.has('to') || read.labels.has('subject'))) header = read;
  }
  if (!header || rawTextOf(block).length > longestRegion) return null;
  let branch = block;
  for (let level = 0; level < 6; level++) {
    const parent = parentOf(branch);
    if (!parent || tagOf(parent) === 'html' || matches(parent, rows)) return null;
    // An unlabelled header further up makes these lines a quoted message.
    const above = regionsBefore(branch, [], branch);
    if (above === null || (above.regions.length > 0 && readHeader(above.regions, profile).sender !== null)) return null;
    const siblings = childrenOf(parent);
    const text = largest(siblings.slice(siblings.indexOf(branch) + 1));
    if (text) return { root: parent, body: text, text: textOf(text), header };
    branch = parent;
  }
  return null;
}

const controls = 'button,a,[role="button"],[role="menuitem"],[role="link"],input[type="button"],input[type="submit"],[data-icon-name]';

/** The controls of a page that answer or forward. */
export const answersIn = (page: Document): HTMLElement[] =>
  all(page, controls)
    .filter((control) => isAnswer(control) && isShown(control))
    .slice(0, 40);

/** Whether the page, or the one around it, has a control that answers or forwards. Print pages have none. */
function offersAnswer(page: Document): boolean {
  if (all(page, controls).some((control) => isAnswer(control) && isShown(control))) return true;
  const outer = frameOf(page);
  return outer !== null && all(documentOf(outer), controls).some(isAnswer);
}

function isAnswer(control: HTMLElement): boolean {
  if (visibleText(rawTextOf(control).slice(0, 4000)).length > 200) return false;
  const mode = modeOfControl(control);
  return mode === 'reply' || mode === 'reply-all' || mode === 'forward';
}

/** Whether this document is nothing but the text of a message: what looks like a header in it is a quoted one. */
function isInsideMessage(page: Document): boolean {
  const frame = frameOf(page);
  return frame !== null && isReadable(frame) && withHeader(frame, [frame], {}) !== null;
}
