/** Values that could not be read and gave way to new ones: kept on this computer (storage.local), the latest of them. */

export const keptKey = 'kept';
const most = 40;

export interface KeptValue {
  /** Where it was stored. */
  readonly key: string;
  readonly value: unknown;
}

export const keptOf = (stored: unknown): readonly KeptValue[] => (Array.isArray(stored) ? (stored as readonly KeptValue[]) : []);

/** With further values, each once. */
export function withKept(kept: readonly KeptValue[], more: readonly KeptValue[]): readonly KeptValue[] {
  const all = new Map([...kept, ...more].map((one) => [JSON.stringify([one.key, one.value]), one]));
  return [...all.values()].slice(-most);
}
