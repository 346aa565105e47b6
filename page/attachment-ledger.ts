/**
 * Remembers which files came into which compose, from the events that bring them: a chosen file, a drop, a paste
 * (`research/webmail-dom.md` §15). Joined with the chips the page shows, it knows the names that a page cuts short,
 * and that a file was there before its upload ended. A file that was shown and is shown no more was removed; so was a picture
 * that came into the text and is there no more. A file that a page with a list of files does not list was refused.
 */

import { sameFile } from './compose-attachments';
import type { NoticedFile } from './site';
import { all, attribute, bodyOf, boxOf, closest, contains, documentOf, frameDocumentOf, isConnected, tagOf, viewOf } from './tree';

export interface AttachmentLedger {
  /** Files of one compose, oldest first, without those that were removed. */
  filesOf(root: HTMLElement): readonly NoticedFile[];
  /**
   * Tells which files the page shows at a compose now.
   * @param lists the page is known to list every file that it takes
   */
  shown(root: HTMLElement, names: readonly string[], lists?: boolean): void;
}

interface Entry extends Omit<NoticedFile, 'shown'> {
  readonly target: WeakRef<Element>;
  /** What the person had last touched or focused: files of a hidden input or an overlay belong to it. */
  readonly touched: WeakRef<Element> | null;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly time: number;
  /** Pictures that were there before this one came; `null` for other files. */
  readonly before: WeakSet<Element> | null;
  /** The picture in the text that this file became. */
  picture: WeakRef<Element> | null;
  owner: WeakRef<HTMLElement> | null;
  state: 'noticed' | 'shown' | 'removed';
}

/** A file that never appeared is given up after this time, if the page has shown another one since. Milliseconds. */
const givenUp = 30_000;
/** A page that lists files does so within this time, if only to say that they are on their way. Milliseconds. */
const listedWithin = 10_000;
const limit = 2000;

/** @param onFile called after files were noticed */
export function watchAttachments(page: Document, onFile: () => void, signal: AbortSignal): AttachmentLedger {
  const entries: Entry[] = [];
  /** Held weakly, as all of a compose: one that was closed is not kept in memory until the next one opens. */
  let known: readonly WeakRef<HTMLElement>[] = [];
  const ownersNow = (): HTMLElement[] => known.flatMap((owner) => owner.deref() ?? []).filter((owner) => isConnected(owner));
  const watched = new WeakSet<Document>();
  let touched: WeakRef<Element> | null = null;

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
    for (const { name, type } of files) {
      if (entries.length >= limit) break;
      const before = type.startsWith('image/') ? new WeakSet(picturesIn(page)) : null;
      entries.push({ name, origin, target: new WeakRef(target), touched, at, time: event.timeStamp, before, picture: null, owner: null, state: 'noticed' });
      some = true;
    }
    if (!some) return;
    onFile();
    setTimeout(() => signal.aborted || onFile(), listedWithin + 100);
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
          if (target && ownersNow().some((owner) => contains(owner, target))) touched = new WeakRef(target);
        },
        options,
      );
    }
  };
  watch(page);
  signal.addEventListener('abort', () => entries.splice(0), { once: true });

  const claim = (root: HTMLElement): void => {
    const owners = [...new Set([...ownersNow(), root])].filter((owner) => isConnected(owner));
    known = owners.map((owner) => new WeakRef(owner));
    for (const frame of all(root, 'iframe')) {
      const inner = frameDocumentOf(frame);
      if (inner) watch(inner);
    }
    for (const entry of entries) {
      const owner = entry.owner?.deref();
      if ((!owner || !isConnected(owner)) && belongs(entry, root, owners)) entry.owner = new WeakRef(root);
    }
  };

  return {
    filesOf(root) {
      claim(root);
      return entries
        .filter((entry) => entry.owner?.deref() === root && entry.state !== 'removed')
        .map(({ name, origin, state }) => ({ name, origin, shown: state === 'shown' }));
    },
    shown(root, names, lists = false) {
      claim(root);
      const own = entries.filter((entry) => entry.owner?.deref() === root);
      let gone = false;
      const remove = (entry: Entry): void => {
        entry.state = 'removed';
        gone = true;
      };
      for (const entry of own) {
        if (names.some((name) => sameFile(name, entry.name))) entry.state = 'shown';
        else if (entry.state === 'shown') entry.state = 'removed';
      }
      const latest = Math.max(...own.filter((entry) => entry.state === 'shown').map((entry) => entry.time));
      for (const entry of own) {
        if (entry.state !== 'noticed') continue;
        const age = performance.now() - entry.time;
        const wasInText = entry.picture !== null;
        if (entry.before && inText(entry, root, own)) continue;
        if (wasInText || (lists && age > listedWithin) || (entry.time <= latest && age > givenUp)) remove(entry);
      }
      if (gone) onFile();
    },
  };
}

/** Whether a picture stands in the compose that came with this file; editors exchange its element while they upload it. */
function inText(entry: Entry, root: HTMLElement, entries: readonly Entry[]): boolean {
  const pictures = picturesIn(root);
  const known = entry.picture?.deref();
  if (known && pictures.some((picture) => picture === known)) return true;
  const taken = new Set<Element | undefined>(entries.map(({ picture }) => picture?.deref()));
  const fresh = pictures.find((picture) => entry.before?.has(picture) === false && !taken.has(picture));
  if (fresh) entry.picture = new WeakRef(fresh);
  return fresh !== undefined;
}

/** Pictures in the editors of a page or of a part of it, also in frames; not those of people. */
function picturesIn(root: Document | HTMLElement): HTMLElement[] {
  const frames = all(root, 'iframe').flatMap((frame) => frameDocumentOf(frame) ?? []);
  const inPage = all(root, '[contenteditable] img').filter((picture) => !closest(picture, '[contenteditable="false" i]'));
  return [...inPage, ...frames.flatMap((inner) => all(inner, 'img'))];
}

/** By where it happened; else by where it was dropped; else by what was touched last; else by being the only compose. */
function belongs(entry: Entry, root: HTMLElement, owners: readonly HTMLElement[]): boolean {
  const holding = (node: WeakRef<Element> | null): HTMLElement | undefined => {
    const element = node?.deref();
    return element && owners.find((owner) => contains(owner, element));
  };
  const place = holding(entry.target);
  if (place) return place === root;
  const { at } = entry;
  if (at) {
    const box = boxOf(root);
    return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
  }
  const used = holding(entry.touched);
  return used ? used === root : owners.length === 1;
}

const isElement = (target: EventTarget | null | undefined): target is Element => (target as Node | null | undefined)?.nodeType === 1;
