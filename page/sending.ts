/**
 * Notices the moment of sending: a click on the send control, Enter or Space on it, a sending key, a submitted form
 * (`research/webmail-dom.md` §0.7, §15). Listens on the window in the capture phase, so that it comes before the page.
 */
import { openRoots } from './open-roots';
import { all, attribute, byId, closest, contains, documentOf, frameDocumentOf, isConnected, listen, matches, nextOf, viewOf } from './tree';

export interface SendAttempt {
  /** `menu`: an entry of the menu beside Send, such as sending later. Menus act on any part of a press, so the attempt is its very beginning. */
  readonly how: 'click' | 'key' | 'shortcut' | 'submit' | 'menu';
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

/** What opens the menu of further ways to send: the half of a split button beside Send (Gmail's `.hG`, Outlook's `fui-SplitButton__menuButton`). */
const opensMenu = '[aria-haspopup="true"],[aria-haspopup="menu"]';
const entry = '[role="menuitem"],[role="menuitemradio"],[role="option"]';

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
    const { control, how } = attempt;
    const lasts = control !== null && how === 'menu';
    // An entry of a menu that is gone does not become Send: sending later is not sending now.
    onSend({ ...attempt, controlNow: () => (control && (lasts || isConnected(control)) ? control : (parts.controls()[0] ?? control)) });
  };
  const controlAt = (event: Event): HTMLElement | null => {
    const path = event.composedPath();
    return parts.controls().find((control) => path.includes(control)) ?? null;
  };
  /** The menu beside this compose's Send was opened by the press before this one. */
  let menuOpen = false;
  const isMore = (target: Element): boolean =>
    parts.controls().some((control) => {
      const beside = nextOf(control);
      return beside !== null && matches(beside, opensMenu) && contains(beside, target);
    });
  /** The entry of that menu that a press means; entries stand anywhere in the page. */
  const entryAt = (event: Event): HTMLElement | null => {
    const [target] = event.composedPath() as Element[];
    if (!menuOpen || target?.nodeType !== 1 || contains(root, target)) return null;
    const own = closest(target, entry);
    // Menus that keep the focus on themselves name the entry that Enter means.
    const active = event.type === 'keydown' && !own ? attribute(target, 'aria-activedescendant') : null;
    return own ?? (active ? byId(target, active) : null);
  };
  const followMenu = (event: Event): void => {
    const [target] = event.composedPath() as Element[];
    if (target?.nodeType !== 1) return;
    if (isMore(target)) menuOpen = true;
    else if (event.type !== 'keydown' && entryAt(event) === null) menuOpen = false;
  };
  const isInside = (event: Event, frame: Element | null): boolean => {
    const target = event.composedPath()[0] as Node | undefined;
    return frame ? contains(root, frame) : target?.nodeType === 1 && contains(root, target);
  };

  const onSubmit = (event: Event): void => {
    const form = event.composedPath()[0] as HTMLElement;
    const submitter = (event as SubmitEvent).submitter;
    const sends = submitter && parts.controls().some((control) => control === submitter || contains(control, submitter));
    if (sends && !toldJustNow && (contains(root, form) || contains(form, root))) tell({ how: 'submit', event, control: submitter });
  };
  const watch = (inside: Document, frame: Element | null): void => {
    if (watched.has(inside)) return;
    watched.add(inside);
    const stage: EventTarget = viewOf(inside) ?? inside;
    const options = { capture: true, signal: ends } as const;
    if (!frame) {
      stage.addEventListener(
        'mousedown',
        (event) => {
          const control = entryAt(event);
          if (control) tell({ how: 'menu', event, control });
          else followMenu(event);
        },
        options,
      );
    }
    stage.addEventListener(
      'click',
      (event) => {
        lookForFrames();
        const control = frame ? null : controlAt(event);
        if (!frame) followMenu(event);
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
          const item = frame ? null : entryAt(event);
          if (item && !key.repeat) tell({ how: 'menu', event, control: item });
          if (!frame) followMenu(event);
          const control = frame ? null : controlAt(event);
          if (!control || key.repeat || item) return;
          toldByKey = true;
          tell({ how: 'key', event, control });
        }
      },
      options,
    );
    if (!frame) stage.addEventListener('submit', onSubmit, options);
  };
  let toldByKey = false;
  const lookForFrames = (): void => {
    for (const frame of all(root, 'iframe')) {
      const inner = frameDocumentOf(frame);
      if (inner) watch(inner, frame);
    }
    // A submit is never heard outside the shadow root of its form.
    for (const inner of openRoots(page)) listen(inner, 'submit', onSubmit, { capture: true, signal: ends });
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
