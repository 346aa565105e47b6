/** Days in words, from the language files: browsers do not know the months of every language we speak (Chromium's data has no Welsh). */
import type { Catalog } from './message';

/** @param day `2026-11-21`. @returns `21 November 2026` in the catalog's language; the day as it is where it cannot be read */
export function dayText(catalog: Catalog, day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  const name = catalog.entries[`date.month.${Number(month)}`];
  const pattern = catalog.entries['date.day'];
  if (year === undefined || date === undefined || typeof name !== 'string' || typeof pattern !== 'string') return day;
  const parts: Readonly<Record<string, string>> = { day: String(Number(date)), month: name, year };
  return pattern.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
}

/** A time of day as people write it, on this computer's clock. @param time milliseconds since 1970 */
export const timeText = (catalog: Catalog, time: number): string =>
  new Intl.DateTimeFormat(catalog.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time);
