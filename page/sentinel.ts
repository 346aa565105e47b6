/** The first stage: notices that a surface may be there, and asks for the engine. Costs one `querySelector` per burst of changes. */

import { isPrintKey } from './print-key';
import { bodyOf, first, isDesigned, listen, viewOf } from './tree';

/** Set by the engine in the world that it shares with the sentinel. */
const engineMark = Symbol.for('second-glance engine');
/** The last thing that was pressed before the engine came: the reply or forward control of the first compose. */
const pressMark = Symbol.for('second-glance press');

export interface EarlierPress {
  readonly target: WeakRef<Element>;
  /** `performance.now()` */
  readonly at: number;
}
type Marked = { [engineMark]?: boolean; [pressMark]?: EarlierPress };

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

/**
 * Watches a document until one of the hints is present, then calls `wake`; again later if no engine came.
 * An editor's own frame is left alone: its editor belongs to the compose in the frame above.
 * @param wake asks for the engine; `false` when there is nobody left to ask
 * @param doors addresses that wake the engine by themselves: launch pages of meetings have no markup to rely on
 */
export function watchForHints(page: Document, hints: string, wake: () => boolean, doors?: RegExp): void {
  if (engineRuns() || !hints) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = attempts;
  const ended = new AbortController();
  const stop = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    ended.abort();
  };
  listen(
    page,
    'click',
    (event) => {
      const [target] = event.composedPath();
      if (event.isTrusted && target instanceof Element) (globalThis as Marked)[pressMark] = { target: new WeakRef(target), at: performance.now() };
    },
    { capture: true, passive: true, signal: ended.signal },
  );
  const look = (): void => {
    timer = undefined;
    if (engineRuns()) {
      stop();
      return;
    }
    if (isDesigned(page) || bodyOf(page)?.isContentEditable || !(doors?.test(page.location.href) || first(page, hints))) return;
    left -= 1;
    if (!wake() || left <= 0) stop();
    else timer = setTimeout(look, quietTime * 10);
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, quietTime);
  });
  observer.observe(page, { childList: true, subtree: true });
  look();
}
