/** Whether two mailboxes look like the same person's, by their names alone. A guess, and worded as one wherever it is shown. */

/** A mailbox: its address as `normaliseAddress` gives it, and the name beside it where there is one. */
export interface Mailbox {
  readonly address: string;
  readonly name: string | null;
}

/** Local parts that are a role, not a person: equal ones say nothing. */
const roles = new Set(
  'admin administrator accounts bookings clerk clerks complaints contact customerservice customerservices enquiries enquiry finance general hello help helpdesk info information inbox legal mail mailbox media members membership newsletter noreply office post press privacy reception records sales secretary security service services support team web webmaster'.split(
    ' ',
  ),
);

/** Words of a display name that are no part of a person's name. */
const titles = new Set('mr mrs ms miss mx dr prof professor sir dame lord lady rev hon kc qc obe mbe cbe jr sr phd'.split(' '));

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** `jane.smith+work@…` → `jane.smith` */
const localPart = (address: string): string => folded(address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, ''));

/** Letters only: dots mean nothing to Gmail, and numbers are what one adds when a name is taken. */
const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/** The words of a person's name: `Smith, Jane (Ministry of Justice)` → `smith`, `jane`. */
function nameWords(name: string | null): readonly string[] {
  if (name === null || name.includes('@')) return [];
  return folded(name)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/ (?:-|–|via|on behalf of) .*$/, ' ')
    .split(/[^\p{L}']+/u)
    .map((word) => letters(word))
    .filter((word) => word.length > 0 && !titles.has(word));
}

/** First and last name where both are known: from the display name, else from a local part written `jane.smith`. */
function personOf({ address, name }: Mailbox): { readonly first: string; readonly last: string } | null {
  const written = nameWords(name);
  const words = written.length >= 2 && written.length <= 4 ? written : localPart(address).split(/[._-]/).map(letters).filter(Boolean);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2 || first.length + last.length < 5) return null;
  return { first, last };
}

/**
 * Whether `other` looks like another mailbox of the person behind `own`.
 * It does when the rest of the address holds both of their names, or one initial and the whole other name, or when both local parts are the same
 * and belong to a person. A shared surname is not enough: that is how families are named.
 */
export function looksLikeSamePerson(own: Mailbox, other: Mailbox): boolean {
  const ownLocal = localPart(own.address);
  const otherLocal = localPart(other.address);
  if (ownLocal === otherLocal && letters(ownLocal).length >= 5 && !roles.has(letters(ownLocal))) return true;
  const person = personOf(own);
  if (!person) return false;
  const { first, last } = person;
  const rest = letters(otherLocal);
  const whole = first.length > 1 && last.length > 1;
  if (whole) {
    if (rest === first + last || rest === last + first) return true;
    if (first.length >= 3 && last.length >= 3 && first.length + last.length >= 7 && rest.includes(first) && rest.includes(last)) return true;
    const otherWords = nameWords(other.name);
    if (otherWords.length >= 2 && otherWords.includes(first) && otherWords.includes(last)) return true;
  }
  const initialForms = [
    [first.slice(0, 1), last],
    [first, last.slice(0, 1)],
  ] as const;
  return initialForms.some(([a, b]) => Math.max(a.length, b.length) >= 4 && (rest === a + b || rest === b + a));
}
