/** One after the other, over all windows of the extension and its background: the browser's own locks, which end with whoever held them. */

const queues = new Map<string, Promise<unknown>>();

/** Runs `work` when all earlier work of this name is done, wherever in the extension it runs. Not to be called from within work of the same name. */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks) return locks.request(`second-glance-${name}`, work) as Promise<T>;
  const next = (queues.get(name) ?? Promise.resolve()).then(work);
  queues.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}
