/** Servers that a person or a policy added: the browser's own record of granted hosts is the only list there is. */
import { browser } from 'wxt/browser';

const scriptId = 'added-hosts';

/** Match patterns of all granted hosts that the manifest's content script does not cover already. */
export async function addedHosts(): Promise<readonly string[]> {
  const builtIn = new Set((browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []));
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !builtIn.has(origin) && /^https?:/.test(origin));
}

/** Makes the sentinel run on exactly the added hosts, now and after a restart. */
export async function registerAddedHosts(): Promise<void> {
  const matches = [...(await addedHosts())];
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
}

/** Starts the sentinel in tabs that were open before: after install, update, or a new host. Tabs that refuse are left alone. */
export async function wakeOpenTabs(matches: readonly string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/sentinel.js'] }))),
  );
}

/** Asks the browser for one server. Call it from within a press of a button, before anything is awaited. @returns whether the person agreed */
export const askForHost = (pattern: string): Promise<boolean> => browser.permissions.request({ origins: [pattern] });

/** Gives a server back. @returns whether it is gone; `false` where a policy has set it */
export const dropHost = (pattern: string): Promise<boolean> => browser.permissions.remove({ origins: [pattern] }).catch(() => false);

/** Calls back after a server was added or removed, here or in the browser's own settings. */
export function watchHosts(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}
