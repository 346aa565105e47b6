/**
 * Notices that a site no longer looks as its file says. Two readings are compared: the strict one asks for the marks that the site's file names,
 * the loose one for a compose of any make. Where they disagree, something was changed, and the popup says so.
 */
import { findParts } from './compose-parts';
import type { Drift } from './site';
import { first } from './tree';

/**
 * @param own roots that the site's reading found
 * @param marks selectors, at least one of which every compose of the site holds as far as is known; empty for products without such
 */
export function composeDrift(page: Document, own: readonly HTMLElement[], marks: readonly string[]): Drift {
  if (own.length === 0) return findParts(page, {}).length > 0 ? 'missed' : 'none';
  return marks.length === 0 || own.every((root) => marks.some((mark) => first(root, mark) !== null)) ? 'none' : 'unmarked';
}
