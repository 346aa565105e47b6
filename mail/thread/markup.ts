/**
 * From markup to text, as a reader sees it, with what the markup says about quotes.
 * Works on anything that looks like a DOM tree: a page, a parsed string, a parser's tree in Node.
 * Marks of mail programs: research file chain.md §C1. They are renamed at each hop (`x_`, `m_…`, `ydp…`), so ids are matched by their end and classes by a part.
 */

import { pageTextOf } from '../../core/text';
import type { Span, Thread } from '../../core/thread';
import { normaliseAddress, visibleText } from '../addresses';
import type { DepthChange } from './lines';
import type { Mark } from './read';

/** The part of a DOM node that is read. */
export interface MarkupNode {
  /** 1 = element, 3 = text; everything else is passed over. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: MarkupNode | null;
  readonly nextSibling: MarkupNode | null;
  readonly parentNode: MarkupNode | null;
  getAttribute?(name: string): string | null;
}

/** Text that one text node gave. */
export interface Run<Node> extends Span {
  readonly node: Node;
  /** White space is kept as it is. */
  readonly keepsSpace: boolean;
  /** White space at the beginning of the node was dropped. */
  readonly trimmed: boolean;
}

export interface Flat<Node> {
  readonly text: string;
  readonly depths: readonly DepthChange[];
  readonly marks: readonly Mark[];
  readonly runs: readonly Run<Node>[];
  readonly hidden: readonly Span[];
  readonly carried: readonly (Thread['carried'][number] & { readonly at: number })[];
  /** `false` where the text or the tree was larger than is read. */
  readonly whole: boolean;
}

/** Most text that is read of one message, in UTF-16 units, and most nodes. Far beyond real threads; says so in `whole`. */
export const longestText = 4_200_000;
const mostNodes = 600_000;

const skipped = new Set([
  'style',
  'script',
  'head',
  'title',
  'template',
  'noscript',
  'meta',
  'link',
  'object',
  'iframe',
  'svg',
  'math',
  'audio',
  'video',
  'select',
  'datalist',
  '#comment',
]);
const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption listing xmp'.split(
    ' ',
  ),
);

interface Frame<Node> {
  readonly node: Node;
  readonly block: boolean;
  readonly keepsSpace: boolean;
  readonly depth: boolean;
  readonly mark: number;
  readonly hidden: boolean;
}

type Open = { -readonly [Key in keyof Mark]: Mark[Key] };

const borderTop = /(?:^|;)\s*border-top\s*:(?!\s*(?:none|0(?:px|pt)?\s*(?:;|$)))[^;]*(?:solid|\d)/i;
const files = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip|msg|eml|rtf|txt|jpe?g|png|tiff?|mp[34]|mov|wav|m4a)$/i;

/**
 * Walks what is inside `root`, in document order, without recursion.
 * @param stop the walk ends before this node
 */
export function* flatten<Node extends MarkupNode>(root: Node, stop: Node | null = null): Generator<void, Flat<Node>> {
  const parts: string[] = [];
  const depths: DepthChange[] = [];
  const marks: Mark[] = [];
  const runs: Run<Node>[] = [];
  const hidden: Span[] = [];
  const carried: (Thread['carried'][number] & { at: number })[] = [];
  const frames: Frame<Node>[] = [];
  let length = 0;
  let depth = 0;
  let lineStart = true;
  let spaced = true;
  let cell = false;
  let hiddenFrom = -1;
  let whole = true;
  let nodes = 0;

  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const breakLine = (): void => {
    if (!lineStart) put('\n');
    lineStart = true;
    spaced = true;
    cell = false;
  };
  const setDepth = (by: number): void => {
    depth += by;
    depths.push({ at: length, depth });
  };

  const text = (node: Node): void => {
    const value = node.nodeValue ?? '';
    if (!value) return;
    const keeps = frames.at(-1)?.keepsSpace ?? false;
    const start = length;
    const trimmed = spaced;
    let out = keeps ? value : value.replace(/[ \t\n\r\f]+/g, ' ');
    if (!keeps && spaced && out.startsWith(' ')) out = out.slice(1);
    if (!out) return;
    if (length + out.length > longestText) {
      out = out.slice(0, Math.max(0, longestText - length));
      whole = false;
    }
    put(out);
    runs.push({ node, start, end: length, keepsSpace: keeps, trimmed });
    const last = out.charCodeAt(out.length - 1);
    lineStart = keeps && last === 10;
    spaced = !keeps && last === 32;
    if (keeps) spaced = last === 10;
  };

  const enter = (node: Node, name: string): boolean => {
    if (skipped.has(name)) return false;
    if (name === 'br') {
      put('\n');
      lineStart = true;
      spaced = true;
      return false;
    }
    const attribute = (key: string): string => node.getAttribute?.(key) ?? '';
    if (name === 'img') {
      const alt = visibleText(attribute('alt').slice(0, 300));
      const tiny = /^[0-3](?:px)?$/.test(attribute('width')) || /^[0-3](?:px)?$/.test(attribute('height'));
      if (!tiny) carried.push({ kind: 'image', name: alt ? pageTextOf(alt) : null, at: length });
      return false;
    }
    if (name.includes('@')) {
      // An address in angle brackets that a mail program forgot to escape (iOS, Yahoo): the parser made an element of it.
      put(`<${name}>`);
      lineStart = false;
      spaced = false;
      return true;
    }
    const block = blocks.has(name);
    if (block) breakLine();
    else if (name === 'td' || name === 'th') {
      if (cell && !lineStart) {
        put('\t');
        spaced = true;
      }
      cell = true;
    }
    const style = attribute('style');
    const classes = attribute('class');
    const id = attribute('id');
    let mark = -1;
    const open = (one: Mark): void => {
      mark = marks.length;
      marks.push(one);
    };
    let deeper = false;
    if (name === 'hr') {
      marks.push({ kind: 'divider', start: length, end: length });
      return false;
    }
    if (name === 'blockquote') {
      const cited = attribute('type').toLowerCase() === 'cite' || classes.includes('quote') || attribute('cite') !== '';
      // Gmail's indent button makes a blockquote without a border: that is writing, not quoting.
      deeper = cited || !/border(?:-left)?\s*:\s*(?:none|0)/i.test(style);
      if (cited) open({ kind: 'quote', start: length, end: length, block: true });
    } else if (name === 'a') {
      const href = attribute('href');
      if (/^mailto:/i.test(href)) {
        const address = normaliseAddress(decoded(href.slice(7).split('?')[0] ?? ''));
        if (address) open({ kind: 'person', start: length, end: length, address });
      } else if (/gmail_(?:drive_)?chip|attachment/i.test(classes) || files.test(href.split(/[?#]/)[0] ?? '')) {
        const title = visibleText((attribute('download') || attribute('title') || attribute('aria-label') || lastPart(href)).slice(0, 300));
        carried.push({ kind: 'file', name: title ? pageTextOf(title) : null, at: length });
      }
    } else if (classes || id || style || name === 'div') {
      if (/gmail_attr|moz-cite-prefix/.test(classes) || id.endsWith('reply-intro')) open({ kind: 'attribution', start: length, end: length });
      else if (
        /gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra|tutanota_quote|moz-forward-container/.test(classes) ||
        /OLK_SRC_BODY_SECTION$|mail-editor-reference-message-container$|isReplyContent$/.test(id) ||
        (name === 'div' && attribute('name') === 'quote')
      )
        open({ kind: 'quote', start: length, end: length, block: false });
      else if (/divRplyFwdMsg$|appendonsend$|stopSpelling$|zwchr$/.test(id) || (style.includes('border-top') && borderTop.test(style)))
        marks.push({ kind: 'divider', start: length, end: length });
    }
    const keepsSpace =
      name === 'pre' ||
      name === 'textarea' ||
      name === 'listing' ||
      name === 'xmp' ||
      (style.includes('white-space') ? /white-space\s*:\s*(?:pre|break-spaces)/i.test(style) : (frames.at(-1)?.keepsSpace ?? false));
    const hides = hiddenFrom < 0 && (/display\s*:\s*none/i.test(style) || /visibility\s*:\s*hidden/i.test(style));
    if (hides) hiddenFrom = length;
    if (deeper) setDepth(1);
    if (block || mark >= 0 || hides || keepsSpace !== (frames.at(-1)?.keepsSpace ?? false))
      frames.push({ node, block, keepsSpace, depth: deeper, mark, hidden: hides });
    return true;
  };

  const leave = (node: Node): void => {
    const frame = frames.at(-1);
    if (frame?.node !== node) return;
    frames.pop();
    if (frame.block) breakLine();
    if (frame.depth) setDepth(-1);
    if (frame.mark >= 0) {
      const opened = marks[frame.mark] as Open | undefined;
      if (opened) opened.end = length;
    }
    if (frame.hidden) {
      if (length > hiddenFrom) hidden.push({ start: hiddenFrom, end: length });
      hiddenFrom = -1;
    }
  };

  let node = root.firstChild as Node | null;
  while (node && node !== stop) {
    if (++nodes % 64 === 0) yield;
    if (nodes > mostNodes || length >= longestText) {
      whole = false;
      break;
    }
    let down = false;
    if (node.nodeType === 3) text(node);
    else if (node.nodeType === 1) down = enter(node, node.nodeName.toLowerCase());
    if (down && node.firstChild) {
      node = node.firstChild as Node;
      continue;
    }
    if (down) leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode as Node | null;
      if (node && node !== root) leave(node);
    }
    node = node && node !== root ? (node.nextSibling as Node | null) : null;
  }
  while (frames.length > 0) leave(frames.at(-1)?.node as Node);
  return { text: parts.join(''), depths, marks, runs, hidden, carried, whole };
}

/** Where in its node a place of the text stands: the same reading of white space as in `flatten`. */
export function offsetInNode<Node extends MarkupNode>(run: Run<Node>, place: number): number {
  const value = run.node.nodeValue ?? '';
  const wanted = Math.max(0, Math.min(place, run.end) - run.start);
  if (run.keepsSpace) return Math.min(wanted, value.length);
  let seen = 0;
  let spaced = run.trimmed;
  for (let at = 0; at < value.length; at++) {
    const space = /[ \t\n\r\f]/.test(value.charAt(at));
    if (space && spaced) continue;
    if (seen === wanted) return at;
    seen++;
    spaced = space;
  }
  return value.length;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const lastPart = (href: string): string => decoded((href.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '');
