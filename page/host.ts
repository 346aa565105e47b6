/**
 * The element that holds cards: `<second-glance>` with a closed shadow root, outside the page's own tree, in the top layer.
 * The page can see that it is there, and can take it away; it can neither read nor restyle what is in it (docs/threat-model.md).
 */
import { adopt, closest, fullscreenOf, inertDocument, isConnected, listen, matches, newElement, parentOf, rootOf, viewOf, zoomOf } from './tree';

export const hostName = 'second-glance';

/**
 * Nothing of the page's styles comes in: `all` leaves out direction, `unicode-bidi` and custom properties (see `withOwnNames`). Nothing can be selected or dragged: a page may put the selection into a closed root with `window.find` and read it out
 * with `getSelection().toString()` (Chromium 156, tried November 2026).
 */
const hostCss = `
.stage { display: contents !important; }
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; visibility: visible !important; opacity: 1 !important;
  background: none !important; transform: none !important; filter: none !important; clip-path: none !important; z-index: 2147483647 !important; pointer-events: none !important;
  font: 400 14px / 20px sans-serif !important; direction: ltr !important; unicode-bidi: isolate !important; -webkit-user-select: none !important; user-select: none !important; }
:host *, :host *::before, :host *::after { -webkit-user-select: none !important; user-select: none !important; -webkit-user-drag: none !important; -webkit-user-modify: read-only !important; }
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }
`;

/** What the host must carry, and what nobody but a page that wants it out of the way puts on it. */
const own = { popover: 'manual', contenteditable: 'false', translate: 'no' } as const;
const foreign = ['inert', 'aria-hidden', 'hidden'] as const;

/** A page that takes attributes or the top layer away gets them put back so many times; then the host goes. Libraries do it by accident, now and then. */
const mostRepairs = 20;

export interface Host {
  readonly root: ShadowRoot;
  /**
   * What is shown goes in here. It is hidden but for these styles: a page that moves the host through another document takes them away
   * (constructed sheets belong to one document), and could otherwise select what is in it and read it out.
   */
  readonly stage: HTMLElement;
  /**
   * Puts the host where a person can see and use it: in the modal dialog around `near`, else under the document's root; on top again.
   * @returns `false` when the page has taken the host away for good
   */
  raise(near: Element): boolean;
  /** On top of whatever came to stand above since. */
  lift(): void;
  /** Takes back how much the page enlarges or shrinks its root (`zoom`), which would move and resize what stands in it. */
  level(): void;
  remove(): void;
}

/** What shows nothing of what stands in it. */
const replaced = 'video,audio,iframe,img,canvas,object,embed,svg,input,textarea,select';

/** The modal dialog that holds an element, what fills the screen, or the root of its document: everything outside of the first two is inert (Chromium 156). */
function parentFor(page: Document, near: Element): Element | null {
  const dialog = closest(near, 'dialog');
  if (dialog && matches(dialog, ':modal')) return dialog;
  const full = fullscreenOf(page);
  return full && !matches(full, replaced) ? full : rootOf(page);
}

/**
 * Creates a host. It is not in the document until `raise`.
 * @param onRemoved called when the page took the host away: first time it comes back by itself (`again` true), the second time it stays away
 */
export function createHost(page: Document, css: string, onRemoved: (again: boolean) => void, signal: AbortSignal): Host {
  // Made in a document without scripts: a page that defines this element name could otherwise run its constructor before the root is closed.
  const host = newElement(inertDocument(page), hostName);
  const root = host.attachShadow({ mode: 'closed' });
  adopt(page, host);
  const stage = newElement(page, 'div');
  stage.className = 'stage';
  stage.hidden = true;
  root.append(stage);
  const ownCss = withOwnNames(css) + hostCss;
  let zoom = 1;
  const dress = (): void => adoptStyles(page, root, `${ownCss}:host { zoom: ${1 / zoom} !important; }`);
  dress();
  for (const [name, value] of Object.entries(own)) host.setAttribute(name, value);
  for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'mouseup', 'click', 'input', 'focusin', 'copy', 'paste'] as const) {
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
  root.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  let removals = 0;
  let repairs = 0;
  let gone = false;
  let wanted: Element | null = null;
  let beside: Element | null = null;

  const giveUp = (): void => {
    gone = true;
    remove();
    onRemoved(false);
  };
  const check = (): void => {
    if (!wanted) return;
    if (parentOf(host) !== wanted) {
      // Taken away, or put somewhere else.
      removals += 1;
      // A dialog that closed took the host along; the next card is raised elsewhere.
      if (!isConnected(wanted)) {
        wanted = null;
        return;
      }
      if (removals > 1) {
        giveUp();
        return;
      }
      wanted.append(host);
      dress();
      show();
      onRemoved(true);
    }
    const wrong = Object.entries(own).filter(([name, value]) => host.getAttribute(name) !== value);
    const added = foreign.filter((name) => host.hasAttribute(name));
    const closed = !inTopLayer();
    const bare = !isDressed(root);
    if (wrong.length === 0 && added.length === 0 && !closed && !bare) return;
    repairs += 1;
    if (repairs > mostRepairs) {
      giveUp();
      return;
    }
    for (const [name, value] of wrong) host.setAttribute(name, value);
    for (const name of added) host.removeAttribute(name);
    if (bare) dress();
    show();
  };
  const observer = new MutationObserver(check);

  /** Where there is no top layer the host stands above by its z-index, and nothing was closed. */
  const inTopLayer = (): boolean => {
    try {
      return matches(host, ':popover-open');
    } catch {
      return true;
    }
  };
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
  const raise = (near: Element): boolean => {
    if (gone) return false;
    const parent = parentFor(page, near);
    const top = rootOf(page);
    if (!parent) return false;
    beside = near;
    if (wanted === parent && isConnected(host)) return true;
    wanted = parent;
    observer.disconnect();
    parent.append(host);
    observer.observe(parent, { childList: true });
    if (top && parent !== top) observer.observe(top, { childList: true });
    observer.observe(host, { attributes: true });
    show();
    return true;
  };
  const onFullscreen = (): void => {
    if (wanted && beside) raise(beside);
    onTop();
  };
  listen(page, 'fullscreenchange', onFullscreen, { signal });
  listen(host, 'toggle', check, { signal });
  signal.addEventListener('abort', remove, { once: true });
  return {
    root,
    stage,
    raise,
    level() {
      const parent = parentOf(host);
      const now = parent ? zoomOf(parent) : 1;
      if (now === zoom) return;
      zoom = now;
      dress();
    },
    lift: onTop,
    remove,
  };
}

/** A page can give every custom property whose name it knows a type and a value of its own (`@property`), also inside closed roots. */
function withOwnNames(css: string): string {
  const mark = `--x${crypto.getRandomValues(new Uint32Array(2)).join('')}-`;
  return css.replaceAll(/--(?=[a-z])/g, mark);
}

const isDressed = (root: ShadowRoot): boolean => root.adoptedStyleSheets.length > 0 || root.querySelector('style') !== null;

/** Constructed styles need no fetch and no permission of the page; Firefox before 1751346 refuses them in content scripts, there a style element does it. */
function adoptStyles(page: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new (viewOf(page) ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // falls through to the element
  }
  const style = root.querySelector('style') ?? root.appendChild(newElement(page, 'style'));
  style.textContent = css;
}
