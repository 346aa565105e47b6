/** The ports of a page's engine: settings and memory kept ready, everything else a message to the background. */
import { browser } from 'wxt/browser';
import { noAcquaintances } from '../core/acquaintance';
import { hostFits } from '../core/match-pattern';
import type { Catalog } from '../core/message';
import type { PacingMemory } from '../core/pacing';
import { nextEnd } from '../core/pause';
import type { Ports, Situation } from '../core/ports';
import type { Pack } from '../guidance/pack';
import { cardCatalogFor } from './card-language';
import type { PageRequest } from './messages';
import {
  askMeetings,
  askPageNews,
  askSharing,
  askSituation,
  notify,
  tellAndRemember,
  watchOtherFrames,
  watchPageNews,
  watchSharing,
  watchWithdrawn,
} from './page-messages';
import { readPagePack } from './page-pack';
import type { StoredSituation } from './situation';
import { acquaintancesKey, keptPackKey, memoryKey, ownCopyPrefix, ownPackKey, pauseKey } from './stored-keys';

const contextAlive = (): boolean => {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

/** Whether this page is in a private window, of which nothing is kept. */
const isPrivate = (): boolean => (browser as { readonly extension?: { readonly inIncognitoContext?: boolean } }).extension?.inIncognitoContext === true;

/** Whether this frame is on one of these hosts. A frame without an address of its own belongs to the origin that made it. */
const standsOn = (patterns: readonly string[]): boolean => {
  const origin = globalThis.origin;
  return URL.canParse(origin) && patterns.some((pattern) => hostFits(pattern, new URL(origin).hostname));
};

/** A share that ended without a word (the tab crashed) is asked about again after so long (ms). */
const sharingStands = 60_000;

interface All {
  readonly stored: StoredSituation;
  readonly catalog: Catalog;
  readonly pack: Pack;
}

/** Rejects when the background does not answer, or a part does not come. */
async function readAll(): Promise<All> {
  const stored = await askSituation();
  const { language, guidance } = stored.settings;
  const catalog = await cardCatalogFor(language === 'auto' ? navigator.languages : [language]);
  return { stored, catalog, pack: await readPagePack(guidance, catalog.language) };
}

const followed: ReadonlySet<string> = new Set([memoryKey, acquaintancesKey, pauseKey, ownPackKey, keptPackKey]);

/** Calls back after anything changed that `readAll` reads. @returns a function that stops it */
function watchStored(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    const ours = area === 'local' && Object.keys(changes).some((key) => followed.has(key) || key.startsWith(ownCopyPrefix));
    if (ours || area === 'sync' || area === 'managed') callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Reads everything once, then follows changes until the signal aborts. */
export async function createPagePorts(signal: AbortSignal): Promise<Ports & { pack(): Pack; readonly home: string }> {
  const listeners = new Set<() => void>();
  const hidden = isPrivate();
  let { stored, catalog, pack } = await readAll();
  let sharing = false;
  let otherCall = false;
  let withdrawn = false;
  let resuming: ReturnType<typeof setTimeout> | undefined;
  let sharingAsked = 0;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const takeMemory = (fresh: PacingMemory | null): void => {
    if (fresh === null) return;
    stored = { ...stored, memory: fresh };
    changed();
  };
  /** Tells what changes the memory. A private window's is not where changes would be seen, so it comes with the answer. */
  const pace = (act: PageRequest): void => {
    if (hidden) void tellAndRemember(act).then(takeMemory);
    else notify(act);
  };
  /** A pause ends by itself: what is on the page then is looked at again. */
  const resumeLater = (): void => {
    clearTimeout(resuming);
    const end = nextEnd(stored.pause, Date.now());
    // Longer than a day is no pause that the popup makes, and a timer that long overflows.
    if (end !== null) resuming = setTimeout(changed, Math.min(end - Date.now() + 50, 86_400_000));
  };
  resumeLater();
  const setSharing = (on: boolean): void => {
    sharingAsked = performance.now();
    if (on === sharing) return;
    sharing = on;
    changed();
  };
  /** Everything anew, once more when something changed in between. Without an answer what was read before stands. */
  let following: 'not' | 'once' | 'again' = 'not';
  const follow = async (): Promise<void> => {
    if (following !== 'not') {
      following = 'again';
      return;
    }
    do {
      following = 'once';
      const fresh = await readAll().catch(() => null);
      if (fresh) ({ stored, catalog, pack } = fresh);
    } while ((following as string) === 'again');
    following = 'not';
    resumeLater();
    changed();
  };
  const askAboutSharing = (): void => {
    sharingAsked = performance.now();
    void askSharing().then(setSharing, () => undefined);
  };
  askAboutSharing();
  const stops = [
    watchSharing(setSharing),
    watchOtherFrames((call) => {
      if (call === otherCall) return;
      otherCall = call;
      changed();
    }),
    watchWithdrawn((patterns) => {
      if (!standsOn(patterns)) return;
      withdrawn = true;
      changed();
    }),
    watchStored(() => void follow()),
  ];
  signal.addEventListener(
    'abort',
    () => {
      listeners.clear();
      clearTimeout(resuming);
      if (contextAlive()) for (const stop of stops) stop();
    },
    { once: true },
  );
  return {
    situation(): Situation {
      if (sharing && performance.now() - sharingAsked > sharingStands) askAboutSharing();
      const { ownDomains, trustedDomains, personalDomains, groupAddresses, ruleStrengths } = stored.settings;
      const { replyAllPeople, visiblePeople, visiblePersonal, calmAfterCards, rememberPeople } = stored.settings;
      return {
        context: {
          now: Date.now(),
          organisation: { own: ownDomains, trusted: trustedDomains },
          personalDomains,
          groupAddresses,
          thresholds: { replyAllPeople, visiblePeople, visiblePersonal },
          acquaintances: rememberPeople ? stored.acquaintances : noAcquaintances,
          sharingScreen: sharing,
        },
        strengths: ruleStrengths,
        memory: stored.memory,
        pacing: { calmAfterCards },
        pause: stored.pause,
        catalog,
      };
    },
    pack: () => pack,
    home: browser.runtime.getURL('/' as '/popup.html'),
    onChange(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    snooze: (rules, length) => pace({ name: 'snooze', data: { rules, length } }),
    dismissed: (rules, how, reasons) => pace({ name: 'dismissed', data: { rules, how, reasons } }),
    dealtWith: (rules, reasons) => pace({ name: 'dealt-with', data: { rules, reasons } }),
    sentTo: (keys) => notify({ name: 'sent-to', data: { keys } }),
    shown: (rule) => pace({ name: 'shown', data: { rule } }),
    makeQuiet: (rule) => pace({ name: 'make-quiet', data: { rule } }),
    outcomes: (site, results) => notify({ name: 'outcomes', data: { site, results } }),
    sent: (site, rules, counts, past) => notify({ name: 'sent', data: { site, rules, ...counts, past } }),
    sending: (note) => notify({ name: 'sending', data: note }),
    openPage: (page) => notify({ name: 'open', data: { page } }),
    meetings: askMeetings,
    keepMeetings: (records) => notify({ name: 'keep-meetings', data: records }),
    sharingScreen: (on) => notify({ name: 'sharing', data: on }),
    callInOtherFrame: () => otherCall,
    printInFrame: (sign, what) => notify({ name: 'print', data: { sign, what } }),
    printing: () => notify({ name: 'printing', data: true }),
    leftUnlockedSeen: () => notify({ name: 'left-unlocked-seen', data: true }),
    onPageNews(callback) {
      let open = true;
      void askPageNews().then((news) => {
        if (news && open) callback(news);
      });
      const stop = watchPageNews(callback);
      return () => {
        open = false;
        stop();
      };
    },
    report: (status) => notify({ name: 'status', data: status }),
    alive: () => contextAlive() && !withdrawn,
  };
}
