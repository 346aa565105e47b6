/** Watches the open messages of one document: one card for the one that matters most, gone as soon as another message is opened. */
import type { MessageObservation } from '../core/observation';
import type { Severity } from '../core/rule';
import { wordsOf } from '../core/text';
import { readLinks } from '../page/message-links';
import { openRoots } from '../page/open-roots';
import { createSchedule } from '../page/schedule';
import type { MessageReading } from '../page/site';
import { pause } from '../page/slices';
import { all, frameDocumentOf, isConnected, rawTextOf } from '../page/tree';
import type { Frame, MessageWatch } from './frame';
import { createNudging, type Nudging } from './nudging';

/** A message is read after it has been open for a moment, so that going through a list with the arrow keys costs nothing. */
const calm = 450;
const longest = 1800;
/** A card that stood for so long (ms) was seen. */
const seenAfter = 2000;
/** Of a long conversation with everything expanded, so many are read, the newest first. */
const mostRead = 8;
const rank: Readonly<Record<Severity, number>> = { serious: 0, caution: 1, note: 2 };

interface Open {
  readonly root: HTMLElement;
  readonly reading: MessageReading;
}

export function watchMessages(frame: Frame): MessageWatch {
  const reader = frame.site.surfaces.message;
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, frame.signal]);
  let roots: readonly HTMLElement[] = [];
  let rootLife = new AbortController();
  let turn = 0;
  /** The message that has the card: its root, who it is, and its nudging. */
  let speaking: { readonly root: HTMLElement; readonly text: HTMLElement | null; readonly key: string; readonly since: number } | null = null;
  let owner: object = {};
  let nudging: Nudging = createNudging(
    owner,
    frame,
    () => undefined,
    () => refresh(),
  );
  let account: string | null = null;

  /** The card's message is gone, or another one took its place. */
  const leave = (): void => {
    if (!speaking) return;
    const how = performance.now() - speaking.since >= seenAfter ? 'passed' : 'skimmed';
    speaking = null;
    frame.contained('settings', () => nudging.end(how), undefined);
    nudging.clear();
    owner = {};
    nudging = createNudging(
      owner,
      frame,
      () => undefined,
      () => refresh(),
    );
  };

  const readOne = (root: HTMLElement): Open[] => {
    const reading = frame.contained('read', () => reader?.read(root, null) ?? null, null);
    return reading ? [{ root, reading }] : [];
  };

  const review = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const stale = (): boolean => mine !== turn || signal.aborted;
    // Where it is uncertain who wrote a message, nothing is said about them, and nothing is learnt.
    const open: Open[] = [];
    for (const root of frame.drifted('message') ? [] : [...roots].reverse().slice(0, mostRead)) {
      if (!isConnected(root)) continue;
      open.push(...readOne(root));
      await pause();
      if (stale()) return;
    }
    account = open.find(({ reading }) => reading.account !== null)?.reading.account?.address ?? null;
    for (const { reading } of open) learn(reading);
    const found: { readonly open: Open; readonly key: string; readonly observation: MessageObservation; readonly severity: Severity }[] = [];
    for (const one of open) {
      listenIn(one.reading.text);
      const links = await readLinks(one.reading.text, stale);
      if (links === null || stale()) return;
      const { text: _text, ...read } = one.reading;
      const observation: MessageObservation = { ...read, links, nameElsewhere: nameElsewhere(one.reading) };
      const severity = nudging.wouldShow(observation);
      if (severity) found.push({ open: one, key: keyOf(one.reading), observation, severity });
    }
    const best = found.reduce<(typeof found)[number] | null>((leader, one) => (!leader || rank[one.severity] < rank[leader.severity] ? one : leader), null);
    if (speaking && (!best || best.key !== speaking.key)) leave();
    if (!best) return;
    const { root, reading } = best.open;
    speaking = { root, text: reading.text, key: best.key, since: speaking?.since ?? performance.now() };
    nudging.show(
      best.observation,
      () => reader?.layout(root) ?? { anchor: root, keepClear: [] },
      () => undefined,
    );
  };

  /** People whom the header names: an answer to this message may show them by name only. */
  const learn = ({ sender, recipients, replyTo }: MessageReading): void => {
    const { people } = frame.composeEvents;
    for (const { address, name } of [...(sender ? [sender] : []), ...recipients.items, ...replyTo.items])
      if (address !== null && name !== null) people.learnFromMessage({ name: wordsOf(name), address });
  };
  const nameElsewhere = ({ sender }: MessageReading): readonly string[] =>
    sender?.name ? frame.composeEvents.people.addressesOf(wordsOf(sender.name)).filter((address) => address !== sender.address) : [];

  const schedule = createSchedule(() => void review().catch(() => frame.failed('read')), calm, longest, signal);
  const isThere = (): boolean => speaking !== null && isConnected(speaking.root) && (speaking.text === null || isConnected(speaking.text));
  const changed = (): void => {
    if (speaking && !isThere()) leave();
  };
  const refresh = (): void =>
    frame.contained(
      'read',
      () => {
        changed();
        if (roots.length > 0) schedule.request();
      },
      undefined,
    );

  /** A text in a frame of its own changes without a change of the page around it. */
  const heard = new WeakSet<HTMLElement>();
  const listenIn = (text: HTMLElement | null): void => {
    if (!text || heard.has(text)) return;
    heard.add(text);
    const observer = new MutationObserver(refresh);
    observer.observe(text, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  };

  return {
    follow(next) {
      if (next.length === roots.length && next.every((root, index) => root === roots[index])) {
        refresh();
        return;
      }
      roots = next;
      rootLife.abort();
      rootLife = new AbortController();
      const observer = new MutationObserver(refresh);
      for (const root of roots.slice(-mostRead)) {
        for (const tree of [root, ...openRoots(root)]) observer.observe(tree, { childList: true, subtree: true, characterData: true });
        // A frame is there before its text is.
        for (const inner of all(root, 'iframe')) {
          inner.addEventListener('load', refresh, { signal: AbortSignal.any([rootLife.signal, signal]) });
          if (frameDocumentOf(inner)?.readyState === 'loading') refresh();
        }
      }
      rootLife.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
      if (roots.length === 0) leave();
      refresh();
    },
    changed,
    refresh,
    roots: () => roots,
    account: () => account,
    end: () => leave(),
    stop() {
      leave();
      rootLife.abort();
      life.abort();
    },
  };
}

/** Which message this is, where one root shows one after the other. */
const keyOf = ({ sender, text }: MessageReading): string => `${sender?.address ?? ''}\n${text ? rawTextOf(text).slice(0, 300) : ''}`;
