import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import { Options, type OptionsProps } from './options';

const nothing: OptionsProps = {
  settings: { ownDomains: [], trustedDomains: [], ruleStrengths: {}, language: 'auto', guidance: 'moj' },
  managed: [],
  history: {
    entries: [],
    today: Date.UTC(2026, 10, 21),
    kept: true,
    days: 90,
    managed: false,
    onKeep: () => undefined,
    onDays: () => undefined,
    onExport: () => undefined,
    onClear: () => undefined,
    onMute: () => undefined,
  },
  refused: [],
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
    onKeep: () => Promise.resolve(),
    onExport: () => undefined,
  },
  readDomains: (text) => ({ accepted: [], refused: [{ text, reason: 'not-a-domain' }], remarks: [] }),
  tryAddress: () => ({ kind: 'no-address' }),
  readServer: () => ({ kind: 'refused', reason: 'empty' }),
  readable: (domain) => domain,
  onSet: () => Promise.resolve(),
  onAddServer: () => Promise.resolve(true),
  onRemoveServer: () => Promise.resolve(true),
};

const filled: OptionsProps = {
  ...nothing,
  settings: {
    ownDomains: ['justice.gov.uk', 'hmcts.net', 'a-very-long-name-of-an-agency.with-a-long-department-name.justice.gov.uk'],
    trustedDomains: ['gov.uk', 'police.uk'],
    ruleStrengths: { 'personal-address': 'off' },
    language: 'en',
    guidance: 'own',
  },
  addedServers: ['https://mail.example.org/*'],
  guide: { ...nothing.guide, pack: general, ownPack: general, unreadable: true },
};

export const examples = {
  'nothing set': () => <Options {...nothing} />,
  'everything set': () => <Options {...filled} />,
  'set by policy': () => <Options {...filled} managed={['ownDomains', 'trustedDomains', 'ruleStrengths', 'language', 'guidance']} />,
  'values that could not be read': () => (
    <Options
      {...nothing}
      refused={[
        { key: 'ownDomains', source: 'own', reason: 'expected Array' },
        { key: 'language', source: 'managed', reason: 'expected "auto"' },
      ]}
    />
  ),
};
