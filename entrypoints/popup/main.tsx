import sites from 'virtual:sites';
import { render } from 'preact';
import { Popup } from '../../components/popup';
import type { SentView } from '../../components/report-form';
import type { TabView } from '../../components/tab-status';
import { WordsProvider } from '../../components/words';
import type { LeftUnlocked } from '../../core/observation';
import type { SiteOffer } from '../../core/offer';
import { noPause, type Pause, withPause } from '../../core/pause';
import type { Pack } from '../../guidance/pack';
import { dayOf, minuteOf } from '../../guidance/review';
import { changeSetting } from '../../platform/change-settings';
import { copyText } from '../../platform/clipboard';
import { keepFirstPicture, readFirstPicture } from '../../platform/first-picture';
import { askForHosts, builtInHosts, watchHosts } from '../../platform/hosts';
import { watchLeftUnlocked } from '../../platform/idle';
import { catalogFor } from '../../platform/language';
import { readLastSent } from '../../platform/last-sent';
import { readSiteOffer } from '../../platform/offer';
import { readPack, watchOwnPack } from '../../platform/packs';
import { readPause, watchPause, writePause } from '../../platform/pause';
import { type ReadSettings, readSettings, watchSettings } from '../../platform/settings';
import { watchStatuses } from '../../platform/status';
import { openChecklist, openOptions, readFrontTab, readStructureReport } from '../../platform/tab';

const root = document.getElementById('app');
const opened = new Date();

/** Contacts must be there at once, so the first picture waits for nothing. */
let view: TabView = { kind: 'asking' };
let read: ReadSettings | null = null;
let offer: SiteOffer = { kind: 'none' };
const first = readFirstPicture();
let { pack }: { pack: Pack } = first;
let sent: SentView | null = null;
let pause: Pause | null = null;
let leftUnlocked: LeftUnlocked | null = null;

function show(): void {
  if (!root) return;
  const language = read?.settings.language ?? first.language;
  const catalog = catalogFor(language === 'auto' ? navigator.languages : [language]);
  document.documentElement.lang = catalog.language;
  render(
    <WordsProvider catalog={catalog}>
      <Popup
        pack={pack}
        today={dayOf(opened)}
        now={minuteOf(opened)}
        situation={location.hash.slice(1)}
        view={view}
        sent={sent}
        pause={pause}
        leftUnlocked={leftUnlocked}
        time={Date.now()}
        onPause={(where, length) => void pauseFor(where, length)}
        onResume={() => void writePause(noPause).catch(() => undefined)}
        domainsSet={read === null || read.settings.ownDomains.length > 0}
        mayChangeDomains={read !== null && !read.managed.includes('ownDomains')}
        onTakeDomain={(domain) => void takeDomain(domain)}
        onOpenOptions={(section) => void openOptions(section)}
        onOpenChecklist={() => void openChecklist()}
        offer={offer}
        onAllow={(patterns) => askForHosts(patterns).catch(() => false)}
        onCopy={copyText}
        onCopyReport={async () => {
          const report = await readStructureReport();
          return report !== null && copyText(report);
        }}
      />
    </WordsProvider>,
    root,
  );
}

async function takeDomain(domain: string): Promise<void> {
  await changeSetting({ key: 'ownDomains', add: [domain], remove: [] });
}

async function readSent(): Promise<void> {
  const note = await readLastSent(opened.getTime());
  if (!note) return;
  sent = { ...note, when: minuteOf(new Date(note.time)), siteId: note.site, site: sites.find(({ id }) => id === note.site)?.name ?? null };
  show();
}

/** An hour from now, or the end of this day on this computer's clock. */
async function pauseFor(where: string | null, length: 'hour' | 'today'): Promise<void> {
  const now = Date.now();
  const until = length === 'hour' ? now + 3_600_000 : new Date(now).setHours(24, 0, 0, 0);
  await writePause(withPause(await readPause(), where, until, now)).catch(() => undefined);
}

async function showPause(): Promise<void> {
  pause = await readPause();
  show();
}

async function readAll(): Promise<void> {
  read = await readSettings();
  ({ pack } = await readPack(read.settings.guidance));
  show();
  keepFirstPicture({ language: read.settings.language, pack });
}

/** What a policy offers is read with the list of public suffixes, which few popups need. */
const readOffered = async (texts: readonly string[]): Promise<readonly string[]> =>
  (await import('../../platform/organisation-input')).readOfferedServers(texts, builtInHosts());

async function readTab(): Promise<void> {
  const [tab, { offeredHosts }] = await Promise.all([readFrontTab(), readSettings()]);
  offer = await readSiteOffer(offeredHosts, readOffered);
  if (offer.kind === 'withdrawn' || offer.kind === 'suggested' || offer.kind === 'looks-like') view = { kind: 'unwatched' };
  else view = tab ? { kind: 'watched', ...tab, siteId: tab.site, site: sites.find((site) => site.id === tab.site)?.name ?? null } : { kind: 'unwatched' };
  show();
}

show();
void readAll();
void readTab();
void readSent();
void showPause();
watchLeftUnlocked((left) => {
  leftUnlocked = left;
  show();
});
watchPause(() => void showPause());
watchSettings(() => void readAll());
watchOwnPack(() => void readAll());
watchHosts(() => void readTab());
// A message may be opened, or first noticed, while the popup is up.
watchStatuses(() => void readTab());
