/**
 * Keeps the place of whoever works with the keyboard. Browsers give the focus to nothing when what has it goes away or cannot be used any more;
 * the next Tab would then begin at the top of the page (WCAG 2.4.3).
 */

const tabbable = 'a[href],button,input,select,textarea,summary,[tabindex="0"]';
/** How many of the places where the focus was are remembered. */
const trailLength = 20;

const isThere = (element: Element): boolean => element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });
const isUsable = (element: Element): boolean => element.matches(tabbable) && isThere(element);

/** Where an element stood: in what, and before or after what. */
interface Place {
  readonly inside: Node;
  readonly next: Node | null;
  readonly previous: Node | null;
}

function placeOf(lost: Element, records: readonly MutationRecord[]): Place | null {
  if (lost.isConnected) return lost.parentNode && { inside: lost.parentNode, next: null, previous: lost };
  const removal = records.find(({ target, removedNodes }) => target.isConnected && [...removedNodes].some((node) => node.contains(lost)));
  return removal ? { inside: removal.target, next: removal.nextSibling, previous: removal.previousSibling } : null;
}

function isAfter(element: Element, { inside, next, previous }: Place): boolean {
  if (next?.isConnected) return next.contains(element) || (next.compareDocumentPosition(element) & 4) !== 0;
  const before = previous?.isConnected ? previous : inside;
  return (before === inside || !before.contains(element)) && (before.compareDocumentPosition(element) & 4) !== 0;
}

/** What comes next in the smallest surroundings that have anything to go to; else the last thing there. */
function nextOf(place: Place): HTMLElement | null {
  for (let box: Node | null = place.inside; box instanceof Element; box = box.parentNode) {
    const all = [...box.querySelectorAll<HTMLElement>(tabbable)].filter(isUsable);
    const found = all.find((element) => isAfter(element, place)) ?? all.at(-1);
    if (found) return found;
  }
  return null;
}

/** From here on, what follows an element that goes away with the focus gets it. Whoever came to a message goes back to where they came from. */
export function keepFocus(page: Document, signal?: AbortSignal): void {
  let trail: HTMLElement[] = [];
  const options = { capture: true, passive: true, ...(signal ? { signal } : {}) };
  page.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLElement) trail = [...trail.filter((one) => one !== target), target].slice(-trailLength);
    },
    options,
  );
  // Who presses beside everything has left by themselves.
  page.addEventListener(
    'pointerdown',
    () => {
      trail = [];
    },
    options,
  );
  const observer = new MutationObserver((records) => {
    const lost = trail.at(-1);
    const active = page.activeElement;
    if (!lost || isThere(lost) || (active !== null && active !== page.body && active !== lost)) return;
    const place = placeOf(lost, records);
    if (!place) return;
    const status = place.inside instanceof Element ? place.inside.closest('[role=status]') : null;
    const cameFrom = status && trail.findLast((one) => isUsable(one) && !status.contains(one));
    (cameFrom ?? nextOf(place))?.focus();
  });
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
  signal?.addEventListener('abort', () => observer.disconnect(), { once: true });
}
