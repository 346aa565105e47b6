/** A presenter whose code comes after the first reading, in a part of its own. What is to be shown until then is shown when it is there. */
import type { Presenter, Showing } from './presenter';

/**
 * @param load brings the presenter; asked for again with the next thing to show when it failed
 * @param onError it did not come, or what waited for it could not be shown
 * @returns the presenter, and what brings it before it is needed
 */
export function latePresenter(load: () => Promise<Presenter>, onError: () => void): { readonly presenter: Presenter; bring(): void } {
  let there: Presenter | null = null;
  let coming = false;
  const known = new Map<object, Parameters<Presenter['know']>[1]>();
  const waiting = new Map<object, Showing>();
  let line: Parameters<Presenter['afterSend']> | null = null;

  const show = (presenter: Presenter): void => {
    there = presenter;
    for (const [owner, layout] of known) presenter.know(owner, layout);
    for (const [owner, showing] of waiting) presenter.present(owner, showing);
    if (line) presenter.afterSend(...line);
    known.clear();
    waiting.clear();
    line = null;
  };
  const bring = (): void => {
    if (there || coming) return;
    coming = true;
    load()
      .then(show)
      .finally(() => {
        coming = false;
      })
      .catch(onError);
  };
  const presenter: Presenter = {
    know(owner, layout) {
      if (there) there.know(owner, layout);
      else if (layout) known.set(owner, layout);
      else known.delete(owner);
    },
    present(owner, showing) {
      if (there) there.present(owner, showing);
      else if (showing) {
        waiting.set(owner, showing);
        bring();
      } else waiting.delete(owner);
    },
    confirm(owner, asking) {
      if (there) there.confirm(owner, asking);
      // A message is held only by a dialog that is on screen now.
      else if (asking) throw new Error('the dialog is not there yet');
    },
    afterSend(...what) {
      if (there) there.afterSend(...what);
      else {
        line = what;
        bring();
      }
    },
    focus: () => there?.focus() ?? false,
  };
  return { presenter, bring };
}
