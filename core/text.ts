/** Text that came from a page, and how much of a thing could be read. */

declare const pageText: unique symbol;

/**
 * Words that came from a page: names, subjects, message text, file names.
 * Opaque, so that it fits into no `string` field and no message; `wordsOf` is the one way to read it.
 */
export interface PageText {
  readonly [pageText]: never;
}

/** Marks text as read from a page. */
export const pageTextOf = (text: string): PageText => text as unknown as PageText;

/** The words behind a `PageText`, for rules that must look at them and for the presenter that shows them. */
export const wordsOf = (text: PageText): string => text as unknown as string;

/**
 * How much of a thing could be read.
 * - `complete`: all of it, with addresses
 * - `names-only`: everyone is there, some only by name
 * - `collapsed`: the page shows a part ("+3", a trimmed quote)
 * - `unknown`: the adapter cannot tell
 */
export type Completeness = 'complete' | 'names-only' | 'collapsed' | 'unknown';
