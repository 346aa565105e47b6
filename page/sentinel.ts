/** The first stage: notices that a surface may be there, and asks for the engine. Looks at what was added, and now and then at all, in slices. */

import { openHosts, openRootOf } from './open-roots';
import { isPrintKey } from './print-key';
import { bodyOf, isConnected, isDesigned, listen, matches, viewOf } from './tree';

/** Set by the engine in the world that it shares with the sentinel. */
const engineMark = Symbol.for('second-glance engine');
/** The last thing that was pressed before the engine came: the reply or forward control of the first compose. */
const pressMark = Symbol.for('second-glance press');

export interface EarlierPress {
  readonly target: WeakRef<Element>;
  /** `performance.now()` */
  readonly at: number;
}
/** Called by an engine that found nothing for long and ended: the sentinel watches again. */
const restMark = Symbol.for('second-glance rest');
type Marked = { [engineMark]?: boolean; [pressMark]?: EarlierPress; [restMark]?: () => void };

/** Leaves the page to the sentinel again, which then wakes an engine only for something new that the person brought about. */
export const leaveToSentinel = (): void => (globalThis as Marked)[restMark]?.();

/** What was pressed before the engine came, if anything. */
export const earlierPress = (): EarlierPress | null => (globalThis as Marked)[pressMark] ?? null;

/** Whether an engine runs in this frame; marks it as running, or as ended, when called with `true` or `false`. */
export function engineRuns(mark?: boolean): boolean {
  const world = globalThis as Marked;
  const before = world[engineMark] === true;
  if (mark !== undefined) world[engineMark] = mark;
  return before;
}

/**
 * Tells of printing in this document, for as long as no engine is there to notice it better. Keeps listening after `watchForHints` is done.
 * @param tell `pressed`: the key that prints; `begun`: the browser prepares the pages
 */
export function watchForPrint(page: Document, tell: (sign: 'pressed' | 'begun') => void): void {
  const view = viewOf(page);
  const options = { capture: true, passive: true } as const;
  view?.addEventListener(
    'keydown',
    (event) => {
      if (isPrintKey(event) && !engineRuns()) setTimeout(() => event.defaultPrevented || tell('pressed'));
    },
    options,
  );
  view?.addEventListener('beforeprint', () => engineRuns() || tell('begun'), options);
}

const quietTime = 300;
const attempts = 20;
/** Everything is looked at again after so long (ms) if something changed: an attribute may have made a hint of what was there. */
const fullEvery = 3000;
/** Longest work in one go, in milliseconds. */
const slice = 4;
/** A piece with up to so many elements is searched for all hints at once. */
const small = 500;
/**
 * One with up to so many for one hint after the other: a browser searches for a single selector in half the time that it takes as one of a list,
 * and in a tenth of what a search piece by piece takes (Chromium 156, 22,500 elements: 4 to 5 ms for 18 hints, none longer than 0.5). Larger ones in parts.
 */
const large = 50_000;
/** More pieces than this are not kept; then everything is looked at. */
const mostAdded = 300;

/** What came so long (ms) after a press was brought about by it, where an engine has found nothing before. */
const pressCounts = 10_000;
const written = 'input,textarea,[contenteditable],[role="textbox"],[role="combobox"]';

/** How often a page is looked at again because some of its elements have no program yet. */
const mostAwaited = 10;
const watched: MutationObserverInit = { childList: true, subtree: true };

type Piece = Document | Element | ShadowRoot;
/** Shadow roots search as fragments do. A document or form may have a control that is called like a method. */
const searchesOf = (piece: Piece): ParentNode =>
  (Reflect.get(Node.prototype, 'nodeType', piece) === 9 ? Document : Reflect.get(Node.prototype, 'nodeType', piece) === 11 ? DocumentFragment : Element)
    .prototype;
const childrenOf = (piece: Piece): HTMLCollection => Reflect.get(searchesOf(piece), 'children', piece) as HTMLCollection;
/** How many elements are in a piece; of a shadow root that is not known, so it is counted by its parts. */
function sizeOf(piece: Piece): number {
  const { getElementsByTagName } = searchesOf(piece) as Document;
  return getElementsByTagName ? getElementsByTagName.call(piece, '*').length : Number.POSITIVE_INFINITY;
}

/**
 * Watches a document until one of the hints is present, then calls `wake`; again later if no engine came.
 * An editor's own frame is left alone: its editor belongs to the compose in the frame above.
 * @param wake asks for the engine; `false` when there is nobody left to ask
 * @param doors addresses that wake the engine by themselves: launch pages of meetings have no markup to rely on
 * @param resting an engine was here and found nothing: what is there now wakes none, nor what comes by itself. A field that the person goes into
 *   does at once, and what came after they pressed something
 */
export function watchForHints(page: Document, hints: readonly string[], wake: () => boolean, doors?: RegExp, resting = false): void {
  if (engineRuns() || hints.length === 0) return;
  const anyHint = hints.join();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = attempts;
  const ended = new AbortController();
  let pressedAt = Number.NEGATIVE_INFINITY;
  /** Whether what comes now may wake an engine. */
  const counts = (): boolean => !resting || performance.now() - pressedAt < pressCounts;
  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(later);
    observer.disconnect();
    ended.abort();
  };
  (globalThis as Marked)[restMark] = () => {
    stop();
    watchForHints(page, hints, wake, doors, true);
  };
  const options = { capture: true, passive: true, signal: ended.signal };
  listen(
    page,
    'click',
    (event) => {
      const [target] = event.composedPath();
      if (event.isTrusted) pressedAt = performance.now();
      if (event.isTrusted && target instanceof Element) (globalThis as Marked)[pressMark] = { target: new WeakRef(target), at: performance.now() };
    },
    options,
  );
  if (resting) {
    listen(
      page,
      'keydown',
      (event) => {
        if (event.isTrusted) pressedAt = performance.now();
      },
      options,
    );
    listen(
      page,
      'focusin',
      (event) => {
        const [target] = event.composedPath();
        if (target instanceof Element && matches(target, written)) found();
      },
      options,
    );
  }
  const followed = new WeakSet<ShadowRoot>();
  /** What changes inside an open shadow root is not told outside of it. */
  const follow = (host: Element, roots: Piece[]): void => {
    const root = openRootOf(host);
    if (!root) return;
    roots.push(root);
    if (!followed.has(root)) observer.observe(root, watched);
    followed.add(root);
  };
  let awaited = mostAwaited;
  let later: ReturnType<typeof setTimeout> | undefined;
  /** What came since the last look; `null` for everything. */
  const everything = (): Element[] | null => (resting ? [] : null);
  let added = everything();
  let lastFull = resting ? Number.POSITIVE_INFINITY : 0;
  const found = (): void => {
    // Asked no earlier: to tell, the browser has to work out the styles of the page.
    if (isDesigned(page) || bodyOf(page)?.isContentEditable) return;
    left -= 1;
    added = everything();
    if (!wake() || left <= 0) stop();
    else timer = setTimeout(look, quietTime * 10);
  };
  /** @param at how many hints the last piece has been searched for already */
  const walk = (roots: Piece[], at = 0): void => {
    timer = undefined;
    const until = performance.now() + slice;
    const restsAt = (hint: number): boolean => {
      const rests = performance.now() > until;
      if (rests) timer = setTimeout(walk, 0, roots, hint);
      return rests;
    };
    let hint = at;
    for (let root = roots.pop(); root; root = roots.pop()) {
      if (root !== page && !isConnected(root)) {
        hint = 0;
        continue;
      }
      const element = Reflect.get(Node.prototype, 'nodeType', root) === 1 ? (root as Element) : null;
      const size = sizeOf(root);
      const single = size > small;
      if (!single) hint = 0;
      const { querySelector } = searchesOf(root);
      if (size <= large) {
        const selectors = single ? hints : [anyHint];
        for (let selector = selectors[hint]; selector; selector = selectors[hint]) {
          if ((element && matches(element, selector)) || querySelector.call(root, selector)) {
            found();
            return;
          }
          hint += 1;
          if (single && restsAt(hint)) {
            roots.push(root);
            return;
          }
        }
        for (const host of openHosts(root)) follow(host, roots);
      } else {
        if (element && matches(element, anyHint)) {
          found();
          return;
        }
        for (const child of childrenOf(root)) roots.push(child);
      }
      hint = 0;
      if (element) follow(element, roots);
      if (roots.length > 0 && restsAt(0)) return;
    }
    // An element that gets its program late gets its root without any change of the page.
    if (awaited > 0 && later === undefined && Document.prototype.querySelector.call(page, ':not(:defined)')) {
      awaited -= 1;
      later = setTimeout(() => {
        later = undefined;
        added = everything();
        timer ??= setTimeout(look);
      }, fullEvery);
    }
    // Something came while this went on.
    if (added === null || added.length > 0) timer = setTimeout(look, quietTime);
  };
  const look = (): void => {
    timer = undefined;
    if (engineRuns()) {
      stop();
      return;
    }
    if (doors?.test(page.location.href)) {
      found();
      return;
    }
    const now = performance.now();
    const full = added === null || now - lastFull > fullEvery;
    if (full) lastFull = now;
    const roots = full ? [page] : (added ?? []);
    added = [];
    walk(roots);
  };
  const observer = new MutationObserver((records) => {
    if (!counts()) return;
    for (const record of added ? records : []) {
      for (const node of record.addedNodes) if (node.nodeType === 1) added?.push(node as Element);
      if (added && added.length > mostAdded) added = null;
      if (!added) break;
    }
    try {
      timer ??= setTimeout(look, quietTime);
    } catch {
      // Firefox 153: a page that is going has no timers any more, yet still changes.
      stop();
    }
  });
  observer.observe(page, watched);
  if (!resting) look();
  else for (const host of openHosts(page)) follow(host, []);
}
