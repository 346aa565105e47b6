/**
 * Reads the recipients of a compose: the union of what chips say in attributes and text, what hidden inputs keep, and what is still being typed.
 * Every search is scoped to the row of its field, because suggestion lists, contact panes and the message list hold addresses too
 * (`research/webmail-dom.md` §0.3–0.4).
 */

import type { Reading, Recipient, RecipientField } from '../core/observation';
import { type Completeness, pageTextOf } from '../core/text';
import { visibleText } from '../mail/addresses';
import type { Field, Parts } from './compose-parts';
import { isLabel, kindsOfLabel, recipientKindOfLabel } from './labels';
import {
  all,
  attribute,
  attributesOf,
  byId,
  childNodesOf,
  childrenOf,
  chosenOf,
  closest,
  contains,
  fieldValue,
  first,
  isShown,
  matches,
  nextOf,
  outermost,
  parentOf,
  previousOf,
  rawTextOf,
  tagOf,
} from './tree';
import { addressesIn, personOf, typedPeople } from './typed-people';

/** What a site knows about its chips; everything is optional. */
export interface RecipientsProfile {
  /** Selector of one picked recipient. */
  readonly chip?: string;
  /** Reads a chip; `null` leaves it to the generic reading. */
  readChip?(chip: HTMLElement): { readonly address: string | null; readonly name: string | null } | null;
  /** Rows that hold a field's recipients, where the site marks them. */
  readonly rows?: Partial<Readonly<Record<RecipientField, string>>>;
  /** Parts of a row that hold no recipient. */
  readonly ignore?: string;
  /** A row that shows only a part of its people, or only names, until it is clicked. */
  readonly foldedRow?: string;
  /** Elements of a folded row, each naming a person: read where no row holds anyone, as To, and the reading is `collapsed`. */
  summary?(parts: Parts): readonly HTMLElement[];
}

/** How completely one row could be read. */
interface RowReading {
  readonly people: Found[];
  readonly collapsed: boolean;
}

interface Found {
  readonly address: string | null;
  readonly name: string | null;
  readonly typed: boolean;
  readonly group?: NonNullable<Recipient['group']>;
}

const typable = 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),textarea';
const editableHost = '[contenteditable]:not([contenteditable="false" i])';
const strongChip = '[role=option],[role=listitem],li,[contenteditable="false" i],[data-hovercard-id],[email],[data-email],[data-address]';
const classChip = '[class*="chip" i],[class*="token" i],[class*="pill" i],[class*="bubble" i],[class*="lozenge" i]';
const notRecipients =
  '[role=menu],[role=dialog],[role=tooltip],[role=grid],[role=alert],[role=status],[aria-live],datalist,template,script,style,select,[class*="suggest" i],[class*="autocomplete" i],[class*="typeahead" i],[class*="dropdown" i],[class*="popover" i],[class*="popup" i],[class*="tooltip" i],[class*="flyout" i],[class*="hovercard" i],[id*="suggest" i],[id*="autocomplete" i]';

const kinds: readonly RecipientField[] = ['to', 'cc', 'bcc'];

/** Recipients of a compose and how complete the reading is. `unknown`: no recipient field can be seen. */
export function readRecipients(parts: Parts, profile: RecipientsProfile): Reading<Recipient> {
  const items: Recipient[] = [];
  let rows = 0;
  let collapsed = profile.foldedRow !== undefined && all(parts.root, profile.foldedRow).some(isShown);
  for (const kind of kinds) {
    const seen = new Map<string, Found>();
    for (const row of rowsOf(parts, kind, profile)) {
      rows++;
      const reading = readRow(row, parts, profile);
      collapsed ||= reading.collapsed;
      for (const person of reading.people) join(seen, person);
    }
    for (const { address, name, typed, group } of withoutEchoes(seen))
      items.push({ field: kind, address, name: name === null ? null : pageTextOf(name), typed, ...(group ? { group } : {}) });
  }
  const cards = items.length === 0 ? (profile.summary?.(parts) ?? []) : [];
  for (const card of cards) {
    const { address, name } = readChip(card);
    if (address || name) items.push({ field: 'to', address, name: name === null ? null : pageTextOf(name), typed: false });
    collapsed = true;
  }
  if (items.length === 0 && parts.folded) {
    collapsed = true;
    for (const { address, name } of peopleInLine(parts.folded))
      items.push({ field: 'to', address, name: name === null ? null : pageTextOf(name), typed: false });
  }
  const completeness: Completeness = collapsed
    ? 'collapsed'
    : rows === 0
      ? 'unknown'
      : items.some((item) => item.address === null && !item.typed)
        ? 'names-only'
        : 'complete';
  return { items, completeness };
}

/** Everyone whom a folded line names, in elements of their own or one after the other. */
function peopleInLine(line: HTMLElement): Found[] {
  const marked = looseAddresses(line, new Set(), new Set());
  if (marked.length > 0) return marked;
  const isToLabel = (text: string): boolean => kindsOfLabel(text).includes('to');
  return visibleText(chipText(line, false) || rawTextOf(line))
    .replace(/^[^:：]{1,30}[:：]/, (head) => (isToLabel(head) ? '' : head))
    .replace(/^\S+\s/, (word) => (isToLabel(word) ? '' : word))
    .split(/[,;，、]/)
    .flatMap((text): Found[] => {
      const person = personOf(text);
      return person && (person.address || person.name) && !isToLabel(text) ? [{ ...person, typed: false }] : [];
    })
    .slice(0, 200);
}

/** A chip wins over typed text, a name over none. */
function join(seen: Map<string, Found>, person: Found): void {
  const key = person.address ?? `\n${person.name?.toLowerCase() ?? ''}`;
  const known = seen.get(key);
  if (!known) seen.set(key, person);
  else {
    const group = known.group ?? person.group;
    seen.set(key, { address: person.address, name: known.name ?? person.name, typed: known.typed && person.typed, ...(group ? { group } : {}) });
  }
}

/** Leaves out a name without address when the same person is there with one (a chip that shows the name, a hidden field that keeps the address). */
function withoutEchoes(seen: ReadonlyMap<string, Found>): Found[] {
  const people = [...seen.values()];
  const names = new Set(people.filter((person) => person.address !== null).flatMap((person) => [person.name?.toLowerCase(), person.address?.split('@')[0]]));
  return people.filter((person) => person.address !== null || !names.has(person.name?.toLowerCase()));
}

/** The rows of one field: from each of its controls upwards, as far as nothing else is in them. */
export function rowsOf(parts: Parts, kind: RecipientField, profile: RecipientsProfile): HTMLElement[] {
  const marked = profile.rows?.[kind] ? all(parts.root, profile.rows[kind] ?? '') : [];
  if (marked.length > 0) return outermost(marked);
  const own = parts.fields.filter((field) => field.kind === kind);
  const others = strangersTo(parts, kind);
  const rows = own.map((field) => rowOf(field, parts, others));
  return outermost([...new Set(rows)]);
}

function strangersTo(parts: Parts, kind: RecipientField): HTMLElement[] {
  const others: HTMLElement[] = parts.fields.filter((field) => field.kind !== kind).map((field) => field.element);
  const marks = all(
    parts.root,
    '[id*="from" i],[class*="from" i],[data-testid*="from" i],[id*="sender" i],[class*="sender" i],[class*="identity" i],[class*="attach" i],[id*="attach" i],input[type=file]',
  );
  return [...others, ...marks, parts.editor.host, ...parts.send];
}

function rowOf(field: Field, parts: Parts, others: readonly HTMLElement[]): HTMLElement {
  let row = field.element;
  for (let at = parentOf(row), level = 0; at && at !== parts.root && level < 8; at = parentOf(at), level++) {
    const outer = at;
    if (others.some((other) => other !== row && (contains(outer, other) || other === outer))) break;
    if (labelledOtherwise(outer, field)) break;
    row = outer;
    if (matches(row, 'tr,[role=row],fieldset')) break;
  }
  return row;
}

/** Whether a short text in it is the label of another field ("From"). */
function labelledOtherwise(row: HTMLElement, field: Field): boolean {
  return all(row, 'label,span,div,td,th,dt').some((element) => {
    if (childrenOf(element).length > 0 || contains(field.element, element)) return false;
    const text = rawTextOf(element);
    return text.length < 30 && text.length > 2 && isLabel(text, 'from') && !recipientKindOfLabel(text);
  });
}

function readRow(row: HTMLElement, parts: Parts, profile: RecipientsProfile): RowReading {
  const people: Found[] = [];
  const skip = skippedIn(row, profile);
  const skipped = (element: Element): boolean => {
    for (let at: HTMLElement | null = element as HTMLElement; at && at !== row; at = parentOf(at)) if (skip.has(at)) return true;
    return false;
  };
  const chips = chipsIn(row, profile, skip).filter((chip) => !skipped(chip) && !contains(parts.editor.host, chip));
  for (const chip of chips) {
    const person = profile.readChip?.(chip) ?? readChip(chip);
    const group = groupOf(chip);
    if (person && (person.address || person.name)) people.push({ ...person, typed: false, ...(group ? { group } : {}) });
  }
  const inChips = new Set(chips);
  people.push(...looseAddresses(row, inChips, skip));
  for (const select of rowAndBelow(row, 'select[multiple]'))
    for (const option of chosenOf(select)) {
      const person = personIn([option.value, rawTextOf(option)]);
      if (person) people.push({ ...person, typed: false });
    }
  for (const input of rowAndBelow(row, 'input,textarea')) {
    // Typeahead libraries keep a second, read-only input with the suggestion behind the real one.
    if (
      skipped(input) ||
      matches(input, 'input[readonly],input[aria-hidden="true"],[disabled],[type=checkbox],[type=radio],[type=button],[type=submit],[type=file]')
    )
      continue;
    const hidden = attribute(input, 'type') === 'hidden';
    const value = fieldValue(input);
    if (value && (!hidden || value.includes('@'))) for (const person of typedPeople(value)) people.push({ ...person, typed: !hidden && isShown(input) });
  }
  for (const host of rowAndBelow(row, editableHost)) {
    const outer = parentOf(host);
    if (skipped(host) || (outer && closest(outer, editableHost))) continue;
    for (const person of typedPeople(textWithout(host, inChips))) people.push({ ...person, typed: true });
  }
  return { people, collapsed: showsMore(row, skip) };
}

/** One person whom several texts describe, the one with the address first: value and text of an option. */
function personIn(texts: readonly string[]): { readonly address: string | null; readonly name: string | null } | null {
  const people = texts.flatMap((text) => personOf(text.slice(0, 400)) ?? []);
  const found = people.find(({ address }) => address !== null) ?? people.at(-1);
  if (!found) return null;
  const name = found.name ?? people.find((person) => person !== found && person.name !== null && person.address === null)?.name ?? null;
  return { address: found.address, name: name?.toLowerCase() === found.address ? null : name };
}

const rowAndBelow = (row: HTMLElement, selector: string): HTMLElement[] => [...(matches(row, selector) ? [row] : []), ...all(row, selector)];

/** Suggestion lists, menus and the like inside a row. What holds the input itself is no suggestion list. */
function skippedIn(row: HTMLElement, profile: RecipientsProfile): Set<Element> {
  const skip = new Set<Element>();
  const holdsInput = (element: Element): boolean => first(element, `${typable},${editableHost}`) !== null || matches(element, `${typable},${editableHost}`);
  for (const input of rowAndBelow(row, '[aria-controls],[aria-owns]')) {
    if (!matches(input, `input,textarea,[role=combobox],${editableHost}`)) continue;
    for (const id of `${attribute(input, 'aria-controls') ?? ''} ${attribute(input, 'aria-owns') ?? ''}`.split(/\s+/)) {
      const list = id ? byId(row, id) : null;
      if (list && contains(row, list) && !contains(list, input) && (isFloating(list, row) || !holdsChips(list))) skip.add(list);
    }
  }
  for (const input of rowAndBelow(row, `${typable},${editableHost}`)) {
    let at: HTMLElement | null = input;
    for (let level = 0; at && at !== row && level < 4; level++, at = parentOf(at)) {
      for (let after = nextOf(at); after; after = nextOf(after)) {
        if (!holdsInput(after) && isSuggestion(after, fieldValue(input) !== '')) skip.add(after);
      }
    }
  }
  for (const element of all(row, notRecipients)) if (!holdsInput(element) && !isBeforeInput(element, row)) skip.add(element);
  for (const list of all(row, '[role=listbox],ul')) {
    if (!skip.has(list) && !holdsInput(list) && isFloating(list, row)) skip.add(list);
  }
  if (profile.ignore) for (const element of all(row, profile.ignore)) skip.add(element);
  return skip;
}

/** A person beside the input, in the same box as it and with a way to take them away: libraries call whole widgets "autocomplete" (PrimeVue, 2026). */
function isBeforeInput(element: HTMLElement, row: HTMLElement): boolean {
  if (matches(element, '[role=menu],[role=dialog],[role=tooltip],[role=alert],[role=status],[aria-live],datalist,template,script,style,select')) return false;
  const box = parentOf(element);
  const input = box && box !== row && first(box, `${typable},${editableHost}`);
  if (!input || (element.compareDocumentPosition(input) & 4) === 0) return false;
  const text = rawTextOf(element);
  const { position } = getComputedStyle(element);
  return text.length < 200 && addressesIn(text).length < 2 && position !== 'absolute' && position !== 'fixed' && first(element, takesAway) !== null;
}
const takesAway = 'button,[role=button],svg,[class*="remove" i],[class*="delete" i],[class*="close" i],[class*="times" i],[class*="clear" i],[class*="icon" i]';

/** What comes after the input: a box that floats, or a list that came with typing and whose entries cannot be removed. */
const isSuggestion = (element: HTMLElement, typing: boolean): boolean => {
  const { position } = getComputedStyle(element);
  return position === 'absolute' || position === 'fixed' || (typing && matches(element, 'ul,ol,[role=listbox]') && !holdsChips(element));
};

/** A list whose entries can be removed one by one is a list of picked recipients. */
const holdsChips = (list: HTMLElement): boolean =>
  first(list, 'button,[role=button],[class*="remove" i],[class*="delete" i],[class*="close" i]') !== null &&
  !matches(list, '[class*="menu" i],[class*="suggest" i]');

/** Whether a list floats over the page, as suggestions do. */
function isFloating(list: HTMLElement, row: HTMLElement): boolean {
  for (let at: HTMLElement | null = list; at && at !== row; at = parentOf(at)) {
    const { position } = getComputedStyle(at);
    if (position === 'absolute' || position === 'fixed') return true;
  }
  return false;
}

function chipsIn(row: HTMLElement, profile: RecipientsProfile, skip: ReadonlySet<Element>): HTMLElement[] {
  if (profile.chip) {
    const chips = outermost(all(row, profile.chip));
    if (chips.length > 0) return chips;
  }
  const strong = all(row, `${strongChip},${classChip}`).filter(
    (element) =>
      first(element, `${typable},${editableHost}`) === null &&
      !matches(element, `${typable},${editableHost},button,[role=button],label,ul,ol,[role=list],[role=listbox]`),
  );
  const known = innermostLists(strong, row);
  const others = chipsBefore(row, skip).filter((other) => !known.some((one) => contains(one, other) || contains(other, one)));
  return others.length > 0 ? [...known, ...others] : known;
}

/** Of nested candidates the outermost that stands for one person: a candidate that holds several other candidates side by side is a list. */
function innermostLists(candidates: readonly HTMLElement[], row: HTMLElement): HTMLElement[] {
  const set = new Set(candidates);
  const inner = new Map<HTMLElement, Set<Element>>();
  for (const candidate of candidates) {
    let child: HTMLElement = candidate;
    for (let at = parentOf(candidate); at && at !== row; child = at, at = parentOf(at)) {
      if (set.has(at)) inner.set(at, (inner.get(at) ?? new Set()).add(child));
    }
  }
  const isList = (element: HTMLElement): boolean => {
    const children = inner.get(element);
    if (!children || children.size < 2) return false;
    return matches(element, '[role=listbox],[role=list],ul,ol') || addressesIn(rawTextOf(element).slice(0, 2000)).length !== 1;
  };
  return outermost(candidates.filter((candidate) => !isList(candidate)));
}

const personAttributes = [
  'data-hovercard-id',
  'email',
  'data-email',
  'data-address',
  'data-mail',
  'data-recipient',
  'data-value',
  'value',
  'title',
  'aria-label',
  'data-tooltip',
  'data-original-title',
  'data-name',
  'name',
  'alt',
  'href',
];

/** Address and name of a chip: whole attributes first, then its text. */
export function readChip(chip: HTMLElement): { readonly address: string | null; readonly name: string | null } {
  let address: string | null = null;
  let name: string | null = visibleText(attribute(chip, 'data-name') ?? '') || null;
  const elements = [chip, ...all(chip, '*').slice(0, 40)];
  for (const element of elements) {
    for (const attributeName of personAttributes) {
      const value = attribute(element, attributeName);
      if (!value?.includes('@')) continue;
      const person = personOf(value);
      address ??= person?.address ?? onlyOne(addressesIn(value));
      if (person?.address && person.address === address) name ??= person.name;
    }
    if (address) break;
  }
  const text = chipText(chip);
  const printed = personOf(text.replace(/[,;]+$/, ''));
  if (printed?.address) {
    address ??= printed.address;
    if (printed.address === address) name ??= printed.name;
  } else {
    const inText = addressesIn(text);
    address ??= onlyOne(inText);
    const left = visibleText(inText.reduce((words, found) => removeIgnoringCase(words, found), text));
    const rest = left.replace(inText.length > 0 ? /^[\s<>(),;–-]+|[\s<>(),;–-]+$/g : /[\s,;]+$/, '');
    if (rest) name ??= rest;
  }
  if (name && name.toLowerCase() === address) name = null;
  return { address, name };
}

/** What opens a group into its members: Zimbra's `expandBubble` (ZmAddressInputField.js, `research/webmail-dom.md` §8), and controls that are named so. */
const expands = '[onclick*="expandBubble"],[class*="expand" i],[id*="expand" i],[data-testid*="expand" i],[aria-label*="expand" i],[title*="expand" i]';
/** A number beside a word for members, in the languages of Gmail's and Outlook's largest communities. */
const membersWord =
  'members?|people|recipients|contacts|addresses|mitglieder|personen|membres|personnes|miembros|personas|membri|persone|membros|pessoas|leden|personen|medlemmer|medlemmar|jäsentä|członków|členů|aelod(?:au)?|o bobl';
const members = new RegExp(`(?<![\\p{L}\\p{N}])(\\d{1,5}|\\d{1,3}(?:[,. ]\\d{3}))\\s+(?:${membersWord})(?![\\p{L}@])`, 'iu');

/**
 * Whether a chip says that it is a group: it tells its members, or it can be opened into them. A bare number in parentheses is no sign by itself,
 * because rooms have it too ("Meeting room 4 (12)"). `null` where the chip says nothing; neither Gmail nor Outlook marks groups (§16 of the research).
 */
export function groupOf(chip: HTMLElement): NonNullable<Recipient['group']> | null {
  const opens = matches(chip, expands) || first(chip, expands) !== null;
  const text = rawTextOf(chip).slice(0, 400);
  const said = [chip, ...all(chip, '*').slice(0, 20)].flatMap((element) => groupLabels.flatMap((name) => attribute(element, name)?.slice(0, 400) ?? []));
  for (const label of [...said, text]) {
    const found = members.exec(visibleText(label))?.[1];
    if (found) return { members: Number(found.replace(/\D/g, '')) };
  }
  if (!opens) return null;
  const count = /\((\d{1,5})\)\s*$/.exec(visibleText(text))?.[1];
  return { members: count === undefined ? null : Number(count) };
}
const groupLabels = ['aria-label', 'title', 'data-tooltip', 'data-original-title', 'aria-description'] as const;

const onlyOne = (addresses: readonly string[]): string | null => (addresses.length === 1 ? (addresses[0] ?? null) : null);

function removeIgnoringCase(text: string, part: string): string {
  const at = text.toLowerCase().indexOf(part);
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + part.length)}`;
}

/** Text of a chip without its buttons and icons. */
function chipText(chip: HTMLElement, orLabel = true): string {
  const said = (left: string): string => {
    const parts: string[] = [];
    const visit = (node: Node): void => {
      for (const child of childNodesOf(node)) {
        if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
        else if (child.nodeType === 1 && !matches(child as Element, left)) {
          if (attribute(child as Element, 'aria-hidden') !== 'true' || addressesIn(rawTextOf(child)).length > 0) visit(child);
        }
        if (parts.length > 60) return;
      }
    };
    visit(chip);
    return visibleText(parts.join(' ').replace(/[×✕✖✗⨯✘]/g, ' '));
  };
  const pictures = 'svg,style,script,[class*="icon" i],[class*="avatar" i],mat-icon';
  const text =
    said(`button,[role=button],${pictures}`) ||
    // The person may be a button too, beside the one that takes them away (Angular Material's chip rows, 2026).
    (orLabel ? said(`button[aria-label],[role=button][aria-label],${pictures}`) : '');
  return text || !orLabel ? text : visibleText(attribute(chip, 'aria-label') ?? attribute(chip, 'title') ?? '');
}

/** Addresses in attributes or text of a row that belong to no chip: chips of a kind never seen. */
function looseAddresses(row: HTMLElement, chips: ReadonlySet<Element>, skip: ReadonlySet<Element>): Found[] {
  const people: Found[] = [];
  const visit = (element: HTMLElement): void => {
    if (chips.has(element) || skip.has(element) || matches(element, `${editableHost},input,textarea,select`)) return;
    const removable = removedBy(element);
    if (removable) {
      people.push({ address: removable, name: nameBeside(element, removable), typed: false });
      return;
    }
    if (namesSomeone(element) && first(element, `${typable},${editableHost}`) === null) {
      const person = readChip(element);
      if (person.address && addressesIn(rawTextOf(element).slice(0, 400)).every((address) => address === person.address)) {
        people.push({ ...person, typed: false });
        return;
      }
    }
    for (const node of childNodesOf(element)) {
      if (node.nodeType === 1) visit(node as HTMLElement);
      else if (node.nodeType === 3 && node.nodeValue?.includes('@'))
        for (const person of typedPeople(node.nodeValue)) if (person.address) people.push({ ...person, typed: false });
    }
  };
  visit(row);
  return people;
}

/** The address on a control in it, where only that one person is in the element: "Remove ann@x.example" beside "Ann". The control's other words are no name. */
function removedBy(element: HTMLElement): string | null {
  const [control, more] = childrenOf(element).filter((child) => matches(child, 'button,[role=button],a') && namesSomeone(child));
  if (!control || more || first(element, `${typable},${editableHost}`) !== null) return null;
  const addresses = new Set([...attributesOf(control)].flatMap(({ value }) => addressesIn(value.slice(0, 400))));
  const [address, other] = [...addresses];
  return address && !other && addressesIn(rawTextOf(element).slice(0, 400)).every((found) => found === address) ? address : null;
}

/** What stands beside such a control, where that is a name and not the address again. */
function nameBeside(element: HTMLElement, address: string): string | null {
  const text = chipText(element, false);
  const printed = personOf(text.replace(/[,;]+$/, ''));
  const name = printed?.address ? printed.name : visibleText(removeIgnoringCase(text, address)).replace(/^[\s<>(),;–-]+|[\s<>(),;–-]+$/g, '');
  return name && name.toLowerCase() !== address ? name : null;
}

/** Whether an attribute of the element holds an address. Attributes for programs and tests prefix it with words of their own. */
const namesSomeone = (element: HTMLElement): boolean =>
  [...attributesOf(element)].some(
    ({ name, value }) =>
      value.includes('@') &&
      value.length < 400 &&
      (personAttributes.includes(name) || (name.startsWith('data-') && !name.includes('test'))) &&
      addressesIn(value).length === 1,
  );

/** A person without an address, in a chip of a kind never seen: stands before the input and can be removed. */
function chipsBefore(row: HTMLElement, skip: ReadonlySet<Element>): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const input of rowAndBelow(row, `${typable},${editableHost}`)) {
    let at: HTMLElement = input;
    for (let level = 0; level < 3 && at !== row; level++) {
      for (let before = previousOf(at); before && found.length < 5000; before = previousOf(before)) {
        if (skip.has(before) || matches(before, 'label,button:not(:has(svg,button,i))') || first(before, `${typable},${editableHost}`)) continue;
        const children = childrenOf(before);
        const alike = children.length > 1 && children.every((child) => tagOf(child) === tagOf(children[0] as Element));
        const people = alike || matches(before, 'ul,ol,[role=list],[role=listbox]') ? children : [before];
        for (const person of people.reverse()) if (isRemovable(person)) found.push(person);
      }
      const parent = parentOf(at);
      if (!parent) break;
      at = parent;
    }
  }
  return found.reverse();
}

const isRemovable = (element: HTMLElement): boolean => {
  const text = visibleText(rawTextOf(element).slice(0, 120));
  return (
    text.length > 1 &&
    text.length < 100 &&
    !text.includes('@') &&
    ![element, ...all(element, '*')].some(namesSomeone) &&
    kindsOfLabel(text).length === 0 &&
    recipientKindOfLabel(text) === null &&
    first(element, 'svg,[class*="remove" i],[class*="delete" i],[class*="close" i],[aria-label],button,[role=button]') !== null
  );
};

/** Text typed into an editable field: everything that is not in a chip. */
function textWithout(host: HTMLElement, chips: ReadonlySet<Element>): string {
  const parts: string[] = [];
  const visit = (node: Node): void => {
    for (const child of childNodesOf(node)) {
      if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
      else if (child.nodeType === 1) {
        if (chips.has(child as Element) || attribute(child as Element, 'contenteditable') === 'false') parts.push(';');
        else if (tagOf(child as Element) === 'br') parts.push('\n');
        else visit(child);
      }
    }
  };
  visit(host);
  return parts.join('');
}

/** "+3", "3 more", "and 12 others": the row keeps some recipients out of the page. */
function showsMore(row: HTMLElement, skip: ReadonlySet<Element>): boolean {
  return all(row, 'span,div,a,button,li,em,b').some((element) => {
    if (childrenOf(element).length > 0 || skip.has(element)) return false;
    const text = visibleText(rawTextOf(element).slice(0, 40));
    return (
      /^\+\s?\d{1,5}$/.test(text) ||
      (text.length < 30 &&
        /^(?:\+|and |und |et |y |e |en |og |och |&\s?)?\s?\d{1,5}\s(?:more|others?|weitere|autres?|más|otros|altri|altro|outros|mais|meer|anderen|flere|andre|fler|andra|muuta|więcej|innych|další|ещё|еще|других)\b/i.test(
          text,
        ))
    );
  });
}
