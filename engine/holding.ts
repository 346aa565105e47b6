/**
 * Holds Send once where a rule has the strength `confirm` (DESIGN.md §2.2).
 * Sending is the person's, not ours: the page's event is stopped only after the dialog is on screen, a second press of Send always goes through,
 * and whatever fails here leaves the event alone, so that the message goes out as without us.
 */
import type { SendAttempt } from '../page/sending';
import { documentOf, isConnected, viewOf } from '../page/tree';

export interface HoldParts {
  /** Shows the dialog; `false` when there is nothing to hold for. Throws when it cannot be shown. */
  readonly ask: (answer: { readonly onBack: () => void; readonly onSend: () => void }) => boolean;
  /** Takes the dialog away. */
  readonly close: () => void;
}

/** @returns what to call at each attempt to send, before the page hears of it */
export function createHold({ ask, close }: HoldParts): (attempt: SendAttempt) => void {
  let state: 'open' | 'asking' | 'released' = 'open';

  const release = (attempt: SendAttempt): void => {
    state = 'released';
    close();
    const { how, event } = attempt;
    const control = attempt.controlNow?.() ?? attempt.control;
    // The page's own way out, once: its control, or its form where a form was submitted without a control.
    if (how === 'menu' && control) pressEntry(control);
    else if (control) control.click();
    else if (how === 'submit') HTMLFormElement.prototype.requestSubmit.call(event.target as HTMLFormElement);
    state = 'open';
  };

  return (attempt) => {
    if (!attempt.event.isTrusted || state === 'released') return;
    if (state === 'asking') {
      // Pressed again although the dialog is there, or because the page hid it: the person wants to send.
      state = 'open';
      close();
      return;
    }
    const asked = ask({
      onBack: () => {
        state = 'open';
        close();
      },
      onSend: () => release(attempt),
    });
    if (!asked) return;
    state = 'asking';
    stop(attempt);
  };
}

/** What a mouse does on an entry of a menu. Where the menu closed meanwhile, nothing is left to press: the person opens it again, and is not held again. */
function pressEntry(entry: HTMLElement): void {
  const view = viewOf(documentOf(entry));
  if (!view || !isConnected(entry)) return;
  for (const type of ['mousedown', 'mouseup'] as const)
    EventTarget.prototype.dispatchEvent.call(entry, new view.MouseEvent(type, { bubbles: true, cancelable: true, composed: true, view }));
  HTMLElement.prototype.click.call(entry);
}

function stop({ event, how, control }: SendAttempt): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if ((how !== 'key' && how !== 'menu') || !control) return;
  // What follows a held press must not become what the page waits for: the click that a key makes when it comes up, the rest of a mouse press.
  const view = viewOf(documentOf(control));
  const ended = new AbortController();
  const last = event.type === 'mousedown' ? 'click' : 'keyup';
  const swallow = (later: Event): void => {
    if (later.type === 'mousedown') {
      ended.abort();
      return;
    }
    if (later.isTrusted && later.composedPath().includes(control)) {
      later.preventDefault();
      later.stopImmediatePropagation();
    }
    if (later.type === last) setTimeout(() => ended.abort());
  };
  for (const type of ['keypress', 'keyup', 'mousedown', 'mouseup', 'click'] as const)
    view?.addEventListener(type, swallow, { capture: true, signal: ended.signal });
}
