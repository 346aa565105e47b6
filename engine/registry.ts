/** Every rule and site there is, found by their files. A new one needs no line here. */
import type { Printed } from '../core/observation';
import type { AnyRule } from '../core/rule';
import { printedIn } from '../page/printing';
import type { DomSite } from '../page/site';

export const rules: readonly AnyRule[] = Object.values(import.meta.glob<AnyRule>('../rules/*.ts', { eager: true, import: 'default' }));

/** Products first, generic reading (`any-…`) last. */
export const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../sites/*.ts', { eager: true, import: 'default' })).sort(
  (a, b) => Number(a.id.startsWith('any-')) - Number(b.id.startsWith('any-')),
);

/**
 * The site of a page: the one whose addresses it has, else the first that recognises it.
 * @param addressFits whether a match pattern covers the page's address
 */
export function siteOf(page: Document, addressFits: (pattern: string) => boolean): DomSite | null {
  return sites.find(({ matches }) => matches.some(addressFits)) ?? sites.find((site) => site.recognises?.(page)) ?? null;
}

/** What a window prints that exists to be printed, as the site of its address describes it, or one that can be at any address; `null` for other pages. */
export const printWindow = (page: Document, addressFits: (pattern: string) => boolean): Printed | null =>
  sites
    .filter(({ matches }) => matches.length === 0 || matches.some(addressFits))
    .map(({ prints }) => printedIn(page, prints))
    .find((what) => what !== null) ?? null;
