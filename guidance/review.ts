/** How old guidance is. Days are `2026-11-21`, which compare as text. */
import type { PackDocument } from './pack';

export interface Review {
  readonly state: 'current' | 'due-soon' | 'overdue' | 'unknown';
  /** Day on which the review is or was due. */
  readonly due: string | null;
}

/** A review that is due within so many days is worth a note to the people who own the guidance. */
export const dueSoonDays = 60;

const dayLength = 24 * 60 * 60 * 1000;

/** @param today `2026-11-21` */
export function reviewOf(document: Pick<PackDocument, 'reviewDue'>, today: string): Review {
  const due = document.reviewDue ?? null;
  if (due === null) return { state: 'unknown', due };
  if (due < today) return { state: 'overdue', due };
  return { state: Date.parse(due) - Date.parse(today) <= dueSoonDays * dayLength ? 'due-soon' : 'current', due };
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The day of a time on this computer's calendar. */
export function dayOf(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The minute of a time on this computer's clock, `2026-11-21T14:05`. */
export const minuteOf = (time: Date): string => `${dayOf(time)}T${two(time.getHours())}:${two(time.getMinutes())}`;
