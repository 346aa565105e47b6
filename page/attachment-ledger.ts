/**
 * Remembers which files came into which compose, from the events that bring them: a chosen file, a drop, a paste
 * (`research/webmail-dom.md` §15). Joined with the chips the page shows, it knows the names that a page cuts short,
 * and that a file was there before its upload ended. A file that was shown and is shown no more was removed.
 */

import { sameFile } from './compose-attachments';
import type { NoticedFile } from './site';
import { all, attribute, bodyOf, boxOf, contains, documentOf, frameDocumentOf, isConnected, tagOf, viewOf } from './tree';

export interface AttachmentLedger {
  /** Files of one compose, oldest first, without those that were removed. */
  filesOf(root: HTMLElement): readonly NoticedFile[];
  /** Tells which files the page shows at a compose now. */
  shown(root: HTMLElement, names: readonly string[]): void;
}

interface Entry extends Omit<NoticedFile, 'shown'> {
  readonly target: Element;
  /** What the person had last touched or focused: files of a hidden input or an overlay belong to it. */
  readonly touched: Element | null;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly time: number;
  owner: HTMLElement | null;
  state: 'noticed' | 'shown' | 'removed';
}

/** A file that never appeared is given up after this time, if the page has shown another one since. Milliseconds. */
const givenUp = 30_000;
const limit = 2000;

/** @param onFile called after files were noticed */
export function watchAttachments(page: Document, onFile: () => void, signal: AbortSignal): AttachmentLedger {
  const entries: Entry[] = [];
  const owners = new Set<HTMLElement>();
  const watched = new WeakSet<Document>();
  let touched: Element | null = null;

  /** The element of the top document that stands for an event's target: the frame, for targets inside one. */
  const standIn = (target: EventTarget | null): Element | null => {
    if (!isElement(target)) return bodyOf(page);
    const inner = documentOf(target);
    return inner === page ? target : (viewOf(inner)?.frameElement ?? null);
  };

  const notice = (files: Iterable<File>, origin: NoticedFile['origin'], event: Event, at: Entry['at']): void => {
    const target = standIn(event.composedPath()[0] ?? event.target);
    if (!target) return;
    let some = false;
    for (const { name } of files) {
      if (entries.length >= limit) break;
      entries.push({ name, origin, target, touched, at, time: event.timeStamp, owner: null, state: 'noticed' });
      some = true;
    }
    if (some) onFile();
  };

  const noticePicked = (event: Event): void => {
    const input = event.composedPath()[0];
    if (isElement(input) && tagOf(input) === 'input' && attribute(input, 'type')?.toLowerCase() === 'file')
      notice((input as HTMLInputElement).files ?? [], 'picked', event, null);
  };
  const watch = (inside: Document): void => {
    if (watched.has(inside)) return;
    watched.add(inside);
    const options = { capture: true, passive: true, signal } as const;
    // On the window where there is one: before every handler of the page, which may empty the input at once.
    const stage: EventTarget = viewOf(inside) ?? inside;
    stage.addEventListener(
      'change',
      (event) => {
        noticePicked(event);
      },
      options,
    );
    stage.addEventListener(
      'input',
      (event) => {
        // A change is never heard outside an open shadow root; the `input` that comes with it is.
        if (event.composedPath()[0] !== event.target) noticePicked(event);
      },
      options,
    );
    stage.addEventListener(
      'drop',
      (event) => {
        const { dataTransfer, clientX: x, clientY: y } = event as DragEvent;
        if (dataTransfer) notice(dataTransfer.files, 'dropped', event, { x, y });
      },
      options,
    );
    stage.addEventListener(
      'paste',
      (event) => {
        const data = (event as ClipboardEvent).clipboardData;
        // Office programs put a picture of copied text beside the text; pages paste the text.
        if (data && !data.types.includes('text/html')) notice(data.files, 'pasted', event, null);
      },
      options,
    );
    for (const type of ['focusin', 'pointerdown'] as const) {
      stage.addEventListener(
        type,
        (event) => {
          const target = standIn(event.composedPath()[0] ?? event.target);
          if (target && [...owners].some((owner) => contains(owner, target))) touched = target;
        },
        options,
      );
    }
  };
  watch(page);
  signal.addEventListener('abort', () => entries.splice(0), { once: true });

  const claim = (root: HTMLElement): void => {
    owners.add(root);
    for (const owner of owners) if (!isConnected(owner)) owners.delete(owner);
    for (const frame of all(root, 'iframe')) {
      const inner = frameDocumentOf(frame);
      if (inner) watch(inner);
    }
    for (const entry of entries) if ((!entry.owner || !isConnected(entry.owner)) && belongs(entry, root, owners)) entry.owner = root;
  };

  return {
    filesOf(root) {
      claim(root);
      return entries
        .filter((entry) => entry.owner === root && entry.state !== 'removed')
        .map(({ name, origin, state }) => ({ name, origin, shown: state === 'shown' }));
    },
    shown(root, names) {
      claim(root);
      const own = entries.filter((entry) => entry.owner === root);
      for (const entry of own) {
        if (names.some((name) => sameFile(name, entry.name))) entry.state = 'shown';
        else if (entry.state === 'shown') entry.state = 'removed';
      }
      const latest = Math.max(...own.filter((entry) => entry.state === 'shown').map((entry) => entry.time));
      for (const entry of own) if (entry.state === 'noticed' && entry.time <= latest && performance.now() - entry.time > givenUp) entry.state = 'removed';
    },
  };
}

/** By where it happened; else by where it was dropped; else by what was touched last; else by being the only compose. */
function belongs(entry: Entry, root: HTMLElement, owners: ReadonlySet<HTMLElement>): boolean {
  for (const owner of owners) if (contains(owner, entry.target)) return owner === root;
  const { at } = entry;
  if (at) {
    const box = boxOf(root);
    return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
  }
  for (const owner of owners) if (entry.touched && contains(owner, entry.touched)) return owner === root;
  return owners.size === 1;
}

const isElement = (target: EventTarget | null | undefined): target is Element => (target as Node | null | undefined)?.nodeType === 1;
