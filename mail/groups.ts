/**
 * Whether a recipient looks like a group, by the habits of naming them. A guess, and worded as one wherever it is shown.
 * Habits: address lists of UK public bodies and of large mail tenants, read November 2026 (GOV.UK contact pages, published Freedom of
 * Information lists of shared mailboxes); Exchange's own prefixes for lists are `DL` and `DG`. Welsh beside English.
 */
import type { Recipient } from '../core/observation';
import { wordsOf } from '../core/text';
import { visibleText } from './addresses';

/**
 * - `everyone`: all of an organisation, a site or a kind of staff
 * - `list`: a distribution list, a network, a forum: people one does not know one by one
 * - `team`: a named team or unit
 * - `shared`: a mailbox that several people read
 */
export type GroupKind = 'everyone' | 'list' | 'team' | 'shared';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const everyoneAlone = set(
  'everyone everybody allstaff staffall allusers allemployees allcolleagues allhands companywide orgwide pawb hollstaff allteams allmembers allmanagers alljudges',
);
/** Together with `all`. */
const allOfWhat = set(
  'staff users employees colleagues hands team teams members managers company office offices users people judges magistrates clerks courts prisons probation officers governors heads directors departments grades contacts pupils students parents tenants residents volunteers partners suppliers',
);
const list = set(
  'list lists dl dg dlist distribution distlist distro mailinglist listserv announce announcements announcement network networks forum forums community subscribers recipients circulation cascade bulletin newsletter users members rhestr rhwydwaith dosbarthu',
);
const team = set('team teams group groups unit committee board squad working panel cohort faculty grwp uned bwrdd pwyllgor');
const shared = set(
  'info information enquiries enquiry inquiries contact contactus office reception admin administration mailbox inbox sharedmailbox helpdesk servicedesk support help hello mail post feedback complaints customerservice customerservices correspondence listing listings bookings booking finance accounts payroll hr recruitment press media communications comms legal privacy dpo foi clerk clerks registry records secretariat swyddfa ymholiadau gwybodaeth post',
);
/** Group words that are surnames as well; behind a given name and a dot they are a person. */
const surnames = set('staff list all group board post press mail help office clerk clerks team contact people reception');

/** Welsh "tîm" is a team; without its accent it is a man's name. */
const wordsIn = (text: string): string[] =>
  visibleText(text)
    .normalize('NFC')
    .replace(/(?<!\p{L})tîm(?!\p{L})/giu, 'team')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

function kindOfWords(words: readonly string[], isAddress: boolean): GroupKind | null {
  const joined = words.join('');
  if (words.some((word) => everyoneAlone.has(word)) || everyoneAlone.has(joined)) return 'everyone';
  // "all" beside what it is all of: "all-staff", "staff.all", "All Court Clerks".
  const at = words.indexOf('all');
  if (at >= 0 && words.some((word, index) => index !== at && allOfWhat.has(word))) return 'everyone';
  if (isAddress && words.length > 1 && words[0] === 'all') return 'everyone';
  if (words.includes('holl') && words.includes('staff')) return 'everyone';
  if (words.some((word) => list.has(word)) || (isAddress && words[0] === 'staff')) return 'list';
  if (words.length > 1 && words.at(-1) === 'staff') return 'list';
  if (words.some((word) => team.has(word))) return 'team';
  const whole = isAddress ? words : words.slice(-1);
  return whole.some((word) => shared.has(word)) ? 'shared' : null;
}

function kindOfLocal(local: string): GroupKind | null {
  const plain = local.replace(/\+.*$/, '');
  const words = wordsIn(plain);
  const [first, last] = words;
  // "jane.staff" is a person; "court-staff" and "hr.staff" are read by what else is known, and a dot alone says too little.
  const person = /^[\p{L}']+\.[\p{L}'-]+\d*$/u.test(plain) && words.length === 2 && first !== undefined && last !== undefined && surnames.has(last);
  if (person && !shared.has(first) && !team.has(first) && !allOfWhat.has(first) && first !== 'all') return null;
  return kindOfWords(words, true);
}

const machines = set(
  'noreply donotreply noresponse mailerdaemon postmaster bounce bounces autoreply automated newsletters news digest bulletins alert alerts notification notifications notify updates mailer mailings dimateb peidiwchagateb',
);

/**
 * Whether an address sends for a machine or a mailing, so that nobody in particular stands behind it: "no-reply@", "news@", "notifications-12@".
 * By the habits of naming such senders (bulk mail in public mail archives and GOV.UK Notify, read November 2026).
 */
export function isMailing(address: string): boolean {
  const words = wordsIn(address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, ''));
  const pairs = words.map((word, index) => word + (words[index + 1] ?? ''));
  const [first = ''] = words;
  return (
    machines.has(first) ||
    [...pairs, words.join('')].some((pair) => /^(?:noreply|donotreply|donotrespond|noresponse)/.test(pair)) ||
    words.some((word) => list.has(word))
  );
}

/** A person's name as mail programs print it: "Smith, Jane", "Jane Smith". Two or three words, none of them lower case. */
const surnameFirst = /^[\p{Lu}][\p{L}'’-]+,\s/u;

/**
 * Titles that only people have, as they are written: "DR Team" restores what was lost, and "Lord", "Judge" and "Justice" stand in the names of offices.
 * HHJ and DDJ are judges in England and Wales.
 */
const titled = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Cllr|HHJ|DDJ)\.?\s+\p{Lu}/u;

/** "HHJ Alice Forum <alice.forum@…>": a title, a given name, and the surname at the end of the address. */
function isTitled(written: string, local: string): boolean {
  if (!titled.test(written)) return false;
  const [title, given, ...names] = wordsIn(written);
  const parts = wordsIn(local.replace(/\+.*$/, ''));
  return names.length > 0 && names.length < 4 && parts[0] !== title && parts[0]?.[0] === given?.[0] && parts.length > 1 && parts.at(-1) === names.at(-1);
}

/** @returns `null` where nothing speaks for a group */
export function groupKindOf({ address, name, group }: Recipient): GroupKind | null {
  const written = name === null ? '' : wordsOf(name).slice(0, 200);
  if (address !== null && !group && isTitled(written, address.slice(0, address.lastIndexOf('@')))) return null;
  const byAddress = address === null ? null : kindOfLocal(address.slice(0, address.lastIndexOf('@')));
  if (byAddress) return byAddress;
  const byName = written === '' || written.includes('@') || surnameFirst.test(written) ? null : kindOfName(written, address === null);
  // "ann.lee@…" with the name "Ann Lee HR" is a person of that office.
  const personal = byName === 'shared' && address !== null && /^[\p{L}']+[._-][\p{L}'-]+\d*@/u.test(address);
  return (personal ? null : byName) ?? (group ? 'list' : null);
}

/** Display names are freer than addresses, so that only the plainest words count, and the last word must be one of them. */
function kindOfName(name: string, alone: boolean): GroupKind | null {
  const words = wordsIn(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  if (words.length === 0 || (words.length === 2 && surnames.has(words[1] ?? '') && words[0] !== 'all' && !alone)) return null;
  if (/^(?:dl|dg)\b[\s_-]/i.test(name)) return 'list';
  const kind = kindOfWords(words, false);
  if (kind === 'shared' || kind === 'everyone') return kind;
  const last = words.at(-1) ?? '';
  return kind && (team.has(last) || list.has(last) || last === 'staff') ? kind : null;
}
