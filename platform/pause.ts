/** The pause that the person made (storage.local): written by the popup, read by pages. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { noPause, type Pause } from '../core/pause';
import { pauseKey as key } from './stored-keys';

const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const schema = v.object({ everywhere: time, sites: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)), time) });

/** The pause; none where nothing is stored, or something broken. */
export async function readPause(): Promise<Pause> {
  const stored = await browser.storage.local.get(key).catch(() => ({}));
  const parsed = v.safeParse(schema, (stored as Record<string, unknown>)[key]);
  return parsed.success ? parsed.output : noPause;
}

/** Keeps the pause in place of the one before. Rejects when the browser cannot store it. */
export const writePause = (pause: Pause): Promise<void> => browser.storage.local.set({ [key]: pause });

/** Calls back after the pause changed. @returns a function that stops it */
export function watchPause(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && key in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
