/** Watches what happens to a page as a whole, whichever site it is: for now, printing. Only the tab's own page shows cards for it. */
import type { Printing } from '../core/observation';
import type { PageNews } from '../core/ports';
import { isPrintOver, noticePrint, type PrintSign } from '../core/printing';
import type { SurfaceLayout } from '../core/site';
import { watchPrinting } from '../page/printing';
import type { Frame } from './frame';
import { createNudging } from './nudging';

export interface PageWatch {
  refresh(): void;
}

/** How often a card about a print checks whether its moment is over, in milliseconds. Nothing runs while there is none. */
const reviewEvery = 5_000;

export function watchPage(frame: Frame): PageWatch {
  const { page, ports, signal } = frame;
  const isTop = page.defaultView?.top === page.defaultView;
  let printing: Printing | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const layout = (): SurfaceLayout<HTMLElement> => ({ anchor: page.documentElement, keepClear: [] });
  const show = (): void => {
    const { now } = ports.situation().context;
    if (printing && isPrintOver(printing, now)) {
      nudging.end('passed');
      printing = null;
    }
    if (!printing) {
      clearInterval(timer);
      timer = undefined;
      nudging.clear();
      return;
    }
    timer ??= setInterval(refresh, reviewEvery);
    nudging.show({ surface: 'page', printing, leftUnlocked: null }, layout, () => undefined);
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
  const hear = ({ print }: PageNews): void => {
    if (print) {
      notice(print.sign, print.what);
      return;
    }
    printing = null;
    refresh();
  };

  watchPrinting(
    page,
    () => frame.site.prints,
    (sign, what) => frame.contained('read', () => notice(sign, what), undefined),
    signal,
  );
  if (isTop) {
    const stop = ports.onPageNews((news) => frame.contained('read', () => hear(news), undefined));
    signal.addEventListener('abort', stop, { once: true });
    const what = frame.printWindow();
    if (what) notice('begun', what);
  }
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return { refresh };
}
