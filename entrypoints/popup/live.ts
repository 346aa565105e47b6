/** What the popup asks the browser. */
import sites from 'virtual:sites';
import type { PopupProps } from '../../components/popup';
import { noPause, withPause } from '../../core/pause';
import { minuteOf } from '../../guidance/review';
import { changeSetting } from '../../platform/change-settings';
import { readHistoryTrouble, watchHistoryTrouble } from '../../platform/history-trouble';
import { askForHosts, builtInHosts, watchHosts } from '../../platform/hosts';
import { watchLeftUnlocked } from '../../platform/idle';
import { readLastSent } from '../../platform/last-sent';
import { readSiteOffer } from '../../platform/offer';
import { watchOwnPack } from '../../platform/own-pack';
import { readPack } from '../../platform/packs';
import { readPause, watchPause, writePause } from '../../platform/pause';
import { type ReadSettings, readSettings, watchSettings } from '../../platform/settings';
import { watchStatuses } from '../../platform/status';
import { openChecklist, openOptions, readFrontTab, readStructureReport } from '../../platform/tab';

export { askForHosts, openChecklist, openOptions, readStructureReport };

/** What is known by now; everything else stays as it was. `language` is the setting: `auto`, `en` or `cy`. */
export type News = Partial<PopupProps> & { readonly language?: string };

const nameOf = (id: string | null): string | null => sites.find((site) => site.id === id)?.name ?? null;

/** Reads everything at once and follows it as long as the popup is open. */
export function goLive(opened: Date, tell: (news: News) => void): void {
  let settings = readSettings();
  const tellSettings = async (): Promise<void> => {
    const read: ReadSettings = await settings;
    const { pack } = await readPack(read.settings.guidance);
    const { language, ownDomains } = read.settings;
    tell({ language, pack, domainsSet: ownDomains.length > 0, mayChangeDomains: !read.managed.includes('ownDomains') });
  };
  const tellTab = async (): Promise<void> => {
    const [tab, { offeredHosts }] = await Promise.all([readFrontTab(), settings]);
    const offer = await readSiteOffer(offeredHosts, readOffered);
    const elsewhere = offer.kind === 'withdrawn' || offer.kind === 'suggested' || offer.kind === 'looks-like';
    tell({ offer, view: tab && !elsewhere ? { kind: 'watched', ...tab, siteId: tab.site, site: nameOf(tab.site) } : { kind: 'unwatched' } });
  };
  const tellSent = async (): Promise<void> => {
    const note = await readLastSent(opened.getTime());
    if (note) tell({ sent: { ...note, when: minuteOf(new Date(note.time)), siteId: note.site, site: nameOf(note.site) } });
  };
  const tellHistory = async (): Promise<void> => tell({ historyTrouble: (await readHistoryTrouble()) !== null });
  const tellPause = async (): Promise<void> => tell({ pause: await readPause() });

  void tellSettings();
  void tellTab();
  void tellSent();
  void tellPause();
  void tellHistory();
  watchLeftUnlocked((leftUnlocked) => tell({ leftUnlocked }));
  watchPause(() => void tellPause());
  watchHistoryTrouble(() => void tellHistory());
  watchSettings(() => {
    settings = readSettings();
    void tellSettings();
  });
  watchOwnPack(() => void tellSettings());
  watchHosts(() => void tellTab());
  // A message may be opened, or first noticed, while the popup is up.
  watchStatuses(() => void tellTab());
}

/** What a policy offers is read with the list of public suffixes, which few popups need. */
const readOffered = async (texts: readonly string[]): Promise<readonly string[]> =>
  (await import('../../platform/organisation-input')).readOfferedServers(texts, builtInHosts());

/** An hour from now, or the end of this day on this computer's clock. */
export async function pauseFor(where: string | null, length: 'hour' | 'today'): Promise<void> {
  const now = Date.now();
  const until = length === 'hour' ? now + 3_600_000 : new Date(now).setHours(24, 0, 0, 0);
  await writePause(withPause(await readPause(), where, until, now)).catch(() => undefined);
}

export const resume = (): Promise<void> => writePause(noPause).catch(() => undefined);

export const takeDomain = (domain: string): Promise<unknown> => changeSetting({ key: 'ownDomains', add: [domain], remove: [] });
