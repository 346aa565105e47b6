/** Every rule and site there is, found by their files. A new one needs no line here. What runs in pages reads only those it needs (`parts`). */
import type { AnyRule } from '../core/rule';
import type { DomSite } from '../page/site';

export const rules: readonly AnyRule[] = Object.values(import.meta.glob<AnyRule>('../rules/*.ts', { eager: true, import: 'default' }));

/** Products first, generic reading (`any-…`) last. */
export const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../sites/*.ts', { eager: true, import: 'default' })).sort(
  (a, b) => Number(a.id.startsWith('any-')) - Number(b.id.startsWith('any-')),
);
