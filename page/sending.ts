/**
 * Notices the moment of sending: a click on the send control, Enter or Space on it, a sending key, a submitted form
 * (`research/webmail-dom.md` §0.7, §15). Listens on the window in the capture phase, so that it comes before the page.
 */
import { all, contains, documentOf, frameDocumentOf, isConnected, listen, viewOf } from './tree';

export interface SendAttempt {
  readonly how: 'click' | 'key' | 'shortcut' | 'submit';
  /** The event itself, still before any handler of the page: whoever holds the message stops it here. */
  readonly event: Event;
  /** The control that sends: the one that was used, else the compose's first; `null` where none can be seen. */
  readonly control: HTMLElement | null;
  /** The control that sends now: pages build theirs anew while a message is held. */
  readonly controlNow?: () => HTMLElement | null;
}

export interface SendingParts {
  /** Controls that send this compose, read anew for every event. */
  readonly controls: () => readonly HTMLElement[];
  /** Whether a key sends on this site; most send with Ctrl or Cmd and Enter. */
  readonly sendsByKey?: (key: KeyboardEvent) => boolean;
}

/** @param onSend called before the page hears of it; must not throw */
export function watchSending(root: HTMLElement, parts: SendingParts, onSend: (attempt: SendAttempt) => void, signal: AbortSignal): void {
  const page = documentOf(root);
  const watched = new WeakSet<Document>();
  const own = new AbortController();
  const ends = AbortSignal.any([signal, own.signal]);

  // A click on a submit button is followed by the submit itself, in the same task.
  let toldJustNow = false;
  const tell = (attempt: SendAttempt): void => {
    toldJustNow = true;
    setTimeout(() => {
      toldJustNow = false;
    });
    const { control } = attempt;
    onSend({ ...attempt, controlNow: () => (control && isConnected(control) ? control : (parts.controls()[0] ?? control)) });
  };
  const controlAt = (event: Event): HTMLElement | null => {
    const path = event.composedPath();
    return parts.controls().find((control) => path.includes(control)) ?? null;
  };
  const isInside = (event: Event, frame: Element | null): boolean => {
    const target = event.composedPath()[0] as Node | undefined;
    return frame ? contains(root, frame) : target?.nodeType === 1 && contains(root, target);
  };

  const watch = (inside: Document, frame: Element | null): void => {
    if (watched.has(inside)) return;
    watched.add(inside);
    const stage: EventTarget = viewOf(inside) ?? inside;
    const options = { capture: true, signal: ends } as const;
    stage.addEventListener(
      'click',
      (event) => {
        lookForFrames();
        const control = frame ? null : controlAt(event);
        // Enter and Space make a click without a pointer; it was told already.
        if (control && !((event as MouseEvent).detail === 0 && toldByKey)) tell({ how: 'click', event, control });
        toldByKey = false;
      },
      options,
    );
    stage.addEventListener(
      'keydown',
      (event) => {
        const key = event as KeyboardEvent;
        toldByKey = false;
        if (key.isComposing) return;
        if ((parts.sendsByKey ?? isControlEnter)(key)) {
          if (!key.repeat && isInside(event, frame)) tell({ how: 'shortcut', event, control: parts.controls()[0] ?? null });
        } else if ((isEnter(key) && !key.ctrlKey && !key.metaKey) || key.key === ' ') {
          const control = frame ? null : controlAt(event);
          if (!control || key.repeat) return;
          toldByKey = true;
          tell({ how: 'key', event, control });
        }
      },
      options,
    );
    stage.addEventListener(
      'submit',
      (event) => {
        const form = event.target as HTMLElement;
        const submitter = (event as SubmitEvent).submitter;
        const sends = submitter && parts.controls().some((control) => control === submitter || contains(control, submitter));
        if (!frame && sends && !toldJustNow && (contains(root, form) || contains(form, root))) tell({ how: 'submit', event, control: submitter });
      },
      options,
    );
  };
  let toldByKey = false;
  const lookForFrames = (): void => {
    for (const frame of all(root, 'iframe')) {
      const inner = frameDocumentOf(frame);
      if (inner) watch(inner, frame);
    }
  };
  watch(page, null);
  lookForFrames();
  // An editor's frame is replaced late; it is there at the latest when the person goes into it.
  listen(root, 'focusin', lookForFrames, { capture: true, passive: true, signal: ends });
  listen(root, 'pointerover', lookForFrames, { capture: true, passive: true, signal: ends });
}

const isEnter = (key: KeyboardEvent): boolean => key.code === 'Enter' || key.code === 'NumpadEnter' || key.key === 'Enter';

/** Ctrl or Cmd with Enter. */
export const isControlEnter = (key: KeyboardEvent): boolean => isEnter(key) && (key.ctrlKey || key.metaKey);
