/**
 * Reads the quoted part of a message: every earlier message with its people.
 * Pure and in slices: each generator yields often, so that the page side can pause between two keystrokes.
 */
import { pageTextOf } from '../core/text';
import type { Participant, ParticipantRole, Person, QuotedMessage, Span, Thread } from '../core/thread';
import { type ListedPerson, peopleOf, visibleText } from './addresses';
import { countPersonalData } from './personal-data';
import { slashOrderOf, timeOf } from './thread/dates';
import { type Quotable, readQuote } from './thread/read';

/** A thread, and what the person wrote around it. */
export interface ReadThread {
  readonly thread: Thread;
  readonly authored: string;
  /** The part of `authored` that stands below the beginning of the quote (answers between quoted lines, text below it). */
  readonly authoredBelow: string;
  /** Where `thread.text` begins in the text that was read. */
  readonly quoteStart: number;
}

/** What comes along besides text. */
export interface Carried {
  readonly carried: readonly (Thread['carried'][number] & { readonly at: number })[];
  /** Places that the page keeps out of view. */
  readonly hidden: readonly Span[];
}

export const emptyThread: Thread = { messages: [], participants: [], personalData: [], carried: [], text: pageTextOf(''), completeness: 'complete' };

/**
 * Reads a text with what its markup says.
 * @param whole `false` where the text was cut or the page keeps a part of the quote
 */
export function* readThread(source: Quotable, extra: Carried, whole: boolean): Generator<void, ReadThread> {
  const { boundaries, authored } = yield* readQuote(source);
  const quoteStart = boundaries[0]?.start ?? source.text.length;
  const words = (spans: readonly Span[]): string => {
    const joined = spans.map((span) => source.text.slice(span.start, span.end)).join('\n');
    return joined.trim() === '' ? '' : joined;
  };
  const text = source.text.slice(quoteStart);
  const order = slashOrderOf(boundaries.map((boundary) => boundary.values.date ?? ''));
  const messages: QuotedMessage[] = [];
  for (const [index, boundary] of boundaries.entries()) {
    if (index % 4 === 0) yield;
    const { values } = boundary;
    const from = values.from === undefined ? [] : yield* peopleOf(values.from);
    // Notes prints "Ann Smith on 10/16/2000".
    const date = visibleText(values.date ?? '')
      .slice(0, 200)
      .replace(/^on (?=\S)/i, '');
    const subject = visibleText((values.subject ?? '').slice(0, 1000));
    messages.push({
      start: boundary.start - quoteStart,
      end: boundary.end - quoteStart,
      from: from[0] ? person(from[0]) : null,
      onBehalfOf: from[1] ? person(from[1]) : null,
      to: (yield* peopleOf(values.to ?? '')).map(person),
      cc: (yield* peopleOf(values.cc ?? '')).map(person),
      date: date ? pageTextOf(date) : null,
      time: date ? timeOf(date, order) : null,
      subject: values.subject === undefined ? null : pageTextOf(subject),
      depth: index + 1,
      forwarded: boundary.forward,
      hidden: overlaps(extra.hidden, boundary),
    });
  }
  const participants = yield* participantsOf(messages);
  const quoted = quotedSpans(messages);
  const personalData = yield* countPersonalData(text, quoted);
  const carried = extra.carried.filter((one) => one.at >= quoteStart).map(({ kind, name }) => ({ kind, name }));
  return {
    thread: {
      messages,
      participants,
      personalData,
      carried,
      text: pageTextOf(text),
      completeness: whole ? 'complete' : 'collapsed',
    },
    authored: words(authored),
    authoredBelow: words(authored.filter((span) => span.start >= quoteStart)),
    quoteStart,
  };
}

/** A text without markup: a text area, a text part. */
export const plainText = (text: string): Quotable => ({ text, depths: [], marks: [] });

/** Whether one of the spans, which ascend and do not overlap, shares a place with another. */
function overlaps(spans: readonly Span[], other: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= other.start) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < other.end;
}

const person = (listed: ListedPerson): Person => ({ address: listed.address, name: listed.name === null ? null : pageTextOf(listed.name) });

function quotedSpans(messages: readonly QuotedMessage[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of messages) {
    const last = spans.at(-1);
    if (last && start <= last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

/** "Ann Smith/HQ/CORP@CORP" and "Ann Smith@ORG": Notes prints a place in the directory behind the name. */
const notesPlace = /^([^/@]{2,80}?)(?:(?:\/[^/@\s][^/@]{0,40}){1,5}(?:@[\w .-]{1,40})?|@[A-Z][A-Z0-9_-]{1,30})$/;

const nameKey = (name: string): string => {
  const visible = visibleText(name);
  const plain = (notesPlace.exec(visible)?.[1] ?? visible).trim().toLowerCase().normalize('NFC');
  const comma = /^([^,]+),\s*([^,]+)$/.exec(plain);
  return comma ? `${comma[2] ?? ''} ${comma[1] ?? ''}` : plain;
};

/**
 * Everyone in the thread, once. A name without an address is the person of that name elsewhere in the thread, if there is exactly one:
 * probable, never guessed from the name's spelling.
 */
function* participantsOf(messages: readonly QuotedMessage[]): Generator<void, Participant[]> {
  const byAddress = new Map<string, { person: Person; seen: { message: number; role: ParticipantRole }[] }>();
  const addressesOfName = new Map<string, Set<string>>();
  const unnamed: { person: Person; message: number; role: ParticipantRole }[] = [];
  const note = (one: Person, message: number, role: ParticipantRole): void => {
    if (one.address === null) {
      unnamed.push({ person: one, message, role });
      return;
    }
    const known = byAddress.get(one.address);
    if (known) {
      known.seen.push({ message, role });
      if (known.person.name === null && one.name !== null) known.person = one;
    } else byAddress.set(one.address, { person: one, seen: [{ message, role }] });
    if (one.name !== null) {
      const key = nameKey(String(one.name));
      const set = addressesOfName.get(key) ?? new Set();
      set.add(one.address);
      addressesOfName.set(key, set);
    }
  };
  let noted = 0;
  for (const [index, message] of messages.entries()) {
    for (const [role, people] of [
      ['from', [message.from, message.onBehalfOf].filter((one) => one !== null && one !== undefined)],
      ['to', message.to],
      ['cc', message.cc],
    ] as const) {
      for (const one of people) {
        note(one, index, role);
        if (++noted % 256 === 0) yield;
      }
    }
  }
  const byName = new Map<string, { person: Person; seen: { message: number; role: ParticipantRole }[] }>();
  for (const { person: one, message, role } of unnamed) {
    const key = nameKey(String(one.name));
    const addresses = addressesOfName.get(key);
    const address = addresses?.size === 1 ? [...addresses][0] : undefined;
    const entry = address === undefined ? byName.get(key) : byAddress.get(address);
    if (entry) entry.seen.push({ message, role });
    else byName.set(key, { person: one, seen: [{ message, role }] });
  }
  return [...byAddress.values(), ...byName.values()].map(({ person: one, seen }) => ({ ...one, seen }));
}
