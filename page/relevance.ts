/** Tells changes that may bring or take a surface from the rest: on a busy page nearly all of them are the rest. */

import { bringsOpenRoot } from './open-roots';
import { first, isConnected, matches } from './tree';

/** What composes, open messages and meetings are made of. */
const makings =
  'input,textarea,select,button,form,iframe,dialog,video,audio,[contenteditable],[role="textbox"],[role="dialog"],[role="button"],[role="combobox"],[role="document"],[role="article"],article,a[href^="mailto:"],h1,h2';

/** More records than this in one batch are not looked at one by one. */
export const mostRecords = 300;
/** A larger piece of page is taken as relevant without a search. */
const largePiece = 200;

function mayHold(node: Node): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const element = node as Element;
  if (matches(element, makings)) return true;
  const childElementCount = Reflect.get(Element.prototype, 'childElementCount', element) as number;
  if (childElementCount > largePiece) return true;
  return (childElementCount > 0 && first(element, makings) !== null) || bringsOpenRoot(element);
}

/**
 * Whether a batch of changes may have brought a surface, or shown or hidden one.
 * @param roots roots that are watched; one that left the page is always relevant
 */
export function isRelevant(records: readonly MutationRecord[], roots: Iterable<Element>): boolean {
  for (const root of roots) if (!isConnected(root)) return true;
  const seen = new Set<Node>();
  for (const { type, target, addedNodes } of records.slice(0, mostRecords)) {
    if (type === 'attributes') {
      if (seen.has(target)) continue;
      seen.add(target);
      if (mayHold(target)) return true;
    } else {
      for (const node of addedNodes) if (mayHold(node)) return true;
    }
  }
  return false;
}
