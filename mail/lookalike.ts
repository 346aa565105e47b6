/**
 * Whether a domain nearly matches another: swapped, missing or doubled letters, letters that look alike, letters of other alphabets,
 * and a known domain inside another one. Measured choices: research file chain.md §A5 (a package would weigh 10 to 31 kB).
 * Pure; the caller decides which domains are worth comparing with.
 */
import { toUnicode } from 'punycode/punycode.es6.js';
import { isWithin } from './addresses';
import { closedSuffixes, organisationOf } from './domains';

/**
 * - `letters`: letters differ that look alike (`rn` for `m`, another alphabet)
 * - `typo`: one or two letters are swapped, missing, added or replaced
 * - `inside`: the known domain is only a part of the name
 */
export type LikenessKind = 'letters' | 'typo' | 'inside';

export interface Lookalike {
  /** The domain that it looks like. */
  readonly like: string;
  readonly kind: LikenessKind;
  /** The part that differs in the domain, as people read it; may be empty where letters are missing. */
  readonly part: string;
  /** The part that stands there in the other one. */
  readonly instead: string;
}

/** Letters of other alphabets that look like Latin ones, in pairs (unicode.org confusables, those that registrars accept; November 2026). */
const lookLike: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa вb гr еe зz иu кk мm нh оo пn рp сc тt уy хx ьb іi ӏl јj ѕs ԁd ԛq ԝw һh ɡg ոn սu օo ցg հh ' +
    'αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ıi łl øo đd ħh ŧt ðd þp əe'
  )
    .split(' ')
    .map((pair) => [...pair])
    .map(([letter = '', latin = '']) => [letter, latin]),
);

/** A name with everything that looks alike made the same: other alphabets, accents, digits for letters, `rn` for `m`. */
function folded(name: string): string {
  return [...name.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => lookLike[letter] ?? letter)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[1|]/g, 'l')
    .replace(/i/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's');
}

/**
 * Edits between two texts, a swap of neighbours counting as one (optimal string alignment of Damerau and Levenshtein).
 * Gives `limit + 1` as soon as it must be more than `limit`.
 */
function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * Nobody can register a look-alike there, so that only a plain slip counts. Besides the closed suffixes: NHSmail (nhs.net, NHS England), and those of the
 * United States' government and forces (.gov by CISA, .mil by the Department of Defense; IANA root zone database, November 2026).
 */
const closed = [...closedSuffixes, 'nhs.net', 'gov', 'mil'];

/** Companies with names one edit from a provider's (icloud.com, outlook.com, gmail.com, hotmail.com). */
const wellKnown = ['cloud.com', 'outlooks.com', 'gail.com', 'hotmall.com'];

const readable = (domain: string): string => {
  try {
    return domain.includes('xn--') ? toUnicode(domain) : domain;
  } catch {
    return domain;
  }
};

/** Name of an organisation without its suffix: `justice.gov.uk` → `justice`. */
const nameOf = (organisation: string): string => organisation.slice(0, organisation.indexOf('.'));

/** Where two texts differ, by what they share at both ends. */
function differenceOf(a: string, b: string): { readonly part: string; readonly instead: string } {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { part: a.slice(start, a.length - end), instead: b.slice(start, b.length - end) };
}

const onlyDigits = /^\d*$/;

/** How near two names must be, by the length of the known one without its suffix: a short name is one edit away from many others. */
interface Comparison {
  /** Shorter names are compared by look-alike letters only. */
  readonly shortest: number;
  /** Longer names may differ by two edits. */
  readonly oneEditUpTo: number;
  /** Names shorter than this are not even compared by look-alike letters. */
  readonly alike: number;
}
const asListed: Comparison = { shortest: 6, oneEditUpTo: 11, alike: 3 };
const asProvider: Comparison = { shortest: 5, oneEditUpTo: Number.POSITIVE_INFINITY, alike: 5 };
const asNeighbour: Comparison = { shortest: 6, oneEditUpTo: Number.POSITIVE_INFINITY, alike: 6 };

function likeness(domain: string, known: string, how: Comparison): Lookalike | null {
  const theirs = organisationOf(known);
  const mine = organisationOf(domain);
  if (mine === theirs) return null;
  // The whole known domain as a part of another name: `justice.gov.uk.example.com`, `justice.gov.uk-login.com`, `justice-gov-uk.com`.
  const asWords = theirs.replaceAll('.', '-');
  const inside =
    `.${domain}`.includes(`.${theirs}.`) || `.${domain}`.includes(`.${theirs}-`) || (asWords.length >= 8 && `-${nameOf(mine)}-`.includes(`-${asWords}-`));
  if (inside) return { like: known, kind: 'inside', part: mine, instead: '' };

  // A slip in the suffix makes it no suffix any more (`justice.gov.ukk`): as many labels as the known domain has are compared, too.
  const tail = domain.split('.').slice(-theirs.split('.').length).join('.');
  for (const candidate of new Set([mine, tail])) {
    const found = compared(candidate, theirs, how);
    if (found) return { like: known, ...found };
  }
  return claims(domain, theirs) ? { like: known, kind: 'inside', part: mine, instead: '' } : null;
}

/** A name outside the closed suffixes that claims to be inside: `justice-gov.co.uk`, `justicegov.org`, `justice.gov-uk.com`. */
function claims(domain: string, theirs: string): boolean {
  if (!isWithin(theirs, closed) || isWithin(domain, closed)) return false;
  const [name = '', suffix = ''] = theirs.split('.');
  const bare = nameOf(organisationOf(domain)).replaceAll('-', '');
  const plain = [name + suffix, suffix + name].map((one) => one.replaceAll('-', ''));
  return (
    `.${domain.replaceAll('-', '.')}.`.includes(`.${theirs}.`) ||
    (suffix === 'gov' && name.length > 3 && plain.some((one) => bare === one || bare === `${one}uk`))
  );
}

function compared(mine: string, theirs: string, { oneEditUpTo, shortest, alike }: Comparison): Omit<Lookalike, 'like'> | null {
  const shownMine = readable(mine);
  const shownTheirs = readable(theirs);
  const name = nameOf(theirs);
  const difference = differenceOf(shownMine, shownTheirs);
  const { part, instead } = difference;
  // Another country's ministry of the same name, and `unit1.example` beside `unit2.example`, are neighbours and no forgery.
  const countries = /\.([a-z]{2}) .*\.([a-z]{2})$/.exec(`${mine} ${theirs}`);
  if (countries && countries[1] !== countries[2]) return null;
  if (onlyDigits.test(part) && onlyDigits.test(instead)) return null;
  if (folded(shownMine) === folded(shownTheirs) && name.length >= alike) return { kind: 'letters', ...difference };
  const limit = name.length < shortest ? 0 : name.length <= oneEditUpTo ? 1 : 2;
  if (limit === 0) return null;
  const foreign = shownMine !== mine;
  const edits = foreign ? editsBetween(folded(shownMine), folded(shownTheirs), limit) : editsBetween(mine, theirs, limit);
  return edits <= limit ? { kind: foreign ? 'letters' : 'typo', ...difference } : null;
}

/**
 * The first of the known domains that this one looks like, or `null`.
 * @param listed the organisation's own and trusted domains: a long name may differ by two edits
 * @param providers large mail providers, whose short names are compared as well
 * @param around domains that occur in the conversation
 */
export function lookalikeOf(domain: string, listed: readonly string[], providers: readonly string[], around: readonly string[]): Lookalike | null {
  if (isWithin(domain, listed) || isWithin(domain, providers) || isWithin(domain, wellKnown)) return null;
  const genuine = isWithin(domain, closed);
  const first = (known: readonly string[], how: Comparison): Lookalike | null => {
    for (const one of known) {
      const found = likeness(domain, one, how);
      if (found) return found;
    }
    return null;
  };
  const forged = first(listed, genuine ? asNeighbour : asListed) ?? first(providers, asProvider);
  if (forged || genuine || around.some((known) => organisationOf(known) === organisationOf(domain))) return forged;
  return first(around, asNeighbour);
}
