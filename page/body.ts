/**
 * Reads the body of a compose: what the person wrote, and the thread below it.
 * In slices of a few milliseconds; the quoted part is kept while only the authored part changes.
 */
import { type PageText, pageTextOf, wordsOf } from '../core/text';
import type { Span, Thread } from '../core/thread';
import { emptyThread, plainText, readThread } from '../mail/thread';
import { type Flat, flatten, offsetInNode } from '../mail/thread/markup';
import type { Mark } from '../mail/thread/read';
import type { Body } from './site';
import { inSlices } from './slices';

export interface BodyRead {
  readonly authored: PageText;
  readonly thread: Thread;
}

export interface BodyReader {
  /** Never rejects: a part that fails gives an empty thread of completeness `unknown`. A newer read of the same editor supersedes an older one. */
  read(body: Body): Promise<BodyRead>;
  /**
   * Where a place of `thread.text` stands in the page, for scrolling and highlighting. Changes nothing in the document.
   * Empty where the place is not in the page (a hidden quote), and after the quote changed.
   */
  placesOf(body: Body, place: Span): Range[];
  /** Where places of the authored text stand in the page, without those that are not there any more. A text area has none: nothing in it can be painted. */
  writtenPlacesOf(body: Body, authored: PageText, places: readonly Span[]): Promise<readonly Range[]>;
}

interface Kept {
  /** Everything that was read, or `null` before the first reading. */
  last: (BodyRead & { readonly quoteStart: number; readonly tail: string }) | null;
  flat: Flat<Node> | null;
  /** The node in which the quoted part begins. */
  anchor: Node | null;
  /** The whole quote stands outside the editor: nothing typed there can change it. */
  outside: boolean;
  writtenDirty: boolean;
  quoteDirty: boolean;
  hiddenHtml: string | null;
  besideEditor: HTMLElement | null;
  collapsed: boolean;
  generation: number;
  latest: Promise<BodyRead> | null;
  /** What a text area held. */
  value: string;
}

/** A reader for all composes of a page; it stops watching when `signal` aborts. */
export function createBodyReader(signal: AbortSignal): BodyReader {
  const kept = new WeakMap<HTMLElement, Kept>();
  /** Weakly: the signal outlives composes by hours, and must keep neither them nor what was read of them. An observer lives as long as what it observes. */
  const observers = new Set<WeakRef<MutationObserver>>();
  const endWithSignal = (observer: MutationObserver): void => {
    for (const one of observers) if (!one.deref()) observers.delete(one);
    observers.add(new WeakRef(observer));
  };
  signal.addEventListener(
    'abort',
    () => {
      for (const one of observers) one.deref()?.disconnect();
    },
    { once: true },
  );

  const keptOf = (body: Body): Kept => {
    const known = kept.get(body.editor);
    if (known) return known;
    const fresh: Kept = {
      last: null,
      flat: null,
      anchor: null,
      outside: false,
      writtenDirty: true,
      quoteDirty: true,
      hiddenHtml: null,
      besideEditor: null,
      collapsed: false,
      generation: 0,
      latest: null,
      value: '',
    };
    kept.set(body.editor, fresh);
    if (body.kind === 'html') watch(body.editor, fresh);
    return fresh;
  };

  const watch = (editor: HTMLElement, state: Kept): void => {
    const observer = new MutationObserver((records) => {
      for (const record of records) {
        if (state.quoteDirty) break;
        if (!state.outside && touchesQuote(record, state.anchor)) state.quoteDirty = true;
        else state.writtenDirty = true;
      }
    });
    observer.observe(editor, { childList: true, characterData: true, subtree: true });
    endWithSignal(observer);
  };

  const watched = new WeakSet<HTMLElement>();
  const watchBeside = (beside: HTMLElement, state: Kept): void => {
    if (watched.has(beside)) return;
    watched.add(beside);
    const observer = new MutationObserver(() => {
      state.quoteDirty = true;
    });
    observer.observe(beside, { childList: true, characterData: true, subtree: true });
    endWithSignal(observer);
  };

  const read = (body: Body): Promise<BodyRead> => {
    const state = keptOf(body);
    if (body.kind === 'html' && body.besideEditor) watchBeside(body.besideEditor, state);
    const generation = ++state.generation;
    const stale = (): boolean => signal.aborted || generation !== state.generation;
    const work = (body.kind === 'text' ? readTextArea(body.editor, state, stale) : readHtml(body, state, stale))
      .catch((): BodyRead => ({ authored: pageTextOf(''), thread: { ...emptyThread, completeness: 'unknown' } }))
      .then((result) => result ?? (generation !== state.generation ? state.latest : null) ?? unread);
    state.latest = work;
    return work;
  };

  return {
    read,
    placesOf: (body, place) => {
      const state = kept.get(body.editor);
      return body.kind === 'html' && state?.flat && state.last && !state.quoteDirty ? rangesOf(state.flat, state.last.quoteStart, place) : [];
    },
    writtenPlacesOf: async (body, authored, places) => {
      if (body.kind === 'text') return [];
      const state = kept.get(body.editor);
      // The quote may be long, and nothing of it is asked for.
      const anchor = state && !state.outside && state.anchor?.isConnected ? state.anchor : null;
      const flat = await inSlices(flatten<Node>(body.editor, anchor), () => signal.aborted);
      return flat ? places.flatMap((place) => writtenRangesOf(flat, wordsOf(authored), place)) : [];
    },
  };
}

const unread: BodyRead = { authored: pageTextOf(''), thread: { ...emptyThread, completeness: 'unknown' } };

/** Longest text area that is read, in UTF-16 units. */
const longestArea = 4_200_000;

async function readTextArea(editor: HTMLTextAreaElement, state: Kept, stale: () => boolean): Promise<BodyRead | null> {
  const value = editor.value;
  if (state.last && value === state.value) return state.last;
  const whole = value.length <= longestArea;
  const result = await inSlices(readThread(plainText(whole ? value : value.slice(0, longestArea)), { carried: [], hidden: [] }, whole), stale);
  if (!result) return null;
  state.value = value;
  state.last = { authored: pageTextOf(result.authored), thread: result.thread, quoteStart: result.quoteStart, tail: '' };
  return state.last;
}

async function readHtml(body: Extract<Body, { kind: 'html' }>, state: Kept, stale: () => boolean): Promise<BodyRead | null> {
  const sameQuote = state.hiddenHtml === body.hiddenHtml && state.besideEditor === body.besideEditor && state.collapsed === body.collapsed;
  if (state.last && sameQuote && !state.quoteDirty) {
    if (!state.writtenDirty) return state.last;
    if (state.outside || state.anchor?.isConnected) {
      state.writtenDirty = false;
      const above = await readAbove(body.editor, state.outside ? null : state.anchor, stale);
      if (above === null) {
        state.writtenDirty = true;
        return null;
      }
      if (above.quotes === 0 && !state.quoteDirty) {
        state.last = { ...state.last, authored: pageTextOf([above.authored, state.last.tail].filter((part) => part !== '').join('\n')) };
        return state.last;
      }
    }
  }
  state.writtenDirty = false;
  state.quoteDirty = false;
  const result = await readAll(body, stale);
  if (!result) {
    state.quoteDirty = true;
    return null;
  }
  state.hiddenHtml = body.hiddenHtml;
  state.besideEditor = body.besideEditor;
  state.collapsed = body.collapsed;
  state.flat = result.flat;
  state.outside = result.read.thread.messages.length > 0 && result.read.quoteStart >= result.flat.text.length;
  state.anchor = state.outside ? null : anchorOf(result.flat, result.read.quoteStart);
  state.last = { authored: pageTextOf(result.read.authored), thread: result.read.thread, quoteStart: result.read.quoteStart, tail: result.read.authoredBelow };
  return state.last;
}

async function readAbove(editor: Node, anchor: Node | null, stale: () => boolean): Promise<{ authored: string; quotes: number } | null> {
  const flat = await inSlices(flatten<Node>(editor, anchor), stale);
  if (!flat) return null;
  const result = await inSlices(readThread(flat, { carried: [], hidden: [] }, true), stale);
  return result ? { authored: result.authored, quotes: result.thread.messages.length } : null;
}

async function readAll(
  body: Extract<Body, { kind: 'html' }>,
  stale: () => boolean,
): Promise<{ flat: Flat<Node>; read: Awaited<ReturnType<typeof readJoined>> & object } | null> {
  const flat = await inSlices(flatten<Node>(body.editor), stale);
  if (!flat) return null;
  const others: Flat<Node>[] = [];
  if (body.besideEditor && !body.editor.contains(body.besideEditor)) {
    const beside = await inSlices(flatten<Node>(body.besideEditor), stale);
    if (!beside) return null;
    others.push(beside);
  }
  if (body.hiddenHtml) {
    const parsed = new DOMParser().parseFromString(body.hiddenHtml.slice(0, longestArea), 'text/html');
    const hidden = await inSlices(flatten<Node>(parsed.body), stale);
    if (!hidden) return null;
    others.push(hidden);
  }
  const read = await readJoined(flat, others, !body.collapsed || others.length > 0, stale);
  return read ? { flat, read } : null;
}

/** Reads the editor and what the page keeps elsewhere as one text. */
async function readJoined(flat: Flat<Node>, others: readonly Flat<Node>[], shown: boolean, stale: () => boolean) {
  let text = flat.text;
  const depths = [...flat.depths];
  const marks: Mark[] = [...flat.marks];
  const hidden = [...flat.hidden];
  const carried = [...flat.carried];
  let whole = flat.whole && shown;
  for (const other of others) {
    text += '\n';
    const by = text.length;
    text += other.text;
    marks.push({ kind: 'quote', start: by, end: text.length, block: false });
    for (const one of other.depths) depths.push({ ...one, at: one.at + by });
    for (const one of other.marks) marks.push({ ...one, start: one.start + by, end: one.end + by });
    for (const one of other.carried) carried.push({ ...one, at: one.at + by });
    hidden.push({ start: by, end: text.length });
    whole &&= other.whole;
  }
  return inSlices(readThread({ text, depths, marks, writtenEnd: flat.text.length }, { carried, hidden }, whole), stale);
}

function anchorOf(flat: Flat<Node>, quoteStart: number): Node | null {
  return flat.runs.find((run) => run.end > quoteStart)?.node ?? null;
}

/** Whether a change lies in the quoted part: at or after its first node. */
function touchesQuote(record: MutationRecord, anchor: Node | null): boolean {
  if (!anchor?.isConnected) return true;
  if (!record.target.contains(anchor)) return isAfter(anchor, record.target);
  if (record.type !== 'childList' || record.target === anchor) return true;
  // An ancestor of the anchor: what matters is on which side its children came or went.
  for (const node of record.addedNodes) if (node.isConnected && (node.contains(anchor) || isAfter(anchor, node))) return true;
  if (record.removedNodes.length === 0) return false;
  const next = record.nextSibling;
  return !next || !(next.contains(anchor) || !isAfter(anchor, next));
}

const isAfter = (anchor: Node, node: Node): boolean => (anchor.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The authored text is put together from parts of the page's, so a place in it is found by its words, counting those that are the same. */
function writtenRangesOf(flat: Flat<Node>, authored: string, { start, end }: Span): Range[] {
  const words = authored.slice(start, end);
  if (words.length === 0) return [];
  let at = -1;
  for (let before = authored.indexOf(words); before >= 0 && before <= start; before = authored.indexOf(words, before + 1)) {
    at = flat.text.indexOf(words, at + 1);
    if (at < 0) return [];
  }
  return at < 0 ? [] : rangesOf(flat, 0, { start: at, end: at + words.length });
}

function rangesOf(flat: Flat<Node>, quoteStart: number, place: Span): Range[] {
  const start = place.start + quoteStart;
  const end = place.end + quoteStart;
  const first = flat.runs.find((run) => run.end > start);
  const last = flat.runs.findLast((run) => run.start < end);
  if (!first || !last || first.start >= end || !first.node.isConnected || !last.node.isConnected) return [];
  try {
    const range = (first.node.ownerDocument ?? document).createRange();
    range.setStart(first.node, offsetInNode(first, Math.max(start, first.start)));
    range.setEnd(last.node, offsetInNode(last, end));
    return [range];
  } catch {
    return [];
  }
}
