/**
 * The letters of the practice mailbox: people, address book and about twenty messages, all invented.
 * Pure data and text, so that the practice mailbox (in the browser) and the real Roundcube of the tests (seeded from Node) hold the same mail,
 * and tests can take the truth about a thread (`quotedBy`) from where it was written.
 *
 * Domains end in `.example` (RFC 2606), telephone numbers are Ofcom's for drama, postcode areas are real with a district that is not in use.
 * The personal mailboxes are at a real provider, because that is what has to be recognised; Gmail allows no underscore in an address, so they are
 * nobody's, and nothing leaves this computer anyway.
 */

/** @typedef {{ name: string, address: string }} Person */
/** @typedef {{ name: string, size: number, kind: 'pdf' | 'xlsx' | 'docx' }} File */
/**
 * @typedef {object} Letter
 * @property {string} id
 * @property {'inbox' | 'sent' | 'drafts'} folder
 * @property {Person} from
 * @property {readonly Person[]} to
 * @property {readonly Person[]} cc
 * @property {number} hours how long before now it was sent
 * @property {string} subject
 * @property {string} html what its author wrote, without quotes
 * @property {string | null} text set for mail without HTML
 * @property {readonly File[]} files
 * @property {boolean} unread
 * @property {boolean} [starred]
 * @property {string | null} answers id of the letter that it answers or forwards, and therefore quotes
 * @property {'outlook' | 'outlook-web' | 'gmail' | 'apple' | 'text'} [quoting] the way its author's program quotes
 */

export const organisation = { name: 'Justice Example', domain: 'justice.example', trusted: 'safe-harbour.example' };

/** @type {Person} */
export const account = { name: 'Amira Khan', address: 'amira.khan@justice.example' };

const people = {
  amira: account,
  tom: { name: 'Tom Aldous', address: 'tom.aldous@justice.example' },
  grace: { name: 'Grace Obi', address: 'grace.obi@justice.example' },
  priya: { name: 'Priya Nair', address: 'priya.nair@justice.example' },
  gwen: { name: 'Gwen Siôn', address: 'gwen.sion@justice.example' },
  payroll: { name: 'Payroll', address: 'payroll@justice.example' },
  listing: { name: 'Listing office', address: 'listing-office@justice.example' },
  everyone: { name: 'All staff Leeds', address: 'all-staff-leeds@justice.example' },
  leah: { name: 'Leah Brook', address: 'leah.brook@safe-harbour.example' },
  frost: { name: 'Daniel Frost', address: 'd.frost@frost-lane.example' },
  court: { name: 'Helen Marsh', address: 'helen.marsh@county-council.example' },
  sam: { name: 'Sam Okoro', address: 'sam_okoro@gmail.com' },
  home: { name: 'Amira Khan', address: 'amira_khan@gmail.com' },
  lookalike: { name: 'Tom Aldous', address: 'tom.aldous@justlce.example' },
  portal: { name: 'Mailbox service', address: 'service@storage-notices.example' },
  bulletin: { name: 'Town Hall Bulletin', address: 'no-reply@bulletin.example' },
  rooms: { name: 'Room booking', address: 'rooms@justice.example' },
};

/** @type {Readonly<Record<keyof typeof people, Person>>} */
export const who = people;

/** The address book: groups first, then people, as suggestions show them. */
export const addressBook = /** @type {const} */ ([
  { ...people.listing, kind: 'group', members: 9 },
  { ...people.everyone, kind: 'group', members: 214 },
  { ...people.tom, kind: 'person' },
  { ...people.grace, kind: 'person' },
  { ...people.priya, kind: 'person' },
  { ...people.gwen, kind: 'person' },
  { ...people.leah, kind: 'person' },
  { ...people.court, kind: 'person' },
  { ...people.frost, kind: 'person' },
  { ...people.lookalike, kind: 'person' },
  { ...people.sam, kind: 'person' },
  { ...people.home, kind: 'person' },
]);

/** @param {string} text */
export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** @param {readonly string[]} lines */
const paragraphs = (...lines) => lines.map((line) => `<p>${line}</p>`).join('');
/** @param {Person} person @param {string} role */
const signed = (person, role) => `<p>${person.name}<br>${role}, ${organisation.name}<br>01632 960 114</p>`;

const hearing = 'Hearing arrangements: Dale v Dale';

/** @type {readonly Letter[]} */
export const letters = [
  // A deep thread. Its newest part is harmless; its oldest holds an address that one side must never see.
  {
    id: 'dale-1',
    folder: 'inbox',
    from: people.grace,
    to: [people.tom, people.amira],
    cc: [],
    hours: 147,
    subject: hearing,
    html:
      paragraphs(
        'Tom, Amira,',
        'Ms Dale has moved again and the other side <b>must not learn where to</b>. For your files only: 14 Alder Rise, Leeds LS99 4XD. Her sister, who brings the boy to school, is at 3 Mill Yard, Leeds LS99 2TG.',
        'The boy’s date of birth is 12 March 2017. He should not have to wait in the main hall.',
        'The safeguarding note and the list of contacts are attached.',
      ) + signed(people.grace, 'Safeguarding lead'),
    text: null,
    files: [
      { name: 'Safeguarding note.pdf', size: 84_210, kind: 'pdf' },
      { name: 'Contacts Dale family.xlsx', size: 23_904, kind: 'xlsx' },
    ],
    unread: false,
    answers: null,
  },
  {
    id: 'dale-2',
    folder: 'inbox',
    from: people.tom,
    to: [people.grace],
    cc: [people.amira, people.listing],
    hours: 124,
    subject: `RE: ${hearing}`,
    html:
      paragraphs('Grace,', 'Noted. I have asked for the side entrance and for a separate room. I copy the listing office so that nobody moves it.') +
      signed(people.tom, 'Listing officer'),
    text: null,
    files: [],
    unread: false,
    answers: 'dale-1',
    quoting: 'outlook',
  },
  {
    id: 'dale-3',
    folder: 'sent',
    from: people.amira,
    to: [people.leah],
    cc: [people.grace],
    hours: 101,
    subject: `RE: ${hearing}`,
    html:
      paragraphs('Dear Leah,', 'Could one of your supporters come with Ms Dale on Thursday? The arrangements are below.') +
      signed(people.amira, 'Case officer'),
    text: null,
    files: [{ name: 'Safeguarding note.pdf', size: 84_210, kind: 'pdf' }],
    unread: false,
    answers: 'dale-2',
    quoting: 'outlook',
  },
  {
    id: 'dale-4',
    folder: 'inbox',
    from: people.leah,
    to: [people.amira],
    cc: [people.grace],
    hours: 29,
    subject: `Re: ${hearing}`,
    html: '<div dir="ltr">Hi Amira,<div><br></div><div>Yes, I will come myself and meet her at the side entrance at ten.</div><div><br></div><div>Leah</div></div>',
    text: null,
    files: [],
    unread: false,
    answers: 'dale-3',
    quoting: 'gmail',
  },
  {
    id: 'dale-5',
    folder: 'inbox',
    from: people.tom,
    to: [people.amira],
    cc: [people.grace],
    hours: 2,
    subject: `RE: ${hearing}`,
    html:
      paragraphs(
        'Amira,',
        'It is final now: Thursday, 10:30, Court 4. Can you pass the time on to Mr Dale’s solicitor, Daniel Frost? He rang twice this morning.',
      ) + signed(people.tom, 'Listing officer'),
    text: null,
    files: [{ name: 'Court 4 list.pdf', size: 41_877, kind: 'pdf' }],
    unread: true,
    starred: true,
    answers: 'dale-4',
    quoting: 'outlook-web',
  },

  // A thread in Gmail's way of quoting, with people outside.
  {
    id: 'open-1',
    folder: 'sent',
    from: people.amira,
    to: [people.leah],
    cc: [],
    hours: 98,
    subject: 'Stall at the open day',
    html: '<div dir="ltr">Hi Leah, would you like a stall at our open day again?</div>',
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'open-2',
    folder: 'inbox',
    from: people.leah,
    to: [people.amira],
    cc: [people.court],
    hours: 77,
    subject: 'Re: Stall at the open day',
    html: '<div dir="ltr">We would love to. I copy Helen from the council, who brings the tables.</div>',
    text: null,
    files: [],
    unread: false,
    answers: 'open-1',
    quoting: 'gmail',
  },
  {
    id: 'open-3',
    folder: 'inbox',
    from: people.court,
    to: [people.leah],
    cc: [people.amira, people.sam],
    hours: 55,
    subject: 'Re: Stall at the open day',
    html: '<div dir="ltr">Four tables it is. Sam drives them over; Sam, please tell Amira your number plate.</div>',
    text: null,
    files: [],
    unread: false,
    answers: 'open-2',
    quoting: 'gmail',
  },
  {
    id: 'open-4',
    folder: 'inbox',
    from: people.sam,
    to: [people.court],
    cc: [people.leah, people.amira],
    hours: 6,
    subject: 'Re: Stall at the open day',
    html: '<div dir="ltr">Will do, it is a white van. See you Saturday at eight!</div>',
    text: null,
    files: [],
    unread: true,
    answers: 'open-3',
    quoting: 'gmail',
  },

  // Single letters.
  {
    id: 'figures',
    folder: 'inbox',
    from: people.priya,
    to: [people.amira],
    cc: [],
    hours: 3,
    subject: 'Caseload figures for Monday',
    html: paragraphs(
      'Hi Amira,',
      'Here is the sheet with all open cases. The director wants the summary on Monday morning; sorry that it lands on you so late.',
      'Priya',
    ),
    text: null,
    files: [{ name: 'Open cases.xlsx', size: 312_448, kind: 'xlsx' }],
    unread: true,
    answers: null,
  },
  {
    id: 'conference',
    folder: 'inbox',
    from: people.grace,
    to: [people.amira, people.tom],
    cc: [people.leah],
    hours: 5,
    subject: 'Case conference this afternoon',
    html: paragraphs('All,', 'We talk about the Dale case at two. <a href="/meeting/">Join the meeting</a>', 'Grace'),
    text: null,
    files: [],
    unread: true,
    answers: null,
  },
  {
    id: 'bank',
    folder: 'inbox',
    from: people.lookalike,
    to: [people.amira],
    cc: [],
    hours: 8,
    subject: 'Quick favour before noon',
    html: paragraphs('Amira, are you at your desk? I need the contact list of the Dale case on my other account, mine does not open here. Thanks, Tom'),
    text: null,
    files: [],
    unread: true,
    answers: null,
  },
  {
    id: 'storage',
    folder: 'inbox',
    from: people.portal,
    to: [people.amira],
    cc: [],
    hours: 9,
    subject: 'Your mailbox is almost full',
    html: paragraphs(
      'Dear colleague,',
      'Your mailbox has reached its limit. To keep receiving mail, confirm it at <a href="https://confirm.storage-notices.example/a81">https://portal.justice.example/mailbox</a> today.',
      'Mailbox service',
    ),
    text: null,
    files: [],
    unread: true,
    answers: null,
  },
  {
    id: 'fire',
    folder: 'inbox',
    from: people.rooms,
    to: [people.everyone],
    cc: [],
    hours: 26,
    subject: 'Fire alarm test on Wednesday',
    html: paragraphs('The alarm will sound twice at 09:00. Nobody has to leave the building.'),
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'payslip',
    folder: 'inbox',
    from: people.payroll,
    to: [people.amira],
    cc: [],
    hours: 31,
    subject: 'Your payslip is ready',
    html: paragraphs('Your payslip for this month can be seen in the portal.'),
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'welsh',
    folder: 'inbox',
    from: people.gwen,
    to: [people.amira],
    cc: [],
    hours: 48,
    subject: 'Gwrandawiad – cyfieithydd',
    html: paragraphs('Bore da Amira,', 'Mae’r cyfieithydd ar gael ddydd Iau. Diolch!', 'Gwen'),
    text: null,
    files: [{ name: 'Cais am gyfieithydd – tŷ’r llys.pdf', size: 18_034, kind: 'pdf' }],
    unread: false,
    answers: null,
  },
  {
    id: 'plain-1',
    folder: 'sent',
    from: people.amira,
    to: [people.court],
    cc: [],
    hours: 75,
    subject: 'Interpreter for Tuesday',
    html: '',
    text: 'Dear Helen,\n\ncan the council lend us an interpreter for Tuesday?\n\nAmira',
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'plain-2',
    folder: 'inbox',
    from: people.court,
    to: [people.amira],
    cc: [people.priya],
    hours: 53,
    subject: 'Re: Interpreter for Tuesday',
    html: '',
    text: 'Dear Amira,\n\nyes, from one o’clock. She needs a parking space.\n\nHelen',
    files: [],
    unread: false,
    answers: 'plain-1',
    quoting: 'text',
  },
  {
    id: 'leave',
    folder: 'inbox',
    from: people.priya,
    to: [people.amira, people.tom, people.grace, people.gwen],
    cc: [people.listing],
    hours: 79,
    subject: 'Who is in over the holidays?',
    html: paragraphs('Hello all,', 'answer to me only, or we will all have forty mails by lunch.', 'Priya'),
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'bulletin',
    folder: 'inbox',
    from: people.bulletin,
    to: [people.amira],
    cc: [],
    hours: 100,
    subject: 'Town Hall Bulletin: roadworks and the new library',
    html: '<h2>Roadworks on Mill Street</h2><p>From Monday, one lane only.</p><h2>The new library opens</h2><p>With longer hours on Thursdays.</p>',
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'chairs',
    folder: 'inbox',
    from: people.rooms,
    to: [people.amira],
    cc: [],
    hours: 122,
    subject: 'Room 2.14 is booked for you',
    html: paragraphs('Thursday, 09:30 to 12:00, six chairs.'),
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
  {
    id: 'draft',
    folder: 'drafts',
    from: people.amira,
    to: [people.gwen],
    cc: [],
    hours: 24,
    subject: 'Interpreter: room and times',
    html: paragraphs('Dear Gwen,', ''),
    text: null,
    files: [],
    unread: false,
    answers: null,
  },
];

/** @param {string} id @returns {Letter} */
export function letterOf(id) {
  const letter = letters.find((one) => one.id === id);
  if (!letter) throw new Error(`There is no letter ${id}.`);
  return letter;
}

/** The letters that a letter carries along below itself, newest first. @param {Letter} letter @returns {Letter[]} */
export function quotedBy(letter) {
  return letter.answers === null ? [] : [letterOf(letter.answers), ...quotedBy(letterOf(letter.answers))];
}

/** Addresses of everyone in the letters, each once. @param {readonly Letter[]} thread @returns {string[]} */
export const peopleOf = (thread) => [...new Set(thread.flatMap(({ from, to, cc }) => [from, ...to, ...cc].map(({ address }) => address)))];

/** @param {Letter} letter @param {number} now milliseconds since 1970 */
export const timeOf = (letter, now) => now - letter.hours * 3_600_000;

/** @param {number} time @param {Intl.DateTimeFormatOptions} options */
const inBritain = (time, options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(time);
/** @param {number} time */
export const longDate = (time) =>
  `${inBritain(time, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')} ${inBritain(time, { hour: '2-digit', minute: '2-digit' })}`;
/** @param {number} time */
export const attributionDate = (time) =>
  `${inBritain(time, { weekday: 'short' })}, ${inBritain(time, { day: 'numeric', month: 'short', year: 'numeric' })} at ${inBritain(time, { hour: '2-digit', minute: '2-digit' })}`;

/** @param {Person} person */
export const mailbox = (person) => `${person.name} <${person.address}>`;
/** @param {readonly Person[]} list @param {string} [between] */
export const mailboxes = (list, between = '; ') => list.map(mailbox).join(between);

/** @param {string} text */
const textAsHtml = (text) => `<div style="white-space: pre-wrap">${escaped(text)}</div>`;

/**
 * The ways in which mail programs quote, as their markup is documented: Outlook for Windows, Outlook on the web, Gmail, Apple Mail.
 * @type {Record<'outlook' | 'outlook-web' | 'gmail' | 'apple', (quoted: Letter, body: string, now: number) => string>}
 */
const quotes = {
  outlook: (quoted, body, now) =>
    `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${headerLines(quoted, now)}</p></div></div><p class="MsoNormal">&nbsp;</p>${body}`,
  'outlook-web': (quoted, body, now) =>
    `<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${headerLines(quoted, now)}</font><div>&nbsp;</div></div>${body}`,
  gmail: (quoted, body, now) =>
    `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On ${attributionDate(timeOf(quoted, now))}, ${escaped(quoted.from.name)} &lt;<a href="mailto:${quoted.from.address}">${quoted.from.address}</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${body}</blockquote></div>`,
  apple: (quoted, body, now) =>
    `<div><br><blockquote type="cite"><div>On ${attributionDate(timeOf(quoted, now)).replace(' at ', ', at ')}, ${escaped(quoted.from.name)} &lt;${quoted.from.address}&gt; wrote:</div><br><div>${body}</div></blockquote></div>`,
};

/** @param {Letter} quoted @param {number} now */
function headerLines(quoted, now) {
  const cc = quoted.cc.length > 0 ? `<b>Cc:</b> ${escaped(mailboxes(quoted.cc))}<br>` : '';
  return `<b>From:</b> ${escaped(mailbox(quoted.from))}<br><b>Sent:</b> ${longDate(timeOf(quoted, now))}<br><b>To:</b> ${escaped(mailboxes(quoted.to))}<br>${cc}<b>Subject:</b> ${escaped(quoted.subject)}`;
}

/** A letter's whole body with everything it quotes, as HTML. @param {Letter} letter @param {number} now @returns {string} */
export function htmlOf(letter, now) {
  const own = letter.text === null ? letter.html : textAsHtml(letter.text);
  if (letter.answers === null || !letter.quoting) return own;
  if (letter.quoting === 'text') return textAsHtml(textOf(letter, now));
  const quoted = letterOf(letter.answers);
  return own + quotes[letter.quoting](quoted, htmlOf(quoted, now), now);
}

/** The same as plain text, quoted with `>`. @param {Letter} letter @param {number} now @returns {string} */
export function textOf(letter, now) {
  const own =
    letter.text ??
    letter.html
      .replace(/<\/p>|<br>|<\/div>|<\/h2>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .trim();
  if (letter.answers === null) return own;
  const quoted = letterOf(letter.answers);
  const body = textOf(quoted, now)
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
  return `${own}\n\nOn ${attributionDate(timeOf(quoted, now))}, ${mailbox(quoted.from)} wrote:\n${body}`;
}
