/**
 * Where Second Glance may work. The browser's own record of granted hosts is what counts; next to it stands a note of the servers that were added
 * on this computer, so that one that the browser takes back later can be offered again.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { hostFits, patternCovers } from '../core/match-pattern';
import { tellWithdrawn } from './messages';
import { inTurn } from './turn';

const scriptId = 'added-hosts';
/** Match patterns of servers that were added here (storage.local), granted or taken back since. */
const noteKey = 'added-hosts';
const note = v.array(v.string());

/** Options, popup and background all change the note. */
const noting = <T>(work: () => Promise<T>): Promise<T> => inTurn(noteKey, work);

/** Where Second Glance may work and where the browser keeps it away. All are match patterns. */
export interface Access {
  /** Servers beyond the built-in ones that the browser allows. */
  readonly added: readonly string[];
  /** Built-in hosts that the browser does not allow. */
  readonly withheld: readonly string[];
  /** Servers that were added before and are not allowed any more. */
  readonly lost: readonly string[];
}

/** Match patterns that come with the extension. */
export const builtInHosts = (): readonly string[] => [
  ...new Set((browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? [])),
];

/** Match patterns of all granted hosts that the manifest's content script does not cover already. */
export async function addedHosts(): Promise<readonly string[]> {
  const builtIn = builtInHosts();
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^https?:/.test(origin) && !builtIn.some((known) => known === origin || patternCovers(known, origin)));
}

const notedHosts = async (): Promise<readonly string[]> => {
  const stored = v.safeParse(note, (await browser.storage.local.get(noteKey))[noteKey]);
  return stored.success ? stored.output : [];
};

const isGranted = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] }).catch(() => true);

async function notGranted(patterns: readonly string[]): Promise<readonly string[]> {
  if (patterns.length === 0 || (await browser.permissions.contains({ origins: [...patterns] }).catch(() => false))) return [];
  const granted = await Promise.all(patterns.map(isGranted));
  return patterns.filter((_, index) => !granted[index]);
}

/** Asks the browser where Second Glance may work now. */
export async function readAccess(): Promise<Access> {
  const [added, withheld, lost] = await Promise.all([addedHosts(), notGranted(builtInHosts()), notedHosts().then(notGranted)]);
  return { added, withheld, lost };
}

/** Makes the sentinel run on exactly the added hosts, now and after a restart, and notes them. */
export const registerAddedHosts = (): Promise<void> =>
  noting(async () => {
    const matches = [...(await addedHosts())];
    const noted = await notedHosts();
    const fresh = matches.filter((pattern) => !noted.includes(pattern));
    if (fresh.length > 0) await browser.storage.local.set({ [noteKey]: [...noted, ...fresh] });
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
    if (matches.length === 0) {
      if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
      return;
    }
    const script = {
      id: scriptId,
      matches,
      js: ['sentinel.js'],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    } as const;
    if (registered.length > 0) await browser.scripting.updateContentScripts([{ ...script, matches: [...matches], js: [...script.js] } as never]);
    else await browser.scripting.registerContentScripts([{ ...script, matches: [...matches], js: [...script.js] } as never]);
  });

/** Starts the sentinel in tabs that were open before: after install, update, or a new host. Tabs that refuse are left alone. */
export async function wakeOpenTabs(matches: readonly string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/sentinel.js'] }))),
  );
}

/** The browser allows more: the sentinel starts there at once, in tabs that are open too. */
export async function allowHosts(origins: readonly string[]): Promise<void> {
  await registerAddedHosts();
  await wakeOpenTabs(origins);
}

/** The browser took hosts back: nothing starts there any more, and what runs in open tabs ends. */
export async function withdrawHosts(origins: readonly string[]): Promise<void> {
  await registerAddedHosts();
  await tellWithdrawn(origins);
}

/**
 * Asks the browser for servers. Call it from within a press of a button, before anything is awaited: the browser only asks then.
 * What comes of it is noticed in the background, since a popup may be gone before the person has answered.
 * @returns whether the person agreed
 */
export const askForHosts = (patterns: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...patterns] });

/** Gives a server back and forgets it. @returns whether it is gone; `false` where a policy has set it */
export async function dropHost(pattern: string): Promise<boolean> {
  await forgetHosts([pattern]);
  return browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}

/** Offers these servers no more, although they were added once. */
export const forgetHosts = (patterns: readonly string[]): Promise<void> =>
  noting(async () => browser.storage.local.set({ [noteKey]: (await notedHosts()).filter((noted) => !patterns.includes(noted)) }));

/** The patterns of a list that cover a host. */
export const patternsFor = (patterns: readonly string[], host: string): readonly string[] => patterns.filter((pattern) => hostFits(pattern, host));

/** Calls back after a server was added or removed, here or in the browser's own settings. */
export function watchHosts(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}
