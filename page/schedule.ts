/** Runs work after a burst of events has calmed down, in idle time, but never later than `longest`. */

export interface Schedule {
  /** Asks for a run. Any number of calls give one run. */
  request(): void;
}

/**
 * @param calm milliseconds without a request before the work runs
 * @param longest milliseconds after the first request at which it runs in any case
 */
export function createSchedule(work: () => void, calm: number, longest: number, signal: AbortSignal): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  const run = (): void => {
    timer = undefined;
    if (!signal.aborted) work();
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    request() {
      if (signal.aborted) return;
      const now = performance.now();
      if (timer === undefined) first = now;
      else if (now - first + calm > longest) return;
      clearTimeout(timer);
      timer = setTimeout(run, calm);
    },
  };
}
