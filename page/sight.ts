/**
 * Whether a person can see what they press. A page can lay something over a card that lets presses through, and so make a person press a
 * button that they do not see. Browsers with IntersectionObserver v2 (Chromium since 74, w3.org/TR/intersection-observer, `trackVisibility`)
 * tell when anything at all is painted over an element, or its paint is changed; Firefox 153 does not, there every press counts.
 */

/** How long after it was drawn a button may be unknown, in milliseconds: browsers tell of visibility at most every 100 ms, and cards fade in. */
const settling = 600;

interface Known {
  readonly since: number;
  visible: boolean;
  waiting: (() => void) | null;
}

export interface Sight {
  /**
   * Calls `act` when the element is seen: at once, or as soon as the browser says so while the element is new.
   * @param refuse called instead when it is covered
   */
  whenSeen(element: Element, act: () => void, refuse: () => void): void;
}

/** @param root every button in here is watched, as soon as it is drawn */
export function createSight(root: ShadowRoot, signal: AbortSignal): Sight {
  const known = new WeakMap<Element, Known>();
  const tells = typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;
  if (!tells) return { whenSeen: (_element, act) => act() };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const one = known.get(entry.target);
        if (!one) continue;
        one.visible = (entry as IntersectionObserverEntry & { readonly isVisible: boolean }).isVisible;
        if (!one.visible || !one.waiting) continue;
        const act = one.waiting;
        one.waiting = null;
        act();
      }
    },
    // Half of it is enough: a card can be scrolled.
    { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] } as IntersectionObserverInit,
  );
  const watch = (element: Element): void => {
    if (known.has(element)) return;
    known.set(element, { since: performance.now(), visible: false, waiting: null });
    observer.observe(element);
  };
  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches('button')) watch(node);
        for (const button of node.querySelectorAll('button')) watch(button);
      }
    }
  });
  changes.observe(root, { childList: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      changes.disconnect();
    },
    { once: true },
  );
  return {
    whenSeen(element, act, refuse) {
      watch(element);
      const one = known.get(element);
      if (!one || one.visible) {
        act();
        return;
      }
      if (performance.now() - one.since > settling) {
        refuse();
        return;
      }
      one.waiting = act;
    },
  };
}
