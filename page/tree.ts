/**
 * Reading the page's tree in a way that the page cannot bend.
 * Forms and documents hand out their named controls as properties (`<input name="parentNode">` shadows `form.parentNode`),
 * so everything here goes through the prototypes. Elements of frames have other prototypes: nothing here uses `instanceof`.
 * Where the page has open shadow roots (`open-roots.ts`), all of it follows the tree that is drawn.
 */

import { drawnNodesOf, drawnParentOf, drawnText, hasOpenRoots, holds, inTreeOf, openRootOf, throughRoots } from './open-roots';

const getter = <T>(prototype: object, name: string, node: object): T => Reflect.get(prototype, name, node) as T;

/** Every element below `root` that matches, in document order. */
export function all(root: Document | Element, selector: string): HTMLElement[] {
  const { querySelectorAll: query, getElementsByTagName: named } = isDocument(root) ? Document.prototype : Element.prototype;
  const many = selector.includes(',') && named.call(root, '*').length > manyElements;
  const found = [...((many && oneByOne(root, query, selectorsOf(selector))) || (query.call(root, selector) as NodeListOf<HTMLElement>))];
  return hasOpenRoots(root) ? throughRoots(root, found, selector) : found;
}

/** From so many elements on, a list of selectors is searched for one by one. */
const manyElements = 1000;
/** More than this is not put into order here. */
const mostSorted = 300;

/**
 * Browsers have short ways for a single selector and none for a list of them (Chromium 156, the fields of a page of 22,800 elements: 12 ms for sixteen
 * selectors at once, 2 ms for one after the other). `null` where so much matches that putting it into order would take longer.
 */
function oneByOne(root: Document | Element, query: ParentNode['querySelectorAll'], list: readonly string[]): readonly HTMLElement[] | null {
  const found = new Set<HTMLElement>();
  let kinds = 0;
  for (const selector of list) {
    const some = query.call(root, selector) as NodeListOf<HTMLElement>;
    if (found.size + some.length > mostSorted) return null;
    if (some.length > 0) kinds += 1;
    for (const element of some) found.add(element);
  }
  const follows = (a: HTMLElement, b: HTMLElement): number => (Node.prototype.compareDocumentPosition.call(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  return kinds > 1 ? [...found].sort(follows) : [...found];
}

/** The selectors of a list; commas within brackets and strings part nothing. */
function selectorsOf(list: string): readonly string[] {
  const known = lists.get(list);
  if (known) return known;
  const found: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < list.length; at += 1) {
    const sign = list.charAt(at);
    if (sign === '\\') at += 1;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (sign === ',' && depth === 0) {
      found.push(list.slice(start, at));
      start = at + 1;
    }
  }
  found.push(list.slice(start));
  // Nearly all lists are written in code, and few.
  if (lists.size < 200) lists.set(list, found);
  return found;
}
const lists = new Map<string, readonly string[]>();

/** The first element below `root` that matches. */
export function first(root: Document | Element, selector: string): HTMLElement | null {
  if (hasOpenRoots(root)) return all(root, selector)[0] ?? null;
  const query = isDocument(root) ? Document.prototype.querySelector : Element.prototype.querySelector;
  return query.call(root, selector) as HTMLElement | null;
}

export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
export function closest(element: Element, selector: string): HTMLElement | null {
  const found = Element.prototype.closest.call(element, selector) as HTMLElement | null;
  if (found || !hasOpenRoots(element)) return found;
  for (let at = drawnParentOf(element); at; at = drawnParentOf(at)) if (matches(at, selector)) return at;
  return null;
}
export const attribute = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);
export const attributesOf = (element: Element): NamedNodeMap => getter(Element.prototype, 'attributes', element);
export const parentOf = (node: Node): HTMLElement | null => (hasOpenRoots(node) ? drawnParentOf(node) : getter(Node.prototype, 'parentElement', node));
export const childrenOf = (element: Element): HTMLElement[] =>
  hasOpenRoots(element)
    ? drawnNodesOf(element).filter((node): node is ChildNode & HTMLElement => node.nodeType === 1)
    : [...getter<HTMLCollectionOf<HTMLElement>>(Element.prototype, 'children', element)];
export const childNodesOf = (node: Node): ChildNode[] =>
  hasOpenRoots(node) ? drawnNodesOf(node) : [...getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes', node)];
export const nextOf = (element: Element): HTMLElement | null => getter(Element.prototype, 'nextElementSibling', element);
export const previousOf = (element: Element): HTMLElement | null => getter(Element.prototype, 'previousElementSibling', element);
export const documentOf = (node: Node): Document => getter(Node.prototype, 'ownerDocument', node);
export const tagOf = (element: Element): string => getter<string>(Element.prototype, 'localName', element);
export const contains = (outer: Node, inner: Node): boolean => (hasOpenRoots(inner) ? holds(outer, inner) : Node.prototype.contains.call(outer, inner));
export const isConnected = (node: Node): boolean => getter(Node.prototype, 'isConnected', node);

/** All text below a node, as it stands in the tree (hidden text included). */
export const rawTextOf = (node: Node): string =>
  hasOpenRoots(node) ? drawnText(node, Number.POSITIVE_INFINITY) : (getter<string | null>(Node.prototype, 'textContent', node) ?? '');

/** The first `length` characters of that text. Of a whole mailbox only the first words are read. */
export function startOfText(node: Node, length: number): string {
  if (hasOpenRoots(node)) return drawnText(node, length);
  const walker = Document.prototype.createTreeWalker.call(documentOf(node), node, 4);
  let text = '';
  while (text.length < length && walker.nextNode()) text += walker.currentNode.nodeValue ?? '';
  return text.slice(0, length);
}

/** The element with this id in the tree of another node. */
export const byId = (near: Node, id: string): HTMLElement | null => (id === '' ? null : inTreeOf(near, id));

export const bodyOf = (page: Document): HTMLElement | null => getter(Document.prototype, 'body', page);
export const titleOf = (page: Document): string => getter(Document.prototype, 'title', page);

/** The root element; `null` for a moment while a page writes itself anew. */
export const rootOf = (page: Document): HTMLElement | null => getter(Document.prototype, 'documentElement', page);
export const viewOf = (page: Document): (Window & typeof globalThis) | null => getter(Document.prototype, 'defaultView', page);
/** What fills the screen, and nothing but it can be used; `null` mostly. */
export const fullscreenOf = (page: Document): Element | null => getter<Element | null>(Document.prototype, 'fullscreenElement', page) ?? null;
/** How much larger an element is drawn than its styles say, by the `zoom` of what it stands in (Chromium 128, Firefox 126); 1 where the browser does not tell. */
export const zoomOf = (element: Element): number => getter<number | undefined>(Element.prototype, 'currentCSSZoom', element) || 1;
/** The element with the focus, inside open shadow roots too. */
export function activeOf(page: Document): Element | null {
  let active = getter<Element | null>(Document.prototype, 'activeElement', page);
  for (let root = active && openRootOf(active); root; root = active && openRootOf(active)) {
    const inner = getter<Element | null>(ShadowRoot.prototype, 'activeElement', root);
    if (!inner) break;
    active = inner;
  }
  return active;
}
export const newElement = (page: Document, name: string): HTMLElement => Document.prototype.createElement.call(page, name);
export const adopt = (page: Document, node: Node): Node => Document.prototype.adoptNode.call(page, node);
/** Whether everything in a document can be edited, as in the frames of old editors. */
export const isDesigned = (page: Document): boolean => getter(Document.prototype, 'designMode', page) === 'on';
/** Whether a document is in the tab in front of its window. */
export const isOnScreen = (page: Document): boolean => getter(Document.prototype, 'visibilityState', page) === 'visible';
/** Whether a person looks at a document now. */
export const isInFront = (page: Document): boolean => isOnScreen(page) && Document.prototype.hasFocus.call(page);
/** A new document in which no script runs. */
export const inertDocument = (page: Document): Document => getter<DOMImplementation>(Document.prototype, 'implementation', page).createHTMLDocument('');

/** Listens on anything; a form or document may have a control called `addEventListener`. */
export function listen(target: EventTarget, type: string, listener: (event: Event) => void, options: AddEventListenerOptions): void {
  EventTarget.prototype.addEventListener.call(target, type, listener, options);
}

/** The chosen options of a select; none for an element that only has its name, as in SVG. */
export const chosenOf = (select: Element): HTMLOptionElement[] => [...((select as HTMLSelectElement).selectedOptions ?? [])];

/** What is typed into an input, a text area or chosen in a select; `''` for other elements. */
export function fieldValue(element: Element): string {
  const tag = tagOf(element);
  if (tag !== 'input' && tag !== 'textarea' && tag !== 'select') return '';
  const value: unknown = (element as HTMLInputElement).value;
  return typeof value === 'string' ? value : '';
}

const isDocument = (node: Node): node is Document => getter(Node.prototype, 'nodeType', node) === 9;

/** The document of a frame of the same origin; `null` for others. */
export function frameDocumentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The frame element of the same origin that shows this document; `null` at the top, and where it may not be seen. */
export function frameOf(page: Document): HTMLElement | null {
  try {
    return (viewOf(page)?.frameElement ?? null) as HTMLElement | null;
  } catch {
    return null;
  }
}

/** Where an element is on the screen of its window, in CSS pixels. */
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Whether an element is drawn and offered to assistive technology. Costs style, no layout. */
export function isShown(element: HTMLElement): boolean {
  if (closest(element, '[aria-hidden="true"],[inert],[hidden]')) return false;
  return Element.prototype.checkVisibility.call(element, { checkVisibilityCSS: true, visibilityProperty: true } as CheckVisibilityOptions);
}

/** A frame that is smaller (px, with its border) shows nothing to anyone. */
const smallestFrame = 10;

/**
 * Whether a person can get to see this document: no frame around it is hidden, or stands where no scrolling leads.
 * Frames of another origin cannot be asked, and count as seen.
 */
export function isReachable(page: Document): boolean {
  for (let frame = frameOf(page); frame; frame = frameOf(documentOf(frame))) {
    const outer = viewOf(documentOf(frame));
    if (!outer || !isShown(frame)) return false;
    const { width, height, right, bottom } = boxOf(frame);
    const scrollsLeft = outer.getComputedStyle(rootOf(documentOf(frame)) ?? frame).direction === 'rtl';
    if (width < smallestFrame || height < smallestFrame || bottom + outer.scrollY <= 0 || (!scrollsLeft && right + outer.scrollX <= 0)) return false;
  }
  return true;
}

/** The closest element that holds both. `null` when they are in different trees. */
export function commonAncestor(a: Element, b: Element): HTMLElement | null {
  let at: HTMLElement | null = a as HTMLElement;
  while (at && !contains(at, b)) at = parentOf(at);
  return at;
}

/** Of these elements, those that are not inside another of them. */
export function outermost(elements: readonly HTMLElement[]): HTMLElement[] {
  const set = new Set(elements);
  return elements.filter((element) => {
    for (let at = parentOf(element); at; at = parentOf(at)) if (set.has(at)) return false;
    return true;
  });
}
