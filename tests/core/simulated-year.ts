/**
 * A year of work, run through the real rules and the real pacing: 200 messages in, 40 out and 5 calls a day.
 * The people, habits and mistakes are made up; the same seed gives the same year. Used by its test and by `npm run accuracy -- year`.
 */
import { type AcquaintanceRecords, afterSending } from '../../core/acquaintance';
import { evaluate } from '../../core/evaluate';
import { type ComposeObservation, type DeviceState, type MeetingObservation, type Observation, unknownHearing, unknownShare } from '../../core/observation';
import { defaultPacing, emptyMemory, type PacingMemory, pace, reasonKey, reasonOf } from '../../core/pacing';
import { dealtWith, dismissed, heeded, shown } from '../../core/pacing-memory';
import { defaultThresholds, type RuleContext } from '../../core/rule';
import { rules } from '../../engine/registry';
import { acquaintanceKeys } from '../../mail/acquaintances';
import { type ComposeCase, compose, type MessageCase, message as openMessage, threadOf } from '../support/observations';

/** How a person's days differ: how many of the 40 messages of a day are of each kind. Fractions happen on some days. */
export interface Profile {
  readonly name: string;
  readonly mix: Readonly<Record<Kind, number>>;
}

/** Kinds of messages. Those marked `true` are worth a second look by what they are, whatever the rules say; a person could act on them. */
const kinds = {
  'answer a colleague': false,
  'answer a few colleagues': false,
  'answer a working group': false,
  'answer very many': true,
  'answer a partner': false,
  'answer a regular outsider': false,
  'answer a citizen': false,
  'answer with a file': false,
  'add a colleague to an answer': true,
  'add an outsider to an inside conversation': true,
  'write to a colleague': false,
  'send a colleague a file': false,
  'write to the own team': false,
  'write to another team': true,
  'write to everyone': true,
  'forward one message to a colleague': false,
  'forward an inside chain to a colleague': true,
  'forward a chain with outsiders to a colleague': true,
  'forward a chain to a partner': true,
  'forward a chain to an outsider': true,
  'write to a regular outsider': false,
  'send a regular outsider a file': false,
  'write to someone new outside': false,
  'send someone new outside a file': true,
  'write to a known citizen': false,
  'send a known citizen a file': false,
  'write to a new citizen': true,
  'send a new citizen a file': true,
  'write about passwords': false,
  'write to a committee of partners': false,
} as const satisfies Record<string, boolean>;
type Kind = keyof typeof kinds;

const common: Record<Kind, number> = {
  'answer a colleague': 12,
  'answer a few colleagues': 6,
  'answer a working group': 2,
  'answer very many': 0.15,
  'answer a partner': 2.5,
  'answer a regular outsider': 2,
  'answer a citizen': 0.3,
  'answer with a file': 1.5,
  'add a colleague to an answer': 0.7,
  'add an outsider to an inside conversation': 0.05,
  'write to a colleague': 4,
  'send a colleague a file': 2,
  'write to the own team': 1.5,
  'write to another team': 0.3,
  'write to everyone': 0.02,
  'forward one message to a colleague': 2,
  'forward an inside chain to a colleague': 0.5,
  'forward a chain with outsiders to a colleague': 0.25,
  'forward a chain to a partner': 0.1,
  'forward a chain to an outsider': 0.05,
  'write to a regular outsider': 1,
  'send a regular outsider a file': 0.4,
  'write to someone new outside': 0.3,
  'send someone new outside a file': 0.1,
  'write to a known citizen': 0.1,
  'send a known citizen a file': 0.05,
  'write to a new citizen': 0.05,
  'send a new citizen a file': 0.03,
  'write about passwords': 0.2,
  'write to a committee of partners': 0.1,
};

export const profiles: readonly Profile[] = [
  { name: 'policy official', mix: common },
  {
    name: 'caseworker',
    mix: {
      ...common,
      'answer a colleague': 5,
      'answer a few colleagues': 3,
      'write to a colleague': 2,
      'answer a regular outsider': 4,
      'answer a citizen': 5,
      'answer with a file': 3,
      'write to a known citizen': 2,
      'send a known citizen a file': 1,
      'write to a new citizen': 0.3,
      'send a new citizen a file': 0.3,
      'forward a chain with outsiders to a colleague': 0.4,
    },
  },
  {
    name: 'manager',
    mix: {
      ...common,
      'answer a colleague': 5,
      'answer a few colleagues': 8,
      'answer a working group': 4,
      'answer very many': 0.4,
      'add a colleague to an answer': 1.5,
      'forward one message to a colleague': 3,
      'forward an inside chain to a colleague': 1,
      'write to everyone': 0.1,
    },
  },
];

/** Reproducible random numbers in [0, 1) (mulberry32, public domain, Tommy Ettinger 2017). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const me = 'Jane Smith <jane.smith@justice.gov.uk>';
const own = 'jane.smith@justice.gov.uk';
const names = 'ann bob cat dan eve fay gus hal ida jon kay leo mia ned oli pam ros sam tia una vic wyn zoe amy ben cal'.split(' ');
const surnames = 'lee oak elm ash fir yew bay box ivy hill dale marsh reed vale holt kent moor ford wood stone'.split(' ');

/** The people of one desk. */
function peopleOf(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const named = (index: number) => `${names[index % names.length] ?? ''}.${surnames[(index * 7 + Math.floor(index / names.length)) % surnames.length] ?? ''}`;
  const colleagues = Array.from({ length: 400 }, (_, index) => `${named(index)}@${index % 9 === 0 ? 'hmcts.net' : 'justice.gov.uk'}`);
  const partners = Array.from(
    { length: 30 },
    (_, index) => `${named(index + 50)}@${['leeds.gov.uk', 'homeoffice.gov.uk', 'met.police.uk', 'nhs.net', 'gov.wales'][index % 5] ?? ''}`,
  );
  const firms = ['hallandco.co.uk', 'brightprint.co.uk', 'oakchambers.co.uk', 'datawise.io', 'citizensadvice.org.uk', 'railfreight.com'];
  const regulars = Array.from({ length: 15 }, (_, index) => `${named(index + 90)}@${firms[index % firms.length] ?? ''}`);
  const teams = ['listing-team', 'family-team', 'civil-team', 'hr-team', 'finance-team', 'data-network', 'managers-forum', 'reform-programme-board'].map(
    (team) => `${team}@justice.gov.uk`,
  );
  const citizens: string[] = [];
  let strangers = 0;
  const newCitizen = (): string => {
    strangers += 1;
    const address = `${pick(names)}.${pick(surnames)}${strangers}@${pick(['gmail.com', 'hotmail.co.uk', 'btinternet.com', 'outlook.com', 'icloud.com'])}`;
    citizens.push(address);
    return address;
  };
  for (let index = 0; index < 10; index++) newCitizen();
  return {
    pick,
    /** Half of the mail goes to the same twenty people. */
    colleague: (): string => (random() < 0.5 ? (colleagues[Math.floor(random() * 20)] as string) : pick(colleagues)),
    several: (count: number): string[] => {
      const from = Math.floor(random() * (colleagues.length - count));
      return colleagues.slice(from, from + count);
    },
    partner: () => pick(partners),
    partners: (count: number) => partners.slice(0, count),
    regular: () => pick(regulars),
    stranger: (): string => {
      strangers += 1;
      return `${pick(names)}@${pick(surnames)}-${strangers}.co.uk`;
    },
    team: () => pick(teams),
    citizen: (): string => citizens[Math.max(0, citizens.length - 1 - Math.floor(random() * 12))] as string,
    newCitizen,
  };
}
type People = ReturnType<typeof peopleOf>;

const harmlessTalk = [
  'Please reset your password by Friday, the link is on the intranet.',
  'The file is password protected, I will ring you.',
  'My password is expired and the service desk is closed.',
  'Microsoft Teams meeting\nMeeting ID: 351 220 114\nPasscode: gT5w2K',
];

function messageOf(kind: Kind, people: People, random: () => number): ComposeCase {
  const inside = (count: number) => threadOf(...Array.from({ length: count }, () => ({ from: people.colleague(), to: [own, people.colleague()] })));
  const answer = (to: readonly string[], writer = to[0] ?? own): ComposeCase => ({
    replyMode: to.length > 1 ? 'reply-all' : 'reply',
    initial: to,
    to,
    thread: threadOf({ from: writer, to: [own, ...to.slice(1)] }, ...(random() < 0.5 ? [{ from: own, to: [writer] }] : [])),
  });
  const file = { files: [people.pick(['minutes.docx', 'rota.xlsx', 'order.pdf', 'draft v3.docx'])] };
  const forward = (to: string, thread: NonNullable<ComposeCase['thread']>): ComposeCase => ({ replyMode: 'forward', to: [to], thread });
  switch (kind) {
    case 'answer a colleague':
      return answer([people.colleague()]);
    case 'answer a few colleagues':
      return answer(people.several(2 + Math.floor(random() * 4)));
    case 'answer a working group':
      return answer([...people.several(6 + Math.floor(random() * 6)), people.partner(), ...(random() < 0.3 ? [people.regular()] : [])]);
    case 'answer very many':
      return answer(people.several(18 + Math.floor(random() * 30)));
    case 'answer a partner':
      return answer([people.partner()]);
    case 'answer a regular outsider':
      return answer([people.regular()]);
    case 'answer a citizen':
      return answer([people.citizen()]);
    case 'answer with a file':
      return { ...answer([people.pick([people.colleague(), people.partner(), people.regular(), people.citizen()])]), ...file };
    case 'add a colleague to an answer': {
      const first = people.colleague();
      return { ...answer([first]), to: [first, people.colleague()] };
    }
    case 'add an outsider to an inside conversation': {
      const first = people.colleague();
      return { ...answer([first]), thread: inside(2), to: [first, people.regular()] };
    }
    case 'write to a colleague':
      return { to: [people.colleague()] };
    case 'send a colleague a file':
      return { to: [people.colleague()], ...file };
    case 'write to the own team':
      return { to: ['probation-team@justice.gov.uk'], ...(random() < 0.3 ? file : {}) };
    case 'write to another team':
      return { to: [people.team()] };
    case 'write to everyone':
      return { to: ['all-staff@justice.gov.uk'] };
    case 'forward one message to a colleague':
      return forward(people.colleague(), inside(1));
    case 'forward an inside chain to a colleague':
      return forward(people.colleague(), inside(2 + Math.floor(random() * 4)));
    case 'forward a chain with outsiders to a colleague':
      return forward(
        people.colleague(),
        threadOf({ from: people.colleague(), to: [own] }, { from: people.pick([people.regular(), people.citizen()]), to: [people.colleague()] }),
      );
    case 'forward a chain to a partner':
      return forward(people.partner(), inside(3));
    case 'forward a chain to an outsider':
      return forward(people.regular(), inside(3));
    case 'write to a regular outsider':
      return { to: [people.regular()] };
    case 'send a regular outsider a file':
      return { to: [people.regular()], ...file };
    case 'write to someone new outside':
      return { to: [people.stranger()] };
    case 'send someone new outside a file':
      return { to: [people.stranger()], ...file };
    case 'write to a known citizen':
      return { to: [people.citizen()] };
    case 'send a known citizen a file':
      return { to: [people.citizen()], ...file };
    case 'write to a new citizen':
      return { to: [people.newCitizen()] };
    case 'send a new citizen a file':
      return { to: [people.newCitizen()], ...file };
    case 'write about passwords':
      return { to: [people.colleague()], authored: people.pick(harmlessTalk) };
    case 'write to a committee of partners':
      return { to: people.partners(12) };
  }
}

/** What comes in, by kind: how many of the 200 messages of a day, all of them opened. */
const incoming = {
  'from a colleague': 120,
  'from a system inside': 22,
  'from a partner': 18,
  'from a regular outsider': 12,
  'from a regular outsider with an old link in the signature': 1,
  'a newsletter': 10,
  'a list': 4,
  'a notice in a colleague’s name': 6,
  'a ticket': 2,
  'an invitation': 2,
  'from a citizen': 2,
  'from a stranger': 0.9,
  'from a colleague’s private mailbox': 0.05,
  'with a link that really goes elsewhere': 0.03,
  // Past the filters of a department, about once in four weeks.
  'made to deceive': 0.05,
} as const satisfies Record<string, number>;
type Incoming = keyof typeof incoming;

function incomingOf(kind: Incoming, people: People, random: () => number): MessageCase {
  const count = Math.floor(random() * 1e6);
  const named = (address: string): string =>
    `${address
      .slice(0, address.indexOf('@'))
      .split('.')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ')} <${address}>`;
  const colleague = people.colleague();
  const name = named(colleague).replace(/ <.*$/, '');
  const safe = (url: string): string => `${url} → https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05`;
  switch (kind) {
    case 'from a colleague':
      return { from: named(colleague), links: random() < 0.3 ? [safe('https://intranet.justice.gov.uk/page')] : [] };
    case 'from a system inside':
      return { from: 'HR <hr@justice.gov.uk>', links: ['Open → https://justiceuk.sharepoint.com/x'] };
    case 'from a partner':
      return { from: named(people.partner()), links: [safe('https://www.gov.uk/guidance/x')] };
    case 'from a regular outsider': {
      const address = people.regular();
      const site = `https://www.${address.slice(address.indexOf('@') + 1)}`;
      return { from: named(address), links: [safe(site), `www.gov.uk → ${safe('https://www.gov.uk').split(' → ')[1] ?? ''}`] };
    }
    case 'from a regular outsider with an old link in the signature': {
      const address = people.regular();
      return { from: named(address), links: [`www.${address.slice(address.indexOf('@') + 1)} → https://www.newname-${count % 9}.com/`] };
    }
    case 'a newsletter':
      return {
        from: `News <news@letters-${count % 30}.co.uk>`,
        links: ['https://www.gov.uk/guidance/x', 'Read more', 'Unsubscribe'].map((shown, index) => `${shown} → https://click.mailer-${count % 5}.net/${index}`),
      };
    case 'a list':
      return { from: `${name} via Law list <law-list@jiscmail.ac.uk>`, elsewhere: [colleague], replyTo: 'someone@gmail.com' };
    case 'a notice in a colleague’s name':
      return { from: `${name} <no-reply@sharepointonline.com>`, elsewhere: [colleague], links: ['Minutes.docx → https://justiceuk.sharepoint.com/:w:/s/1'] };
    case 'a ticket':
      return { from: `${name} (Helpdesk) <support@moj.zendesk.com>`, elsewhere: [colleague], replyTo: `support+${count}@moj.zendesk.com` };
    case 'an invitation':
      return { from: `${name} <calendar-notification@google.com>`, elsewhere: [colleague] };
    case 'from a citizen':
      return { from: named(people.citizen()) };
    case 'from a stranger':
      return { from: named(people.stranger()), links: ['Our offer → https://www.offer.co.uk'] };
    case 'from a colleague’s private mailbox':
      return { from: `${name} <${colleague.slice(0, colleague.indexOf('@'))}${count % 90}@gmail.com>`, elsewhere: [colleague] };
    case 'with a link that really goes elsewhere':
      return { from: named(people.stranger()), links: ['https://www.agenda-page.co.uk/x → https://www.other-page.co.uk/x'] };
    case 'made to deceive':
      return people.pick<MessageCase>([
        { from: `${name} <${colleague.replace('@justice.gov.uk', '@justice-gov.uk').replace('@hmcts.net', '@hmct5.net')}>` },
        { from: `${name} <desk${count}@outlook.com>`, elsewhere: [colleague] },
        { from: `Service <info@portal-${count}.com>`, links: [`https://portal.justice.gov.uk → https://login.portal-${count}.com/`] },
      ]);
  }
}

/** Mistakes in the spirit of reported incidents, each with a rule that must be on the card before Send. */
export const mistakes: readonly { readonly what: string; readonly rule: string; readonly message: ComposeCase }[] = [
  {
    what: 'A chain with one family’s address goes to another family',
    rule: 'quoted-thread',
    message: {
      replyMode: 'forward',
      to: ['r.holt@hotmail.co.uk'],
      thread: threadOf({ from: 'ann.lee@justice.gov.uk', to: [own] }, { from: 'm.adopter@gmail.com', to: ['ann.lee@justice.gov.uk'] }),
    },
  },
  {
    what: 'The other parent is copied into an answer',
    rule: 'quoted-thread',
    message: {
      replyMode: 'reply',
      initial: ['mother@gmail.com'],
      to: ['mother@gmail.com', 'father@outlook.com'],
      thread: threadOf({ from: 'mother@gmail.com', to: [own] }),
    },
  },
  { what: 'A bundle goes to the own private mailbox', rule: 'personal-address', message: { to: ['jane.smith84@gmail.com'], files: ['bundle.pdf'] } },
  {
    what: 'A list goes to the own private mailbox in blind copy',
    rule: 'personal-address',
    message: { to: ['ann.lee@justice.gov.uk'], bcc: ['janesmith@icloud.com'], files: ['list.xlsx'] },
  },
  { what: 'A decision goes to a wrong citizen', rule: 'personal-address', message: { to: ['k.marsh.other@gmail.com'], files: ['decision.pdf'] } },
  {
    what: 'A remark goes to a distribution list by reply to all',
    rule: 'reply-all-audience',
    message: {
      replyMode: 'reply-all',
      initial: ['ann.lee@justice.gov.uk', 'court-users-distribution@justice.gov.uk'],
      to: ['ann.lee@justice.gov.uk', 'court-users-distribution@justice.gov.uk'],
    },
  },
  {
    what: 'An answer about a member of staff goes to all staff',
    rule: 'reply-all-audience',
    message: {
      replyMode: 'reply-all',
      initial: ['ann.lee@justice.gov.uk', 'all-staff@justice.gov.uk'],
      to: ['ann.lee@justice.gov.uk', 'all-staff@justice.gov.uk'],
    },
  },
  { what: 'A case file goes to all staff', rule: 'group-address', message: { to: ['all-staff@justice.gov.uk'], files: ['case 1182.docx'] } },
  {
    what: 'A password goes to a supplier',
    rule: 'password-in-message',
    message: { to: ['dan@newprinter.co.uk'], authored: 'Hi Dan,\nlog in as mojprint, the password is Kestrel-42.' },
  },
  {
    what: 'A password goes with the file it opens',
    rule: 'password-in-message',
    message: { to: ['bob.oak@justice.gov.uk'], authored: 'Password: Otter9931', files: ['prisoners.zip'] },
  },
  {
    what: 'A one-time code goes to a false help desk',
    rule: 'password-in-message',
    message: { replyMode: 'reply', initial: ['help@it-desk.example'], to: ['help@it-desk.example'], authored: 'the verification code is 662910' },
  },
  { what: 'A file goes to a look-alike of the own domain', rule: 'lookalike-domain', message: { to: ['ann.lee@justicegov.uk'], files: ['payroll.xlsx'] } },
  { what: 'A statement goes to a misspelt provider', rule: 'lookalike-domain', message: { to: ['kay.marsh@gmial.com'], files: ['statement.pdf'] } },
  {
    what: 'Bank details are answered to a supplier’s twin',
    rule: 'lookalike-domain',
    message: {
      replyMode: 'reply',
      initial: ['pay@acme-supplies.co.uk'],
      to: ['pay@acrne-supplies.co.uk'],
      thread: threadOf({ from: 'pay@acme-supplies.co.uk', to: [own] }),
    },
  },
  {
    what: 'A hundred victims see each other’s addresses',
    rule: 'visible-recipients',
    message: { to: Array.from({ length: 100 }, (_, index) => `reader${index}@gmail.com`) },
  },
  {
    what: 'Foster families are in copy',
    rule: 'visible-recipients',
    message: { to: [own], cc: Array.from({ length: 14 }, (_, index) => `family${index}@btinternet.com`), files: ['news.pdf'] },
  },
  {
    what: 'Bidders of a tender see each other',
    rule: 'visible-recipients',
    message: { to: Array.from({ length: 9 }, (_, index) => `bids@bidder-${index}.co.uk`) },
  },
  { what: 'A spreadsheet goes to a wrong firm', rule: 'outside-recipient', message: { to: ['evan@hallbrothers.co.uk'], files: ['prisoners.xlsx'] } },
  {
    what: 'A journalist is copied into an inside conversation',
    rule: 'outside-recipient',
    message: {
      replyMode: 'reply-all',
      initial: ['ann.lee@justice.gov.uk'],
      to: ['ann.lee@justice.gov.uk', 'newsdesk@thecourier.co.uk'],
      thread: threadOf({ from: 'ann.lee@justice.gov.uk', to: [own] }),
    },
  },
  {
    what: 'An inside chain goes to a supplier',
    rule: 'quoted-thread',
    message: {
      replyMode: 'forward',
      to: ['sales@newprinter.co.uk'],
      thread: threadOf({ from: 'ann.lee@justice.gov.uk', to: [own] }, { from: 'bob.oak@justice.gov.uk', to: ['ann.lee@justice.gov.uk'] }),
    },
  },
  {
    what: 'Work goes out from the private account',
    rule: 'work-in-personal-account',
    message: { account: 'jane.smith84@gmail.com', to: ['ann.lee@justice.gov.uk'], files: ['notes.docx'] },
  },
  {
    what: 'A marked file goes out from the private account',
    rule: 'work-in-personal-account',
    message: { account: 'jane.smith84@gmail.com', to: ['liz@hotmail.co.uk'], files: ['OFFICIAL-SENSITIVE minutes.docx'] },
  },
];

export interface ShownCard {
  readonly day: number;
  readonly rules: readonly string[];
  readonly severity: string;
  /** `reasonOf` the leading finding. */
  readonly reason: string;
  /** The moment was worth a second look by its kind. */
  readonly actionable: boolean;
  readonly moment: string;
  /** The person took its reason away: should it come back, that is news. */
  readonly heeded: boolean;
}

export interface Year {
  readonly days: number;
  readonly messages: number;
  /** Messages that came in and were opened. */
  readonly opened: number;
  readonly calls: number;
  readonly prints: number;
  /** Times at which the person came back to a computer that was left unlocked. */
  readonly returns: number;
  readonly cards: readonly ShownCard[];
  readonly chips: number;
  /** Mistakes that had no card with their rule. */
  readonly missed: readonly string[];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** One year of one person. @param withMistakes plants each mistake once, at the end of a day, when cards are scarcest */
export function simulateYear({ mix }: Profile, seed: number, withMistakes: boolean): Year {
  const random = randomFrom(seed);
  const people = peopleOf(random);
  /** Another run of chance, so that what comes in leaves what goes out as it was. */
  const arrivals = randomFrom(seed + 1);
  const senders = peopleOf(arrivals);
  const around = randomFrom(seed + 2);
  const salt = 'salt-of-a-year';
  let memory: PacingMemory = { ...emptyMemory, salt };
  let records: AcquaintanceRecords = {};
  const cards: ShownCard[] = [];
  const missed: string[] = [];
  let chips = 0;
  let messages = 0;
  let opened = 0;
  let calls = 0;
  let prints = 0;
  let returns = 0;
  const start = Date.UTC(2026, 0, 5, 9);

  const contextAt = (now: number): RuleContext => ({
    now,
    organisation: { own: ['justice.gov.uk', 'hmcts.net'], trusted: ['gov.uk', 'gov.wales', 'police.uk', 'nhs.uk', 'nhs.net'] },
    personalDomains: [],
    groupAddresses: [],
    thresholds: defaultThresholds,
    acquaintances: { salt, records },
    sharingScreen: false,
  });

  /** One moment from the first card to Send or joining. @returns the rules on the card */
  const live = (observation: Observation, now: number, moment: string, actionable: boolean): readonly string[] => {
    const context = contextAt(now);
    const candidates = evaluate(rules, observation, context, (id) => {
      throw new Error(`${id} failed`);
    });
    const nudge = pace(candidates, {}, memory, new Set(), now, new Set(), defaultPacing);
    if (nudge?.form === 'chip') chips += 1;
    const sends = (): void => {
      if (observation.surface === 'compose') records = afterSending(records, acquaintanceKeys(observation as ComposeObservation, context), now);
    };
    if (nudge?.form !== 'card') {
      sends();
      return [];
    }
    const [lead] = nudge.candidates;
    const ids = nudge.candidates.map(({ rule }) => rule.id);
    memory = shown(memory, lead.rule.id);
    const keys = nudge.candidates.map((candidate) => reasonKey(candidate, salt));
    // What people do with a card: heed it, close it, or send as if it were not there.
    const choice = random();
    const isHeeded = actionable && choice < 0.2 && observation.surface === 'compose';
    cards.push({ day: Math.floor((now - start) / day), rules: ids, severity: lead.severity, reason: reasonOf(lead), actionable, moment, heeded: isHeeded });
    if (isHeeded) {
      memory = heeded(memory, ids);
      return ids;
    }
    if (choice < 0.5) memory = dismissed(memory, ids, 'got-it', keys, now);
    memory = dealtWith(memory, ids, keys, now);
    sends();
    return ids;
  };

  const states: readonly DeviceState[] = ['on', 'off', 'unknown'];
  const plan = withMistakes ? mistakes.map((mistake, index) => ({ ...mistake, on: 12 + index * 9 })) : [];
  const workingDays = 225;
  for (let worked = 0; worked < workingDays; worked++) {
    const week = Math.floor(worked / 5);
    const morning = start + (week * 7 + (worked % 5)) * day;
    const moments: { at: number; run: (now: number) => void }[] = [];
    for (const [kind, often] of Object.entries(mix) as [Kind, number][]) {
      const count = Math.floor(often) + (random() < often % 1 ? 1 : 0);
      for (let index = 0; index < count; index++) {
        moments.push({
          at: random(),
          run: (now) => {
            messages += 1;
            live(compose({ account: me, ...messageOf(kind, people, random) }), now, kind, kinds[kind]);
          },
        });
      }
    }
    for (const [kind, often] of Object.entries(incoming) as [Incoming, number][]) {
      const count = Math.floor(often) + (arrivals() < often % 1 ? 1 : 0);
      for (let index = 0; index < count; index++) {
        moments.push({
          at: arrivals(),
          run: (now) => {
            opened += 1;
            const given = incomingOf(kind, senders, arrivals);
            live(
              openMessage({ account: me, ...given }),
              now,
              `open a message ${kind}`,
              kind === 'made to deceive' || kind === 'with a link that really goes elsewhere',
            );
          },
        });
      }
    }
    for (let call = 0; call < 5; call++) {
      moments.push({
        at: random(),
        run: (now) => {
          calls += 1;
          const door: MeetingObservation = {
            surface: 'meeting',
            phase: 'pre-join',
            code: `call-${worked}-${call}`,
            camera: people.pick(states),
            microphone: people.pick(states),
            hearing: unknownHearing,
            share: unknownShare,
          };
          live(door, now, 'join a call', true);
        },
      });
    }
    // Three prints a day, by the key or the page's button, some with the dialog faster; twice a day a screen that stayed open.
    for (let print = 0; print < 3; print++) {
      moments.push({
        at: around(),
        run: (now) => {
          prints += 1;
          const printing = { moment: around() < 0.7 ? ('about-to' as const) : ('started' as const), what: 'unknown' as const, since: now };
          live({ surface: 'page', printing, leftUnlocked: null }, now, 'print', true);
        },
      });
    }
    for (let time = 0; time < 2; time++) {
      moments.push({
        at: around(),
        run: (now) => {
          returns += 1;
          live({ surface: 'page', printing: null, leftUnlocked: { minutes: 11 + Math.floor(around() * 50), until: now } }, now, 'come back', true);
        },
      });
    }
    moments.sort((a, b) => a.at - b.at);
    for (const { at, run } of moments) run(morning + Math.floor(at * 8.5 * 60) * minute);
    for (const { what, rule, message } of plan.filter(({ on }) => on === worked)) {
      const before = cards.length;
      const spoke = live(compose({ account: me, ...message }), morning + 8.6 * 60 * minute, what, true);
      // The ordinary year is counted without its mistakes.
      cards.splice(before);
      if (!spoke.includes(rule)) missed.push(`${what}: ${spoke.join(' ') || 'no card'}`);
    }
  }
  return { days: workingDays, messages, opened, calls, prints, returns, cards, chips, missed };
}

/** How often each value occurs, most frequent first. */
export function tally(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** Cards in each week of five working days. */
export function cardsPerWeek({ cards, days }: Year): readonly number[] {
  const weeks = Array.from({ length: Math.ceil(days / 5) }, () => 0);
  for (const { day: on } of cards) {
    const week = Math.floor(on / 7);
    weeks[week] = (weeks[week] ?? 0) + 1;
  }
  return weeks;
}

/** Reasons that led a card again on the day on which the person had dealt with them (answered, sent, joined). What was taken away may come back. */
export function repeatsOf({ cards }: Year): readonly string[] {
  const settled = new Set<string>();
  return cards.flatMap(({ day: on, reason, heeded: taken }) => {
    const key = `${on}\n${reason}`;
    const again = settled.has(key);
    if (!taken) settled.add(key);
    return again ? [key] : [];
  });
}

/** The value below which this share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
