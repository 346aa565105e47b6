import type { Situation } from './situation';

const inside = [
  'Ann Lee <ann.lee@justice.gov.uk> > Jane Smith <jane.smith@justice.gov.uk>, Bob Oak <bob.oak@justice.gov.uk>',
  'Bob Oak <bob.oak@justice.gov.uk> > Ann Lee <ann.lee@justice.gov.uk>',
];
const withFamily = [
  'Ann Lee <ann.lee@justice.gov.uk> > jane.smith@justice.gov.uk',
  'Kay Marsh <kay.marsh71@gmail.com> > ann.lee@justice.gov.uk',
  'ann.lee@justice.gov.uk > kay.marsh71@gmail.com',
];
const withFirm = ['Eve Hall <eve.hall@hallandco.co.uk> > jane.smith@justice.gov.uk', 'jane.smith@justice.gov.uk > eve.hall@hallandco.co.uk'];

/** Chains that travel, and people who join them. */
export const chains: readonly Situation[] = [
  [
    'A chain with a family’s address is forwarded to another family',
    'quoted-thread personal-address',
    { mode: 'forward', to: 'r.holt88@hotmail.co.uk', began: '', thread: withFamily },
  ],
  [
    'A chain with a family’s address is forwarded to a solicitor',
    'quoted-thread (group-address)',
    { mode: 'forward', to: 'clerk@oakchambers.co.uk', began: '', thread: withFamily },
  ],
  [
    'A chain with a family’s address is forwarded to a colleague',
    'quoted-thread',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: withFamily },
  ],
  [
    'An inside chain is forwarded to a supplier',
    'quoted-thread outside-recipient',
    { mode: 'forward', to: 'sales@brightprint.co.uk', began: '', thread: inside },
  ],
  [
    'An inside chain is forwarded to a supplier with the file',
    'quoted-thread outside-recipient',
    { mode: 'forward', to: 'dan@brightprint.co.uk', began: '', thread: inside, files: 'case list.xlsx' },
  ],
  [
    'An inside chain is forwarded to a journalist',
    'quoted-thread outside-recipient',
    { mode: 'forward', to: 'newsdesk@thecourier.co.uk', began: '', thread: inside },
  ],
  ['An inside chain of two is forwarded to a council', 'quoted-thread', { mode: 'forward', to: 'mary.vale@leeds.gov.uk', began: '', thread: inside }],
  ['An inside chain of two is forwarded to a new colleague', 'quoted-thread', { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: inside }],
  [
    'One message of a colleague is forwarded to a colleague',
    '',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  [
    'One newsletter of a partner is forwarded to a colleague',
    '',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: ['news@cabinetoffice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  [
    'One message of a colleague is forwarded back to its writer',
    '',
    { mode: 'forward', to: 'ann.lee@justice.gov.uk', began: '', thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  ['A chain is forwarded to someone who is in it already', '', { mode: 'forward', to: 'bob.oak@justice.gov.uk', began: '', thread: inside }],
  [
    'A chain is forwarded to all who are in it already',
    '',
    { mode: 'forward', to: 'bob.oak@justice.gov.uk, ann.lee@justice.gov.uk', began: '', thread: inside },
  ],
  ['An answer to the colleague who wrote', '', { mode: 'reply', to: 'ann.lee@justice.gov.uk', thread: inside }],
  ['An answer to all who were there', '', { mode: 'reply-all', to: 'ann.lee@justice.gov.uk, bob.oak@justice.gov.uk', thread: inside }],
  [
    'An answer to all but one of them',
    '',
    { mode: 'reply-all', to: 'ann.lee@justice.gov.uk', began: 'ann.lee@justice.gov.uk, bob.oak@justice.gov.uk', thread: inside },
  ],
  ['An answer to the solicitor who wrote', '', { mode: 'reply', to: 'eve.hall@hallandco.co.uk', thread: withFirm }],
  [
    'An answer to the solicitor with the form that was asked for',
    '',
    { mode: 'reply', to: 'eve.hall@hallandco.co.uk', thread: withFirm, files: 'form C100.pdf' },
  ],
  ['An answer to a long chain with a citizen in it', '', { mode: 'reply', to: 'kay.marsh71@gmail.com', thread: withFamily }],
  [
    'A supplier joins an inside conversation',
    'quoted-thread outside-recipient',
    { mode: 'reply-all', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk, dan@brightprint.co.uk', thread: inside },
  ],
  [
    'A supplier joins in copy',
    'quoted-thread outside-recipient',
    { mode: 'reply', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk', cc: 'dan@brightprint.co.uk', thread: inside },
  ],
  [
    'A supplier joins in blind copy',
    'quoted-thread outside-recipient',
    { mode: 'reply', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk', bcc: 'dan@brightprint.co.uk', thread: inside },
  ],
  [
    'A regular supplier joins an inside conversation',
    'quoted-thread outside-recipient',
    {
      mode: 'reply',
      began: 'ann.lee@justice.gov.uk',
      to: 'ann.lee@justice.gov.uk',
      cc: 'dan@brightprint.co.uk',
      thread: inside,
      known: 'dan@brightprint.co.uk, brightprint.co.uk',
    },
  ],
  [
    'A colleague joins an inside conversation',
    'quoted-thread',
    { mode: 'reply-all', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk, tim.reed@justice.gov.uk', thread: inside },
  ],
  [
    'The other parent joins a conversation with one',
    'quoted-thread personal-address',
    { mode: 'reply', began: 'kay.marsh71@gmail.com', to: 'kay.marsh71@gmail.com, r.marsh@outlook.com', thread: withFamily },
  ],
  [
    'A second solicitor of the firm joins',
    'quoted-thread',
    { mode: 'reply', began: 'eve.hall@hallandco.co.uk', to: 'eve.hall@hallandco.co.uk, sam.hall@hallandco.co.uk', thread: withFirm },
  ],
  [
    'The other side’s solicitor joins',
    'quoted-thread',
    { mode: 'reply', began: 'eve.hall@hallandco.co.uk', to: 'eve.hall@hallandco.co.uk, info@rivallaw.co.uk', thread: withFirm },
  ],
  [
    'Someone at home joins an inside conversation',
    'quoted-thread outside-recipient personal-address',
    { mode: 'reply', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk, r.holt88@hotmail.co.uk', thread: inside },
  ],
  [
    'The sender forwards the chain to the own private mailbox',
    'quoted-thread personal-address',
    { mode: 'forward', to: 'janesmith84@gmail.com', began: '', thread: withFamily },
  ],
  [
    'The sender forwards an inside chain to the own private mailbox',
    'quoted-thread personal-address outside-recipient',
    { mode: 'forward', to: 'jane.smith@btinternet.com', began: '', thread: inside },
  ],
  ['A chain is forwarded before anyone is named', 'quoted-thread', { mode: 'forward', to: '', began: '', thread: withFamily }],
  [
    'One message of a colleague before anyone is named',
    '',
    { mode: 'forward', to: '', began: '', thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  [
    'A single citizen’s message is forwarded to the right team',
    '(quoted-thread) group-address',
    { mode: 'forward', to: 'family-team@justice.gov.uk', began: '', thread: ['kay.marsh71@gmail.com > jane.smith@justice.gov.uk'] },
  ],
  [
    'A single citizen’s message is forwarded to the team as every day',
    '(quoted-thread)',
    {
      mode: 'forward',
      to: 'family-team@justice.gov.uk',
      began: '',
      thread: ['kay.marsh71@gmail.com > jane.smith@justice.gov.uk'],
      known: 'family-team@justice.gov.uk',
    },
  ],
  [
    'A message of the IT desk is forwarded to a colleague',
    '',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: ['servicedesk@digital.justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  ['A new message with a signature', '', { to: 'tim.reed@justice.gov.uk', text: 'Hi Tim,\n\nlunch?\n\nJane\n--\nMinistry of Justice' }],
  ['A new message with a pasted quote of one’s own', '', { to: 'tim.reed@justice.gov.uk', text: 'As the policy says: > Keep it short.' }],
  ['An answer to a partner who wrote', '', { mode: 'reply', to: 'mary.vale@leeds.gov.uk', thread: ['mary.vale@leeds.gov.uk > jane.smith@justice.gov.uk'] }],
  [
    'A police officer joins a conversation with a council',
    'quoted-thread',
    {
      mode: 'reply',
      began: 'mary.vale@leeds.gov.uk',
      to: 'mary.vale@leeds.gov.uk, pc.dale@westyorkshire.police.uk',
      thread: ['mary.vale@leeds.gov.uk > jane.smith@justice.gov.uk', 'jane.smith@justice.gov.uk > mary.vale@leeds.gov.uk'],
    },
  ],
  [
    'A long inside chain is forwarded to a union',
    'quoted-thread outside-recipient',
    { mode: 'forward', to: 'branch@workersunion.org.uk', began: '', thread: [...inside, ...inside, ...inside] },
  ],
  [
    'A chain with one outsider at its bottom is forwarded to another firm',
    'quoted-thread',
    { mode: 'forward', to: 'kim@other-firm.co.uk', began: '', thread: [...inside, 'victim.witness@protonmail.com > ann.lee@justice.gov.uk'] },
  ],
  ['An answer that the page cannot tell from a forward, to the writer', '', { mode: 'reply-or-forward', to: 'ann.lee@justice.gov.uk', thread: inside }],
  [
    'A forward that the page cannot tell from an answer',
    'quoted-thread outside-recipient',
    { mode: 'reply-or-forward', began: '', to: 'dan@brightprint.co.uk', subject: 'Fwd: rota', thread: inside },
  ],
  ['An answer to oneself', '', { mode: 'reply', to: 'jane.smith@justice.gov.uk', thread: inside }],
  [
    'A chain of a colleague is sent on to a colleague and the writer',
    'quoted-thread',
    { mode: 'forward', began: '', to: 'ann.lee@justice.gov.uk, tim.reed@justice.gov.uk', thread: inside },
  ],
  [
    'A secure-mail address of a partner in the chain',
    '',
    { mode: 'reply', to: 'clerk@leeds.gov.uk.cjsm.net', thread: ['clerk@leeds.gov.uk.cjsm.net > jane.smith@justice.gov.uk'] },
  ],
  [
    'A barrister’s secure mail joins an inside conversation',
    'quoted-thread outside-recipient',
    { mode: 'reply', began: 'ann.lee@justice.gov.uk', to: 'ann.lee@justice.gov.uk, a.finch@oakchambers.co.uk.cjsm.net', thread: inside },
  ],
  [
    'A meeting note goes back to the three who met',
    '',
    {
      mode: 'reply-all',
      to: 'ann.lee@justice.gov.uk, bob.oak@justice.gov.uk, eve.hall@hallandco.co.uk',
      thread: ['bob.oak@justice.gov.uk > ann.lee@justice.gov.uk, jane.smith@justice.gov.uk, eve.hall@hallandco.co.uk'],
    },
  ],
];
