/** The one place that shows anything in a page: cards and chips in a closed shadow root, placed beside what they are about. */
import { Component, type ComponentChildren, render } from 'preact';
import { ConfirmDialog } from '../components/confirm-dialog';
import { NudgeCard, NudgeChip, type NudgeView } from '../components/nudge-card';
import css from '../components/nudge-card.css?inline';
import { SentLine } from '../components/sent-line';
import type { Catalog } from '../core/message';
import { messageText } from '../core/message';
import type { Detail } from '../core/rule';
import type { SurfaceLayout } from '../core/site';
import { boxOf, clearBoxes, isEmpty } from '../page/boxes';
import { createHost, type Host } from '../page/host';
import { type Box, type ClearBox, placeCard, type Size } from '../page/placement';
import { createSight, type Sight } from '../page/sight';
import { activeOf, isConnected, listen, newElement, rootOf, viewOf } from '../page/tree';

export interface Showing {
  readonly form: 'card' | 'chip';
  readonly view: NudgeView;
  readonly catalog: Catalog;
  readonly layout: SurfaceLayout<HTMLElement>;
  readonly onGotIt: () => void;
  readonly onNotRelevant: () => void;
  readonly onSnooze: (length: 'hour' | 'today') => void;
  readonly onChip: () => void;
  readonly onJump: (detail: Detail) => void;
  readonly onAllContacts: () => void;
}

export interface Asking {
  readonly view: NudgeView;
  readonly catalog: Catalog;
  /** Something of the compose, to stand in the same layer. */
  readonly near: HTMLElement;
  readonly onBack: () => void;
  readonly onSend: () => void;
}

export interface Presenter {
  /** Tells where a compose or meeting is, whether or not anything is shown for it: no card of another may cover it. `null`: it is gone. */
  know(owner: object, layout: SurfaceLayout<HTMLElement> | null): void;
  /** Shows, updates or (with `null`) takes away what belongs to one compose or meeting. */
  present(owner: object, showing: Showing | null): void;
  /** Shows the dialog that holds a message, or takes it away (`null`). Throws when it cannot be shown. */
  confirm(owner: object, asking: Asking | null): void;
  /** A line for a short while where the card of this owner stands: sent, and what to do if that was a mistake. */
  afterSend(owner: object | null, catalog: Catalog, onOpen: () => void): void;
  /** Moves the focus into the newest card. `false` when there is none. */
  focus(): boolean;
}

interface Slot {
  readonly element: HTMLElement;
  showing: Showing;
  /** A chip that the person opened. */
  opened: boolean;
  /** There is no room for a card that covers nothing it must not: a chip stands in until there is. */
  folded: boolean;
  viewport: string;
  place: { left: number; top: number } | null;
  /** What the place was worked out from; nothing is measured again while it is the same. */
  seen: string;
}

/** Keeps an error while drawing, also one that comes after a press, from going anywhere else. */
class Contained extends Component<{ readonly onError: () => void; readonly children: ComponentChildren }, { readonly failed: boolean }> {
  override state = { failed: false };
  override componentDidCatch(): void {
    this.setState({ failed: true });
    this.props.onError();
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/** Ever smaller forms of a card, tried where a larger one would cover something; the last ones scroll. */
const forms = ['slim', 'compact', 'tiny'] as const;

/** How long the line after sending stands (ms): as long as mail sites let a message be undone at most. The popup has the same help at any time. */
const afterSendFor = 30_000;

/** How often a shown card checks that its compose has not moved, in milliseconds. Nothing runs while nothing is shown. */
const followEvery = 400;

interface Spot {
  readonly x: number;
  readonly y: number;
}
/** How far (px) a pointer has to go to mean something else, and how long (ms) a person needs to see what is under it and stop. */
const sameSpot = 8;
const reactionTime = 500;
const isApart = (a: Spot, b: Spot): boolean => Math.hypot(a.x - b.x, a.y - b.y) > sameSpot;

/** What concerns the whole page stands in the lower right corner of the window, as far as that is free. */
const cornerOf = ({ width, height }: Size): Box => ({ left: width - 1, top: height - 1, right: width, bottom: height });

/**
 * @param onRemoved the page took the card away for good
 * @param onError something failed while drawing or placing; the card is then gone
 * @param soon puts the drawing of a new card, and its placing, off to tasks of their own; at once where it is not given
 */
export function createPresenter(
  page: Document,
  onRemoved: () => void,
  onError: () => void,
  signal: AbortSignal,
  soon: (work: () => void) => void = (work) => work(),
): Presenter {
  const slots = new Map<object, Slot>();
  const dialogs = new Map<object, HTMLElement>();
  const dialogLives = new WeakMap<HTMLElement, AbortController>();
  const known = new Map<object, SurfaceLayout<HTMLElement>>();
  /** The line after sending; one at a time. */
  let sentLine: HTMLElement | null = null;
  let sentTimer: ReturnType<typeof setTimeout> | undefined;
  let host: Host | null = null;
  let sight: Sight | null = null;
  let announcer: HTMLElement | null = null;
  /** The button that a pointer pressed last, while its press is handled. */
  let pressed: Element | null = null;
  let follower: ReturnType<typeof setInterval> | undefined;
  let cameFrom: HTMLElement | null = null;

  const open = (): Host => {
    if (host) return host;
    host = createHost(
      page,
      css,
      (again) => {
        if (!again) onRemoved();
      },
      signal,
    );
    sight = createSight(host.root, signal);
    host.root.addEventListener('click', onPress, { capture: true, signal });
    announcer = newElement(page, 'div');
    announcer.className = 'announcer';
    announcer.setAttribute('role', 'status');
    announcer.setAttribute('aria-live', 'polite');
    host.stage.append(announcer);
    listen(page, 'scroll', followAll, { capture: true, passive: true, signal });
    viewOf(page)?.addEventListener('resize', followAll, { passive: true, signal });
    return host;
  };

  /** Where the pointer was last, and where it rested when something of ours came or moved under it. */
  let pointer: Spot | null = null;
  let rested: (Spot & { readonly since: number; refused: boolean }) | null = null;
  const followPointer = (event: Event): void => {
    if (!event.isTrusted) return;
    const { clientX: x, clientY: y, type } = event as PointerEvent;
    // Who has just pressed one of our buttons sees what comes of it.
    if (type === 'pointerdown' && event.composedPath()[0] === host?.root.host) {
      pointer = null;
      return;
    }
    pointer = { x, y };
    if (rested && isApart(rested, pointer)) rested = null;
  };
  for (const type of ['pointermove', 'pointerdown'] as const) listen(page, type, followPointer, { capture: true, passive: true, signal });
  /** What is put under a resting pointer was not meant by the next press: a page could move its compose, and our buttons with it. */
  const cameUnder = (element: Element): void => {
    if (!pointer) return;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { x, y } = pointer;
    if (x >= left && x <= right && y >= top && y <= bottom) rested = { x, y, since: performance.now(), refused: false };
  };
  const isMeant = ({ clientX: x, clientY: y }: MouseEvent): boolean => {
    if (!rested || isApart(rested, { x, y })) return true;
    const again = rested.refused && performance.now() - rested.since > reactionTime;
    rested.refused = true;
    return again;
  };

  /** A press made without a pointer needs no sight: the person went to the button by key. */
  const arrived = new WeakSet<Event>();
  const onPress = (event: Event): void => {
    arrived.add(event);
    const target = (event as MouseEvent).detail > 0 ? event.target : null;
    if (target && !isMeant(event as MouseEvent)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    pressed = target instanceof Element ? target.closest('button') : null;
  };
  /** What a card does is done only for a person who sees the button; a covered card comes to the top instead, and the next press counts. */
  const ifSeen = (act: () => void) => (): void => {
    const button = pressed;
    pressed = null;
    if (!button || !sight) act();
    else
      sight.whenSeen(
        button,
        () => {
          try {
            act();
          } catch {
            onError();
          }
        },
        () => host?.lift(),
      );
  };

  /**
   * Some pages swallow every press outside of what they opened themselves (focus traps), before it reaches a closed root. A held message must not
   * be stuck behind that: a press on the dialog that never arrives there, or a key in it that the page prevents, is carried out all the same.
   */
  const watchSwallowed = (dialog: HTMLDialogElement, { onBack, onSend }: Asking, ends: AbortSignal): void => {
    const ended = { capture: true, signal: ends };
    const press = (act: Element, byPointer: boolean): void => {
      if (act.getAttribute('data-act') !== 'send') onBack();
      else {
        pressed = byPointer ? act : null;
        ifSeen(onSend)();
      }
    };
    const stage = viewOf(page);
    if (!stage) return;
    listen(
      stage,
      'click',
      (event) => {
        const { isTrusted, clientX: x, clientY: y, detail } = event as MouseEvent;
        const at = detail > 0 ? host?.root.elementFromPoint(x, y) : host?.root.activeElement;
        const act = at?.closest('[data-act]');
        if (!isTrusted || !act || !dialog.contains(act)) return;
        setTimeout(() => {
          if (arrived.has(event) || ends.aborted || (detail > 0 && !isMeant(event as MouseEvent))) return;
          press(act, detail > 0);
        });
      },
      ended,
    );
    listen(
      stage,
      'keydown',
      (event) => {
        const { isTrusted, isComposing, key, shiftKey } = event as KeyboardEvent;
        const active = host?.root.activeElement;
        if (!isTrusted || isComposing || !active || !dialog.contains(active)) return;
        setTimeout(() => {
          // What was not prevented the browser does by itself.
          if (!event.defaultPrevented || ends.aborted) return;
          const act = active.closest('[data-act]');
          if (key === 'Escape') onBack();
          else if ((key === 'Enter' || key === ' ') && act) press(act, false);
          else if (key === 'Tab') {
            const buttons = [...dialog.querySelectorAll<HTMLElement>('button')];
            const next = (act ? buttons.indexOf(act as HTMLElement) : -1) + (shiftKey ? -1 : 1);
            buttons.at(next % buttons.length)?.focus();
          }
        });
      },
      ended,
    );
  };

  const close = (): void => {
    clearInterval(follower);
    follower = undefined;
    host?.remove();
  };

  const closeIfEmpty = (): void => {
    if (slots.size === 0 && dialogs.size === 0 && !sentLine) close();
  };

  const dropSentLine = (): void => {
    clearTimeout(sentTimer);
    if (!sentLine) return;
    render(null, sentLine);
    sentLine.remove();
    sentLine = null;
    if (announcer) announcer.textContent = '';
    closeIfEmpty();
  };
  signal.addEventListener('abort', () => clearTimeout(sentTimer), { once: true });

  const leave = (): void => {
    const target = cameFrom;
    cameFrom = null;
    if (target?.isConnected) target.focus();
  };

  /** Everything that the card of one compose keeps clear of: its own parts, the other composes, and the cards that were placed before it. */
  const clearFor = (owner: object, slot: Slot): readonly ClearBox[] => {
    const boxes: ClearBox[] = [...clearBoxes(page, slot.showing.layout)];
    for (const [other, layout] of known) {
      if (other === owner || !isConnected(layout.anchor)) continue;
      boxes.push({ ...boxOf(page, layout.anchor), how: 'avoid' }, ...clearBoxes(page, layout));
    }
    for (const [other, { element }] of slots) {
      if (other === owner) break;
      if (!element.hidden) boxes.push({ ...boxOf(page, element), how: 'never' });
    }
    return boxes.filter((box) => !isEmpty(box));
  };

  const put = (owner: object, slot: Slot): void => {
    const { anchor } = slot.showing.layout;
    const top = rootOf(page);
    host?.level();
    const viewport = { width: top?.clientWidth ?? 0, height: top?.clientHeight ?? 0 };
    const box = anchor === top ? cornerOf(viewport) : boxOf(page, anchor);
    const clear = clearFor(owner, slot);
    const { element } = slot;
    element.hidden = isEmpty(box);
    if (element.hidden) return;
    const seen = JSON.stringify([box, clear, viewport, element.firstElementChild?.scrollHeight]);
    if (seen === slot.seen) return;
    // A place from another window size says nothing about this one.
    const size = JSON.stringify(viewport);
    if (slot.viewport !== size) slot.place = null;
    slot.viewport = size;
    if (slot.folded) {
      slot.folded = false;
      draw(owner, slot);
    }
    const measure = () => placeCard({ width: element.offsetWidth, height: element.offsetHeight }, box, clear, viewport, slot.place);
    element.classList.remove(...forms);
    let place = measure();
    for (const form of forms) {
      if (!place.covers && !place.overText) break;
      element.classList.add(form);
      const tighter = measure();
      if (tighter.cost < place.cost) place = tighter;
      else element.classList.remove(form);
    }
    if (place.covers && slot.showing.form === 'card' && !slot.opened) {
      slot.folded = true;
      draw(owner, slot);
      place = measure();
    }
    slot.seen = JSON.stringify([box, clear, viewport, element.firstElementChild?.scrollHeight]);
    const moved = slot.place === null || Math.abs(slot.place.left - place.left) > sameSpot || Math.abs(slot.place.top - place.top) > sameSpot;
    slot.place = { left: place.left, top: place.top };
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    if (moved) cameUnder(element);
  };

  const followAll = (): void => {
    try {
      for (const [owner, slot] of slots) put(owner, slot);
    } catch {
      onError();
    }
  };

  /** Drawing and placing for the first time are long enough for a task each. What concerns the page stands at once: a print may stop all scripts. */
  const drawSoon = (owner: object, slot: Slot): void => {
    if (slot.showing.layout.anchor === rootOf(page)) {
      draw(owner, slot);
      put(owner, slot);
      return;
    }
    const later = (work: () => void): void =>
      soon(() => {
        if (!signal.aborted && slots.get(owner) === slot) work();
      });
    slot.element.style.visibility = 'hidden';
    later(() => {
      draw(owner, slot);
      later(() => {
        put(owner, slot);
        slot.element.style.visibility = '';
      });
    });
  };

  // Placing inside a ResizeObserver's callback changes sizes again, and browsers report such loops to the page.
  const followSoon = (): void => void requestAnimationFrame(followAll);

  const draw = (owner: object, slot: Slot): void => {
    const { showing } = slot;
    const card = (showing.form === 'card' && !slot.folded) || slot.opened;
    render(
      <Contained onError={onError}>
        {card ? (
          <NudgeCard
            catalog={showing.catalog}
            view={showing.view}
            onGotIt={ifSeen(showing.onGotIt)}
            onNotRelevant={ifSeen(showing.onNotRelevant)}
            onSnooze={(length) => ifSeen(() => showing.onSnooze(length))()}
            onChip={ifSeen(showing.onChip)}
            onJump={showing.onJump}
            onAllContacts={ifSeen(showing.onAllContacts)}
            onLeave={leave}
            onResize={followSoon}
          />
        ) : (
          <NudgeChip
            catalog={showing.catalog}
            view={showing.view}
            onOpen={() => {
              slot.opened = true;
              draw(owner, slot);
              put(owner, slot);
            }}
          />
        )}
      </Contained>,
      slot.element,
    );
  };

  /** Whose card was read out last. */
  let said: object | null = null;
  const announce = (owner: object, { catalog, view }: Showing): void => {
    // A card that went at once is not news any more.
    if (!announcer || !slots.has(owner)) return;
    said = owner;
    const [fact] = view.facts;
    const text = messageText(catalog, {
      key: 'card.announce',
      values: { title: messageText(catalog, view.title), fact: fact ? messageText(catalog, fact.message) : '' },
    });
    if (announcer.textContent !== text) announcer.textContent = text;
  };

  return {
    know(owner, layout) {
      // Made before it is needed, so that the first card has less to wait for.
      if (layout && !host) soon(() => void open());
      if (layout) known.set(owner, layout);
      else known.delete(owner);
      if (slots.size > 0) followSoon();
    },
    present(owner, showing) {
      const slot = slots.get(owner);
      if (!showing) {
        if (!slot) return;
        const hadFocus = slot.element.matches(':focus-within');
        render(null, slot.element);
        slot.element.remove();
        slots.delete(owner);
        // The next card may say the same, and has to be heard then.
        if (announcer && said === owner) announcer.textContent = '';
        closeIfEmpty();
        if (hadFocus) leave();
        return;
      }
      const { stage, raise } = open();
      if (!raise(showing.layout.anchor)) throw new Error('the page has taken the card away');
      if (slot) {
        const changed = slot.showing.view.rules.join() !== showing.view.rules.join();
        slot.showing = showing;
        draw(owner, slot);
        put(owner, slot);
        if (changed && showing.form === 'card') announce(owner, showing);
        return;
      }
      const element = newElement(page, 'div');
      element.className = 'slot';
      stage.append(element);
      const fresh: Slot = { element, showing, opened: false, folded: false, viewport: '', place: null, seen: '' };
      slots.set(owner, fresh);
      follower ??= setInterval(followAll, followEvery);
      drawSoon(owner, fresh);
      // A live region has to be in the page before its text: otherwise screen readers say nothing.
      if (showing.form === 'card') setTimeout(() => announce(owner, fresh.showing), 100);
    },
    confirm(owner, asking) {
      const before = dialogs.get(owner);
      if (before) {
        dialogLives.get(before)?.abort();
        before.querySelector('dialog')?.close();
        render(null, before);
        before.remove();
        dialogs.delete(owner);
        closeIfEmpty();
      }
      if (!asking) return;
      const { stage, raise, level } = open();
      if (!raise(asking.near)) throw new Error('the page has taken the card away');
      const element = newElement(page, 'div');
      element.className = 'dialog';
      stage.append(element);
      level();
      render(<ConfirmDialog catalog={asking.catalog} view={asking.view} onBack={asking.onBack} onSend={ifSeen(asking.onSend)} />, element);
      const dialog = element.querySelector('dialog');
      // Effects run later; a message is held only when the dialog is there now.
      if (dialog && !dialog.open) dialog.showModal();
      if (!dialog?.checkVisibility()) {
        element.remove();
        throw new Error('the dialog is not on screen');
      }
      dialogs.set(owner, element);
      cameUnder(dialog);
      const ends = new AbortController();
      dialogLives.set(element, ends);
      watchSwallowed(dialog, asking, AbortSignal.any([ends.signal, signal]));
    },
    afterSend(owner, catalog, onOpen) {
      const place = owner && slots.get(owner)?.place;
      if (owner && !place) return;
      dropSentLine();
      const { stage, raise } = open();
      // Not the compose: that is about to go.
      const top = rootOf(page);
      if (!top || !raise(top)) return;
      const element = newElement(page, 'div');
      element.className = 'slot';
      if (place) {
        element.style.left = `${place.left}px`;
        element.style.top = `${place.top}px`;
      } else {
        element.style.inset = 'auto 16px 16px auto';
      }
      stage.append(element);
      sentLine = element;
      const wait = (): void => {
        clearTimeout(sentTimer);
        sentTimer = setTimeout(dropSentLine, afterSendFor);
      };
      const act = (): void => {
        dropSentLine();
        onOpen();
      };
      render(
        <Contained onError={onError}>
          <SentLine catalog={catalog} onOpen={act} onClose={dropSentLine} onHold={() => clearTimeout(sentTimer)} onRelease={wait} />
        </Contained>,
        element,
      );
      wait();
      setTimeout(() => {
        if (announcer && sentLine === element) announcer.textContent = messageText(catalog, { key: 'sent.line' });
      }, 100);
    },
    focus() {
      // What stands beside a compose that is out of view cannot take the focus.
      const newest = [...slots.values()].filter(({ element }) => !element.hidden).at(-1)?.element ?? sentLine;
      const target = newest?.querySelector<HTMLElement>('button, a[href]');
      if (!target) return false;
      const active = activeOf(page);
      cameFrom = active instanceof HTMLElement ? active : null;
      target.focus();
      return true;
    },
  };
}
