/**
 * Open shadow roots of a page, so that everything in `tree.ts` reads through them as a person looks through them: along the tree that is drawn
 * (web components in their hosts, slotted elements in their slots; DOM standard §4.2.2, read 2026-11). Closed roots stay unknown.
 * A page without open roots pays for one search by tag names, and for nothing after that.
 */

/** What pages are mostly made of, the most frequent first: a search that leaves these out takes a fraction of a millisecond for ten thousand elements. */
const common =
  'div,span,a,td,li,i,b,tr,p,path,svg,img,button,option,br,th,table,tbody,thead,tfoot,col,colgroup,ul,ol,dl,dt,dd,input,label,textarea,select,optgroup,form,fieldset,legend,em,strong,small,u,s,code,pre,font,center,time,hr,h1,h2,h3,h4,h5,h6,section,article,header,footer,main,nav,aside,figure,blockquote,use,g,rect,circle,line,polygon,defs,symbol,title,script,style,link,meta,head,html,body,iframe,template,noscript,details,summary,dialog,slot,video,audio,source,canvas,object,picture';
/** Elements that may hold an open root: those that a page defines itself, and plain ones with nothing else in them. */
export const mayHost = `:not(${common}),:empty:is(div,span,section,main,article,header,footer,aside,nav,p)`;

/** A page with more is none that anybody writes mail on; the others stay unread. */
const mostRoots = 3000;

type Tree = Document | ShadowRoot;

/** Hosts of open roots by the tree that they stand in, in document order. */
const hostsIn = new WeakMap<Document, ReadonlyMap<Node, readonly HTMLElement[]>>();
/** Some page had an open root: only then is there anything more to do. */
let any = false;

const read = <T>(prototype: object, name: string, node: object): T => Reflect.get(prototype, name, node) as T;
const documentOf = (node: Node): Document =>
  read<number>(Node.prototype, 'nodeType', node) === 9 ? (node as Document) : read(Node.prototype, 'ownerDocument', node);
const treeOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

/** Whether a piece of page brings an open root with it. */
export const bringsOpenRoot = (element: Element): boolean => openRootOf(element) !== null || openHosts(element).length > 0;

/** The open root of an element; `null` where there is none or it is closed. */
export const openRootOf = (element: Element): ShadowRoot | null => read<ShadowRoot | null>(Element.prototype, 'shadowRoot', element);

/** Every element in a tree, or below an element of it, that matches. Shadow roots are no elements and have the methods of fragments. */
function listed(scope: Node, selector: string): NodeListOf<HTMLElement> {
  const kind = read<number>(Node.prototype, 'nodeType', scope);
  const { querySelectorAll } = kind === 9 ? Document.prototype : kind === 11 ? DocumentFragment.prototype : Element.prototype;
  return querySelectorAll.call(scope, selector) as NodeListOf<HTMLElement>;
}
const searched = (scope: Node, selector: string): HTMLElement[] => [...listed(scope, selector)];

/** The elements below a node that hold an open root. Thousands may hold one, so this is the plainest loop: it takes a third of the time of others. */
export function openHosts(scope: Node): HTMLElement[] {
  const list = listed(scope, mayHost);
  const { get } = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot') ?? {};
  const hosts: HTMLElement[] = [];
  for (let at = 0, { length } = list; at < length; at += 1) {
    const element = list[at];
    if (element && get?.call(element)) hosts.push(element);
  }
  return hosts;
}

/** Notes the open roots of a page as they are now. */
export function lookForOpenRoots(page: Document): void {
  const found = new Map<Node, readonly HTMLElement[]>();
  let left = mostRoots;
  const visit = (tree: Tree): void => {
    const hosts = openHosts(tree);
    if (hosts.length === 0) return;
    found.set(tree, hosts);
    for (const host of hosts) {
      const inner = left-- > 0 ? openRootOf(host) : null;
      if (inner) visit(inner);
    }
  };
  visit(page);
  if (found.size > 0) {
    any = true;
    hostsIn.set(page, found);
  } else if (any) hostsIn.delete(page);
}

/** The same again, for a page that was seen to have some: what a component shows may be a component that was not there before. */
export function lookAgain(page: Document): void {
  if (any && hostsIn.has(page)) lookForOpenRoots(page);
}

/** Whether anything in this document has to be read through open roots. */
export const hasOpenRoots = (node: Node): boolean => any && hostsIn.has(documentOf(node));

/** The open roots of a page, or those inside an element of it, in the order in which they were found. */
export function openRoots(within: Document | Element): ShadowRoot[] {
  const hosts = any ? hostsIn.get(documentOf(within)) : undefined;
  if (!hosts) return [];
  const all = [...hosts.values()].flatMap((some) => some.flatMap((host) => openRootOf(host) ?? []));
  return read<number>(Node.prototype, 'nodeType', within) === 9 ? all : all.filter((root) => holds(within, root.host));
}

/** What the search below `scope` finds, together with what it finds in the open roots there, in the order in which it is drawn. */
export function throughRoots(scope: Node, own: readonly HTMLElement[], selector: string): HTMLElement[] {
  const hosts = hostsIn.get(documentOf(scope));
  const tree = treeOf(scope);
  const gathered = hosts ? gather(scope, tree, own, selector, hosts) : [...own];
  // What stands in the slots of an element stands in the tree around it.
  if (scope === tree || read<number>(Node.prototype, 'nodeType', tree) !== 11) return gathered;
  for (const slot of [...(isSlot(scope) ? [scope as HTMLElement] : []), ...searched(scope, 'slot')]) {
    for (const child of assignedTo(slot)) {
      if (read<number>(Node.prototype, 'nodeType', child) !== 1) continue;
      const inSlot = searched(child, selector);
      if (Element.prototype.matches.call(child, selector)) gathered.push(child as HTMLElement);
      gathered.push(...throughRoots(child, inSlot, selector).filter((element) => !gathered.includes(element)));
    }
  }
  return gathered;
}

function gather(scope: Node, tree: Node, own: readonly HTMLElement[], selector: string, hosts: ReadonlyMap<Node, readonly HTMLElement[]>): HTMLElement[] {
  const inside = (hosts.get(tree) ?? []).filter((host) => scope === tree || Node.prototype.contains.call(scope, host));
  if (inside.length === 0) return [...own];
  const found: HTMLElement[] = [];
  let at = 0;
  for (const host of inside) {
    for (let next = own[at]; next && !(Node.prototype.compareDocumentPosition.call(host, next) & 4); next = own[at]) {
      found.push(next);
      at++;
    }
    const root = openRootOf(host);
    if (root) for (const element of gather(root, root, searched(root, selector), selector, hosts)) found.push(element);
  }
  return [...found, ...own.slice(at)];
}

const isSlot = (node: Node): boolean =>
  read<number>(Node.prototype, 'nodeType', node) === 1 &&
  read<string>(Element.prototype, 'localName', node) === 'slot' &&
  read<string | null>(Element.prototype, 'namespaceURI', node) === 'http://www.w3.org/1999/xhtml';

/** What is shown in a slot; empty where it shows its own content. */
const assignedTo = (slot: Element): Node[] => HTMLSlotElement.prototype.assignedNodes.call(slot);

/** The element around a node as it is drawn: its slot, its parent, or the host of the open root that it stands in. */
export function drawnParentOf(node: Node): HTMLElement | null {
  const kind = read<number>(Node.prototype, 'nodeType', node);
  const slot = kind === 1 ? read<HTMLElement | null>(Element.prototype, 'assignedSlot', node) : null;
  if (slot) return slot;
  const parent = read<HTMLElement | null>(Node.prototype, 'parentElement', node);
  return parent ?? hostOf(read<Node | null>(Node.prototype, 'parentNode', node));
}

/** The host of an open root; `null` for every other node. */
function hostOf(node: Node | null): HTMLElement | null {
  const host = node && read<number>(Node.prototype, 'nodeType', node) === 11 ? ((node as ShadowRoot).host as HTMLElement | undefined) : undefined;
  return host && openRootOf(host) === node ? host : null;
}

/** What is drawn directly below a node. */
export function drawnNodesOf(node: Node): ChildNode[] {
  const element = read<number>(Node.prototype, 'nodeType', node) === 1 ? (node as Element) : null;
  const assigned = element && isSlot(element) ? assignedTo(element) : [];
  if (assigned.length > 0) return assigned as ChildNode[];
  return [...read<NodeListOf<ChildNode>>(Node.prototype, 'childNodes', (element && openRootOf(element)) ?? node)];
}

/** Whether one node is drawn inside another, or is it. */
export function holds(outer: Node, inner: Node): boolean {
  if (Node.prototype.contains.call(outer, inner)) return true;
  if (treeOf(outer) === treeOf(inner)) return false;
  for (let at: Node | null = inner; at; at = drawnParentOf(at)) if (at === outer) return true;
  return documentOf(inner) === outer && read<boolean>(Node.prototype, 'isConnected', inner);
}

/** The text of a node as it is drawn, up to `length` characters. */
export function drawnText(node: Node, length: number): string {
  let text = '';
  const ahead: Node[] = [node];
  for (let at = ahead.pop(); at && text.length < length; at = ahead.pop()) {
    const kind = read<number>(Node.prototype, 'nodeType', at);
    if (kind === 3) text += read<string | null>(Node.prototype, 'nodeValue', at) ?? '';
    else if (kind !== 8 && (kind !== 1 || read<string>(Element.prototype, 'localName', at) !== 'style')) ahead.push(...drawnNodesOf(at).reverse());
  }
  return text.slice(0, length);
}

/** The element with this id in the tree that a node stands in. */
export function inTreeOf(near: Node, id: string): HTMLElement | null {
  const tree = treeOf(near);
  if (read<number>(Node.prototype, 'nodeType', tree) === 9) return Document.prototype.getElementById.call(tree, id);
  return read<number>(Node.prototype, 'nodeType', tree) === 11 ? DocumentFragment.prototype.getElementById.call(tree, id) : null;
}
