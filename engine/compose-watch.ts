/** Watches one compose from the moment it is found until it is closed or sent. */
import type { ComposeObservation, Recipient } from '../core/observation';
import { wordsOf } from '../core/text';
import { createSchedule } from '../page/schedule';
import type { ComposeReading } from '../page/site';
import type { Frame } from './frame';
import { createNudging } from './nudging';

export interface ComposeWatch {
  /** Asks for a new reading. */
  refresh(): void;
  /** Whether another root may be the same compose, built anew by the page. */
  looksLike(root: HTMLElement): boolean;
  moveTo(root: HTMLElement): void;
  account(): string | null;
  stop(): void;
}

/** Readings wait until typing has paused, so that half an address is no finding; but not for ever. */
const calm = 350;
const longest = 1500;

/** A compose is watched from here on. Errors inside are contained by the frame. */
export function watchCompose(firstRoot: HTMLElement, frame: Frame): ComposeWatch {
  const reader = frame.site.surfaces.compose;
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, frame.signal]);
  const bodyReader = frame.createBodyReader(signal);
  let root = firstRoot;
  let rootLife = new AbortController();
  let last: ComposeReading | null = null;
  let initialRecipients: readonly Recipient[] | null = null;
  /** The person has done something in this compose: from then on, changed recipients are theirs. */
  let touched = false;
  let turn = 0;

  const readNow = (target: HTMLElement): ComposeReading | null =>
    frame.contained(
      'read',
      () => reader?.read(target, { files: frame.composeEvents.filesOf(target), pressed: frame.composeEvents.pressedFor(target) }) ?? null,
      null,
    );

  initialRecipients = readNow(root)?.recipients.items ?? null;

  const review = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const reading = readNow(root);
    last = reading;
    if (!reading) {
      nudging.clear();
      return;
    }
    frame.composeEvents.shown(root, reading.shownFiles.map(wordsOf));
    if (!touched) initialRecipients = reading.recipients.items;
    const { authored, thread } = await bodyReader.read(reading.body);
    if (mine !== turn || signal.aborted) return;
    const { body, shownFiles: _, ...read } = reading;
    const observation: ComposeObservation = { ...read, initialRecipients, authored, thread };
    nudging.show(
      observation,
      () => reader?.layout(root) ?? { anchor: root, keepClear: [] },
      (detail) => {
        const { place } = detail;
        if (place) frame.contained('present', () => frame.jump(body, place), undefined);
      },
    );
  };

  const schedule = createSchedule(() => void review().catch(() => frame.failed('thread')), calm, longest, signal);
  const refresh = (): void => frame.contained('read', schedule.request, undefined);
  const nudging = createNudging(life, frame, () => undefined, refresh);
  const stop = (): void => {
    nudging.clear();
    life.abort();
  };
  signal.addEventListener('abort', () => rootLife.abort(), { once: true });

  const watchRoot = (): void => {
    rootLife.abort();
    rootLife = new AbortController();
    const options = { signal: AbortSignal.any([rootLife.signal, signal]), capture: true, passive: true } as const;
    const onTouch = (event: Event): void => {
      if (event.isTrusted) touched = true;
      refresh();
    };
    for (const type of ['input', 'keydown', 'pointerdown', 'paste', 'drop'] as const) root.addEventListener(type, onTouch, options);
    for (const type of ['change', 'focusout', 'compositionend'] as const) root.addEventListener(type, refresh, options);
    const observer = new MutationObserver(refresh);
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['value', 'title', 'aria-label', 'data-hovercard-id', 'email', 'hidden', 'class', 'style'],
    });
    options.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    refresh();
  };
  watchRoot();

  return {
    refresh,
    looksLike(candidate) {
      const other = readNow(candidate);
      return (
        last !== null &&
        other !== null &&
        wordsOf(other.subject) === wordsOf(last.subject) &&
        other.replyMode === last.replyMode &&
        other.recipients.items.some(({ address }) => last?.recipients.items.some((before) => before.address === address))
      );
    },
    moveTo(next) {
      root = next;
      watchRoot();
    },
    account: () => last?.account?.address ?? null,
    stop,
  };
}
