/** From lines to earlier messages: finds every boundary and says what it prints. */
import type { Span } from '../../core/thread';
import { parsePeople, visibleText } from '../addresses';
import { attributionOf, looseAttribution, mayEndAttribution, withoutRunOn } from './attribution';
import { type HeaderBlock, headerBlockAt, inlineHeader, lineHeader, notesBlockAt, notesTableAt } from './header-block';
import { type LabelRole, labelled } from './labels';
import { type DepthChange, LineWords, linesOf, withoutEncoding } from './lines';
import { separatorOf } from './separator';

/** Something that the markup says about a place. */
export type Mark =
  /** A container of a quote, as a mail program marks it. */
  | {
      readonly kind: 'quote';
      readonly start: number;
      readonly end: number /** An indented block: who is quoted stands above it, not in it. */;
      readonly block: boolean;
    }
  /** An attribution, as a mail program marks it, in whatever language. */
  | { readonly kind: 'attribution'; readonly start: number; readonly end: number }
  /** A header or a quote begins here. */
  | { readonly kind: 'divider'; readonly start: number; readonly end: number }
  /** A link to a mail address. */
  | { readonly kind: 'person'; readonly start: number; readonly end: number; readonly address: string };

/** What is read: a text, and what markup adds to it. All lists ascend by their start. */
export interface Quotable {
  readonly text: string;
  readonly depths: readonly DepthChange[];
  readonly marks: readonly Mark[];
  /** What comes after this place is not of the person who writes, whatever stands there. */
  readonly writtenEnd?: number;
}

/** One boundary between messages. */
export interface Boundary extends Span {
  /** Where the words of the message begin. */
  readonly body: number;
  readonly values: Readonly<Partial<Record<LabelRole, string>>>;
  readonly forward: boolean;
}

export interface ReadQuote {
  readonly boundaries: readonly Boundary[];
  /** Places that the person wrote, in order. */
  readonly authored: readonly Span[];
}

/** More earlier messages are not listed. */
const mostMessages = 2000;

interface Found {
  line: number;
  next: number;
  /** Depth of the line that opens the boundary. */
  depth: number;
  values: Partial<Record<LabelRole, string>>;
  forward: boolean;
  /** Labelled lines, not an attribution. */
  header: boolean;
}

/** Yields every few hundred lines, so that the caller can pause. */
export function* readQuote(source: Quotable): Generator<void, ReadQuote> {
  const lines = yield* linesOf(source.text, source.depths);
  const words = new LineWords(source.text, lines);
  const people = source.marks.filter((mark) => mark.kind === 'person');
  const quotes = source.marks.filter((mark) => mark.kind === 'quote' || mark.kind === 'divider' || mark.kind === 'attribution');
  const found: Found[] = [];
  let mark = 0;
  let index = 0;
  let work = 0;
  while (index < lines.length && found.length < mostMessages) {
    if (++work % 24 === 0) yield;
    const line = lines[index];
    if (!line) break;
    const content = words.at(index);
    let marked: Mark | null = null;
    if (content) {
      while (mark < quotes.length && (quotes[mark]?.start ?? 0) <= line.at) marked = strongest(marked, quotes[mark++] ?? null);
    }
    const hit = content ? (boundaryAt(words, index, content, people, found.at(-1)?.next ?? 0, marked) ?? markedAttribution(words, index, marked)) : null;
    if (hit) {
      const before = found.at(-1);
      if (before && sameBoundary(words, before, hit)) found[found.length - 1] = merged(before, hit);
      else found.push(hit);
      index = Math.max(hit.next, index + 1);
    } else index++;
  }
  return yield* extents(words, found, source);
}

/** An attribution or a bare separator, and the header of the same message right below it. */
function sameBoundary(words: LineWords, before: Found, hit: Found): boolean {
  if (!hit.header || before.values.to !== undefined || before.values.subject !== undefined) return false;
  for (let index = before.next; index < hit.line; index++) if (words.at(index)) return false;
  const one = parsePeople(before.values.from ?? '')[0];
  const other = parsePeople(hit.values.from ?? '')[0];
  return !one || !other || (one.address !== null && one.address === other.address) || (one.name !== null && one.name === other.name);
}

const merged = (before: Found, hit: Found): Found => ({
  ...hit,
  line: before.line,
  depth: before.depth,
  forward: before.forward || hit.forward,
  values: { ...before.values, ...hit.values },
});

const strongest = (one: Mark | null, other: Mark | null): Mark | null => (one?.kind === 'attribution' || other === null ? one : other);

/** An attribution that a mail program marks, in a language or order that is not known here. */
function markedAttribution(words: LineWords, index: number, mark: Mark | null): Found | null {
  if (mark?.kind !== 'attribution' || mark.end - mark.start > 400) return null;
  const text = visibleText(words.text.slice(mark.start, mark.end));
  if (text.length < 6) return null;
  let next = index + 1;
  while (next < words.lines.length && (words.lines[next]?.end ?? 0) <= mark.end) next++;
  const read = looseAttribution(text);
  return { line: index, next, depth: words.depth(index), values: { from: read.who, date: read.date }, forward: false, header: false };
}

function boundaryAt(
  words: LineWords,
  index: number,
  content: string,
  people: readonly Extract<Mark, { kind: 'person' }>[],
  floor: number,
  mark: Mark | null,
): Found | null {
  const depth = words.depth(index);
  const separator = separatorOf(content, words.at(index + 1));
  if (separator) {
    if (separator.rest > 0) {
      const header = inlineHeader(words, index, separator.rest);
      if (header) return foundOf(words, index, header, people, separator.forward);
    }
    const wrapped = separator.forwardedBy && !/[-–—]{3,}\s*$/.test(content) && /[-–—]{3,}\s*$/.test(words.at(index + 1)) ? 1 : 0;
    const first = words.nextWith(index + 1 + wrapped, 12);
    if (first >= 0 && Math.abs(words.depth(first) - depth) <= 1) {
      const header = headerBlockAt(words, first, 'separator') ?? (separator.kind === 'named' ? notesBelow(words, first) : null);
      if (header && (separator.kind === 'named' || strongEnough(header))) return foundOf(words, index, header, people, separator.forward);
    }
    if (separator.kind === 'named') {
      // An attribution right below belongs to the same boundary.
      return {
        line: index,
        next: index + 1 + wrapped,
        depth,
        values: {},
        forward: separator.forward,
        header: false,
      };
    }
    return null;
  }
  const label = labelled(content);
  if (label && label.role !== 'other') {
    const header = headerBlockAt(words, index, mark ? 'separator' : 'none');
    if (header && (!mark || strongEnough(header) || headerBlockAt(words, index, 'none'))) return foundOf(words, index, header, people, false);
    const line = label.role === 'from' ? lineHeader(words, index, mark !== null) : null;
    if (line) return foundOf(words, index, line, people, false);
    if (label.role === 'to') {
      const notes = notesBlockAt(words, index);
      if (notes && notes.first >= floor) return foundOf(words, notes.first, notes, people, false);
    }
  }
  if (content.length < 5) {
    const table = notesTableAt(words, index);
    if (table && table.first >= floor) return foundOf(words, table.first, table, people, false);
  }
  if (depth > 2 && content.endsWith('>>>')) {
    // GroupWise: ">>> Ann Smith <a@b> 10/22/15 21:02 >>>".
    const read = attributionOf(`${content.slice(0, -3).trim()}:`, true);
    if (read?.who) return { line: index, next: index + 1, depth: depth - 3, values: { from: read.who, date: read.date }, forward: false, header: false };
  }
  if (!mayEndAttribution(content)) return null;
  return attributionEndingAt(words, index, floor);
}

const strongEnough = (header: HeaderBlock): boolean => {
  const roles = new Set(header.fields.map((field) => field.role));
  return roles.has('from') && roles.size >= 2;
};

/** A Notes block below a separator: its To line comes within a few lines. */
function notesBelow(words: LineWords, first: number): HeaderBlock | null {
  let seen = 0;
  for (let index = first; index < first + 14 && seen < 7; index++) {
    const content = words.at(index);
    if (!content) continue;
    seen++;
    if (labelled(content)?.role === 'to') {
      const block = notesBlockAt(words, index);
      return block && block.first >= first ? block : null;
    }
    if (labelled(content)?.role === 'from') {
      const header = headerBlockAt(words, index, 'separator');
      if (header) return header;
    }
  }
  return null;
}

function foundOf(words: LineWords, line: number, header: HeaderBlock, people: readonly Extract<Mark, { kind: 'person' }>[], forward: boolean): Found {
  const values: Partial<Record<LabelRole, string>> = {};
  for (const field of header.fields) {
    if (field.role === 'other' && values.other !== undefined) continue;
    const listed = field.role !== 'subject' && field.role !== 'date';
    values[field.role] = field.pieces
      .map((piece) => (listed ? withLinks(words.text, piece, people) : words.text.slice(piece.start, piece.end)))
      .map(withoutEncoding)
      .join(' ');
  }
  return { line, next: header.next, depth: words.depth(line), values, forward, header: true };
}

/** A list with the addresses that only its links hold, each after its name. */
function withLinks(text: string, piece: Span, people: readonly Extract<Mark, { kind: 'person' }>[]): string {
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((people[middle]?.start ?? 0) < piece.start) low = middle + 1;
    else high = middle;
  }
  let out = '';
  let from = piece.start;
  for (let index = low; index < people.length; index++) {
    const link = people[index];
    if (!link || link.end > piece.end) break;
    out += text.slice(from, link.end);
    if (!text.slice(link.start, link.end).includes('@') && !/^\s*[<[(]/.test(text.slice(link.end, link.end + 4))) out += ` <${link.address}>`;
    from = link.end;
  }
  return out + text.slice(from, piece.end);
}

function attributionEndingAt(words: LineWords, index: number, floor: number): Found | null {
  const depth = words.depth(index);
  const after = words.nextWith(index + 1, 3);
  const next = words.at(after);
  const followed = after >= 0 && (words.depth(after) > depth || /^(?:[\p{L}]{1,4}>|\|\s)/u.test(next) || withoutRunOn(words.at(index)) !== words.at(index));
  // "> wrote:" after a broken "<ann@x.example": its mark closes the address and is no quote.
  const remainder = /^\p{L}[\p{L} ]{1,18}\s?[:：]$/u.test(words.at(index));
  let text = '';
  let best: { at: number; values: Partial<Record<LabelRole, string>> } | null = null;
  for (let first = index; first > index - 4 && first >= floor; first--) {
    const content = words.at(first);
    // A wrapped attribution may have lost the mark of its second line, but its first line is never deeper than one level more.
    if (!content || words.depth(first) < depth - (remainder ? 1 : 0) || words.depth(first) > depth + 1) break;
    if (first < index && (mayEndAttribution(content) || labelled(content) !== null)) break;
    text = text ? `${content} ${text}` : withoutRunOn(content);
    const read = attributionOf(text, followed);
    if (read) {
      const better = !best || (best.values.date === '' && read.date !== '') || (!(best.values.from ?? '') && read.who !== '');
      if (better) best = { at: first, values: { from: read.who, date: read.date } };
    }
  }
  return best ? { line: best.at, next: index + 1, depth: words.depth(best.at), values: best.values, forward: false, header: false } : null;
}

interface OpenMessage {
  readonly which: number;
  readonly depth: number;
  /** Its words are quoted deeper than its boundary; otherwise they simply follow. */
  readonly deeper: boolean;
  /** It cannot reach beyond this offset. */
  readonly limit: number;
  /** Last line that is known to belong to it. */
  last: number;
}

/**
 * Where each message ends, and what is left for the person who writes. One pass over the lines:
 * the open messages stand on a stack, each deeper than the one below it.
 */
function* extents(words: LineWords, found: readonly Found[], source: Quotable): Generator<void, ReadQuote> {
  const { lines } = words;
  const lasts: number[] = found.map((one) => one.next - 1);
  const covered = new Uint8Array(lines.length);
  const endOf = containerEnds(source.marks);
  const stack: OpenMessage[] = [];
  const close = (): void => {
    const top = stack.pop();
    if (!top) return;
    lasts[top.which] = top.last;
    const below = stack.at(-1);
    if (below) below.last = Math.max(below.last, top.last);
  };
  let which = 0;
  let firstFull = -1;
  let lastFull = -1;
  for (let index = 0; index < lines.length; index++) {
    if (index % 256 === 255) yield;
    const line = lines[index];
    if (!line) break;
    const one = found[which];
    if (one && one.line === index) {
      while (stack.length > 0 && (!stack.at(-1)?.deeper || (stack.at(-1)?.depth ?? 0) >= one.depth)) close();
      const first = words.nextWith(one.next, 4);
      const deeper = first >= 0 && words.depth(first) > one.depth;
      stack.push({ which, depth: one.depth, deeper, limit: endOf(line.start), last: one.next - 1 });
      covered.fill(1, index, one.next);
      which++;
      index = one.next - 1;
      continue;
    }
    while (stack.length > 0 && line.start >= (stack.at(-1)?.limit ?? 0)) close();
    if (!words.at(index)) continue;
    if (firstFull < 0) firstFull = index;
    lastFull = index;
    const top = stack.at(-1);
    if (top && !top.deeper && line.depth < top.depth) close();
    const owner = ownerOf(stack, line.depth);
    if (!owner) continue;
    owner.last = index;
    covered[index] = 1;
  }
  while (stack.length > 0) close();
  const boundaries: Boundary[] = found.map((one, index) => ({
    start: lines[one.line]?.start ?? 0,
    end: lines[lasts[index] ?? 0]?.end ?? 0,
    body: lines[one.next]?.start ?? source.text.length,
    values: one.values,
    forward: one.forward,
  }));
  yield;
  const unnamed = found.length === 0 ? unnamedQuote(words, source, firstFull, lastFull) : null;
  if (unnamed) boundaries.push({ ...unnamed, body: unnamed.start, values: {}, forward: false });
  const writtenEnd = source.writtenEnd ?? source.text.length;
  const authored: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const [index, line] of lines.entries()) {
    if (index % 1024 === 1023) yield;
    if (line.start >= writtenEnd) break;
    const quoted = covered[index] === 1 || (unnamed !== null && line.start >= unnamed.start && line.end <= unnamed.end && (line.depth > 0 || unnamed.marked));
    if (quoted) {
      if (open) authored.push(open);
      open = null;
    } else if (open) open.end = line.end;
    // A blank line between two quoted ones is of the quote.
    else if (words.at(index) || authored.length === 0) open = { start: line.start, end: line.end };
  }
  if (open) authored.push(open);
  return { boundaries, authored };
}

/** The innermost open message that a line of this depth belongs to. */
function ownerOf(stack: readonly OpenMessage[], depth: number): OpenMessage | null {
  const top = stack.at(-1);
  if (top && !top.deeper) return top;
  let low = 0;
  let high = stack.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stack[middle]?.depth ?? 0) < depth) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? (stack[low - 1] ?? null) : null;
}

/** End of the innermost marked quote around a place, or infinity. */
function containerEnds(marks: readonly Mark[]): (at: number) => number {
  const quotes = marks.filter((mark) => mark.kind === 'quote');
  const events: { at: number; end: number }[] = [];
  const stack: number[] = [];
  for (const quote of quotes) {
    while (stack.length > 0 && (stack.at(-1) ?? 0) <= quote.start) {
      const end = stack.pop() ?? 0;
      events.push({ at: end, end: stack.at(-1) ?? Number.POSITIVE_INFINITY });
    }
    stack.push(quote.end);
    events.push({ at: quote.start, end: quote.end });
  }
  while (stack.length > 0) {
    const end = stack.pop() ?? 0;
    events.push({ at: end, end: stack.at(-1) ?? Number.POSITIVE_INFINITY });
  }
  return (at) => {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 ? (events[low - 1]?.end ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  };
}

/**
 * A quote that nobody introduces counts where it ends the text and something stands above it: an answer on top of what it answers.
 * Quoted lines in the middle of a text are citations, and so is an indented block without a mail program's mark.
 */
function unnamedQuote(words: LineWords, source: Quotable, firstLine: number, end: number): (Span & { marked: boolean }) | null {
  const full = (span: Span): boolean => visibleText(source.text.slice(span.start, Math.min(span.end, span.start + 2000))) !== '';
  const container = source.marks.find((mark) => mark.kind === 'quote' && !mark.block && mark.end > mark.start && full(mark));
  if (container) return { start: container.start, end: container.end, marked: true };
  if (end < 0) return null;
  const place = words.lines[end]?.end ?? 0;
  const firstWord = words.lines[firstLine]?.at ?? 0;
  const block = source.marks.find((mark) => mark.kind === 'quote' && mark.end >= place && mark.start > firstWord && full(mark));
  if (block) return { start: block.start, end: block.end, marked: true };
  if (source.depths.length > 0 || words.depth(end) === 0) return null;
  let start = end;
  while (start > 0 && (words.depth(start - 1) > 0 || !words.at(start - 1))) start--;
  while (!words.at(start)) start++;
  // Quoted lines further up make all of them citations, and a patch marks its lines the same way.
  for (let above = start - 1; above >= firstLine; above--) if (words.depth(above) > 0 && words.at(above)) return null;
  const before = words.at(previousWith(words, start));
  if (/^-{3}$|^<|^\d+(?:,\d+)?[acd]\d+/.test(before)) return null;
  return firstLine < start ? { start: words.lines[start]?.start ?? 0, end: place, marked: false } : null;
}

function previousWith(words: LineWords, index: number): number {
  let at = index - 1;
  while (at >= 0 && !words.at(at)) at--;
  return at;
}
