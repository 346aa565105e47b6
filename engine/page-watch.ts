/** Watches what happens to a page as a whole, whichever site it is: printing, and a person who comes back. Only the tab's own page shows cards for it. */
import type { LeftUnlocked, Printing } from '../core/observation';
import type { PageNews } from '../core/ports';
import { isPrintOver, noticePrint, type PrintSign } from '../core/printing';
import type { SurfaceLayout } from '../core/site';
import { watchPrinting } from '../page/printing';
import { isInFront, isOnScreen, rootOf, viewOf } from '../page/tree';
import type { Frame } from './frame';
import { createNudging } from './nudging';

export interface PageWatch {
  refresh(): void;
  /** Whether something is being said, or about to be. */
  speaks(): boolean;
}

/** How long (ms) a page keeps telling that the computer was left unlocked, counted from when the person saw it. */
const leftUnlockedStands = 300_000;
/** After so long (ms) nobody is asked any more about a message that went out. */
const sentPastStands = 120_000;
/** How often a card about a print checks whether its moment is over, in milliseconds. Nothing runs while there is none. */
const reviewEvery = 5_000;

export function watchPage(frame: Frame): PageWatch {
  const { page, ports, signal } = frame;
  const view = viewOf(page);
  const isTop = view?.top === view;
  let printing: Printing | null = null;
  let leftUnlocked: LeftUnlocked | null = null;
  /** A message went out, and its page could not ask any more (ms since 1970); told when this page is on the screen. */
  let sentPastAt: number | null = null;
  /** When the person first saw that here, ms since 1970. */
  let seenAt: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const layout = (): SurfaceLayout<HTMLElement> => ({ anchor: rootOf(page) as HTMLElement, keepClear: [] });
  /** A tab behind another one is not looked at; whichever comes to the front first tells it. */
  const isLookedAt = (): boolean => isInFront(page);
  const showSentLine = (now: number): void => {
    if (sentPastAt === null || !isOnScreen(page)) return;
    if (now - sentPastAt < sentPastStands) frame.presenter.afterSend(null, ports.situation().catalog, () => ports.openPage('sent'));
    sentPastAt = null;
  };
  const show = (): void => {
    const { now } = ports.situation().context;
    showSentLine(now);
    const printOver = printing !== null && isPrintOver(printing, now);
    const leftOver = seenAt !== null && now - seenAt >= leftUnlockedStands;
    if (printOver || leftOver) nudging.end('passed');
    if (printOver) printing = null;
    if (leftOver) leftUnlocked = null;
    const back = seenAt !== null || isLookedAt() ? leftUnlocked : null;
    if (!printing && !back) {
      clearInterval(timer);
      timer = undefined;
      nudging.clear();
      return;
    }
    timer ??= setInterval(refresh, reviewEvery);
    nudging.show({ surface: 'page', printing, leftUnlocked: back }, layout, () => undefined);
    if (back && seenAt === null) {
      seenAt = now;
      ports.leftUnlockedSeen();
    }
  };
  // At once and not after a pause: what prints may stop the page's scripts in the next moment.
  const refresh = (): void => frame.contained('present', show, undefined);
  const nudging = createNudging({ frame: 'page' }, frame, () => undefined, refresh);

  const notice = (sign: PrintSign, what: Printing['what']): void => {
    if (!isTop) {
      ports.printInFrame(sign, what);
      return;
    }
    const next = noticePrint(printing, sign, what, ports.situation().context.now);
    if (next === printing) return;
    if (next.since !== printing?.since) ports.printing();
    printing = next;
    refresh();
  };
  const hear = (news: PageNews): void => {
    if (news.leftUnlocked && news.leftUnlocked.until !== leftUnlocked?.until) {
      leftUnlocked = news.leftUnlocked;
      seenAt = null;
    } else if (news.leftUnlocked === null && seenAt === null) {
      leftUnlocked = null;
    }
    if (news.sentPast) sentPastAt = ports.situation().context.now;
    if (news.print) notice(news.print.sign, news.print.what);
    else if (news.print === null) printing = null;
    refresh();
  };

  watchPrinting(
    page,
    () => frame.site.prints,
    (sign, what) => frame.contained('read', () => notice(sign, what), undefined),
    signal,
  );
  if (isTop) {
    for (const type of ['focus', 'visibilitychange'] as const) viewOf(page)?.addEventListener(type, refresh, { capture: true, passive: true, signal });
    const stop = ports.onPageNews((news) => frame.contained('read', () => hear(news), undefined));
    signal.addEventListener('abort', stop, { once: true });
    const what = frame.printWindow();
    if (what) notice('begun', what);
  }
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return { refresh, speaks: () => printing !== null || leftUnlocked !== null };
}
