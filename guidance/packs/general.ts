/**
 * Guidance for any organisation without its own: the same points as common good practice, and nobody's contacts.
 * The words are ours; where the Ministry of Justice told a story first, it is named.
 */
import type { Pack } from '../pack';
import { withLanguage } from '../translate';
import { moj } from './moj';
import { welsh } from './welsh';

const source = [{ document: 'good-practice' }];

const english: Pack = {
  schema: 1,
  id: 'general',
  version: '2026.11',
  organisation: { name: 'Any organisation' },
  languages: ['en'],
  documents: [
    {
      id: 'good-practice',
      title: 'Common good practice, written for Second Glance',
      reviewDue: '2027-11-30',
      checked: '2026-11-21',
      note: 'Your organisation may have its own rules. They come first.',
    },
    ...moj.documents.filter((document) => document.id === 'coming-back'),
  ],
  points: moj.points.map((point) => ({ ...point, sources: source })),
  groups: [],
  contacts: [],
  situations: [
    {
      id: 'wrong-person',
      title: 'I sent something to the wrong person',
      firstSteps: [
        'Undo or recall the message, if your mail still offers it.',
        'Tell your line manager and your security or data protection team now. You do not have to know everything first.',
        'If you know the person who received it, ask them to delete it and to tell you when they have.',
        'Keep the message in your sent folder: the team will need it.',
      ],
      haveReady: [
        'When you sent it.',
        'What kind of information is in it, and about how many people.',
        'How many people received it, and whether they work here.',
      ],
      contacts: [],
      keywords: 'misdirected email mail breach recall oversharing wrong address attachment reply all bcc data leak incident',
      report: 'sent',
    },
    {
      id: 'lost-device',
      title: 'I lost a device, or it was stolen',
      firstSteps: [
        'Phone your service desk now, so that the device can be locked.',
        'Tell your line manager.',
        'If it was stolen, report it to the police and note the reference.',
      ],
      haveReady: ['Where and when you last had it.', 'Whether it was switched on and locked.', 'What was with it: badge, papers, passwords.'],
      contacts: [],
      keywords: 'theft stolen laptop phone mobile tablet badge missing left on train',
      report: 'other',
    },
    {
      id: 'strange-message',
      title: 'I got a strange message, or clicked on something',
      firstSteps: [
        'Leave the message as it is. Do not answer it, and open nothing more from it.',
        'If you typed in a password, change it now from another page that you trust.',
        'Tell your security team or service desk, also when nothing seems to have happened.',
      ],
      haveReady: ['When it came, and from which address.', 'What you opened, clicked or typed in.'],
      contacts: [],
      keywords: 'phishing scam spam virus malware link attachment suspicious fraud ransomware password hacked',
      report: 'other',
    },
    {
      id: 'privacy-advice',
      title: 'I need advice on privacy',
      firstSteps: ['Ask your data protection officer before you share. A question costs minutes, a mistake costs weeks.'],
      haveReady: ['Whose information it is about.', 'Who wants it, and what for.'],
      contacts: [],
      keywords: 'personal data protection gdpr dpia impact assessment subject access sharing agreement question',
    },
  ],
  stories: [...moj.stories],
  ifUnsure: 'If unsure, ask your line manager.',
  rules: Object.fromEntries(Object.entries(moj.rules).map(([rule, { contacts: _, ...guidance }]) => [rule, guidance])),
  links: moj.links.filter((link) => link.url.includes('ncsc.gov.uk')),
};

export const general: Pack = withLanguage(english, 'cy', welsh);
