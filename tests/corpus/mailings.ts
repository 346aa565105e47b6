import type { Situation } from './situation';

const homes = (count: number, name = 'reader') =>
  Array.from({ length: count }, (_, index) => `${name}${index}@${['gmail.com', 'hotmail.co.uk', 'btinternet.com', 'yahoo.co.uk'][index % 4] ?? ''}`).join(', ');
const firms = (count: number) => Array.from({ length: count }, (_, index) => `office@firm-${'abcdefghijklmnop'[index % 16] ?? ''}${index}.co.uk`).join(', ');
const councils = (count: number) => Array.from({ length: count }, (_, index) => `clerk@town${index}.gov.uk`).join(', ');

/** Many addresses that can see each other. */
export const mailings: readonly Situation[] = [
  ['A survey to a hundred victims in To', 'visible-recipients (personal-address)', { to: homes(100), subject: 'Your experience' }],
  ['A reminder to thirty claimants in Cc', 'visible-recipients (personal-address)', { to: 'jane.smith@justice.gov.uk', cc: homes(30) }],
  ['An invitation to a support group of twelve', 'visible-recipients (personal-address)', { to: homes(12), subject: 'Support group on Monday' }],
  ['Six applicants get the same letter', 'visible-recipients (personal-address)', { to: homes(6), files: 'letter.pdf' }],
  ['Five witnesses of one trial', 'visible-recipients (personal-address)', { to: homes(5) }],
  ['Foster families get the newsletter', 'visible-recipients (personal-address)', { to: homes(45), files: 'newsletter.pdf' }],
  ['Interpreters get the rates', 'visible-recipients (personal-address)', { to: homes(25), files: 'rates.pdf' }],
  ['Bidders of one tender see each other', 'visible-recipients (outside-recipient) (group-address)', { to: firms(9), files: 'questions.docx' }],
  ['Twelve law firms get a notice', 'visible-recipients (group-address)', { to: firms(12) }],
  [
    'Ten charities in Cc',
    'visible-recipients',
    { to: 'ann.lee@justice.gov.uk', cc: Array.from({ length: 10 }, (_, index) => `mary@charity${index}.org.uk`).join(', ') },
  ],
  ['Firms and citizens in one message', 'visible-recipients (personal-address) (group-address)', { to: `${firms(6)}, ${homes(3)}` }],
  [
    'Five citizens added to an answer',
    'visible-recipients (personal-address) (outside-recipient) (quoted-thread)',
    {
      mode: 'reply',
      began: 'ann.lee@justice.gov.uk',
      to: `ann.lee@justice.gov.uk, ${homes(5)}`,
      thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'],
    },
  ],
  [
    'A forward of one notice to eight citizens',
    'visible-recipients (personal-address) (quoted-thread) (outside-recipient)',
    { mode: 'forward', began: '', to: homes(8), thread: ['ann.lee@justice.gov.uk > jane.smith@justice.gov.uk'] },
  ],
  ['Twelve applicants who are all written to one by one otherwise', 'visible-recipients (personal-address)', { to: homes(12), known: homes(12) }],
  ['Eight candidates for one job', 'visible-recipients (personal-address)', { to: homes(8, 'candidate'), subject: 'Your interview' }],
  ['A survey to a hundred victims in Bcc', '(personal-address)', { to: 'jane.smith@justice.gov.uk', bcc: homes(100) }],
  ['A couple', '(personal-address)', { to: homes(2) }],
  ['Two parents and a grandmother', '(personal-address)', { to: homes(3) }],
  ['Sixty colleagues', '', { to: Array.from({ length: 60 }, (_, index) => `p${index}@justice.gov.uk`).join(', ') }],
  ['Thirty town clerks', '', { to: councils(30) }],
  ['Police forces of the country', '', { to: Array.from({ length: 20 }, (_, index) => `liaison@force${index}.police.uk`).join(', ') }],
  ['A firm’s whole team', '', { to: Array.from({ length: 10 }, (_, index) => `p${index}@hallandco.co.uk`).join(', ') }],
  [
    'Two firms on one case',
    '',
    {
      to: 'eve@hallandco.co.uk, sam@hallandco.co.uk, kim@hallandco.co.uk, lea@hallandco.co.uk, a@rivallaw.co.uk, b@rivallaw.co.uk, c@rivallaw.co.uk, d@rivallaw.co.uk',
    },
  ],
  ['Five suppliers in one project', '', { to: 'a@one.co.uk, b@two.co.uk, c@three.co.uk, d@four.co.uk, e@five.co.uk' }],
  ['Colleagues with one supplier', '', { to: `${Array.from({ length: 20 }, (_, index) => `p${index}@justice.gov.uk`).join(', ')}, dan@brightprint.co.uk` }],
  ['Twelve citizens answer each other', '', { mode: 'reply-all', to: homes(12), thread: [`reader1@hotmail.co.uk > ${homes(12)}`], known: homes(12) }],
  ['Ten firms that were on the message already', '', { mode: 'reply-all', to: Array.from({ length: 10 }, (_, index) => `mary@firm${index}.co.uk`).join(', ') }],
  ['A party invitation from home', '', { from: 'jane.smith84@gmail.com', to: homes(15) }],
  ['A reading club from home', '', { from: 'jane.smith84@gmail.com', to: homes(6), cc: 'liz@school.example' }],
  ['Names without addresses', '', { to: 'Ann Lee, Bob Oak, Cat Elm, Dan Ash, Eve Fir, Fay Yew, Gus Bay, Hal Box, Ida Ivy, Jon Elk' }],
  ['Seven councils and two hospitals', '', { to: `${councils(7)}, a.kent@nhs.net, b.moor@leedsth.nhs.uk` }],
  ['Three barristers at home', '(personal-address)', { to: 'a.finch.law@outlook.com, b.moor.law@gmail.com, c.hill.law@icloud.com' }],
  ['One citizen in To and the caseworker in Cc', '(personal-address)', { to: 'reader1@gmail.com', cc: 'ann.lee@justice.gov.uk' }],
  ['A cross-government network', '', { to: `${councils(12)}, x@homeoffice.gov.uk, y@cabinetoffice.gov.uk` }],
  [
    'Four colleagues and three outsiders of one body',
    '',
    {
      to: 'a@justice.gov.uk, b@justice.gov.uk, c@justice.gov.uk, d@justice.gov.uk, e@citizensadvice.example.org, f@citizensadvice.example.org, g@citizensadvice.example.org',
    },
  ],
  ['The same citizen twice', '(personal-address)', { to: 'reader1@gmail.com, reader1@gmail.com, reader1@gmail.com, reader1@gmail.com, reader1@gmail.com' }],
  [
    'A newsletter is forwarded to a colleague',
    '',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: ['Legal Weekly <newsletter@legalweekly.co.uk> > jane.smith@justice.gov.uk'] },
  ],
  [
    'A newsletter is forwarded, to nobody yet',
    '',
    { mode: 'forward', to: '', began: '', thread: ['Charity News <news@charitynews.org.uk> > jane.smith@justice.gov.uk'] },
  ],
  [
    'A newsletter to a list is forwarded to the team',
    '',
    {
      mode: 'forward',
      to: 'tim.reed@justice.gov.uk, ann.lee@justice.gov.uk',
      began: '',
      thread: ['noreply@sector-digest.co.uk > subscribers@sector-digest.co.uk'],
    },
  ],
  [
    'A receipt of a machine is forwarded to a colleague',
    '',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: ['Trains <no-reply@bookings.trains.co.uk> > jane.smith@justice.gov.uk'] },
  ],
  [
    'An offer of a supplier is forwarded to a colleague',
    '',
    { mode: 'forward', to: 'tim.reed@justice.gov.uk', began: '', thread: ['Dan Pike <dan@brightprint.co.uk> > jane.smith@justice.gov.uk'] },
  ],
  [
    'A letter of a citizen is forwarded to the caseworker',
    '',
    { mode: 'forward', to: 'ann.lee@justice.gov.uk', began: '', thread: ['Kay Marsh <kay.marsh71@gmail.com> > jane.smith@justice.gov.uk'] },
  ],
];
