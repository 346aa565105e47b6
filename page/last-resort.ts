/**
 * What was thrown in here and nobody caught ends here: not in the console, not in the page. An error event reaches only listeners of the world in
 * which it was thrown (Chromium, `ErrorEvent::CanBeDispatchedInWorld`), so the page's own errors pass by; the file says it again, since an event
 * without a file of ours is never ours to end.
 */

/**
 * @param homeOf where our files are (`runtime.getURL('')`); asked when something was thrown
 * @param onError something was thrown that should have been contained where it was
 */
export function endErrorsHere(view: Window, homeOf: () => string, onError: () => void = () => undefined, signal?: AbortSignal): void {
  const options = signal ? { signal } : {};
  const tell = (): void => {
    try {
      onError();
    } catch {
      // Telling may be what fails.
    }
  };
  view.addEventListener(
    'error',
    (event) => {
      const home = homeOf();
      if (!event.isTrusted || !home || !event.filename.startsWith(home)) return;
      event.preventDefault();
      tell();
    },
    options,
  );
  view.addEventListener(
    'unhandledrejection',
    (event) => {
      const home = homeOf();
      const { stack } = (event.reason ?? {}) as { readonly stack?: unknown };
      if (!event.isTrusted || !home || typeof stack !== 'string' || !stack.includes(home)) return;
      event.preventDefault();
      tell();
    },
    options,
  );
}
