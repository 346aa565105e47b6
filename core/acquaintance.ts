/**
 * Whom the person has written to before, as one-way numbers: meeting the same outside person every day is not news after the first.
 * Pure. The background keeps the numbers (storage.local); pages add to them at the moment of sending. No address is stored.
 */
import { oneWayNumber } from './one-way';

/** How often, and when last (ms since 1970). */
export interface Acquaintance {
  readonly times: number;
  readonly last: number;
}

/** By `acquaintanceKey`. */
export type AcquaintanceRecords = Readonly<Record<number, Acquaintance>>;

export interface Acquaintances {
  /** Random text of this computer; empty until it was made, then nobody is known. */
  readonly salt: string;
  readonly records: AcquaintanceRecords;
}

export const noAcquaintances: Acquaintances = { salt: '', records: {} };

/** People not written to for so long (ms) are new again: half a year. */
export const forgetAfterMs = 182 * 86_400_000;
/** A whole organisation is known only after so many messages; a first mistake must not make its domain familiar. */
const organisationTimes = 3;
const mostRecords = 3000;
/** More recipients than that are a mailing; nobody gets to know them by it. */
export const mostPerMessage = 30;

/** @param who an address, or the domain of an organisation, as `mail` normalises them */
export const acquaintanceKey = (who: string, salt: string): number => oneWayNumber(['acquaintance', who], salt);

function timesOf(who: string, { salt, records }: Acquaintances, now: number): number {
  const record = salt === '' ? undefined : records[acquaintanceKey(who, salt)];
  return record && now - record.last < forgetAfterMs ? record.times : 0;
}

/** Whether a message went to this address before. */
export const isAcquainted = (address: string, known: Acquaintances, now: number): boolean => timesOf(address, known, now) > 0;

/** Whether messages went to this organisation often enough for its domain to be familiar. */
export const isFamiliar = (domain: string, known: Acquaintances, now: number): boolean => timesOf(domain, known, now) >= organisationTimes;

/** The records after a message was sent to these keys; old ones go, the latest stay. */
export function afterSending(records: AcquaintanceRecords, keys: readonly number[], now: number): AcquaintanceRecords {
  if (keys.length === 0) return records;
  const next: Record<number, Acquaintance> = { ...records };
  for (const key of new Set(keys.slice(0, 2 * mostPerMessage))) next[key] = { times: Math.min((next[key]?.times ?? 0) + 1, 1000), last: now };
  const live = Object.entries(next).filter(([, { last }]) => now - last < forgetAfterMs);
  return Object.fromEntries(live.length > mostRecords ? live.sort(([, a], [, b]) => b.last - a.last).slice(0, mostRecords) : live);
}
