import type { SettingView } from '../core/setting';
import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import { Options, type OptionsProps, type SettingViews } from './options';

const common = { managed: false, own: false, here: false } as const;
const list = (key: string, value: readonly string[] = []): SettingView => ({ ...common, key, section: 'domains', kind: 'list', value, most: 2000, fixed: [] });
const whole = (key: string, section: SettingView['section'], value: number, minimum: number, maximum: number): SettingView => ({
  ...common,
  key,
  section,
  kind: 'whole',
  value,
  usual: value,
  minimum,
  maximum,
});
const yesNo = (key: string, section: SettingView['section']): SettingView => ({ ...common, key, section, kind: 'yes-no', value: true, usual: true });
const choice = (key: string, section: SettingView['section'], choices: readonly string[]): SettingView => ({
  ...common,
  key,
  section,
  kind: 'choice',
  value: choices[0] ?? '',
  usual: choices[0] ?? '',
  choices,
});

const usual: SettingViews = {
  ownDomains: list('ownDomains'),
  trustedDomains: list('trustedDomains'),
  personalDomains: list('personalDomains'),
  groupAddresses: list('groupAddresses'),
  replyAllPeople: whole('replyAllPeople', 'rules', 10, 2, 1000),
  visiblePeople: whole('visiblePeople', 'rules', 10, 2, 1000),
  visiblePersonal: whole('visiblePersonal', 'rules', 3, 2, 1000),
  unlockedMinutes: whole('unlockedMinutes', 'rules', 10, 2, 240),
  calmAfterCards: whole('calmAfterCards', 'pacing', 2, 0, 100),
  rememberPeople: yesNo('rememberPeople', 'pacing'),
  ruleStrengths: { ...common, key: 'ruleStrengths', section: 'rules', kind: 'rules', value: {}, fixed: [] },
  guidance: choice('guidance', 'guidance', ['moj', 'general', 'own']),
  history: yesNo('history', 'history'),
  historyDays: whole('historyDays', 'history', 90, 1, 730),
  language: choice('language', 'language', ['auto', 'en', 'cy']),
  showWelcome: yesNo('showWelcome', 'language'),
};
const withAll = (views: SettingViews, change: Partial<Pick<SettingView, 'managed' | 'own' | 'here'>>): SettingViews =>
  Object.fromEntries(Object.entries(views).map(([key, view]) => [key, { ...view, ...change }])) as unknown as SettingViews;

const nothing: OptionsProps = {
  settings: usual,
  history: {
    entries: [],
    today: Date.UTC(2026, 10, 21),
    onExport: () => undefined,
    onClear: () => Promise.resolve(() => Promise.resolve()),
  },
  refused: [],
  packProblems: [],
  rules: [
    { id: 'personal-address', theme: 'overshared', strength: 'nudge', usual: 'nudge' },
    { id: 'pre-join', theme: 'overseen', strength: 'quiet', usual: 'nudge' },
  ],
  sites: [
    { id: 'gmail', name: 'Gmail', matches: ['https://mail.google.com/*'] },
    { id: 'outlook', name: 'Outlook', matches: ['https://outlook.office.com/*', 'https://outlook.live.com/*', 'https://outlook.cloud.microsoft/*'] },
    { id: 'roundcube', name: 'Roundcube', matches: [] },
  ],
  addedServers: [],
  presets: { own: [{ id: 'pack', label: 'Ministry of Justice', domains: ['justice.gov.uk'] }], trusted: [{ id: 'government', domains: ['gov.uk'] }] },
  languages: [
    { tag: 'en', name: 'English', awaitingReview: false },
    { tag: 'cy', name: 'Cymraeg', awaitingReview: true },
  ],
  version: '0.1.0',
  guide: {
    pack: moj,
    ownPack: null,
    unreadable: false,
    today: '2026-11-21',
    readPack: () => Promise.resolve({ kind: 'problems', problems: [] }),
    writePack: () => Promise.resolve(''),
    compare: () => Promise.resolve([]),
    onKeep: () => Promise.resolve(() => Promise.resolve()),
    onForget: () => Promise.resolve(() => Promise.resolve()),
    onExport: () => undefined,
  },
  readDomains: (text) => ({ accepted: [], refused: [{ text, reason: 'not-a-domain' }], remarks: [] }),
  tryAddress: () => ({ kind: 'no-address' }),
  readServer: () => ({ kind: 'refused', reason: 'empty' }),
  readable: (domain) => domain,
  onChange: () => Promise.resolve(() => Promise.resolve()),
  onReset: () => Promise.resolve(() => Promise.resolve()),
  onForgetAnswers: () => Promise.resolve(() => Promise.resolve()),
  onCopy: () => Promise.resolve(true),
  onExportFile: () => undefined,
  readFile: () => ({ kind: 'problem', reason: 'not-json' }),
  onTakeFile: () => Promise.resolve(() => Promise.resolve()),
  onAddServers: () => Promise.resolve(true),
  onAddServer: () => Promise.resolve(true),
  onRemoveServer: () => Promise.resolve(true),
};

const filled: OptionsProps = {
  ...nothing,
  settings: {
    ...withAll(usual, { own: true, here: true }),
    ownDomains: list('ownDomains', ['justice.gov.uk', 'hmcts.net', 'a-very-long-name-of-an-agency.with-a-long-department-name.justice.gov.uk']),
    trustedDomains: { ...list('trustedDomains'), kind: 'list', value: ['gov.uk', 'police.uk'], fixed: ['gov.uk'], most: 2000 },
  },
  addedServers: ['https://mail.example.org/*'],
  guide: { ...nothing.guide, pack: general, ownPack: general, unreadable: true },
};

export const examples = {
  'nothing set': () => <Options {...nothing} />,
  'everything set': () => <Options {...filled} />,
  'set by policy': () => (
    <Options {...filled} settings={withAll(filled.settings, { managed: true })} rules={filled.rules.map((rule) => ({ ...rule, managed: true }))} />
  ),
  'values that could not be read': () => (
    <Options
      {...nothing}
      refused={[
        { key: 'ownDomains', entry: 1, source: 'managed', reason: { kind: 'no-domain' }, shown: 'not a domain' },
        { key: 'historyDays', entry: null, source: 'managed', reason: { kind: 'bounds', minimum: 1, maximum: 730 }, shown: '0' },
        { key: 'rule-pre-join', entry: null, source: 'managed', reason: { kind: 'choice', choices: ['off', 'quiet', 'nudge', 'confirm'] }, shown: 'loud' },
        { key: 'language', entry: null, source: 'own', reason: { kind: 'choice', choices: ['auto', 'en', 'cy'] }, shown: '' },
        { key: 'owndomains', entry: null, source: 'managed', reason: { kind: 'unknown' }, shown: '' },
      ]}
      packProblems={['12 contacts.0.channels.0.value not-a-phone']}
    />
  ),
};
