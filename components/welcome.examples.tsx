import { Welcome, type WelcomeProps } from './welcome';

const first: WelcomeProps = {
  ownDomains: [],
  managed: false,
  presets: [{ id: 'pack', label: 'Ministry of Justice', domains: ['justice.gov.uk'] }],
  readDomains: (text) => ({ accepted: [text], refused: [], remarks: [] }),
  readable: (domain) => domain,
  onDomains: () => Promise.resolve(),
  onOpenOptions: () => undefined,
};

export const examples = {
  'first run': () => <Welcome {...first} />,
  'domains set': () => <Welcome {...first} ownDomains={['justice.gov.uk']} />,
  'domains set by policy': () => <Welcome {...first} ownDomains={['justice.gov.uk']} managed />,
};
