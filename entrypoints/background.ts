import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { PacingMemory } from '../core/pacing';
import { dealtWith, dismissed, heeded, reconsidered, shown, snoozed } from '../core/pacing-memory';
import type { SentNote } from '../core/report';
import { forgetAcquaintances, keepAcquaintances } from '../platform/acquaintances';
import { changeSetting, settleOwnSettings } from '../platform/change-settings';
import { forgetBefore, keepHistory } from '../platform/history';
import { readHistoryTrouble } from '../platform/history-trouble';
import { addedHosts, allowHosts, builtInHosts, registerAddedHosts, wakeOpenTabs, withdrawHosts } from '../platform/hosts';
import { keepSeen, readLeftUnlocked, setThreshold, watchIdle } from '../platform/idle';
import { keepLastSent } from '../platform/last-sent';
import { keepManagedPack } from '../platform/managed-pack';
import { keepMeetings, readMeetings } from '../platform/meetings';
import { updateMemory } from '../platform/memory';
import { askEngine, type PageSender, type ServedPageRequest, servePages } from '../platform/messages';
import { migrateLocal } from '../platform/migrations';
import { claimPrint, keepPrint, printTabGone, takePrint } from '../platform/printing';
import { forgetPrivateWindows, updatePrivateMemory } from '../platform/private-windows';
import { awaitsSentLine, keepSending, keepSentPast, sendingTabGone, takeSentPast } from '../platform/sent-past';
import { readSettings, watchSettings } from '../platform/settings';
import { isSharing, keepSharing, reviewSharing } from '../platform/sharing';
import { readSituation } from '../platform/situation';
import { forgetStatuses, keepStatus, readStatuses } from '../platform/status';
import { openPage } from '../platform/tab';

export default defineBackground(() => {
  servePages(handle);
  // Asked for first, so that all that follows waits its turn behind it.
  void migrateLocal();
  watchIdle((tabId) => wakePage(tabId, 0));
  // Pages can only recognise what they have a salt for.
  void keepAcquaintances([], 0);
  void updateMemory((memory) => memory);

  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason).catch(() => undefined));
  browser.permissions.onAdded.addListener(({ origins = [] }) => void allowHosts(origins).catch(() => undefined));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => void withdrawHosts(origins).catch(() => undefined));
  // Access may also change while the browser, or the extension in it, is off.
  void registerAddedHosts().catch(() => undefined);
  browser.runtime.onStartup.addListener(() => void forgetOldDays().catch(() => undefined));
  browser.tabs.onRemoved.addListener((tabId) => {
    void forgetStatuses(tabId);
    void printTabGone(tabId).catch(() => undefined);
    void sentWithTab(tabId).catch(() => undefined);
    void forgetPrivateWindows().catch(() => undefined);
    void reviewSharing().catch(() => undefined);
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') void forgetStatuses(tabId);
    if (change.status === 'complete') void wakeAfterSending(tabId).catch(() => undefined);
    // Firefox tells here what a tab captures; elsewhere a tab that went to another page shares nothing any more.
    if (change.status === 'complete' || 'sharingState' in change) void reviewSharing().catch(() => undefined);
  });
  watchSettings(() => {
    void keepManagedPack().catch(() => undefined);
    void settleOwnSettings();
    void setThreshold().catch(() => undefined);
  });
  void keepManagedPack().catch(() => undefined);
  void settleOwnSettings();
  // What the last background could not keep may have room now.
  void retryHistory().catch(() => undefined);
  browser.commands.onCommand.addListener((command) => {
    if (command === 'focus-nudge') void focusNudge();
  });
});

async function handle(request: ServedPageRequest, sender: PageSender): Promise<unknown> {
  const { tabId, frameId, origin, incognito } = sender;
  /** What a private window learns ends with it. */
  const pace = (change: (memory: PacingMemory) => PacingMemory, sending?: number): Promise<unknown> =>
    incognito ? updatePrivateMemory(change) : updateMemory(change, sending);
  switch (request.name) {
    case 'wake':
      return void (await wakePage(tabId, frameId));
    case 'parts':
      return bringParts(tabId, frameId, request.data);
    case 'ask-situation':
      return readSituation(incognito);
    case 'status':
      return keepStatus(tabId, frameId, request.data);
    case 'snooze':
      return pace((memory) => snoozed(memory, request.data.rules, snoozeEnd(request.data.length)));
    case 'dismissed':
      return pace((memory) => dismissed(memory, request.data.rules, request.data.how, request.data.reasons, Date.now()), request.id);
    case 'dealt-with':
      return pace((memory) => dealtWith(memory, request.data.rules, request.data.reasons, Date.now()));
    case 'sent-to':
      return incognito ? undefined : meet(request.data.keys, request.id);
    case 'shown':
      return pace((memory) => shown(memory, request.data.rule), request.id);
    case 'make-quiet': {
      const { rule } = request.data;
      const { settings } = await readSettings();
      // Whatever was chosen in the options stays: a page can only have its own kind of card made a chip.
      if ((settings.ruleStrengths[rule] ?? 'nudge') !== 'nudge') return undefined;
      await changeSetting({ rule, strength: 'quiet' });
      return pace((memory) => reconsidered(memory, rule));
    }
    case 'open':
      return openPage(request.data.page);
    case 'sent':
      if (incognito) return undefined;
      await keepSentPast(sender, request.data.past, wakeOwnPage);
      return keepSent(request.data);
    case 'sending':
      return incognito ? undefined : keepSending(sender, request.data);
    case 'outcomes':
      return incognito ? undefined : remember(request.data, request.id);
    case 'meetings':
      return readMeetings(incognito);
    case 'keep-meetings':
      return keepMeetings(request.data, incognito);
    case 'print':
      return keepPrint(tabId, request.data, () => wakePage(tabId, 0));
    case 'left-unlocked-seen':
      return keepSeen();
    case 'printing':
      return claimPrint(tabId);
    case 'ask-page-news':
      if (frameId !== 0) return null;
      return {
        print: (await takePrint(tabId))?.print,
        leftUnlocked: (await readLeftUnlocked()) ?? undefined,
        sentPast: await takeSentPast(tabId, origin),
      };
    case 'sharing':
      return void (await keepSharing(tabId, frameId, request.data));
    case 'ask-sharing':
      return isSharing();
  }
}

/** Brings the engine into a frame; where it runs already, nothing happens. Rejects where Second Glance has no access. */
const wakePage = (tabId: number, frameId: number): Promise<unknown> =>
  browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/engine.js'] });

const wakeOwnPage = (tabId: number): Promise<unknown> => wakePage(tabId, 0);

/** Brings further parts of the engine into a frame, each in a task of its own. */
async function bringParts(tabId: number, frameId: number, names: readonly string[]): Promise<true> {
  for (const name of names) await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`/parts/${name}.js` as '/engine.js'] });
  return true;
}

/** A page that came after a message was sent past a reminder may have nothing in it that would bring the engine. */
async function wakeAfterSending(tabId: number): Promise<void> {
  if (await awaitsSentLine(tabId)) await wakeOwnPage(tabId);
}

async function remember({ site, results }: Extract<ServedPageRequest, { name: 'outcomes' }>['data'], sending?: number): Promise<void> {
  const taken = results.filter(({ outcome }) => outcome === 'heeded').map(({ rule }) => rule);
  if (taken.length > 0) await updateMemory((memory) => heeded(memory, taken));
  const { settings } = await readSettings();
  if (!settings.history) return;
  const time = Date.now();
  await keepHistory(
    results.map((result) => ({ time, site, ...result })),
    settings.historyDays,
    sending,
  );
}

/** A window that closed after Send could tell nothing of it. */
async function sentWithTab(tabId: number): Promise<void> {
  const note = await sendingTabGone(tabId, wakeOwnPage);
  if (note) await keepSent(note);
}

async function retryHistory(): Promise<void> {
  if ((await readHistoryTrouble()) === null) return;
  const { settings } = await readSettings();
  await keepHistory([], settings.historyDays);
}

/** For a report that the person may want to make; not where nothing is to be remembered. */
async function keepSent({ site, rules, inside, outside }: Omit<SentNote, 'time'>): Promise<void> {
  const { settings } = await readSettings();
  if (settings.history) await keepLastSent({ time: Date.now(), site, rules, inside, outside });
}

/** Days that are too old go also when nothing new comes, and when the history is off. */
async function forgetOldDays(): Promise<void> {
  const { settings } = await readSettings();
  await forgetBefore(Date.now() - settings.historyDays * 86_400_000);
}

/** People who were written to, unless the person or the organisation does not want them to be recognised: then nothing is kept. */
async function meet(keys: readonly number[], sending?: number): Promise<void> {
  const { settings } = await readSettings();
  if (settings.rememberPeople) await keepAcquaintances(keys, Date.now(), sending);
  else await forgetAcquaintances();
}

/** An hour from now, or the end of this day on this computer's clock. */
function snoozeEnd(length: 'hour' | 'today'): number {
  return length === 'hour' ? Date.now() + 3_600_000 : new Date().setHours(24, 0, 0, 0);
}

async function installed(reason: string): Promise<void> {
  await registerAddedHosts();
  await wakeOpenTabs([...builtInHosts(), ...(await addedHosts())]);
  const { settings } = await readSettings();
  if (reason === 'install' && settings.showWelcome) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/popup.html') });
}

async function focusNudge(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  for (const frameId of Object.keys(await readStatuses(tab.id))) {
    if ((await askEngine(tab.id, Number(frameId), { name: 'focus-nudge' })) === true) return;
  }
}
