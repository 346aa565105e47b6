/**
 * The element that holds cards: `<second-glance>` with a closed shadow root, outside the page's own tree, in the top layer.
 * The page can see that it is there, and nothing of what is in it.
 */

export const hostName = 'second-glance';

const hostCss = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; visibility: visible !important; opacity: 1 !important;
  background: none !important; transform: none !important; filter: none !important; clip-path: none !important; z-index: 2147483647 !important; pointer-events: none !important; }
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }
`;

export interface Host {
  readonly root: ShadowRoot;
  /** Puts the host where a person can see and use it: in the modal dialog around `near`, else under the document's root; on top again. */
  raise(near: Element): void;
  remove(): void;
}

/** The modal dialog that holds an element, or the root of its document: everything else is inert while a modal dialog is open. */
function parentFor(near: Element): Element {
  const dialog = near.closest('dialog');
  return dialog?.matches(':modal') ? dialog : near.ownerDocument.documentElement;
}

/**
 * Creates a host. It is not in the document until `raise`.
 * @param onRemoved called when the page took the host away: first time it comes back by itself (`again` true), the second time it stays away
 */
export function createHost(page: Document, css: string, onRemoved: (again: boolean) => void, signal: AbortSignal): Host {
  // Made in a document without scripts: a page that defines this element name could otherwise run its constructor before the root is closed.
  const host = page.implementation.createHTMLDocument('').createElement(hostName);
  const root = host.attachShadow({ mode: 'closed' });
  page.adoptNode(host);
  adoptStyles(page, root, hostCss + css);
  host.setAttribute('popover', 'manual');
  host.setAttribute('contenteditable', 'false');
  host.setAttribute('translate', 'no');
  for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'mouseup', 'click', 'input', 'focusin', 'copy', 'paste'] as const) {
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
  let removals = 0;
  let wanted: Element | null = null;
  const observer = new MutationObserver(() => {
    if (!wanted || host.isConnected) return;
    removals += 1;
    const again = removals === 1 && wanted.isConnected;
    const parent = wanted;
    if (!again) wanted = null;
    if (again) {
      parent.append(host);
      show();
    }
    onRemoved(again);
  });
  const show = (): void => {
    try {
      host.hidePopover();
      host.showPopover();
    } catch {
      // Without a top layer the host still stands above by its z-index.
    }
  };
  const remove = (): void => {
    wanted = null;
    observer.disconnect();
    host.remove();
  };
  const onTop = (): void => {
    if (wanted) show();
  };
  page.addEventListener('fullscreenchange', onTop, { signal });
  signal.addEventListener('abort', remove, { once: true });
  return {
    root,
    raise(near) {
      const parent = parentFor(near);
      if (wanted === parent && host.isConnected) return;
      wanted = parent;
      observer.disconnect();
      parent.append(host);
      observer.observe(parent, { childList: true });
      if (parent !== page.documentElement) observer.observe(page.documentElement, { childList: true });
      show();
    },
    remove,
  };
}

/** Constructed styles need no fetch and no permission of the page; Firefox before 1751346 refuses them in content scripts, there a style element does it. */
function adoptStyles(page: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // falls through to the element
  }
  const style = page.createElement('style');
  style.textContent = css;
  root.append(style);
}
