/** The sending account, from the From field of the compose or from the page's own header. */
import type { Account } from '../core/observation';
import { pageTextOf } from '../core/text';
import type { Parts } from './compose-parts';
import { fieldOf } from './compose-parts';
import { nameTokens } from './labels';
import { all, attribute, chosenOf, contains, documentOf, fieldValue, matches, rawTextOf, tagOf, titleOf } from './tree';
import { addressesIn, personOf } from './typed-people';

/** The one address in a text, with the name if it is written as `Name <address>`. */
export const accountFrom = (text: string): Account | null => {
  const person = personOf(text);
  if (person?.address) return { address: person.address, name: person.name === null ? null : pageTextOf(person.name) };
  const [address, more] = addressesIn(text);
  return address && !more ? { address, name: null } : null;
};

/** The From field: the chosen identity, a typed one, or the address that the row shows. */
export function accountInFrom(parts: Parts): Account | null {
  for (const field of parts.fields) {
    if (field.kind !== 'from') continue;
    const { element } = field;
    if (tagOf(element) === 'select') {
      const chosen = chosenOf(element)[0];
      const account = chosen ? accountFrom(rawTextOf(chosen)) : null;
      if (account) return account;
    }
    const account = accountFrom(fieldValue(element)) ?? accountFrom(rawTextOf(element).slice(0, 300)) ?? accountFrom(attribute(element, 'title') ?? '');
    if (account) return account;
  }
  const from = fieldOf(parts, 'from');
  return from ? null : accountFrom(shownFrom(parts));
}

/** A From row that is no control: `From  Jane Smith <jane@…>`. */
function shownFrom(parts: Parts): string {
  for (const row of all(parts.root, '[class*="from" i],[id*="from" i],[data-testid*="from" i],[class*="sender" i],[class*="identity" i]')) {
    if (contains(row, parts.editor.host) || contains(parts.editor.host, row)) continue;
    const text = `${rawTextOf(row).slice(0, 300)} ${attribute(row, 'title') ?? ''}`;
    if (addressesIn(text).length === 1) return text.replace(/^[^<]*?[:：]\s*/, '');
  }
  return '';
}

const header =
  'header,[role=banner],[id*="header" i],[class*="header" i],[id*="account" i],[class*="account" i],[id*="username" i],[class*="username" i],[class*="user-" i],[id*="user" i],[data-testid*="user" i],[data-testid*="account" i]';

/** The one address that the page's header, its account button or its title shows; `null` where there are several or none. */
export function accountInHeader(page: Document, outside: HTMLElement): Account | null {
  const found = new Set<string>();
  for (const area of all(page, header)) {
    if (contains(area, outside) || contains(outside, area) || found.size > 1) continue;
    const text = rawTextOf(area);
    if (text.length < 400) for (const address of addressesIn(text)) found.add(address);
    for (const element of [area, ...(text.length < 400 ? all(area, '[aria-label*="@"],[title*="@"],[data-email],[alt*="@"]') : [])]) {
      if (matches(element, '[role=option],[role=row],[role=article],td')) continue;
      for (const name of ['aria-label', 'title', 'data-email', 'alt']) for (const address of addressesIn(attribute(element, name) ?? '')) found.add(address);
    }
  }
  const [address, more] = [...found];
  if (address && !more) return { address, name: null };
  if (found.size > 1) return null;
  const [titled, second] = addressesIn(titleOf(page));
  return titled && !second ? { address: titled, name: null } : null;
}

/** The person who is logged in, as a form of the compose says it to the server: a hidden field for the user or the sender (Horde's `user`, seen running 2026-11). */
function accountInForm(parts: Parts): Account | null {
  const found = new Set<string>();
  for (const field of all(parts.root, 'input[type=hidden]')) {
    const tokens = ['name', 'id'].flatMap((name) => nameTokens(attribute(field, name) ?? ''));
    if (!tokens.some((token) => userNames.has(token))) continue;
    for (const address of addressesIn(fieldValue(field).slice(0, 300))) found.add(address);
  }
  const [address, more] = [...found];
  return address && !more ? { address, name: null } : null;
}

const userNames: ReadonlySet<string> = new Set(['user', 'username', 'login', 'account', 'from', 'sender', 'identity', 'mailfrom']);

export const readAccount = (parts: Parts): Account | null =>
  accountInFrom(parts) ?? accountInForm(parts) ?? accountInHeader(documentOf(parts.root), parts.root);
