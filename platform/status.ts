/** What the engines of a tab's frames last said about themselves. Kept by the background in storage.session (memory only). */
import { browser } from 'wxt/browser';
import type { TabStatus } from '../core/ports';
import { tellFrame } from './messages';
import { inTurn } from './turn';

/** By frame id; 0 is the top frame. */
export type FrameStatuses = Readonly<Record<number, TabStatus>>;

const keyOf = (tabId: number): string => `status.${tabId}`;

/** Never rejects: what a page says of itself is no reason to fail. */
const change = (work: () => Promise<unknown>): Promise<void> =>
  inTurn('status', work).then(
    () => undefined,
    () => undefined,
  );

export const readStatuses = async (tabId: number): Promise<FrameStatuses> => {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as FrameStatuses | undefined) ?? {};
};

/** Keeps what one frame said, after all earlier changes, and tells the tab's frames of each other's calls: one call, one card. */
export const keepStatus = (tabId: number, frameId: number, status: TabStatus): Promise<void> =>
  change(async () => {
    const statuses: FrameStatuses = { ...(await readStatuses(tabId)), [frameId]: status };
    await browser.storage.session.set({ [keyOf(tabId)]: statuses });
    // What a page says as it goes must not outlive its tab.
    if (!(await browser.tabs.get(tabId).catch(() => null))) return browser.storage.session.remove(keyOf(tabId));
    const frames = Object.keys(statuses).map(Number);
    if (frames.length < 2) return;
    // Not awaited: a frame that does not answer must not hold up the rest.
    // The top frame is in no other, so it is never the better reader.
    const calls = frames.filter((frame) => frame !== 0 && statuses[frame]?.meeting);
    for (const frame of frames)
      void tellFrame(
        tabId,
        frame,
        calls.some((other) => other !== frame),
      );
  });

/** Forgets a tab, when it closed or its top frame went elsewhere. */
export const forgetStatuses = (tabId: number): Promise<void> => change(() => browser.storage.session.remove(keyOf(tabId)));

/** Calls back after an engine of any tab said something new. @returns a function that stops it */
export function watchStatuses(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith('status.'))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
