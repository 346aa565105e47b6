/** Header blocks: the labelled lines that Outlook, Apple Mail, Gmail forwards, Notes and others print above an earlier message. */
import { addressesIn } from '../addresses';
import { inlineLabels, type LabelRole, labelled } from './labels';
import type { LineWords } from './lines';

/** A value as places in the text; more than one where it goes on in the next lines. */
export interface HeaderField {
  readonly role: LabelRole;
  readonly pieces: { start: number; end: number }[];
}

export interface HeaderBlock {
  /** First line of the block, separator not included. */
  readonly first: number;
  /** First line after it. */
  readonly next: number;
  readonly fields: readonly HeaderField[];
}

/** How much is known already, and so how little the block must show. */
export type Support = 'none' | 'separator';

/** No block has more lines: a To list of some thousand people, wrapped. */
const longestBlock = 600;

/** Where the value of a labelled line begins: behind its colon and what decorates it. */
function valueStart(words: LineWords, index: number): number {
  const line = words.lines[index];
  if (!line) return 0;
  let at = line.at;
  while (at < line.end && words.text.charAt(at) !== ':' && words.text.charAt(at) !== '：') at++;
  at++;
  while (at < line.end && /[\s*_]/.test(words.text.charAt(at))) at++;
  return Math.min(at, line.end);
}

/**
 * Reads the block that begins at a labelled line.
 * Asked for: a From and two other labels, one of them date or subject; with a separator above, two labels.
 */
export function headerBlockAt(words: LineWords, first: number, support: Support): HeaderBlock | null {
  const top = labelled(words.at(first));
  if (!top) return null;
  const depth = words.depth(first);
  const fields: HeaderField[] = [];
  const seen = new Set<LabelRole>();
  let index = first;
  let blanks = 0;
  let current: HeaderField | null = null;
  let next = first;
  while (index < words.lines.length && index - first < longestBlock) {
    const line = words.lines[index];
    const content = words.at(index);
    if (!line || line.depth < depth - (content ? 0 : 1) || (content && line.depth > depth + 1)) break;
    if (!content) {
      blanks++;
      // Notes leaves a line or two between the sender and To; the blank after the block ends it.
      if (blanks > 3 || (current && complete(seen))) break;
      index++;
      continue;
    }
    const label = labelled(content);
    if (label && !(label.role !== 'other' && label.role !== 'files' && seen.has(label.role)) && !(complete(seen) && blanks > 0)) {
      current = { role: label.role, pieces: [{ start: valueStart(words, index), end: line.end }] };
      fields.push(current);
      seen.add(label.role);
      blanks = 0;
      index++;
      next = index;
      continue;
    }
    if (blanks > 0 || !current || !(continues(words, index, current, label !== null) || moreBelow(words, index, depth, seen))) break;
    current.pieces.push({ start: line.at, end: line.end });
    index++;
    next = index;
  }
  if (!enough(seen, support)) return null;
  if (support === 'none' && !isMail(words, first, fields, seen)) return null;
  return { first, next, fields: withDateOfSender(words, fields) };
}

/**
 * Without anything above it, a block can also be a memo ("To: … From: … Date: …") or an itinerary ("From: Leeds / To: York / Date: …").
 * No mail program begins a header with To; and without a subject, a mail program's date has a time.
 */
function isMail(words: LineWords, first: number, fields: readonly HeaderField[], seen: ReadonlySet<LabelRole>): boolean {
  const above = first > 0 ? labelled(words.at(first - 1) || words.at(first - 2))?.role : null;
  if (fields[0]?.role === 'to' || above === 'to') return false;
  // "From: Monday the office is closed." is a sentence: without a date, somebody's address or a name that is no sentence must show.
  if (seen.has('subject')) return seen.has('date') || !fields.every((field) => prose(words, field));
  const date = fields.find((field) => field.role === 'date')?.pieces[0];
  return date !== undefined && /\d{1,2}[:.h]\d\d/.test(words.text.slice(date.start, Math.min(date.end, date.start + 120)));
}

/** Whether a value reads as a sentence or its beginning: no address, and it ends like one or goes on in lower case. */
function prose(words: LineWords, { role, pieces: [piece] }: HeaderField): boolean {
  if (role === 'other' || role === 'files' || !piece) return true;
  const value = words.text.slice(piece.start, Math.min(piece.end, piece.start + 300)).trim();
  if (role === 'subject') return true;
  if (/[@/]/.test(value)) return false;
  return value === '' || /[.!?]$/.test(value) || /(?:^|\s)(?:is|are|was|were|get|be|the|will|has|have|call|you|we)\s/i.test(value);
}

const senderThenDate = /(?:\son)?[\s,]+(\d{1,2}\/\d{1,2}\/\d{2,4}\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?)\s*$/i;

/** Notes prints the date behind the sender: `From: Ann Smith      10/16/2000 01:40 PM`. */
function withDateOfSender(words: LineWords, fields: readonly HeaderField[]): readonly HeaderField[] {
  const from = fields.find((field) => field.role === 'from');
  const piece = from?.pieces.at(-1);
  if (!from || !piece || fields.some((field) => field.role === 'date')) return fields;
  const text = words.text.slice(Math.max(piece.start, piece.end - 120), piece.end);
  const match = senderThenDate.exec(text);
  if (!match) return fields;
  const cut = piece.end - text.length + match.index;
  const date: HeaderField = { role: 'date', pieces: [{ start: piece.end - text.length + text.lastIndexOf(match[1] ?? ''), end: piece.end }] };
  return fields
    .map((field) => (field === from ? { role: 'from' as const, pieces: [...from.pieces.slice(0, -1), { start: piece.start, end: cut }] } : field))
    .concat(date);
}

/** Whether another label of this block follows within three lines: then what stands before it belongs to the value above. */
function moreBelow(words: LineWords, index: number, depth: number, seen: ReadonlySet<LabelRole>): boolean {
  if (complete(seen)) return false;
  for (let below = index + 1; below <= index + 3; below++) {
    const content = words.at(below);
    if (!content || words.depth(below) !== depth) return false;
    const role = labelled(content)?.role;
    if (role && role !== 'other' && role !== 'files') return !seen.has(role);
  }
  return false;
}

const complete = (seen: ReadonlySet<LabelRole>): boolean => seen.has('subject') && (seen.has('to') || seen.has('date')) && (seen.has('from') || seen.has('to'));

function enough(seen: ReadonlySet<LabelRole>, support: Support): boolean {
  const named = [...seen].filter((role) => role !== 'other' && role !== 'files').length;
  if (support === 'separator') return named >= 2 || (named === 1 && seen.has('from'));
  return seen.has('from') && named >= 3 && (seen.has('date') || seen.has('subject'));
}

/** Whether an unlabelled line goes on with the value above it: a list that is not closed, or a bracket that is open. */
function continues(words: LineWords, index: number, field: HeaderField, labelledAgain: boolean): boolean {
  if (labelledAgain) return false;
  const last = field.pieces.at(-1);
  const before = last ? words.text.slice(Math.max(last.start, last.end - 400), last.end).trimEnd() : '';
  const content = words.at(index);
  if (field.role === 'to' || field.role === 'cc' || field.role === 'bcc') {
    if (before === '') return /[@;]|^[^.!?]{2,60}[,;]/.test(content);
    if (/[,;]$/.test(before)) return true;
    if (open(before)) return true;
    // Wrapped in the middle of a name: the rest holds an address or goes on as a list.
    return (
      content.length < 400 &&
      (addressesIn(content.slice(0, 300)).length > 0 || /@\w|\/\w+\/\w+/.test(content)) &&
      !/[.!?]\s*$|:\s*$/.test(content) &&
      isListLike(content)
    );
  }
  if (field.role === 'from') return open(before) || before === '' || /^[<[(][^\s]+@[^\s]+[>\])]/.test(content);
  if (field.role === 'date')
    return before === '' || /^(?:\d{1,2}:\d\d|[ap]m\b|[+-]\d{4})/i.test(content) || (/\b(?:on|at|,)$/i.test(before) && /\d/.test(content));
  if (field.role === 'subject') return false;
  return (
    field.role === 'other' && field.pieces.length < 4 && /^\s/.test(words.text.slice(words.lines[index]?.start ?? 0, (words.lines[index]?.start ?? 0) + 1))
  );
}

const open = (text: string): boolean =>
  text.lastIndexOf('<') > text.lastIndexOf('>') || text.lastIndexOf('[') > text.lastIndexOf(']') || text.lastIndexOf('(') > text.lastIndexOf(')');

const isListLike = (content: string): boolean => /[,;>]/.test(content) || /^\S+@\S+$/.test(content) || /^[^.!?]{0,60}(?:@|\/)\S*$/.test(content);

/** A whole header in one line, as lossy conversions leave it: `From: a Sent: b To: c Subject: d`; below a mark, less is enough. */
export function lineHeader(words: LineWords, index: number, marked: boolean): HeaderBlock | null {
  const content = words.at(index);
  if (content.length < 20 || content.length > 900) return null;
  const roles = inlineLabels(content).map((label) => label.role);
  const fits =
    roles[0] === 'from' &&
    (marked ? roles.includes('date') || roles.includes('subject') : roles.includes('to') && roles.includes('date') && roles.includes('subject'));
  return fits ? inlineHeader(words, index, 0) : null;
}

/** A header that stands in one line after its separator (Yahoo's text view). `column` is where it begins in the line. */
export function inlineHeader(words: LineWords, index: number, column: number): HeaderBlock | null {
  const line = words.lines[index];
  if (!line) return null;
  // The column counts visible characters; a few invisible ones before it do no harm, since labels are looked for.
  const from = Math.min(line.at + column, line.end);
  const text = words.text.slice(from, Math.min(line.end, from + 8_000));
  const labels = inlineLabels(text);
  const seen = new Set(labels.map((label) => label.role));
  if (!enough(seen, 'separator')) return null;
  const fields = labels.map((label, position) => ({
    role: label.role,
    pieces: [{ start: from + label.value, end: position + 1 < labels.length ? from + (labels[position + 1]?.start ?? 0) : line.end }],
  }));
  return { first: index, next: index + 1, fields };
}

const clock = /\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?$/i;
const notesDate =
  /^(?:\p{L}{2,12},? )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{1,2}[ -]\p{L}{3,9}[ -]\d{2,4}),?\s(?:at )?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?(?:\s\w{2,4})?$/iu;
const senderOnDate = /^(.{2,200}?)\s?\bon\s(\d{1,2}\/\d{1,2}\/\d{2,4}\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?)$/i;
const besides = /^(?:sent by:|please respond to|enron |internet mail|extension:)/i;

/**
 * Reads a Notes block at its To line: the sender and the date stand above, without labels
 * (`Ann Smith@ORG` / `10/16/2000 01:42 PM` / `To: …` / `cc:` / `Subject:`, or `"Ann" <a@b> on 10/12/2000 01:12:21 PM`).
 */
export function notesBlockAt(words: LineWords, to: number): HeaderBlock | null {
  if (labelled(words.at(to))?.role !== 'to') return null;
  const block = headerBlockAt(words, to, 'separator');
  if (!block || block.fields.some((field) => field.role === 'from')) return null;
  const seen = new Set(block.fields.map((field) => field.role));
  if (!seen.has('subject') && !seen.has('cc')) return null;
  const sender = senderAbove(words, to);
  return sender ? { first: sender.first, next: block.next, fields: [...sender.fields, ...block.fields] } : null;
}

/** Sender and date above a Notes block. */
function senderAbove(words: LineWords, to: number): { readonly first: number; readonly fields: readonly HeaderField[] } | null {
  const depth = words.depth(to);
  const above: number[] = [];
  for (let index = to - 1; index >= 0 && to - index < 14 && above.length < 5; index--) {
    if (words.depth(index) !== depth) break;
    if (words.at(index)) above.push(index);
  }
  const place = (index: number) => ({ start: words.lines[index]?.at ?? 0, end: words.lines[index]?.end ?? 0 });
  for (let near = 0; near < above.length; near++) {
    const index = above[near] ?? 0;
    const content = words.at(index);
    const joined = near + 1 < above.length ? `${words.at(above[near + 1] ?? 0)} ${content}` : '';
    const single = senderOnDate.exec(content);
    const double = single || !clock.test(content) ? null : senderOnDate.exec(joined);
    if (single || double) {
      const firstLine = single ? index : (above[near + 1] ?? index);
      const match = single ?? double;
      const who = match?.[1] ?? '';
      const start = words.lines[firstLine]?.at ?? 0;
      const senderEnd = Math.min(words.lines[firstLine]?.end ?? start, start + who.length + (words.text.slice(start).startsWith(who) ? 0 : 8));
      const from: HeaderField = { role: 'from', pieces: [{ start, end: senderEnd }] };
      const date: HeaderField = {
        role: 'date',
        pieces: single
          ? [{ start: senderEnd, end: words.lines[firstLine]?.end ?? start }]
          : [{ start: senderEnd, end: words.lines[firstLine]?.end ?? start }, place(index)],
      };
      return { first: firstLine, fields: [from, date] };
    }
    if (notesDate.test(content)) {
      const name = above.slice(near + 1, near + 3).find((candidate) => !besides.test(words.at(candidate)));
      const isName = name !== undefined && looksLikeSender(words.at(name));
      const fields: HeaderField[] = [{ role: 'date', pieces: [place(index)] }];
      if (isName) fields.unshift({ role: 'from', pieces: [place(name)] });
      return { first: isName ? name : index, fields };
    }
    if (!besides.test(content) && near > 1) break;
  }
  return null;
}

const looksLikeSender = (text: string): boolean => text.length < 120 && !/[!?;]|\.\s|[.:,]$/.test(text) && /\p{L}/u.test(text) && !/^[-_=*]{3}/.test(text);

/**
 * Notes 6 and later print their header as a table, which text views turn into lines without colons:
 * `Ann <a@b>` / `03/04/2005 10:20 AM` / `To` / `dev@x` / `cc` / (nothing) / `Subject` / `Re: plan`.
 */
export function notesTableAt(words: LineWords, to: number): HeaderBlock | null {
  if (!/^(?:To|An|A|Para)$/.test(words.at(to))) return null;
  const depth = words.depth(to);
  const fields: HeaderField[] = [{ role: 'to', pieces: [] }];
  let index = to + 1;
  let next = -1;
  for (; index < to + 24 && words.depth(index) === depth; index++) {
    const content = words.at(index);
    const current = fields.at(-1);
    if (!content) continue;
    const role = /^(?:cc|kopie|copie)$/i.test(content)
      ? 'cc'
      : /^(?:bcc)$/i.test(content)
        ? 'bcc'
        : /^(?:subject|thema|betreff|objet)$/i.test(content)
          ? 'subject'
          : null;
    if (role) fields.push({ role, pieces: [] });
    else if (current?.role === 'subject') {
      current.pieces.push({ start: words.lines[index]?.at ?? 0, end: words.lines[index]?.end ?? 0 });
      next = index + 1;
      break;
    } else current?.pieces.push({ start: words.lines[index]?.at ?? 0, end: words.lines[index]?.end ?? 0 });
  }
  if (next < 0 || !fields.some((field) => field.role === 'cc')) return null;
  const sender = senderAbove(words, to);
  return sender ? { first: sender.first, next, fields: [...sender.fields, ...fields] } : null;
}
