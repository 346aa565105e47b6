import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DomainReading, ServerReading, TriedAddress } from '../core/domain-input';
import { type Refused, type SettingChange, type SettingSection, type SettingView, settingSections, type Undo } from '../core/setting';
import type { FileReading } from '../core/settings-file';
import { ContactResults } from './contact-results';
import { DomainList, type ListName, listSettings } from './domain-list';
import { ErrorSummary, type FieldError } from './error-summary';
import { Findable, Finding } from './findable';
import { type GuidanceChoice, GuidanceSection, type GuidanceSectionProps } from './guidance-section';
import { HistorySection, type HistorySectionProps } from './history-section';
import { KeptValues, type KeptValuesProps } from './kept-values';
import { OptionsSearch } from './options-search';
import { OptionsSection } from './options-section';
import { RefusedSummary } from './refusals';
import { type RuleChoice, RuleList } from './rule-list';
import { SectionLinks } from './section-links';
import { SettingField, SettingFrame } from './setting-field';
import { SettingsFile } from './settings-file';
import { type BuiltInSite, type SiteAccess, SiteList } from './site-list';
import { TryAddress } from './try-address';
import { useWords } from './words';

/** Every setting, by its key. */
export interface SettingViews {
  readonly ownDomains: SettingView;
  readonly trustedDomains: SettingView;
  readonly personalDomains: SettingView;
  readonly groupAddresses: SettingView;
  readonly replyAllPeople: SettingView;
  readonly visiblePeople: SettingView;
  readonly visiblePersonal: SettingView;
  readonly unlockedMinutes: SettingView;
  readonly calmAfterCards: SettingView;
  readonly rememberPeople: SettingView;
  readonly ruleStrengths: SettingView;
  readonly guidance: SettingView;
  readonly history: SettingView;
  readonly historyDays: SettingView;
  readonly language: SettingView;
  readonly showWelcome: SettingView;
}

export interface OptionsProps {
  readonly settings: SettingViews;
  /** Values that are not used. They stay stored. */
  readonly refused: readonly Refused[];
  /** What is wrong with the guidance of the organisation's policy. */
  readonly packProblems: readonly string[];
  readonly rules: readonly RuleChoice[];
  readonly sites: readonly BuiltInSite[];
  readonly addedServers: readonly string[];
  /** Where the browser keeps Second Glance away, and what the organisation suggests. */
  readonly access?: SiteAccess;
  readonly presets: Readonly<Record<'own' | 'trusted', readonly { readonly id: string; readonly label?: string; readonly domains: readonly string[] }[]>>;
  /** Languages to choose from, with their own names. */
  readonly languages: readonly { readonly tag: string; readonly name: string /** No translator has confirmed it yet. */; readonly awaitingReview: boolean }[];
  readonly version: string;
  readDomains(text: string, list: ListName): DomainReading;
  tryAddress(text: string): TriedAddress;
  readServer(text: string): ServerReading;
  readable(domain: string): string;
  /** Makes one change. Rejects when it could not be stored; what was there before is then still there. */
  onChange(change: SettingChange): Promise<Undo>;
  /** Takes the person's own values of these settings away. */
  onReset(keys: readonly string[]): Promise<Undo>;
  readonly history: Pick<HistorySectionProps, 'entries' | 'today' | 'trouble' | 'onRetry' | 'onExport'> & {
    /** Clears the history and whom the person has written to. */
    onClear(): Promise<Undo>;
  };
  /** Forgets answers: snoozes, and what was not relevant. */
  onForgetAnswers(): Promise<Undo>;
  onCopy(text: string): Promise<boolean>;
  /** Everything about the guidance that is not a setting. */
  readonly guide: Omit<GuidanceSectionProps, 'choice' | 'managed' | 'onChoose'>;
  /** Values that could not be read and gave way to new ones. */
  readonly kept?: Pick<KeptValuesProps, 'values' | 'onSave'> & { onForget(): Promise<Undo> };
  onExportFile(): void;
  readFile(text: string): FileReading;
  /** Stores what a file holds, all or nothing. */
  onTakeFile(values: Readonly<Record<string, unknown>>): Promise<Undo>;
  /** Asks the browser for several servers at once. */
  onAddServers(patterns: readonly string[]): Promise<boolean>;
  onAddServer(pattern: string): Promise<boolean>;
  onRemoveServer(pattern: string): Promise<boolean>;
}

interface Done {
  readonly told: string;
  readonly undo: () => Promise<unknown>;
}

/** What the browser lets it do, in the order in which the options tell it. */
const permissions = ['hosts', 'storage', 'scripting', 'activeTab', 'idle', 'optional'];

/** Does one thing after the other; undone together, in the same order: a choice needs what it names to be there. */
async function both(first: (() => Promise<Undo>) | undefined, second: () => Promise<Undo>): Promise<Undo> {
  const back = await first?.();
  const undo = await second();
  return async () => {
    await back?.();
    await undo();
  };
}

/** All settings on one page. Every change applies at once and can be undone. */
export function Options(props: OptionsProps) {
  const { say } = useWords();
  const { settings, refused, kept } = props;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [told, setTold] = useState<string | null>(null);
  /** What can be undone, the latest last. */
  const [done, setDone] = useState<readonly Done[]>([]);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ readonly count: number; readonly sections: readonly SettingSection[] }>({ count: 0, sections: [] });
  const page = useRef<HTMLElement>(null);
  const finding = query.trim() !== '';

  // What fits is known where it is drawn, so it is counted there.
  useLayoutEffect(() => {
    const fitting = [...(page.current?.querySelectorAll('[data-findable=true]') ?? [])];
    const sections = settingSections.filter((section) => fitting.some((one) => one.closest(`#${section}`)));
    if (fitting.length !== found.count || sections.join() !== found.sections.join()) setFound({ count: fitting.length, sections });
  });

  const failed = (): void => tell([{ field: 'main', text: say('options.not-stored') }]);
  /** What went wrong is the news now: the last success no longer is. */
  const tell = (wrong: readonly FieldError[]): void => {
    setErrors(wrong);
    if (wrong.length > 0) setTold(null);
  };
  /** Tells what came of it, and keeps the way back. @returns whether it is done */
  const doing = (work: Promise<() => Promise<unknown>>, text: string): Promise<boolean> =>
    work.then(
      (undo) => {
        setTold(text);
        setDone((before) => [...before, { told: text, undo }]);
        return true;
      },
      () => {
        failed();
        return false;
      },
    );
  const change = (what: SettingChange, text: string): void => void doing(props.onChange(what), text);
  const undo = (): void => {
    const last = done.at(-1);
    if (!last) return;
    void last.undo().then(() => {
      setTold(say('options.undone', { what: last.told }));
      setDone((before) => before.filter((one) => one !== last));
    }, failed);
  };
  const views: readonly SettingView[] = Object.values(settings);
  const resetOf = (section: SettingSection): (() => void) | undefined => {
    const keys = views.filter((view) => view.section === section && view.own && !view.managed).map(({ key }) => key);
    return keys.length === 0 ? undefined : () => void doing(props.onReset(keys), say('options.reset-done', { section: say(`options.${section}`) }));
  };
  const section = (id: SettingSection) => ({ id, onReset: resetOf(id) });
  const field = (setting: SettingView, nameOf?: (choice: string) => string) =>
    setting.kind === 'list' || setting.kind === 'rules' ? null : (
      <SettingField setting={setting} refused={refused} errors={errors} onErrors={tell} onChange={change} {...(nameOf ? { nameOf } : {})} />
    );
  const domainList = (list: ListName) => {
    const setting = settings[listSettings[list]];
    if (setting.kind !== 'list') return null;
    const { key, value, fixed, managed } = setting;
    return (
      <SettingFrame setting={{ ...setting, managed: false }} refused={refused} words={value}>
        <DomainList
          list={list}
          domains={value}
          managed={managed}
          fixed={fixed}
          errors={errors}
          presets={list === 'own' || list === 'trusted' ? props.presets[list] : []}
          readable={props.readable}
          read={(text) => props.readDomains(text, list)}
          onErrors={tell}
          onChange={(what, text) => change({ key, ...what }, text)}
        />
      </SettingFrame>
    );
  };
  const languageName = (tag: string): string => {
    const known = props.languages.find((language) => language.tag === tag);
    if (!known) return say('options.language.auto');
    return known.awaitingReview ? say('options.language.awaiting', { name: known.name }) : known.name;
  };
  const strengths = settings.ruleStrengths;
  const ownKeys = views.filter(({ own }) => own).map(({ key }) => key);

  return (
    <div class="options" data-finding={finding ? 'true' : undefined}>
      <header>
        <h1>{say('options.title')}</h1>
        <OptionsSearch
          query={query}
          count={finding ? found.count : null}
          onQuery={setQuery}
          onFirst={() => {
            const first = page.current?.querySelector<HTMLElement>('[data-findable=true]');
            const target = first?.querySelector<HTMLElement>('input:not(:disabled), select:not(:disabled), textarea, button, a[href]') ?? first;
            target?.focus();
          }}
        />
        <SectionLinks page={page} sections={finding ? found.sections : settingSections} />
      </header>
      <main id="main" tabIndex={-1} ref={page}>
        <ErrorSummary errors={errors} />
        <RefusedSummary refused={refused} pack={props.packProblems} />
        {finding && found.count === 0 && (
          <div class="chip" data-nothing-found="true">
            <p>{say('options.search.nothing', { query: query.trim() })}</p>
            <p>
              <button type="button" class="button-quiet" onClick={() => setQuery('')}>
                {say('options.search.clear')}
              </button>
            </p>
          </div>
        )}
        <Finding query={query}>
          <OptionsSection {...section('domains')} intro={say('options.domains.intro')}>
            {domainList('own')}
            {domainList('trusted')}
            <TryAddress tryAddress={props.tryAddress} readable={props.readable} />
            {domainList('personal')}
            {domainList('groups')}
          </OptionsSection>

          <OptionsSection {...section('rules')} intro={say('options.rules.intro')}>
            <div id="setting-ruleStrengths" tabIndex={-1} data-setting="ruleStrengths">
              <RuleList
                rules={props.rules}
                managed={strengths.managed}
                refused={refused}
                onChange={(rule, strength, text) => change({ rule, strength }, text)}
              />
            </div>
            {field(settings.replyAllPeople)}
            {field(settings.visiblePeople)}
            {field(settings.visiblePersonal)}
            {field(settings.unlockedMinutes)}
          </OptionsSection>

          <OptionsSection {...section('pacing')} intro={say('options.pacing.intro')}>
            {field(settings.calmAfterCards)}
            {field(settings.rememberPeople)}
            <Findable texts={[say('options.forget'), say('options.forget.hint')]}>
              <h3>{say('options.forget')}</h3>
              <p>{say('options.forget.hint')}</p>
              <p class="actions">
                <button type="button" class="button-quiet" onClick={() => void doing(props.onForgetAnswers(), say('options.forget.done'))}>
                  {say('options.forget.press')}
                </button>
              </p>
            </Findable>
          </OptionsSection>

          <OptionsSection {...section('sites')}>
            <SiteList
              sites={props.sites}
              added={props.addedServers}
              access={props.access}
              errors={errors}
              readServer={props.readServer}
              onErrors={tell}
              onAdd={(pattern, text) =>
                props.onAddServer(pattern).then((agreed) => {
                  if (agreed)
                    void doing(
                      Promise.resolve(() => props.onRemoveServer(pattern)),
                      text,
                    );
                  return agreed;
                })
              }
              onRemove={(pattern, text) =>
                void props.onRemoveServer(pattern).then((removed) => {
                  if (removed)
                    void doing(
                      Promise.resolve(() => props.onAddServer(pattern)),
                      text,
                    );
                  else tell([{ field: 'server', text: say('options.sites.stays') }]);
                }, failed)
              }
            />
          </OptionsSection>

          <OptionsSection {...section('guidance')}>
            {props.packProblems.length > 0 && (
              <div class="chip" data-pack-problems={props.packProblems.length}>
                <p>{say('options.pack-problems')}</p>
                <ul>
                  {props.packProblems.slice(0, 10).map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </div>
            )}
            <SettingFrame setting={{ ...settings.guidance, managed: false }} refused={refused} words={[say('guidance.own'), say('popup.documents')]}>
              <GuidanceSection
                {...props.guide}
                choice={settings.guidance.value as GuidanceChoice}
                managed={settings.guidance.managed}
                onChoose={(choice, text, first) =>
                  doing(
                    both(first, () => props.onChange({ key: 'guidance', to: choice })),
                    text,
                  )
                }
              />
            </SettingFrame>
            <ContactResults pack={props.guide.pack} today={props.guide.today} onCopy={props.onCopy} />
          </OptionsSection>

          <OptionsSection {...section('history')} intro={say('history.intro')}>
            {field(settings.history)}
            {settings.history.value === false && <p class="note">{say('history.is-off')}</p>}
            {field(settings.historyDays)}
            <HistorySection
              {...props.history}
              onClear={() => void doing(props.history.onClear(), say('history.cleared'))}
              onMute={(rule) =>
                change({ rule, strength: 'quiet' }, say('options.rules.changed', { rule: say(`rule.${rule}.name`), strength: say('options.rules.quiet') }))
              }
              mayMute={(rule) =>
                !props.rules.some(({ id, managed, strength }) => id === rule && (managed === true || strength === 'quiet' || strength === 'off'))
              }
            />
          </OptionsSection>

          <OptionsSection {...section('language')}>
            {field(settings.language, languageName)}
            {field(settings.showWelcome)}
          </OptionsSection>

          <OptionsSection id="file">
            <SettingsFile
              hasOwn={ownKeys.length > 0}
              onExport={props.onExportFile}
              readFile={props.readFile}
              onTake={(file) => doing(props.onTakeFile(file.values), say('file.taken', { count: file.differences.length }))}
              onServers={props.onAddServers}
              onResetAll={() => void doing(props.onReset(ownKeys), say('file.reset.done'))}
            />
            {kept && kept.values.length > 0 && <KeptValues {...kept} onForget={() => void doing(kept.onForget(), say('kept.removed'))} />}
          </OptionsSection>

          <OptionsSection {...section('about')}>
            <Findable texts={permissions.map((permission) => say(`about.permission.${permission}`))}>
              <p>{say('about.version', { version: props.version })}</p>
              <h3>{say('about.never')}</h3>
              <p>{say('about.never.text')}</p>
              <h3>{say('about.permissions')}</h3>
              <dl>
                {permissions.map((permission) => (
                  <div key={permission}>
                    <dt>{say(`about.permission.${permission}`)}</dt>
                    <dd>{say(`about.permission.${permission}.why`)}</dd>
                  </div>
                ))}
              </dl>
              <h3>{say('about.licence')}</h3>
              <p>{say('about.licence.text')}</p>
            </Findable>
          </OptionsSection>
        </Finding>
        <div class="done" role="status">
          {told !== null && (
            <>
              <span>{told}</span>{' '}
              {done.length > 0 && (
                <button type="button" class="button-quiet" onClick={undo}>
                  {done.at(-1)?.told === told ? say('options.undo') : say('options.undo-before')}
                </button>
              )}
              <button type="button" class="button-quiet" onClick={() => setTold(null)}>
                {say('options.close')}
              </button>
            </>
          )}
        </div>
      </main>
    </div>
  );
}
