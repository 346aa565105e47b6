import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';
import { Popup, type PopupProps } from './popup';

const quiet: PopupProps = {
  pack: moj,
  today: '2026-11-21',
  now: '2026-11-21T14:05',
  view: { kind: 'unwatched' },
  domainsSet: true,
  mayChangeDomains: true,
  onTakeDomain: () => undefined,
  onOpenOptions: () => undefined,
  onOpenChecklist: () => undefined,
  onPause: () => undefined,
  onResume: () => undefined,
  onCopy: () => Promise.resolve(true),
  onCopyReport: () => Promise.resolve(true),
  offer: { kind: 'none' },
  onAllow: () => Promise.resolve(true),
};
const webmail = { host: 'mail.example.gov.uk', patterns: ['https://mail.example.gov.uk/*'] } as const;

const gmail = { kind: 'watched', site: 'Gmail', accountDomain: 'justice.gov.uk', composes: 2, meeting: false, problems: [] } as const;

export const examples = {
  'page not watched': () => <Popup {...quiet} />,
  'after a screen was left open': () => <Popup {...quiet} view={gmail} leftUnlocked={{ minutes: 25, until: 0 }} />,
  'after a night with the screen open': () => <Popup {...quiet} leftUnlocked={{ minutes: 840, until: 0 }} />,
  'after a mistake': () => <Popup {...quiet} view={gmail} situation="wrong-person" />,
  'guidance without contacts': () => <Popup {...quiet} pack={general} />,
  'still asking': () => <Popup {...quiet} view={{ kind: 'asking' }} />,
  'writing in Gmail': () => <Popup {...quiet} view={gmail} />,
  'first run, account known': () => <Popup {...quiet} view={gmail} domainsSet={false} />,
  'first run, account unknown': () => <Popup {...quiet} view={{ ...gmail, accountDomain: null, composes: 0 }} domainsSet={false} />,
  'domains missing, locked by policy': () => <Popup {...quiet} view={gmail} domainsSet={false} mayChangeDomains={false} />,
  'a page that changed': () => <Popup {...quiet} view={{ ...gmail, problems: ['read'] }} />,
  'a meeting on a server of one’s own': () => <Popup {...quiet} view={{ ...gmail, site: null, composes: 0, meeting: true }} />,
  'a webmail that is not allowed yet': () => <Popup {...quiet} offer={{ kind: 'looks-like', looksLike: 'webmail', ...webmail }} />,
  'a meeting that is not allowed yet, and the person says no': () => (
    <Popup {...quiet} offer={{ kind: 'looks-like', looksLike: 'meeting', ...webmail }} onAllow={() => Promise.resolve(false)} />
  ),
  'a server that the organisation suggests': () => <Popup {...quiet} offer={{ kind: 'suggested', ...webmail }} />,
  'a site that the browser took back': () => <Popup {...quiet} offer={{ kind: 'withdrawn', ...webmail }} />,
  'sites elsewhere that the browser took back': () => <Popup {...quiet} offer={{ kind: 'elsewhere', count: 12, patterns: ['https://mail.google.com/*'] }} />,
  'an allowed server with nothing to read': () => <Popup {...quiet} offer={{ kind: 'allowed', host: 'mail.example.gov.uk' }} />,
  'long domain': () => (
    <Popup {...quiet} view={{ ...gmail, accountDomain: 'a-very-long-name-of-an-agency.with-a-long-department-name.justice.gov.uk' }} domainsSet={false} />
  ),
};
