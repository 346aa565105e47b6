/**
 * Whether the person shares the screen in a call, in any tab. Background only.
 *
 * Which frames said so is kept in storage.session (memory only). Nobody is believed for long: each time it matters the frame is asked again,
 * so that a crash, a navigation or an engine that went away cannot leave a share behind.
 * Firefox knows by itself what each tab captures, in `sharingState` of its tabs, without a permission (measured in Firefox 153, November 2026); then its word counts alone.
 */
import { browser } from 'wxt/browser';
import { askEngine, tellSharing } from './messages';
import { inTurn } from './turn';

/** Tab ids to the frames that share. */
type Sharers = Readonly<Record<number, readonly number[]>>;

/** A tab as Firefox describes it; elsewhere there is no `sharingState`. */
interface CapturingTab {
  readonly sharingState?: { readonly screen?: string };
}

const key = 'sharing';
const patienceMs = 2000;

interface Kept {
  readonly sharers: Sharers;
  /** What the engines were told last. */
  readonly told: boolean;
}

const read = async (): Promise<Kept> => ((await browser.storage.session.get(key))[key] as Kept | undefined) ?? { sharers: {}, told: false };

/**
 * What the browser itself knows of its tabs: whether one captures the whole screen.
 * `null` where it does not tell: Chromium refuses the question, as it has no such property.
 */
async function browsersWord(): Promise<boolean | null> {
  try {
    const tabs: readonly object[] = await browser.tabs.query({ screen: true } as never);
    const states = tabs.map((tab) => (tab as CapturingTab).sharingState);
    return states.includes(undefined) ? null : states.some((state) => state?.screen === 'Screen');
  } catch {
    return null;
  }
}

/** A page that is stopped by a dialog of its own does not answer; its earlier word stands. */
const stillSharing = (tab: number, frame: number): Promise<boolean> =>
  Promise.race([
    askEngine(tab, frame, { name: 'sharing-here' }).then((answer) => answer === true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), patienceMs)),
  ]);

/** Those of the kept frames that still say so. */
async function confirmed(sharers: Sharers): Promise<Sharers> {
  const asked = Object.entries(sharers).map(async ([tab, frames]) => {
    const answers = await Promise.all(frames.map((frame) => stillSharing(Number(tab), frame)));
    return [tab, frames.filter((_, index) => answers[index])] as const;
  });
  return Object.fromEntries((await Promise.all(asked)).filter(([, frames]) => frames.length > 0));
}

/** Works out the answer anew, keeps it, and tells all engines when it is another one. */
async function settle(change: (sharers: Sharers) => Sharers): Promise<boolean> {
  const before = await read();
  const sharers = await confirmed(change(before.sharers));
  const now = (await browsersWord()) ?? Object.keys(sharers).length > 0;
  if (now !== before.told || JSON.stringify(sharers) !== JSON.stringify(before.sharers)) await browser.storage.session.set({ [key]: { sharers, told: now } });
  // Not awaited: one tab that does not answer must not hold up the rest.
  if (now !== before.told) void tellSharing(now).catch(() => undefined);
  return now;
}

/** Whether the person shares the screen now. */
export const isSharing = (): Promise<boolean> => inTurn('sharing', () => settle((sharers) => sharers));

/** Takes in what one frame says of itself. */
export const keepSharing = (tabId: number, frameId: number, on: boolean): Promise<boolean> =>
  inTurn('sharing', () =>
    settle((sharers) => {
      const others = (sharers[tabId] ?? []).filter((frame) => frame !== frameId);
      return { ...sharers, [tabId]: on ? [...others, frameId] : others };
    }),
  );

/** A tab closed or went elsewhere, or the browser says that its capture changed. Asks only where something may end or begin. */
export const reviewSharing = (): Promise<boolean> =>
  inTurn('sharing', async () => ((await read()).told || (await browsersWord()) === true ? settle((sharers) => sharers) : false));
