/** For each rule the moment at which it speaks, so that a person can try one rule. Every rule has one; a test brings each of them about. */
import { who } from './letters.mjs';

const mostCases = { name: 'Open cases.xlsx', size: 312_448 };

/** @param {string} name @param {string} domain */
const guest = (name, domain) => ({ name, address: `${name.toLowerCase().replace(' ', '.')}@${domain}` });

/** People of several other organisations. */
const guests = [
  who.court,
  who.frost,
  guest('Ruth Hale', 'county-council.example'),
  guest('Owen Price', 'north-housing.example'),
  guest('Nia Parry', 'north-housing.example'),
  guest('Jon Webb', 'mill-school.example'),
  guest('Asha Rao', 'mill-school.example'),
  guest('Karl Voss', 'river-clinic.example'),
  guest('Maeve Quinn', 'river-clinic.example'),
];

/**
 * @typedef {{ view: 'mailbox' } & import('./mailbox/view.mjs').MailScene} MailboxScene
 * @typedef {{ view: 'meeting', inside?: boolean }} MeetingScene
 */

/**
 * By rule id. `sharing`: the person shows the whole screen in a call in another tab; `away`: comes back after so many minutes to a computer left unlocked.
 * @type {Readonly<Record<string, (MailboxScene | MeetingScene) & { readonly sharing?: boolean, readonly away?: number }>>}
 */
export const scenes = {
  'quoted-thread': { view: 'mailbox', letter: 'dale-5', answer: 'forward', to: [who.frost] },
  'personal-address': { view: 'mailbox', to: [who.home], subject: 'For the weekend', files: [mostCases] },
  'group-address': { view: 'mailbox', to: [who.everyone], subject: 'Dale v Dale: who has the file?' },
  'reply-all-audience': { view: 'mailbox', letter: 'fire', answer: 'reply-all' },
  'visible-recipients': { view: 'mailbox', to: guests, subject: 'Open day: thank you all' },
  'outside-recipient': { view: 'mailbox', to: [who.court], subject: 'The list', files: [{ name: 'Court 4 list.pdf', size: 41_877 }] },
  'lookalike-domain': { view: 'mailbox', to: [who.lookalike], subject: 'The contact list' },
  'password-in-message': { view: 'mailbox', to: [who.leah], subject: 'The shared folder', lines: ['Hi Leah,', 'The password for the folder is Harbour-4711.'] },
  'work-in-personal-account': { view: 'mailbox', from: who.home, to: [who.tom], subject: 'Dale v Dale', files: [mostCases] },
  'sharing-while-writing': { view: 'mailbox', to: [who.tom], subject: 'Dale v Dale', sharing: true },
  'unexpected-sender': { view: 'mailbox', letter: 'bank' },
  print: { view: 'mailbox', letter: 'dale-5' },
  'unlocked-screen': { view: 'mailbox', away: 14 },
  'pre-join': { view: 'meeting' },
  loudspeakers: { view: 'meeting', inside: true },
  'screen-share': { view: 'meeting', inside: true },
};
