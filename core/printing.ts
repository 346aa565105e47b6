/**
 * One print over time: what was pressed, and what the browser says of its print dialog. Pure: time arrives as an argument.
 * A page cannot be kept from printing, and the dialog is never held up: this only decides which words fit the moment.
 */
import type { Printed, Printing } from './observation';

/**
 * - `pressed`: a key or a control that prints, before the dialog
 * - `begun`: `beforeprint`, or a window that exists to be printed
 * - `over`: `afterprint`; the dialog is closed, and nobody tells whether anything was printed
 */
export type PrintSign = 'pressed' | 'begun' | 'over';
export const printSigns = ['pressed', 'begun', 'over'] as const satisfies readonly PrintSign[];
export const printedThings = ['message', 'thread', 'unknown'] as const satisfies readonly Printed[];

/** A dialog that opens so soon (ms) after the press belongs to it. Pages that prepare a print view take their time. */
export const dialogWithin = 20_000;
/** A press that no dialog followed is over after this time (ms); the page had something else in mind, or printed where nobody can see it. */
export const pressLasts = 60_000;
/** How long (ms) the words after printing stay true: pages wait at the printer for minutes, not for hours. */
export const printLasts = 180_000;

/** What is known of the print after one more sign. Gives the same object back when nothing changed. */
export function noticePrint(before: Printing | null, sign: PrintSign, what: Printed, now: number): Printing {
  const same = before !== null && !isPrintOver(before, now) ? before : null;
  const known = what === 'unknown' ? (same?.what ?? what) : what;
  if (sign === 'pressed') {
    // One press makes several events, and the press of the second print is a new one.
    if (same?.moment === 'about-to' && same.what === known) return same;
    return { moment: 'about-to', what: known, since: now };
  }
  if (sign === 'begun' && same?.moment === 'about-to' && now - same.since < dialogWithin) return same.what === known ? same : { ...same, what: known };
  if (same?.moment === 'started' && same.what === known) return same;
  return { moment: 'started', what: known, since: same?.since ?? now };
}

/** Whether a print is so long ago that nothing is to be said any more. */
export const isPrintOver = (printing: Printing, now: number): boolean => now - printing.since >= (printing.moment === 'about-to' ? pressLasts : printLasts);
