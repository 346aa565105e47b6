/**
 * Which address stands behind a name, learnt in this page and kept in its memory only: from the suggestion that a person picked, from chips that show
 * both, and from the header of the open message. Sites whose chips show only names give nothing else to go by (`research/webmail-dom.md` §0.4, §2.3, §17.3).
 * A name that was seen with two addresses stays a name.
 */
import type { Reading, Recipient } from '../core/observation';
import { wordsOf } from '../core/text';
import { visibleText } from '../mail/addresses';
import { activeOf, all, attribute, boxOf, byId, childNodesOf, closest, isConnected, matches, viewOf } from './tree';
import { addressesIn, personOf } from './typed-people';

export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

export interface KnownPeople {
  /** Someone is shown as a recipient with name and address. */
  learn(person: NamedAddress): void;
  /** A person took this suggestion: the chip that appears next may name them in another way. */
  pick(person: NamedAddress): void;
  /** Someone is named in the header of an open message: believed only where that message is answered, because a stranger chooses their own name. */
  learnFromMessage(person: NamedAddress): void;
  /** Every address that was seen beside a name, in chips, suggestions and messages. */
  addressesOf(name: string): readonly string[];
  /**
   * Recipients of one compose with the addresses that are known for certain. Learns from those that show both.
   * @param root the compose, to notice which chip is new since the last reading
   * @param answers the compose answers or forwards a message
   */
  filled(root: HTMLElement, recipients: Reading<Recipient>, answers: boolean): Reading<Recipient>;
}

/** Enough for a day in one tab; the oldest names are forgotten. */
const mostNames = 2000;
/** A chip that appears so long (ms) after a suggestion was taken stands for something else. */
const chipWithin = 4000;
/** Outlook glues the presence to a name: "offlineDirectory Two" (`research/webmail-dom.md` §2.3). */
const presence =
  /^(?:unknown|offline|online|away|busy|donotdisturb|do not disturb|available|outofoffice|out of office|berightback|inacall|inameeting)\s*(?=\p{Lu})/iu;

/** The words of a name in one order, so that "Hughes, Tom" is "Tom Hughes"; `''` for what is no name. */
function nameKey(name: string): string {
  const plain = visibleText(name.slice(0, 200));
  if (plain.includes('@')) return '';
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;"'“”]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}

/** Addresses by name; a set of two is a name that tells nothing. */
class Names {
  private readonly addresses = new Map<string, Set<string>>();
  add({ name, address }: NamedAddress): void {
    const key = nameKey(name);
    if (key === '' || key === address) return;
    const known = this.addresses.get(key) ?? new Set();
    // Again at the end, so that what was seen lately is kept longest.
    this.addresses.delete(key);
    this.addresses.set(key, known.add(address));
    if (this.addresses.size > mostNames) for (const oldest of this.addresses.keys()) if (this.addresses.delete(oldest)) break;
  }
  of(name: string): readonly string[] {
    return [...(this.addresses.get(nameKey(name)) ?? [])];
  }
}

/** Whether two names can be one person's: a longer word of the one is in the other. */
function namesAgree(a: string, b: string): boolean {
  const words = new Set(nameKey(a).split(' '));
  return nameKey(b)
    .split(' ')
    .some((word) => word.length > 2 && words.has(word));
}

export function createKnownPeople(): KnownPeople {
  const shown = new Names();
  const named = new Names();
  /** Names without address at the last reading of each compose. */
  const before = new WeakMap<HTMLElement, ReadonlySet<string>>();
  let picked: { readonly person: NamedAddress; readonly at: number } | null = null;

  const addressOf = (name: string, answers: boolean): string | null => {
    const found = new Set([...shown.of(name), ...(answers ? named.of(name) : [])]);
    const [only, more] = found;
    if (only !== undefined) return more === undefined ? only : null;
    const bare = name.replace(presence, '');
    return bare === name ? null : addressOf(bare, answers);
  };
  /** The one chip that came after a suggestion was taken. */
  const bindPicked = (root: HTMLElement, names: readonly string[]): void => {
    const known = before.get(root);
    before.set(root, new Set(names));
    if (!picked || !known) return;
    const [fresh, more] = names.filter((name) => !known.has(name));
    if (fresh === undefined) return;
    if (more === undefined && performance.now() - picked.at < chipWithin && namesAgree(fresh, picked.person.name))
      shown.add({ name: fresh, address: picked.person.address });
    picked = null;
  };
  return {
    learn: (person) => shown.add(person),
    pick(person) {
      shown.add(person);
      picked = { person, at: performance.now() };
    },
    learnFromMessage: (person) => named.add(person),
    addressesOf: (name) => [...new Set([...shown.of(name), ...named.of(name)])],
    filled(root, recipients, answers) {
      for (const { address, name, typed } of recipients.items) if (address !== null && name !== null && !typed) shown.add({ name: wordsOf(name), address });
      const names = recipients.items.flatMap(({ address, name, typed }) => (address === null && name !== null && !typed ? [wordsOf(name)] : []));
      bindPicked(root, names);
      if (names.length === 0) return recipients;
      const taken = new Set(recipients.items.map(({ address }) => address));
      const keys = names.map(nameKey);
      const items = recipients.items.map((item) => {
        if (item.address !== null || item.typed || item.name === null || item.group) return item;
        const name = wordsOf(item.name);
        // Two chips of one name are two people, or one person twice: nothing says which is which.
        if (keys.filter((key) => key === nameKey(name)).length > 1) return item;
        const address = addressOf(name, answers);
        return address === null || taken.has(address) ? item : { ...item, address };
      });
      const whole = items.every(({ address, typed }) => address !== null || typed);
      return { items, completeness: recipients.completeness === 'names-only' && whole ? 'complete' : recipients.completeness };
    },
  };
}

const option = '[role=option],[role=menuitem],[role=listitem],li,[data-hovercard-id],[class*="suggest" i]';
const field = 'input,textarea,[role=combobox],[contenteditable]:not([contenteditable="false" i])';

/** What an entry of a suggestion list says: one address, and the name beside it. `null` for anything else. */
export function suggestedPerson(entry: Element): NamedAddress | null {
  const label = [attribute(entry, 'aria-label'), attribute(entry, 'title'), attribute(entry, 'data-name')].map((text) => text ?? '');
  const texts = [linesOf(entry).join(' '), ...label, ...['data-hovercard-id', 'data-email', 'data-value', 'email'].map((name) => attribute(entry, name) ?? '')];
  for (const inner of all(entry, '[data-hovercard-id],[email],[title*="@"],[aria-label*="@"]').slice(0, 10))
    for (const name of ['data-hovercard-id', 'email', 'title', 'aria-label']) texts.push(attribute(inner, name) ?? '');
  if (texts.some((text) => text.length > 600)) return null;
  const [address, more] = new Set(texts.flatMap(addressesIn));
  if (address === undefined || more !== undefined) return null;
  const names = [attribute(entry, 'data-name') ?? '', ...linesOf(entry), ...label].flatMap((text) => {
    const person = personOf(withoutAddress(text, address));
    return person && person.address === null && person.name && /\p{L}{2}/u.test(person.name) ? [person.name] : [];
  });
  // Initials stand beside many names.
  const name = names.find((one) => one.length > 3) ?? names[0];
  return name === undefined ? null : { name, address };
}

/** Texts of an entry part by part: a name and an address stand side by side without a space between them. */
const linesOf = (entry: Element): string[] =>
  [entry, ...all(entry, '*').slice(0, 100)]
    .flatMap((element) => childNodesOf(element).map((node) => (node.nodeType === 3 ? visibleText(node.nodeValue ?? '') : '')))
    .filter(Boolean);

/** "Tom Hughes - tom@x.example, press Enter" → "Tom Hughes" */
function withoutAddress(text: string, address: string): string {
  const at = text.toLowerCase().indexOf(address);
  return (at < 0 ? text : text.slice(0, at)).replace(/[\s<>(),;:·|–-]+$/, '');
}

/** Learns from every suggestion that a person activates in a page, by pointer or key, until the signal aborts. */
export function watchPickedPeople(page: Document, people: KnownPeople, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal } as const;
  const stage: EventTarget = viewOf(page) ?? page;
  const learn = (entry: Element | null): void => {
    const person = entry && suggestedPerson(entry);
    if (person) people.pick(person);
  };
  // Lists are taken away at mousedown on some sites, at click on others; what is learnt twice is learnt once.
  for (const type of ['mousedown', 'click'] as const) {
    stage.addEventListener(
      type,
      (event) => {
        const [target] = event.composedPath();
        if (event.isTrusted && isElement(target) && isTypingRecipients(page)) learn(entryOf(target));
      },
      options,
    );
  }
  stage.addEventListener(
    'keydown',
    (event) => {
      const { key, isComposing } = event as KeyboardEvent;
      const [target] = event.composedPath();
      if (!event.isTrusted || isComposing || !['Enter', 'Tab', ',', ';'].includes(key) || !isElement(target) || !matches(target, field)) return;
      learn(markedEntry(target));
    },
    options,
  );
}

const isElement = (target: EventTarget | undefined): target is HTMLElement => (target as Node | undefined)?.nodeType === 1;

/** A suggestion is picked while the focus is, or was just now, in a field. */
const isTypingRecipients = (page: Document): boolean => {
  const activeElement = activeOf(page);
  return activeElement !== null && matches(activeElement, field) && !closest(activeElement, '[type=search],[role=search],search,[role=searchbox]');
};

/** The entry that was pressed: the closest element that stands for one suggestion. */
function entryOf(target: HTMLElement): HTMLElement | null {
  return matches(target, field) ? null : closest(target, option);
}

/** The entry that a key will take: named by the field, or marked in the list that belongs to it. */
function markedEntry(input: HTMLElement): HTMLElement | null {
  const active = byId(input, attribute(input, 'aria-activedescendant') ?? '');
  if (active) return active;
  for (const id of `${attribute(input, 'aria-controls') ?? ''} ${attribute(input, 'aria-owns') ?? ''}`.split(/\s+/)) {
    const list = id ? byId(input, id) : null;
    const marked = list && all(list, '[aria-selected="true"],[class*="selected" i],[class*="active" i],[class*="highlight" i]').at(0);
    if (marked && isConnected(marked) && boxOf(marked).height > 0) return marked;
  }
  return null;
}
