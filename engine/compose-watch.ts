/** Watches one compose from the moment it is found until it is closed or sent. */
import type { ComposeObservation, Recipient } from '../core/observation';
import type { SentCounts } from '../core/report';
import type { SurfaceLayout } from '../core/site';
import { pageTextOf, wordsOf } from '../core/text';
import { unreadThread } from '../core/thread';
import { acquaintanceKeys } from '../mail/acquaintances';
import { sentCounts } from '../mail/conversation';
import { scrollTextArea } from '../page/highlight';
import { openRoots } from '../page/open-roots';
import { createSchedule } from '../page/schedule';
import type { SendAttempt } from '../page/sending';
import type { ComposeReading } from '../page/site';
import { pause } from '../page/slices';
import { documentOf, isConnected, listen } from '../page/tree';
import type { Frame } from './frame';
import { createHold } from './holding';
import { createNudging } from './nudging';

export interface ComposeWatch {
  /** Asks for a new reading. */
  refresh(): void;
  /** Whether another root may be the same compose, built anew by the page. */
  looksLike(root: HTMLElement): boolean;
  moveTo(root: HTMLElement): void;
  account(): string | null;
  /** The page goes away: the last moment to tell what became of the rules that spoke. */
  /** @param leaving the whole page goes away */
  end(leaving?: boolean): void;
  stop(): void;
}

/** Readings wait until typing has paused, so that half an address is no finding; but not for ever. */
const calm = 350;
const longest = 1500;
/** Changes that may change a reading. */
const observed: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['value', 'title', 'aria-label', 'data-hovercard-id', 'email', 'hidden', 'class', 'style'],
};
/** A compose that goes away so soon after Send (ms) was sent; uploads and slow servers take their time. */
const sentWithin = 20_000;
/** Pages send from their own code too, so soon (ms) after what the person did. Whatever they send later or unasked was not sent by anybody. */
const actCounts = 2000;
/** The press of Send itself is heard in several events within this time (ms). */
const sameAct = 100;

/** On a page that has drifted, what was read is named, and nothing is claimed about what was not: neither that these are all, nor who is new. */
const certain = (reading: ComposeReading): ComposeReading => ({
  ...reading,
  recipients: { ...reading.recipients, completeness: 'unknown' },
  attachments: { ...reading.attachments, completeness: 'unknown' },
});

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

  const readNow = (target: HTMLElement): ComposeReading | null => {
    const reading = frame.contained(
      'read',
      () => {
        const { composeEvents } = frame;
        return reader?.read(target, { files: composeEvents.filesOf(target), pressed: composeEvents.pressedFor(target), people: composeEvents.people }) ?? null;
      },
      null,
    );
    return reading && frame.drifted('compose') ? certain(reading) : reading;
  };

  const know = (): SurfaceLayout<HTMLElement> | null => {
    const layout = frame.contained('read', () => reader?.layout(root) ?? null, null);
    frame.contained('present', () => frame.presenter.know(life, layout), undefined);
    return layout;
  };

  /** What a compose holds from the start, soon after it was found. A review that came before has seen more. */
  const begin = async (): Promise<void> => {
    await pause();
    if (signal.aborted || turn > 0) return;
    initialRecipients = readNow(root)?.recipients.items ?? null;
    await pause();
    // So that the card of another compose makes room.
    if (!signal.aborted && turn === 0) know();
  };

  /** Reads, judges and shows in pieces, each in a task of its own. Whatever changed in between asks for a new review, which overtakes this one. */
  const review = async (): Promise<void> => {
    // Gone with its message, or put elsewhere by the page: whoever finds composes is about to say which. Nothing was taken out of it.
    if (!isConnected(root)) return;
    turn += 1;
    const mine = turn;
    const overtaken = (): boolean => mine !== turn || signal.aborted || !isConnected(root);
    const reading = readNow(root);
    last = reading;
    if (!reading) {
      nudging.clear();
      unmark();
      return;
    }
    hearEditor(reading.body.editor);
    observe();
    frame.composeEvents.shown(root, reading.shownFiles.map(wordsOf), reading.listsFiles);
    if (!touched) initialRecipients = reading.recipients.items;
    await pause();
    if (overtaken()) return;
    const layout = know();
    await pause();
    if (overtaken()) return;
    const { authored, thread } = await bodyReader.read(reading.body);
    if (overtaken()) return;
    await pause();
    if (overtaken()) return;
    const { body, shownFiles: _, listsFiles: _lists, ...read } = reading;
    written = { authored, thread };
    const observation: ComposeObservation = { ...read, initialRecipients: frame.drifted('compose') ? null : initialRecipients, authored, thread };
    const details = nudging.show(
      observation,
      () => layout ?? { anchor: root, keepClear: [] },
      (detail) => {
        const { place } = detail;
        if (!place) return;
        const text = place.part === 'authored' ? authored : thread.text;
        const show = (): void => {
          if (body.kind === 'text') scrollTextArea(body.editor, wordsOf(text), place);
          else if (place.part === 'quoted') frame.jump(body, place);
          else frame.mark(body, authored, [place], true, marks.signal);
        };
        frame.contained('present', show, undefined);
      },
    );
    const places = details.flatMap(({ place }) => (place?.part === 'authored' ? [place] : []));
    // What is typed elsewhere moves the marks along; only other words are marked anew.
    const words = JSON.stringify(places.map(({ start, end }) => wordsOf(authored).slice(start, end)));
    if (places.length === 0) unmark();
    else if (words !== marked) {
      unmark();
      marked = words;
      frame.contained('present', () => frame.mark(body, authored, places, false, marks.signal), undefined);
    }
  };
  /** Marks in the text stand for as long as the card that they belong to. */
  let marks = new AbortController();
  let marked = '';
  const unmark = (): void => {
    marks.abort();
    marks = new AbortController();
    marked = '';
  };
  signal.addEventListener('abort', unmark, { once: true });

  const schedule = createSchedule(() => void review().catch(() => frame.failed('thread')), calm, longest, signal);
  const refresh = (): void => frame.contained('read', schedule.request, undefined);
  const nudging = createNudging(life, frame, unmark, refresh);
  /** When Send was last let through (`performance.now()`). */
  let sentAt = Number.NEGATIVE_INFINITY;
  /** Who will have been written to when this message is gone. */
  let addressed: readonly number[] = [];
  /** When the person last did something in this page (`performance.now()`). */
  let actedAt = Number.NEGATIVE_INFINITY;
  let counts: SentCounts = { inside: null, outside: null };
  /** The background knows that Send was pressed past a reminder. */
  let told = false;
  const end = (leaving = false): void => {
    const sent = performance.now() - sentAt < sentWithin;
    const { rules, unanswered } = nudging.end(sent ? 'sent' : 'closed');
    // Without a salt nobody has a key yet; asking makes one for the next time.
    if (sent && (addressed.length > 0 || frame.ports.situation().context.acquaintances.salt === '')) frame.ports.sentTo(addressed);
    addressed = [];
    if (!sent) return;
    // Whoever did something else after Send may have been told that it was not sent, and left.
    const past = leaving && unanswered && actedAt - sentAt < sameAct;
    frame.ports.sent(frame.site.id, rules, counts, past);
    // Asked once, and only where a reminder was overlooked: who had answered it has decided.
    if (unanswered && !leaving)
      frame.contained('present', () => frame.presenter.afterSend(life, frame.ports.situation().catalog, () => frame.ports.openPage('sent')), undefined);
    // The page going away, and the compose, may both tell.
    sentAt = Number.NEGATIVE_INFINITY;
  };
  const stop = (): void => {
    frame.contained('settings', () => end(), undefined);
    closeDialog();
    frame.contained('present', () => frame.presenter.know(life, null), undefined);
    nudging.clear();
    life.abort();
  };
  signal.addEventListener('abort', () => rootLife.abort(), { once: true });

  /** The latest reading of the text; recipients and files are read anew at the moment of sending. */
  let written: Pick<ComposeObservation, 'authored' | 'thread'> = { authored: pageTextOf(''), thread: unreadThread };
  const observationNow = (): ComposeObservation | null => {
    const reading = readNow(root);
    if (!reading) return null;
    const { body: _body, shownFiles: _files, listsFiles: _lists, ...read } = reading;
    return { ...read, initialRecipients: frame.drifted('compose') ? null : initialRecipients, ...written };
  };
  const closeDialog = (): void => frame.contained('present', () => frame.presenter.confirm(life, null), undefined);
  const hold = createHold({
    close: closeDialog,
    ask: ({ onBack, onSend }) => {
      const observation = observationNow();
      const held = observation && nudging.held(observation);
      if (!held) return false;
      const send = (): void => {
        // The page may refuse the message; the next press of Send is then not held for the same reasons.
        held.settle();
        onSend();
      };
      frame.presenter.confirm(life, { view: held.view, catalog: frame.ports.situation().catalog, near: root, onBack, onSend: send });
      return true;
    },
  });
  /** A `submit` is always the browser's own, also when a page's code asked for it. */
  const byPerson = ({ event, how }: SendAttempt): boolean => (event.isTrusted && how !== 'submit') || performance.now() - actedAt < actCounts;
  const onSend = (attempt: SendAttempt): void => {
    // Else a page could teach whom the person knows, use up the reminders of the day, and bring up the dialog as it likes.
    if (!byPerson(attempt)) return;
    frame.contained('hold', () => hold(attempt), undefined);
    if (attempt.event.defaultPrevented) return;
    sentAt = performance.now();
    frame.contained(
      'settings',
      () => {
        const observation = observationNow();
        const { context } = frame.ports.situation();
        addressed = observation ? acquaintanceKeys(observation, context) : [];
        counts = observation ? sentCounts(observation, context) : { inside: null, outside: null };
        const rules = nudging.unanswered();
        told = rules !== null;
        if (rules) frame.ports.sending({ site: frame.site.id, rules, ...counts });
      },
      undefined,
    );
  };

  /** What is typed into an editor's own frame never bubbles up to the root. The frame's document may be replaced, so this looks at every reading. */
  const heard = new WeakSet<Document>();
  const hearEditor = (editor: HTMLElement): void => {
    const inner = documentOf(editor);
    if (inner === documentOf(root) || heard.has(inner)) return;
    heard.add(inner);
    const onTouch = (event: Event): void => {
      if (event.isTrusted) touched = true;
      // What a page's own commands do to a text is trusted, too.
      if (event.isTrusted && (event.type === 'keydown' || event.type === 'pointerdown')) actedAt = performance.now();
      refresh();
    };
    for (const type of ['input', 'keydown', 'pointerdown', 'paste', 'drop'] as const) listen(inner, type, onTouch, { signal, capture: true, passive: true });
  };

  // A recipient can also come from an address book beside the compose: any act in the page counts, from now on.
  const onAct = (event: Event): void => {
    if (!event.isTrusted) return;
    touched = true;
    actedAt = performance.now();
    if (!told || actedAt - sentAt < sameAct) return;
    told = false;
    frame.contained('settings', () => frame.ports.sending(null), undefined);
  };
  for (const type of ['pointerdown', 'keydown'] as const) listen(frame.page, type, onAct, { signal, capture: true, passive: true });

  /** Watches the compose, and the open shadow roots that it has by now. */
  let observe = (): void => undefined;
  const watchRoot = (): void => {
    rootLife.abort();
    rootLife = new AbortController();
    const options = { signal: AbortSignal.any([rootLife.signal, signal]), capture: true, passive: true } as const;
    const onTouch = (event: Event): void => {
      if (event.isTrusted) touched = true;
      refresh();
    };
    for (const type of ['input', 'keydown', 'pointerdown', 'paste', 'drop'] as const) listen(root, type, onTouch, options);
    for (const type of ['change', 'focusout', 'compositionend'] as const) listen(root, type, refresh, options);
    frame.contained('hold', () => reader?.watchSending?.(root, onSend, options.signal), undefined);
    const observer = new MutationObserver(refresh);
    observe = () => {
      for (const tree of [root, ...openRoots(root)]) observer.observe(tree, observed);
    };
    observe();
    options.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    refresh();
  };
  watchRoot();
  void begin().catch(() => frame.failed('read'));

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
    end,
    // The popup may ask before the first reading.
    account: () => (last ?? readNow(root))?.account?.address ?? null,
    stop,
  };
}
