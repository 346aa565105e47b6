/** Long work in slices of a few milliseconds, so that the page gets its turn in between. */

/** Longest work in one go, in milliseconds. A frame has 16. */
const slice = 4;

/** Runs a generator in slices; `null` when it became stale. */
export async function inSlices<T>(steps: Generator<void, T>, stale: () => boolean): Promise<T | null> {
  let until = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() >= until) {
      await pause();
      if (stale()) return null;
      until = performance.now() + slice;
    }
  }
}

/** Lets everything else that waits have its turn. Not `scheduler.yield`: it would come back before the page's own tasks. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
