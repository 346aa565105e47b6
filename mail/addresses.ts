/** Mail addresses as people and pages write them. Pure. */
import { toASCII } from 'punycode/punycode.es6.js';

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Removes characters that a reader cannot see (zero-width, direction marks and overrides, soft hyphen) and makes every white space one space.
 * Gmail and Outlook put some of them into labels and recipient fields.
 */
export const visibleText = (text: string): string => text.replace(invisible, '').replace(/\s+/g, ' ').trim();

/**
 * An address in the form that everything here compares: lower case, domain in ASCII (`xn--`).
 * `null` where the text is not one plausible address. Linear in the length of the text.
 */
export function normaliseAddress(text: string): string | null {
  const address = visibleText(text)
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 320) return null;
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  return domain && /^[^\s@<>()[\]\\,;:"]+$/.test(local) ? `${local}@${domain}` : null;
}

/** A domain in lower-case ASCII form, or `null` where it cannot be one (no dot, empty or overlong label, characters no host has). */
export function asciiDomain(text: string): string | null {
  let domain: string;
  try {
    domain = toASCII(text.normalize('NFKC').trim().toLowerCase().replace(/\.$/, ''));
  } catch {
    return null;
  }
  const labels = domain.split('.');
  const plausible = labels.length > 1 && domain.length <= 253 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  return plausible ? domain : null;
}

/** The domain of a normalised address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether a domain is, or is below, one of the listed ones. */
export const isWithin = (domain: string, listed: readonly string[]): boolean => listed.some((own) => domain === own || domain.endsWith(`.${own}`));

/** Someone as a recipient list names them. */
export interface ListedPerson {
  /** Normalised address, or `null` where only a name is printed. */
  readonly address: string | null;
  /** Name as printed, without quotes; `null` where there is none. */
  readonly name: string | null;
  /** An address inside the display name that differs from the real one: a known trick. */
  readonly misleading: boolean;
}

/** Longest list that is read, in UTF-16 units: room for some 3,000 people. */
const longestList = 150_000;

/**
 * Reads a recipient list as people and programs write it, not only as RFC 5322 does: `Smith, Ann <a@b>; Jones, Bob`, `Name [mailto:a@b]`,
 * `a@b<mailto:a@b>`, `'Name' <a>`, `Name (a@b)`, `X on behalf of Y <y@z>` (two people), Exchange and Notes names (no address).
 * Forms: research file chain.md §A2 and §C4. Linear in the length of the list.
 */
export function parsePeople(list: string): ListedPerson[] {
  const steps = peopleOf(list);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `parsePeople` in steps, so that the caller can pause within a list of thousands. */
export function* peopleOf(list: string): Generator<void, ListedPerson[]> {
  const text = list.slice(0, longestList).replace(invisible, '').replace(/\s+/g, ' ');
  const people: ListedPerson[] = [];
  for (const [index, item] of splitList(text).entries()) {
    if (index % 64 === 63) yield;
    for (const one of item.split(behalf).flatMap(apart)) {
      const person = personOf(one);
      if (person) people.push(person);
    }
  }
  return people;
}

/** "On behalf of" between two senders, in the languages in which Outlook has been seen to print it. */
const behalf = / (?:on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens|ar ran|w imieniu) /i;

/** The items of a list: at `;` where there is one, else at those commas that do not stand inside "Last, First". */
function splitList(text: string): string[] {
  const cuts: { at: number; char: string }[] = [];
  let quoted = false;
  let angle = 0;
  let round = 0;
  const lastQuote = text.lastIndexOf('"');
  const lastAngle = text.lastIndexOf('>');
  const lastRound = text.lastIndexOf(')');
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && quoted) at++;
    else if (char === '"' && (quoted || at < lastQuote)) quoted = !quoted;
    else if (quoted) continue;
    else if (char === '<' && at < lastAngle) angle = Math.min(angle + 1, 2);
    else if (char === '>') angle = Math.max(0, angle - 1);
    else if (char === '(' && at < lastRound) round = Math.min(round + 1, 2);
    else if (char === ')') round = Math.max(0, round - 1);
    // A `;` ends an item whatever was left open: a lost bracket must not swallow everyone after it.
    else if (char === ';' || (char === ',' && angle === 0 && round === 0)) {
      cuts.push({ at, char });
      if (char === ';') {
        angle = 0;
        round = 0;
      }
    }
  }
  const separator = cuts.some((cut) => cut.char === ';') ? ';' : ',';
  const parts: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.char !== separator) continue;
    parts.push(text.slice(from, cut.at));
    from = cut.at + 1;
  }
  parts.push(text.slice(from));
  if (separator === ',') return joinSurnames(parts);
  // Yahoo and hand-made lists mix both: an item with several addresses is a comma list of its own.
  return parts.flatMap((part) => (countAddresses(part) > 1 ? joinSurnames(splitAtCommas(part)) : [part]));
}

function splitAtCommas(part: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let angle = false;
  let from = 0;
  for (let at = 0; at < part.length; at++) {
    const char = part.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (char === '<') angle = true;
    else if (char === '>') angle = false;
    else if (char === ',' && !quoted && !angle) {
      pieces.push(part.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(part.slice(from));
  return pieces;
}

const oneWord =
  /^[\s"'“”‘’]*(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|ap|st\.?|mc|mac|o')\s+){0,3}[^\s"'“”<>@,;]+(?:\s+(?:jr|sr|ii|iii|iv)\.?)?[\s"'“”‘’]*$/i;
const organisational = /[@/=]/;

/** Puts "Smith" and "Ann <a@b>" together again: a part of one word, followed by a part that is a given name. */
function joinSurnames(parts: readonly string[]): string[] {
  const items: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    const next = parts[index + 1];
    if (next !== undefined && /^\s*(?:jr|sr|i{2,3}|iv|esq|ph\.?d|m\.?d|obe|mbe|cbe|qc|kc)\b\.?/i.test(next)) {
      items.push(`${part.trim()}, ${next.trim()}`);
      index++;
    } else if (next !== undefined && oneWord.test(part.slice(0, 80)) && part.length <= 80 && !organisational.test(part) && looksGiven(next)) {
      items.push(`${part.trim()}, ${next.trim()}`);
      index++;
    } else items.push(part);
  }
  return items;
}

/** Whether a part can be the given name of the surname before it: one to three words before an address, no address as its name. */
function looksGiven(part: string): boolean {
  const end = part.search(/[<[(]/);
  const name = (end < 0 ? part : part.slice(0, end)).trim();
  return name.length > 0 && name.length <= 60 && !/[@/=]/.test(name) && name.split(' ').length <= 3;
}

const localCharacter = /[^\s@<>()[\]\\,;:"“”‘’|*]/;
const domainCharacter = /[^\s@<>()[\]\\,;:"'“”‘’|*/?#&=]/;

/** Where addresses stand in a text; each character is looked at a fixed number of times. */
export function addressesIn(text: string): { start: number; end: number; address: string }[] {
  const found: { start: number; end: number; address: string }[] = [];
  let floor = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > floor && at - start < 65 && localCharacter.test(text.charAt(start - 1))) start--;
    // An apostrophe belongs to O'Brien's address, but not at its beginning: there it is a quote.
    while (start < at && text.charAt(start) === "'") start++;
    let end = at + 1;
    while (end < text.length && end - at < 255 && domainCharacter.test(text.charAt(end))) end++;
    while (end > at && /[.\-_]/.test(text.charAt(end - 1))) end--;
    const address = start < at ? normaliseAddress(text.slice(start, end)) : null;
    if (address) {
      found.push({ start, end, address });
      floor = end;
      at = end - 1;
    }
  }
  return found;
}

/** "Ann <a@b> Bob <c@d>" and "a@b c@d": people whose separator was lost. */
function apart(item: string): string[] {
  const addresses = addressesIn(item);
  if (addresses.length < 2) return [item];
  const bracketed = addresses.filter((one) => item.charAt(one.start - 1) === '<');
  const people = bracketed.length > 1 ? bracketed : bracketed.length === 0 && !/[[(]/.test(item) ? addresses : [];
  if (new Set(people.map((one) => one.address)).size < 2) return [item];
  const parts: string[] = [];
  let from = 0;
  for (const one of people) {
    const end = item.charAt(one.end) === '>' ? one.end + 1 : one.end;
    parts.push(item.slice(from, end));
    from = end;
  }
  return parts;
}

const countAddresses = (text: string): number => new Set(addressesIn(text).map((one) => one.address)).size;

/** Exchange's own addresses are no mail addresses: `/O=…/CN=…` and their wrapped form. */
const exchange = /^imcea/i;

function personOf(item: string): ListedPerson | null {
  const text = item.trim();
  if (!text) return null;
  const addresses = addressesIn(text).filter((one) => !exchange.test(one.address));
  const bracketed = addresses.filter((one) => {
    const before = text.slice(0, one.start).trimEnd();
    return /[<[(]$|mailto:$/i.test(before);
  });
  const chosen = bracketed.at(-1) ?? addresses.at(-1);
  if (!chosen) {
    const name = cleanName(text.replace(/<[^<>]*>|\[[^[\]]*\]/g, ' '));
    return name ? { address: null, name, misleading: false } : null;
  }
  let cut = addresses[0]?.start ?? chosen.start;
  const lead = text.slice(0, cut);
  const own = cleanName(lead);
  let name = own;
  if (!own) {
    // "a@b (Name)" and "a@b <a@b>": what stands in round brackets after the address is a name; an address that repeats itself is none.
    cut = chosen.end;
    const comment = /\(([^()@]+)\)/.exec(text.slice(cut));
    name = comment ? cleanName(comment[1] ?? '') : '';
  }
  const misleading = addresses.some((one) => one.address !== chosen.address && one.start < chosen.start);
  return { address: chosen.address, name: name || null, misleading };
}

/** No name is longer; what is longer is no name. */
const longestName = 200;

/** A display name without the quotes, brackets and leftovers around it. */
function cleanName(text: string): string {
  let name = text
    .slice(0, longestName)
    .replace(/mailto:/gi, ' ')
    .replace(/\\(.)/g, '$1');
  for (let round = 0; round < 4; round++) name = name.trim().replace(/^["'“”‘’„«»<>[({,;:*]+|["“”‘’„«»<>[({,;:*]+$/g, '');
  name = name.trim();
  // A closing apostrophe belongs to the name unless an opening one was taken away.
  if (name.endsWith("'") && !/\w'\w/.test(name)) name = name.slice(0, -1).trim();
  return /[\p{L}\p{N}]/u.test(name) ? name.replace(/\s+/g, ' ') : '';
}
