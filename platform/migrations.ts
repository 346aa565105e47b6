/**
 * The layout of what is kept on this computer (storage.local), and the steps from each to the next.
 *
 * - 1: up to November 2026, without a number. A value that could not be read lies under `kept.<key>`, one for each key.
 * - 2: such values are one list, `kept`, so that a second one does not take the place of the first; the pacing memory has all its parts.
 *
 * What is synced has a layout of its own (`change-settings`), which has not changed; the history's days carry none, as entries are read one by one.
 */
import { browser } from 'wxt/browser';
import { emptyMemory } from '../core/pacing';
import { type KeptValue, keptKey, keptOf, withKept } from './kept';
import { inTurn } from './turn';

export type LocalValues = Readonly<Record<string, unknown>>;

interface Step {
  /** The layout that it leads to. */
  readonly to: number;
  /** Whether something of the layout before is there: an earlier version may have run again in between. */
  isLeft(values: LocalValues): boolean;
  /** Pure; gives the same when it runs on its own result. */
  take(values: LocalValues): LocalValues;
}

export const layoutKey = 'layout';
const oldKept = 'kept.';
const isObject = (value: unknown): value is LocalValues => typeof value === 'object' && value !== null && !Array.isArray(value);

const steps: readonly Step[] = [
  {
    to: 2,
    isLeft: (values) => Object.keys(values).some((key) => key.startsWith(oldKept)),
    take(values) {
      const old = Object.entries(values).filter(([key]) => key.startsWith(oldKept));
      const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith(oldKept)));
      const kept = withKept(
        keptOf(values[keptKey]),
        old.map(([key, value]): KeptValue => ({ key: key.slice(oldKept.length), value })),
      );
      const { pacing } = values;
      return {
        ...rest,
        ...(kept.length > 0 ? { [keptKey]: kept } : {}),
        ...(isObject(pacing) ? { pacing: { ...emptyMemory, ...pacing } } : {}),
      };
    },
  },
];

export const latestLayout = steps.at(-1)?.to ?? 1;

/**
 * What to write and what to remove so that the values are of the latest layout; `null` where there is nothing to do.
 * Values of a later layout are left alone.
 */
export function migrationOf(values: LocalValues): { readonly set: LocalValues; readonly remove: readonly string[] } | null {
  const stored = values[layoutKey];
  const from = typeof stored === 'number' ? stored : 1;
  if (from > latestLayout) return null;
  const due = steps.filter((step) => step.to > from || step.isLeft(values));
  if (due.length === 0) return null;
  const after = due.reduce((before, step) => step.take(before), values);
  const isNew = ([key, value]: [string, unknown]): boolean => JSON.stringify(value) !== JSON.stringify(values[key]);
  return {
    set: { ...Object.fromEntries(Object.entries(after).filter(isNew)), [layoutKey]: latestLayout },
    remove: Object.keys(values).filter((key) => !(key in after)),
  };
}

/**
 * Brings what is on this computer to the latest layout. For the background, at its start.
 * What is new is written in one stroke and only then is the old removed: interrupted anywhere, it can run again. Never throws.
 */
export function migrateLocal(): Promise<void> {
  return inTurn('storage', async () => {
    const plan = migrationOf((await browser.storage.local.get(null)) as LocalValues);
    if (!plan) return;
    await browser.storage.local.set({ ...plan.set });
    if (plan.remove.length > 0) await browser.storage.local.remove([...plan.remove]);
  }).catch(() => undefined);
}
