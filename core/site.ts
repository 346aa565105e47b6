/**
 * A site: one product's pages, and how to read them.
 * `El` and `Doc` keep this folder free of the DOM; `page/site.ts` binds them.
 */
import type { Printed, Surface } from './observation';

declare const siteId: unique symbol;

/** A site's id, which is its file name. Branded: a string that came from a page cannot stand in for one. */
export type SiteId = string & { readonly [siteId]: true };

/** What a page looks like, by its structure. */
export type PageKind = 'webmail' | 'meeting';

/** How bad it is to cover an element with the card: `never` for Send, recipients and join buttons; `avoid` for text being written. */
export type KeepClear = 'never' | 'avoid';

export interface SurfaceLayout<El> {
  /** The card stands near this element. */
  readonly anchor: El;
  readonly keepClear: readonly { readonly element: El; readonly how: KeepClear }[];
}

/** A product's own ways to print. */
export interface Prints {
  /** Selectors of controls that print, and what they print. */
  readonly controls?: readonly { readonly selector: string; readonly what: Printed }[];
  /** Regular expressions (source text) for addresses of windows that exist to be printed. They wake the engine, as `doors` do. */
  readonly windows?: readonly { readonly address: string; readonly what: Printed }[];
}

/** `Reading` is what `read` gives: an observation, or a compose reading whose body the engine reads in slices. */
export interface SurfaceReader<El, Doc, Memory, ReadingOf> {
  /** The roots of every instance in this document that a person can see and use; closed, hidden and minimised ones are left out. */
  find(page: Doc): readonly El[];
  /** `null`: this is not (or no longer) such a surface. Must not throw for any page; if it does, the page is reported as drifted. */
  read(root: El, memory: Memory): ReadingOf | null;
  layout(root: El): SurfaceLayout<El>;
}

export interface Site<Doc, Readers extends { readonly [S in Surface]?: unknown }> {
  readonly id: SiteId;
  /** Product name as people know it. */
  readonly name: string;
  /** Match patterns of hosts that are only this product. Self-hosted products have none: they are recognised by `recognises`. */
  readonly matches: readonly string[];
  /** Selectors whose presence may mean that one of this site's surfaces is there. They wake the engine, so they must be cheap and may be too wide. */
  readonly hints: readonly string[];
  /** Regular expressions (source text) for addresses that wake the engine whatever the page shows, like a meeting's launch page. */
  readonly doors?: readonly string[];
  /** How this product prints, where it has ways of its own; names and icons of controls are read generically (`page/printing`). */
  readonly prints?: Prints;
  /** Whether a page of an unknown host is this product. Asked in the order of the registry, after `matches`. */
  recognises?(page: Doc): boolean;
  readonly surfaces: Readers;
}
