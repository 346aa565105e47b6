import { useState } from 'preact/hooks';
import type { DomainReading, ServerReading, TriedAddress } from '../core/domain-input';
import type { Strength } from '../core/rule';
import { DomainList } from './domain-list';
import { ErrorSummary, type FieldError } from './error-summary';
import { type GuidanceChoice, GuidanceSection, type GuidanceSectionProps } from './guidance-section';
import { HistorySection, type HistorySectionProps } from './history-section';
import { type RuleChoice, RuleList } from './rule-list';
import { type BuiltInSite, SiteList } from './site-list';
import { TryAddress } from './try-address';
import { useWords } from './words';

/** The settings that this page shows and changes. */
export interface OptionsSettings {
  readonly ownDomains: readonly string[];
  readonly trustedDomains: readonly string[];
  readonly ruleStrengths: Readonly<Record<string, Strength>>;
  readonly language: string;
  readonly guidance: GuidanceChoice;
}

export interface OptionsProps {
  readonly settings: OptionsSettings;
  /** Keys that a policy has set. */
  readonly managed: readonly string[];
  /** Stored values that could not be read. They stay stored. */
  readonly refused: readonly { readonly key: string; readonly source: 'managed' | 'own'; readonly reason: string }[];
  readonly rules: readonly RuleChoice[];
  readonly sites: readonly BuiltInSite[];
  readonly addedServers: readonly string[];
  readonly presets: Readonly<Record<'own' | 'trusted', readonly { readonly id: string; readonly label?: string; readonly domains: readonly string[] }[]>>;
  /** Languages to choose from, with their own names. */
  readonly languages: readonly { readonly tag: string; readonly name: string /** No translator has confirmed it yet. */; readonly awaitingReview: boolean }[];
  readonly version: string;
  readDomains(text: string, list: 'own' | 'trusted'): DomainReading;
  tryAddress(text: string): TriedAddress;
  readServer(text: string): ServerReading;
  readable(domain: string): string;
  /** Stores one setting. Rejects when it could not be stored; what was there before is then still there. */
  onSet<K extends keyof OptionsSettings>(key: K, value: OptionsSettings[K]): Promise<void>;
  readonly history: HistorySectionProps;
  /** Everything about the guidance that is not a setting. */
  readonly guide: Omit<GuidanceSectionProps, 'choice' | 'managed' | 'onChoose'>;
  onAddServer(pattern: string): Promise<boolean>;
  onRemoveServer(pattern: string): Promise<boolean>;
}

const sections = ['domains', 'rules', 'sites', 'guidance', 'history', 'language', 'about'] as const;

interface Done {
  readonly told: string;
  readonly undo: (() => Promise<unknown>) | null;
}

/** All settings on one page. Every change applies at once and can be undone. */
export function Options(props: OptionsProps) {
  const { say } = useWords();
  const { settings, managed } = props;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [done, setDone] = useState<Done | null>(null);

  /** What went wrong is the news now: the last success no longer is. */
  const tell = (found: readonly FieldError[]): void => {
    setErrors(found);
    if (found.length > 0) setDone(null);
  };
  const failed = (): void => tell([{ field: 'main', text: say('options.not-stored') }]);
  const set = <K extends keyof OptionsSettings>(key: K, value: OptionsSettings[K], told: string): void => {
    const before = settings[key];
    void props.onSet(key, value).then(() => setDone({ told, undo: () => props.onSet(key, before) }), failed);
  };
  const undo = (): void => {
    const back = done?.undo;
    if (!back) return;
    void back().then(() => setDone({ told: say('options.undone'), undo: null }), failed);
  };
  const domainList = (list: 'own' | 'trusted') => {
    const key = list === 'own' ? 'ownDomains' : 'trustedDomains';
    return (
      <DomainList
        list={list}
        domains={settings[key]}
        managed={managed.includes(key)}
        errors={errors}
        presets={props.presets[list]}
        readable={props.readable}
        read={(text) => props.readDomains(text, list)}
        onErrors={tell}
        onChange={(domains, told) => set(key, domains, told)}
      />
    );
  };

  return (
    <div class="options">
      <header>
        <h1>{say('options.title')}</h1>
        <nav aria-label={say('options.sections')}>
          <ul class="plain">
            {sections.map((section) => (
              <li key={section}>
                <a class="section-link" href={`#${section}`}>
                  {say(`options.${section}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <ErrorSummary errors={errors} />
        {props.refused.length > 0 && (
          <div class="chip" data-refused={props.refused.length}>
            <p>{say('options.refused', { count: props.refused.length })}</p>
            <ul>
              {props.refused.map(({ key, source, reason }) => (
                <li key={key + source}>{say(`options.refused.${source}`, { key, reason })}</li>
              ))}
            </ul>
          </div>
        )}

        <section id="domains" aria-labelledby="domains-title">
          <h2 id="domains-title">{say('options.domains')}</h2>
          <p>{say('options.domains.intro')}</p>
          {domainList('own')}
          {domainList('trusted')}
          <TryAddress tryAddress={props.tryAddress} readable={props.readable} />
        </section>

        <section id="rules" aria-labelledby="rules-title">
          <h2 id="rules-title">{say('options.rules')}</h2>
          <p>{say('options.rules.intro')}</p>
          <RuleList
            rules={props.rules}
            managed={managed.includes('ruleStrengths')}
            onChange={(id, strength, told) => set('ruleStrengths', { ...settings.ruleStrengths, [id]: strength }, told)}
          />
        </section>

        <section id="sites" aria-labelledby="sites-title">
          <h2 id="sites-title">{say('options.sites')}</h2>
          <SiteList
            sites={props.sites}
            added={props.addedServers}
            errors={errors}
            readServer={props.readServer}
            onErrors={tell}
            onAdd={(pattern, told) =>
              props.onAddServer(pattern).then((agreed) => {
                if (agreed) setDone({ told, undo: () => props.onRemoveServer(pattern) });
                return agreed;
              })
            }
            onRemove={(pattern, told) =>
              void props.onRemoveServer(pattern).then((removed) => {
                if (removed) setDone({ told, undo: () => props.onAddServer(pattern) });
                else tell([{ field: 'server', text: say('options.sites.stays') }]);
              }, failed)
            }
          />
        </section>

        <section id="guidance" aria-labelledby="guidance-title">
          <h2 id="guidance-title">{say('options.guidance')}</h2>
          <GuidanceSection
            {...props.guide}
            choice={settings.guidance}
            managed={managed.includes('guidance')}
            onChoose={(choice, told) => set('guidance', choice, told)}
          />
        </section>

        <section id="history" aria-labelledby="history-title">
          <h2 id="history-title">{say('options.history')}</h2>
          <HistorySection {...props.history} />
        </section>

        <section id="language" aria-labelledby="language-title">
          <h2 id="language-title">{say('options.language')}</h2>
          {managed.includes('language') && <p class="mark">{say('options.managed')}</p>}
          <label for="language-choice">{say('options.language.label')}</label>
          <select
            id="language-choice"
            disabled={managed.includes('language')}
            value={settings.language}
            onChange={(event) => set('language', event.currentTarget.value, say('options.language.changed'))}
          >
            <option value="auto">{say('options.language.auto')}</option>
            {props.languages.map(({ tag, name, awaitingReview }) => (
              <option key={tag} value={tag} lang={tag}>
                {awaitingReview ? say('options.language.awaiting', { name }) : name}
              </option>
            ))}
          </select>
        </section>

        <section id="about" aria-labelledby="about-title">
          <h2 id="about-title">{say('options.about')}</h2>
          <p>{say('about.version', { version: props.version })}</p>
          <h3>{say('about.never')}</h3>
          <p>{say('about.never.text')}</p>
          <h3>{say('about.permissions')}</h3>
          <dl>
            {['hosts', 'storage', 'scripting', 'optional'].map((permission) => (
              <div key={permission}>
                <dt>{say(`about.permission.${permission}`)}</dt>
                <dd>{say(`about.permission.${permission}.why`)}</dd>
              </div>
            ))}
          </dl>
          <h3>{say('about.licence')}</h3>
          <p>{say('about.licence.text')}</p>
        </section>
        <div class="done" role="status">
          {done && (
            <>
              <span>{done.told}</span>{' '}
              {done.undo && (
                <button type="button" class="button-quiet" onClick={undo}>
                  {say('options.undo')}
                </button>
              )}
              <button type="button" class="button-quiet" onClick={() => setDone(null)}>
                {say('options.close')}
              </button>
            </>
          )}
        </div>
      </main>
    </div>
  );
}
