import sites from 'virtual:sites';
import { render } from 'preact';
import { keepFocus } from '../../components/keep-focus';
import { Options, type OptionsProps } from '../../components/options';
import { WordsProvider } from '../../components/words';
import { type HistoryEntry, historyCsv } from '../../core/history';
import type { AnyRule } from '../../core/rule';
import type { Undo } from '../../core/setting';
import { exampleOf } from '../../engine/example-findings';
import { guideTo } from '../../engine/guide';
import { ownPresets, type Pack } from '../../guidance/pack';
import { moj } from '../../guidance/packs/moj';
import { dayOf } from '../../guidance/review';
import { forgetAcquaintances } from '../../platform/acquaintances';
import { changeSetting, resetSettings, takeSettings } from '../../platform/change-settings';
import { copyText } from '../../platform/clipboard';
import { download } from '../../platform/download';
import { clearHistory, forgetBefore, keepHistory, readHistory } from '../../platform/history';
import { type HistoryTrouble, readHistoryTrouble, watchHistoryTrouble } from '../../platform/history-trouble';
import { type Access, askForHosts, builtInHosts, dropHost, readAccess, watchHosts } from '../../platform/hosts';
import { forgetKept, type KeptValue, readKept } from '../../platform/kept';
import { catalogFor, languageNames } from '../../platform/language';
import { forgetMemory } from '../../platform/memory';
import {
  readAddresses,
  readableDomain,
  readDomains,
  readOfferedServers,
  readProviders,
  readServer,
  trustedPresets,
  tryAddress,
} from '../../platform/organisation-input';
import { forgetOwnPack, keepOwnPack, readOwnPack, watchOwnPack } from '../../platform/own-pack';
import { type PackInUse, readPack } from '../../platform/packs';
import { settingViews } from '../../platform/setting-views';
import { type ReadSettings, readSettings, type SettingKey, watchSettings } from '../../platform/settings';
import { readSettingsFile, settingsFileText } from '../../platform/settings-file';
import { version } from '../../platform/version';

const root = document.getElementById('app');
const rules = Object.values(import.meta.glob<AnyRule>('../../rules/*.ts', { eager: true, import: 'default' }));
const builtIn = sites.flatMap((site) => site.matches);

const dayLength = 86_400_000;

interface Kept {
  readonly history: readonly HistoryEntry[];
  readonly trouble: HistoryTrouble | null;
  readonly kept: readonly KeptValue[];
}

function show(
  read: ReadSettings,
  { added: servers, withheld, lost }: Access,
  { pack, unreadable, managed: packManaged, managedProblems = [] }: PackInUse,
  ownPack: Pack | null,
  { history, trouble, kept }: Kept,
): void {
  if (!root) return;
  const { settings, managedRules, refused } = read;
  const { language, ownDomains, trustedDomains, personalDomains, groupAddresses, ruleStrengths } = settings;
  const catalog = catalogFor(language === 'auto' ? navigator.languages : [language]);
  const organisation = { own: ownDomains, trusted: trustedDomains };
  const props: OptionsProps = {
    settings: settingViews(read),
    refused,
    packProblems: managedProblems,
    rules: rules.map((rule) => {
      const { id, theme, strength } = rule;
      return {
        id,
        theme,
        usual: strength,
        strength: ruleStrengths[id] ?? strength,
        managed: managedRules.includes(id),
        example: () => exampleOf(rule, guideTo([rule], pack, catalog, Date.now()), Date.now()),
      };
    }),
    sites,
    addedServers: servers,
    access: {
      withheld,
      lost,
      suggested: readOfferedServers(read.offeredHosts, builtInHosts()).filter((pattern) => !servers.includes(pattern) && !lost.includes(pattern)),
      onAllow: (patterns) => askForHosts(patterns).catch(() => false),
    },
    presets: { own: ownPresets(pack, catalog.language), trusted: trustedPresets },
    languages: languageNames(),
    version: version(),
    readDomains: (text, list) => {
      if (list === 'personal') return readProviders(text, personalDomains);
      return list === 'groups' ? readAddresses(text, groupAddresses) : readDomains(text, list, organisation);
    },
    tryAddress: (text) => tryAddress(text, organisation, personalDomains),
    readServer: (text) => readServer(text, builtIn, servers),
    readable: readableDomain,
    onChange: (change) => andShow(() => changeSetting(change)),
    onReset: (keys) => andShow(() => resetSettings(keys as readonly SettingKey[])),
    onForgetAnswers: forgetMemory,
    onCopy: copyText,
    guide: {
      pack,
      ownPack,
      packManaged,
      unreadable,
      today: dayOf(new Date()),
      // The reader of packs weighs as much as the rest of this page and is needed by few.
      readPack: async (text) => (await import('../../guidance/read')).readPackText(text),
      writePack: async (written) => (await import('../../guidance/read')).writePackText(written),
      compare: async (own) => (await import('../../guidance/read')).comparePacks(own, moj),
      onKeep: keepOwnPack,
      onForget: forgetOwnPack,
      onExport: (name, text) => download(name, text, 'application/yaml'),
    },
    history: {
      // Days that are too old go when the next day begins or the browser starts.
      entries: history.filter(({ time }) => time >= Date.now() - settings.historyDays * dayLength),
      trouble,
      onRetry: () => keepHistory([], settings.historyDays).then(update),
      today: new Date().setHours(0, 0, 0, 0),
      onExport: () =>
        download(
          'second-glance-history.csv',
          historyCsv(history, (time) => new Date(time).toISOString()),
          'text/csv',
        ),
      onClear: async () => {
        const back = await Promise.all([clearHistory(), forgetAcquaintances()]);
        await update();
        return () => Promise.all(back.map((undo) => undo())).then(update);
      },
    },
    kept: {
      values: kept.map(({ key, value }) => ({ key, text: JSON.stringify(value) })),
      onSave: () => download('second-glance-put-aside.json', `${JSON.stringify(kept, null, 2)}\n`, 'application/json'),
      onForget: () => andShow(forgetKept),
    },
    onExportFile: () => download('second-glance-settings.json', settingsFileText(read.own, servers, dayOf(new Date()), version()), 'application/json'),
    readFile: (text) => readSettingsFile(text, read, servers, ownPack !== null),
    onTakeFile: (values) => andShow(() => takeSettings(values)),
    onAddServers: askForHosts,
    onAddServer: (pattern) => askForHosts([pattern]),
    onRemoveServer: (pattern) => dropHost(pattern),
  };
  document.documentElement.lang = catalog.language;
  render(
    <WordsProvider catalog={catalog}>
      <Options {...props} />
    </WordsProvider>,
    root,
  );
}

/** Shows what a change led to at once, and what taking it back leads to. */
async function andShow(change: () => Promise<Undo>): Promise<Undo> {
  const { settings: before } = await readSettings();
  const undo = await change();
  const { settings } = await readSettings();
  // Fewer days of history: those that are too many go now, and not behind the person's back later, when Undo could not bring them back.
  const back = settings.historyDays < before.historyDays ? await forgetBefore(Date.now() - settings.historyDays * dayLength).catch(() => null) : null;
  await update();
  return async () => {
    await undo();
    await back?.();
    await update();
  };
}

async function update(): Promise<void> {
  const read = await readSettings();
  const history = await readHistory().catch(() => null);
  const trouble = (await readHistoryTrouble()) ?? (history ? null : { why: 'closed' as const, waiting: 0 });
  const kept = await readKept().catch(() => []);
  show(read, await readAccess(), await readPack(read.settings.guidance), await readOwnPack(), { history: history ?? [], trouble, kept });
}

async function open(): Promise<void> {
  await update();
  // The page is drawn after the browser looked for the place that the address names.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  watchSettings(() => void update());
  watchHosts(() => void update());
  watchOwnPack(() => void update());
  watchHistoryTrouble(() => void update());
}

keepFocus(document);
void open();
