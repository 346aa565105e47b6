/** Which messages of pages were acted on, kept in the very item that they change: either both are stored, or neither. */

const most = 60;
const listOf = (stored: unknown): readonly number[] => {
  const { sendings } = (typeof stored === 'object' && stored !== null ? stored : {}) as { readonly sendings?: unknown };
  return Array.isArray(sendings) ? sendings.filter((id): id is number => typeof id === 'number') : [];
};

/** Whether what is stored has been changed by this message before. */
export const isKnown = (stored: unknown, sending: number | undefined): boolean => sending !== undefined && listOf(stored).includes(sending);

/** An item to store, marked with the message that changed it. */
export const withSending = <T extends object>(fresh: T, stored: unknown, sending: number | undefined): T =>
  sending === undefined ? fresh : { ...fresh, sendings: [...listOf(stored), sending].slice(-most) };
