/**
 * Notices that the computer was left unlocked, and tells the person on return: one chip in a page, and a mark on the toolbar button.
 * Background only; what happens when is decided in `core/left-unlocked`, and kept in storage.session, as the background is stopped in between.
 *
 * Off where nobody tells a locked screen from one that is merely idle: Firefox has no `locked` (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/idle/IdleState,
 * read 2026-11) and no permission for it is asked there; on Linux Chromium depends on the desktop, so nothing is said until it has told of a locked screen once.
 */
import { browser } from 'wxt/browser';
import { type IdleMemory, type IdleSign, leftUnlockedMessage, noticeIdle, owedNow, seenLeftUnlocked, somebodyThere } from '../core/left-unlocked';
import type { Catalog } from '../core/message';
import { messageText } from '../core/message';
import type { LeftUnlocked } from '../core/observation';
import { cardCatalogFor } from './card-language';
import { askEngine, tellAllPages, tellPage } from './messages';
import { readSettings } from './settings';
import { inTurn } from './turn';

const key = 'idle';
const tickName = 'idle-tick';
/** This computer has told of a locked screen before (storage.local). */
const locksKey = 'idle.locks';
const rule = 'unlocked-screen';

const read = async (): Promise<IdleMemory> => ((await browser.storage.session.get(key))[key] as IdleMemory | undefined) ?? somebodyThere;

/** The API, where the browser has it and an organisation has not taken it away. */
const idleApi = (): typeof browser.idle | null => (browser as { readonly idle?: typeof browser.idle }).idle ?? null;

/**
 * Listens from here on; called at every start of the background, at once, so that the browser can start it for these events.
 * @param wake brings an engine into the page of a tab, where one is allowed to be
 */
export function watchIdle(wake: (tabId: number) => Promise<unknown>): void {
  const idle = idleApi();
  if (!idle || import.meta.env.FIREFOX) return;
  idle.onStateChanged.addListener((state) => void take(state, wake).catch(() => undefined));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === tickName) void take('tick', wake).catch(() => undefined);
  });
  void setThreshold().catch(() => undefined);
}

/** Makes the browser use the minutes that are set. */
export async function setThreshold(): Promise<void> {
  const { settings } = await readSettings();
  idleApi()?.setDetectionInterval(settings.unlockedMinutes * 60);
}

const take = (sign: IdleSign, wake: (tabId: number) => Promise<unknown>): Promise<void> =>
  inTurn(key, async () => {
    const { settings } = await readSettings();
    if (sign === 'locked') await browser.storage.local.set({ [locksKey]: true });
    const before = await read();
    const watching = before.since !== null || sign === 'idle' ? await isWatching() : false;
    const after = noticeIdle(before, sign, watching, settings.unlockedMinutes * 60_000, Date.now());
    const told = after.owed !== before.owed && after.owed !== null && ((settings.ruleStrengths[rule] ?? 'quiet') === 'off' || !(await tellsLocks()));
    await browser.storage.session.set({ [key]: told ? { ...after, owed: null } : after });
    // Ticks only while nobody is there: a background that is woken for nothing costs battery.
    if (after.since !== null && !after.excused) await browser.alarms.create(tickName, { periodInMinutes: 1 });
    else await browser.alarms.clear(tickName);
    if (!told && after.owed !== null && after.owed !== before.owed) await tell(after.owed, wake);
    // What nobody has seen for hours is no news: its mark goes as well.
    else if (before.owed !== null && (told || after.owed === null)) await mark(null);
  });

/** Whether this computer tells when it is locked. */
async function tellsLocks(): Promise<boolean> {
  const { os } = await browser.runtime.getPlatformInfo();
  return os !== 'linux' || (await browser.storage.local.get(locksKey))[locksKey] === true;
}

/** Somebody may be there without touching anything: a call, a film or a presentation on the full screen, something to listen to. */
async function isWatching(): Promise<boolean> {
  const [audible, windows] = await Promise.all([browser.tabs.query({ audible: true }), browser.windows.getAll()]);
  if (audible.length > 0 || windows.some(({ state }) => state === 'fullscreen')) return true;
  const statuses = Object.entries(await browser.storage.session.get(null)).filter(([name]) => name.startsWith('status.'));
  const frames = statuses.flatMap(([name, kept]) =>
    Object.entries(kept as Readonly<Record<string, { readonly meeting: boolean }>>)
      .filter(([, { meeting }]) => meeting)
      .map(([frame]) => [Number(name.slice('status.'.length)), Number(frame)] as const),
  );
  const answers = await Promise.all(frames.map(([tab, frame]) => askEngine(tab, frame, { name: 'in-call-here' })));
  return answers.includes(true);
}

async function tell(left: LeftUnlocked, wake: (tabId: number) => Promise<unknown>): Promise<void> {
  await mark(left).catch(() => undefined);
  // An open popup may have told it before the mark was there.
  if ((await read()).owed === null) await mark(null).catch(() => undefined);
  const fronts = await browser.tabs.query({ active: true });
  // Not awaited: a tab that does not answer must not hold up the rest.
  for (const { id } of fronts) {
    if (id !== undefined)
      void wake(id)
        .catch(() => undefined)
        .then(() => tellPage(id, { leftUnlocked: left }));
  }
  void tellAllPages({ leftUnlocked: left }).catch(() => undefined);
}

/** The mark on the toolbar button; its title is what a screen reader says. */
async function mark(left: LeftUnlocked | null): Promise<void> {
  const { language } = (await readSettings()).settings;
  const catalog: Catalog = await cardCatalogFor(language === 'auto' ? navigator.languages : [language]);
  const name = messageText(catalog, { key: 'name' });
  const title = left ? `${name}: ${messageText(catalog, leftUnlockedMessage('title', left))}` : name;
  await Promise.all([
    browser.action.setBadgeText({ text: left ? '!' : '' }),
    browser.action.setTitle({ title }),
    ...(left ? [browser.action.setBadgeBackgroundColor({ color: '#8f2d0e' })] : []),
  ]);
}

/** What is still to be told. */
export const readLeftUnlocked = (): Promise<LeftUnlocked | null> => inTurn(key, async () => owedNow(await read(), Date.now()));

/**
 * Tells the popup, which the person has opened at the marked button: that is seeing it. Also when it becomes known while the popup is open.
 * @returns stops
 */
export function watchLeftUnlocked(onLeft: (left: LeftUnlocked) => void): () => void {
  const look = async (): Promise<void> => {
    const left = await readLeftUnlocked();
    if (left) onLeft(left);
    await keepSeen();
  };
  const listener = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>, area: string): void => {
    if (area === 'session' && (changes[key]?.newValue as IdleMemory | undefined)?.owed) void look().catch(() => undefined);
  };
  browser.storage.onChanged.addListener(listener);
  void look().catch(() => undefined);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The person has seen it: the mark goes, and no other page tells it. */
export const keepSeen = (): Promise<void> =>
  inTurn(key, async () => {
    const before = await read();
    const after = seenLeftUnlocked(before);
    if (after === before) return;
    await browser.storage.session.set({ [key]: after });
    await mark(null);
    void tellAllPages({ leftUnlocked: null }).catch(() => undefined);
  });
