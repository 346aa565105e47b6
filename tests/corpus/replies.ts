import type { Situation } from './situation';

const people = (count: number, domain = 'justice.gov.uk', name = 'person') =>
  Array.from({ length: count }, (_, index) => `${name}.${String.fromCharCode(97 + (index % 26))}${index}@${domain}`).join(', ');

/** Answers to many. */
export const replies: readonly Situation[] = [
  ['Thank you to forty people', 'reply-all-audience', { mode: 'reply-all', to: people(40), text: 'Thank you!' }],
  ['Thank you to twenty people', 'reply-all-audience', { mode: 'reply-all', to: people(20), text: 'Thanks' }],
  ['Congratulations to a whole list', 'reply-all-audience', { mode: 'reply-all', to: 'ann.lee@justice.gov.uk, all-staff@justice.gov.uk' }],
  ['An answer to a distribution list', 'reply-all-audience', { mode: 'reply-all', to: 'court-users-distribution@justice.gov.uk' }],
  [
    'An answer about one case to a distribution list',
    'reply-all-audience',
    { mode: 'reply-all', to: 'ann.lee@justice.gov.uk', cc: 'listing-officers-list@justice.gov.uk', files: 'case.docx' },
  ],
  ['Out of office by hand to everyone', 'reply-all-audience', { mode: 'reply-all', to: 'everyone@justice.gov.uk, ann.lee@justice.gov.uk' }],
  [
    '“Unsubscribe me” to a network',
    'reply-all-audience',
    { mode: 'reply-all', to: 'ann.lee@justice.gov.uk, data-network@justice.gov.uk', text: 'Unsubscribe me' },
  ],
  ['Everyone by name only', 'reply-all-audience', { mode: 'reply-all', to: 'Ann Lee <ann.lee@justice.gov.uk>, All HMCTS Staff' }],
  ['Someone outside in a crowd of eight', 'reply-all-audience', { mode: 'reply-all', to: `${people(8)}, dan@brightprint.co.uk` }],
  ['A citizen in a crowd of ten', 'reply-all-audience', { mode: 'reply-all', to: `${people(10)}, kay.marsh71@gmail.com` }],
  ['The other side’s counsel in a crowd of twelve', 'reply-all-audience', { mode: 'reply-all', to: `${people(12)}, clerk@rivallaw.co.uk` }],
  [
    'Twenty people with a regular supplier among them',
    'reply-all-audience',
    { mode: 'reply-all', to: `${people(20)}, dan@brightprint.co.uk`, known: 'dan@brightprint.co.uk' },
  ],
  ['A union with forty members of two organisations', 'reply-all-audience', { mode: 'reply-all', to: `${people(20)}, ${people(20, 'leeds.gov.uk')}` }],
  ['An answer to sixteen that the page calls a plain answer', 'reply-all-audience', { mode: 'reply', to: people(16) }],
  ['Thirty people of a partner', 'reply-all-audience', { mode: 'reply-all', to: people(30, 'nhs.net') }],
  ['An answer to the writer', '', { mode: 'reply', to: 'ann.lee@justice.gov.uk' }],
  [
    'An answer to a large mail, to the writer alone',
    '',
    { mode: 'reply', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk', thread: [`ann.lee@justice.gov.uk > ${people(40)}`] },
  ],
  ['An answer to all, cut down to two', '', { mode: 'reply-all', began: people(40), to: people(2) }],
  ['An answer to four colleagues', '', { mode: 'reply-all', to: people(4) }],
  ['An answer to nine colleagues', '', { mode: 'reply-all', to: people(9) }],
  ['An answer to fourteen colleagues', '', { mode: 'reply-all', to: people(14) }],
  [
    'An answer to a board of nine with its outside member, who is written to often',
    '',
    { mode: 'reply-all', to: `${people(9)}, chair@citizensadvice.example.org`, known: 'chair@citizensadvice.example.org' },
  ],
  [
    'An answer to a working group where the supplier has the word',
    '',
    { mode: 'reply-all', to: `${people(8)}, dan@brightprint.co.uk`, thread: [`dan@brightprint.co.uk > jane.smith@justice.gov.uk, ${people(8)}`] },
  ],
  [
    'An answer to a working group where the supplier spoke earlier',
    '',
    {
      mode: 'reply-all',
      to: `${people(8)}, dan@brightprint.co.uk`,
      thread: ['person.a0@justice.gov.uk > jane.smith@justice.gov.uk', 'dan@brightprint.co.uk > jane.smith@justice.gov.uk'],
    },
  ],
  ['An answer to half a firm and half a team', '', { mode: 'reply-all', to: `${people(4)}, ${people(4, 'hallandco.co.uk')}` }],
  ['An answer to a solicitor and two colleagues', '', { mode: 'reply-all', to: 'eve.hall@hallandco.co.uk, ann.lee@justice.gov.uk, bob.oak@justice.gov.uk' }],
  ['An answer to a partner and ten colleagues', '', { mode: 'reply-all', to: `${people(10)}, mary.vale@leeds.gov.uk` }],
  ['An answer to the own team', '', { mode: 'reply-all', to: 'ann.lee@justice.gov.uk, family-team@justice.gov.uk' }],
  [
    'An answer to a list that one answers to every day',
    '',
    { mode: 'reply-all', to: 'listing-officers-list@justice.gov.uk', known: 'listing-officers-list@justice.gov.uk' },
  ],
  ['A new message to thirty colleagues', '', { to: people(30) }],
  ['A new message to one', '', { to: 'ann.lee@justice.gov.uk' }],
  [
    'A forward of one message to twenty colleagues',
    '',
    { mode: 'forward', began: '', to: people(20), thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  ['An answer to all with the own address among fourteen', '', { mode: 'reply-all', to: `${people(14)}, jane.smith@justice.gov.uk` }],
  ['An answer to a citizen and two colleagues', '', { mode: 'reply-all', to: 'kay.marsh71@gmail.com, ann.lee@justice.gov.uk, bob.oak@justice.gov.uk' }],
  [
    'An answer to three chambers about one hearing',
    '',
    { mode: 'reply-all', to: 'a@oakchambers.co.uk, b@elmchambers.co.uk, c@ashchambers.co.uk, ann.lee@justice.gov.uk' },
  ],
  ['An answer with two people in copy', '', { mode: 'reply', to: 'ann.lee@justice.gov.uk', cc: 'bob.oak@justice.gov.uk, tim.reed@justice.gov.uk' }],
  ['An answer to a meeting invitation of five', '', { mode: 'reply-all', to: people(5), subject: 'RE: Accepted: stand-up' }],
  ['An answer from home to friends', '', { mode: 'reply-all', from: 'jane.smith84@gmail.com', to: people(8, 'hotmail.co.uk') }],
  ['An answer that reaches seven and an auditor of the NAO', '', { mode: 'reply-all', to: `${people(7)}, a.hill@nao.gov.uk` }],
  ['An answer whose beginning was not seen', '', { mode: 'reply-all', to: people(3), began: 'unknown' }],
];
