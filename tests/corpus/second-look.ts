import type { Situation } from './situation';

const home = 'jane.smith84@gmail.com';
const people = (count: number) => Array.from({ length: count }, (_, index) => `officer${index}@justice.gov.uk`).join(', ');

/**
 * A second batch, written after the rules were fitted to the first; its first run is the honest one
 * (see the commit that added it). Kept apart so that a third one can be added the same way.
 */
export const secondLook: readonly Situation[] = [
  [
    'Credentials in one sentence',
    'password-in-message',
    { to: 'ann.lee@justice.gov.uk', text: 'You can get in with user "records" and password "Bluebell-19".' },
  ],
  ['Credentials in a table row', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'System | User | Password\nNOMIS | jsmith | Bluebell19' }],
  ['Credentials with a slash', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'login/password: jsmith/Bluebell19' }],
  ['The word at the end of the line before', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'Here is the new password\nBluebell19!' }],
  [
    'A long sentence before the value',
    'password-in-message',
    { to: 'ann.lee@justice.gov.uk', text: 'The password for the laptop that you collected from reception on Monday is Bluebell19' },
  ],
  ['A password by “it’s”', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'You asked for the password - it’s Bluebell19' }],
  ['A key phrase for an encrypted file', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'Decryption password = 7-Otters-Swim' }],
  ['A PIN with spaces', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'PIN: 44 71' }],
  ['A voicemail PIN', 'password-in-message', { to: 'ann.lee@justice.gov.uk', text: 'Your voicemail PIN has been reset to 8823.' }],
  ['A question and its answer on security', '', { to: 'ann.lee@justice.gov.uk', text: 'Q: How often must I change my password? A: Never, unless it leaked.' }],
  ['Minutes of a security meeting', '', { to: 'ann.lee@justice.gov.uk', text: '3. Passwords: Tom reported that the new policy is live. Action: Tom' }],
  ['Password: agenda item', '', { to: 'ann.lee@justice.gov.uk', text: 'Agenda\n1. Welcome\n2. Password: options for the new policy\n3. Close' }],
  ['The password box', '', { to: 'ann.lee@justice.gov.uk', text: 'The password box is greyed out on page 2.' }],
  ['A password of a reader', '', { to: 'ann.lee@justice.gov.uk', text: 'It says: password is too short (minimum 12).' }],
  [
    'An error message',
    '',
    { to: 'servicedesk@digital.justice.gov.uk', known: 'servicedesk@digital.justice.gov.uk', text: 'I get “Error 401: password incorrect” since 9:30.' },
  ],
  ['A song', '', { to: 'ann.lee@justice.gov.uk', text: 'PINK are playing in Cardiff in 2027.' }],
  ['A pinned message', '', { to: 'ann.lee@justice.gov.uk', text: 'Pin: see the notice board' }],
  [
    'A Webex invitation',
    '',
    {
      to: 'ann.lee@justice.gov.uk',
      text: 'Join from the meeting link\nhttps://gov.webex.com/j.php?MTID=m1\nMeeting number (access code): 2744 110 2231\nMeeting password: gT5w2K',
    },
  ],
  [
    'A Google Meet dial-in',
    '',
    { to: 'ann.lee@justice.gov.uk', text: 'Video call link: https://meet.google.com/abc-defg-hij\nOr dial: +44 20 3956 0000 PIN: 882 110 443#' },
  ],
  ['To a list by an acronym', '(group-address)', { to: 'opg-dl@justice.gov.uk' }],
  ['To all of a grade', 'group-address', { to: 'all-grade7s@justice.gov.uk' }],
  ['To a court’s staff', 'group-address', { to: 'leeds-court-staff@hmcts.net' }],
  ['To duty managers', '', { to: 'duty.manager@justice.gov.uk' }],
  ['To a functional mailbox with a file', 'group-address', { to: 'foi@cityhomes.co.uk', files: 'request.pdf', known: 'cityhomes.co.uk' }],
  ['Someone called Teamworth', '', { to: 'a.teamworth@justice.gov.uk' }],
  ['Someone called Grace Allstaff', '', { to: 'grace.allstaffe@justice.gov.uk' }],
  ['Sir Keith All', '', { to: 'keith.all@justice.gov.uk' }],
  ['A judge', '', { to: 'HHJ Alice Forum <alice.forum@judiciary.uk>' }],
  [
    'Reply to all in a crowd with three people of a union',
    'reply-all-audience',
    { mode: 'reply-all', to: `${people(9)}, a@workersunion.org.uk, b@workersunion.org.uk, c@workersunion.org.uk` },
  ],
  ['Reply to all with a private mailbox of a colleague inside', 'reply-all-audience', { mode: 'reply-all', to: `${people(6)}, annlee@icloud.com` }],
  [
    'Reply to all to twelve with two known suppliers',
    '',
    { mode: 'reply-all', to: `${people(12)}, dan@brightprint.co.uk, kim@brightprint.co.uk`, known: 'dan@brightprint.co.uk, kim@brightprint.co.uk' },
  ],
  [
    'Reply to all to a small group with the supplier who wrote',
    '',
    {
      mode: 'reply-all',
      to: 'dan@brightprint.co.uk, ann.lee@justice.gov.uk, bob.oak@justice.gov.uk, tim.reed@justice.gov.uk, kay.vale@justice.gov.uk',
      thread: ['dan@brightprint.co.uk > jane.smith@justice.gov.uk, ann.lee@justice.gov.uk'],
    },
  ],
  [
    'A letter to five claimants, one in To and four in Cc',
    'visible-recipients (personal-address)',
    { to: 'a1@gmail.com', cc: 'b2@yahoo.co.uk, c3@hotmail.com, d4@sky.com, e5@aol.com' },
  ],
  ['A notice to nine landlords', 'visible-recipients', { to: Array.from({ length: 9 }, (_, index) => `lets@homes${index}.co.uk`).join(', ') }],
  [
    'A table booking for six colleagues and their spouses',
    '(visible-recipients) (personal-address)',
    { to: `${people(6)}, x1@gmail.com, x2@gmail.com, x3@gmail.com, x4@gmail.com` },
  ],
  ['A governors’ board of six outside people', '', { to: Array.from({ length: 6 }, (_, index) => `governor@trust${index}.org.uk`).join(', ') }],
  ['A transcript to a new court reporter', 'outside-recipient', { to: 'jobs@verbatim-reporting.co.uk', files: 'transcript.docx' }],
  [
    'A file to a new address of a known firm’s other brand',
    'outside-recipient',
    { to: 'eve@hallmediation.co.uk', files: 'order.pdf', known: 'eve@hallandco.co.uk, hallandco.co.uk' },
  ],
  ['A link and no file', '', { to: 'eve@hallmediation.co.uk', text: 'See https://www.gov.uk/divorce' }],
  [
    'An outsider swapped for another in an answer',
    'outside-recipient quoted-thread',
    { mode: 'reply', began: 'ann.lee@justice.gov.uk', to: 'ann.leigh@leighton.co.uk', thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  ['The own domain with s for c', 'lookalike-domain', { to: 'ann.lee@justise.gov-uk.net', files: '' }],
  ['The own other domain with a letter too few', '(lookalike-domain)', { to: 'ann.lee@hmct.net' }],
  ['A dash in the provider', '(lookalike-domain)', { to: 'kay@g-mail.com' }],
  ['outlook.con', 'lookalike-domain', { to: 'kay@outlook.con' }],
  ['icloud misspelt', 'lookalike-domain', { to: 'kay@icluod.com' }],
  ['A firm named after a provider', '', { to: 'sales@outlooktravel.co.uk' }],
  ['A real firm near a provider', '', { to: 'sales@yahoohay.com' }],
  ['A shop', '', { to: 'help@hotmelt.com' }],
  ['From home to a colleague’s home about football', '', { from: home, to: 'annlee@icloud.com', subject: 'Saturday' }],
  ['From home to work: I am ill today', 'work-in-personal-account', { from: home, to: 'ann.lee@justice.gov.uk', subject: 'Sick today' }],
  [
    'From home, a forward of a marked message',
    'work-in-personal-account (quoted-thread)',
    {
      mode: 'forward',
      from: home,
      began: '',
      to: 'liz@hotmail.co.uk',
      subject: 'Fwd: OFFICIAL-SENSITIVE rota',
      thread: ['ann.lee@justice.gov.uk > jane.smith84@gmail.com'],
    },
  ],
  ['To the own mailbox at a provider’s alias', 'personal-address', { to: 'jane.smith+work@gmail.com', files: 'a.pdf' }],
  ['To the spouse with the same surname, with a file', 'personal-address', { to: 'mark.smith@gmail.com', files: 'payslip.pdf' }],
  [
    'To a namesake citizen who wrote',
    '(personal-address)',
    { mode: 'reply', to: 'jane.smith77@gmail.com', thread: ['jane.smith77@gmail.com > jane.smith@justice.gov.uk'] },
  ],
  ['To a GP’s nhs.net', '', { to: 'surgery.leeds@nhs.net', files: 'request.pdf', known: 'surgery.leeds@nhs.net' }],
];
