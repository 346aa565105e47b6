/**
 * Reads the header of an open message: who sent it, to whom, where an answer goes.
 * Each address counts for the field that the page names: by the names programmers gave, by labels in many languages, else by its place
 * (the first person of an unlabelled header is the sender, provided that a time stands beside).
 */
import { normaliseAddress, visibleText } from '../mail/addresses';
import { kindsOfLabel, nameTokens, plainLabel } from './labels';
import { all, attribute, childNodesOf, childrenOf, contains, first, matches, parentOf, rawTextOf, tagOf } from './tree';
import { addressesIn, personOf, typedPeople } from './typed-people';

/** What a site knows about the header of its messages; everything is optional. */
export interface HeaderProfile {
  /** Selector of the elements that name the sender; its first match in the header is the sender. */
  readonly sender?: string;
  /** Selectors of header elements that name someone, by field; they go before names and labels. */
  readonly people?: Partial<Readonly<Record<'to' | 'cc' | 'bcc' | 'reply-to', string>>>;
  /** Reads an element that names someone in a way of the site's own; `null` leaves it to the generic reading. */
  readPerson?(element: HTMLElement): { readonly address: string; readonly name: string | null } | null;
  /** Parts of the header that name nobody. */
  readonly ignore?: string;
}

export type HeaderField = 'from' | 'to' | 'cc' | 'bcc' | 'reply-to';

export interface HeaderPerson {
  readonly field: HeaderField | null;
  readonly address: string | null;
  /** As the page shows it, an address in it included. */
  readonly name: string | null;
  readonly element: HTMLElement;
}

export interface HeaderReading {
  readonly sender: HeaderPerson | null;
  readonly onBehalfOf: HeaderPerson | null;
  /** Everyone but the sender, in order. */
  readonly people: readonly HeaderPerson[];
  readonly labels: ReadonlySet<HeaderField | 'subject'>;
  /** A part of the recipients is out of view ("+3", "and 4 others"). */
  readonly more: boolean;
  /** The page says that it came through a list, or offers to unsubscribe. */
  readonly mailing: boolean;
}

const skipped =
  'script,style,svg,template,noscript,select,option,[role="menu"],[role="listbox"],[role="grid"],[role="tree"],[role="treegrid"],[role="navigation"],[role="search"],[role="tooltip"],[aria-live="assertive"]';
const personAttributes = [
  'email',
  'data-hovercard-id',
  'data-email',
  'data-address',
  'data-mail',
  'data-recipient',
  'href',
  'title',
  'aria-label',
  'data-original-title',
] as const;
const nameAttributes = ['data-testid', 'data-test-id', 'data-field', 'name', 'id', 'class'] as const;
const fields: readonly HeaderField[] = ['reply-to', 'bcc', 'cc', 'to', 'from'];

/** "Unsubscribe" and "mailing list" as webmails write them beside a sender (Gmail, Outlook, Yahoo, Fastmail, Proton; November 2026). */
export const unsubscribeWord =
  /unsubscribe|mailing list|manage (?:your )?(?:email )?(?:preferences|subscriptions?)|email preferences|dad-?danysgrif|abbestellen|abmelden|newsletter austragen|désabonner|désinscri|darse de baja|cancelar (?:la )?suscripción|disiscri|annulla (?:l.)?iscrizione|afmelden|uitschrijven|cancelar (?:a )?(?:subscrição|inscrição)|avsluta prenumeration|avregistrera|afmeld|avmeld|wypisz|anulować subskrypcję|odhlásit|leiratkoz|отписаться|відписатися|退订|配信停止/iu;

const mostNodes = 3000;
const behalfWord = /^(?:on behalf of|sent on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens|ar ran|w imieniu)$/i;
const behalfIn = / (?:on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens|ar ran|w imieniu) /i;
const moreWord =
  /^(?:\+\s?\d{1,5}|(?:\+|and |und |et |y |e |en |og |och |&\s?)?\s?\d{1,5}\s(?:more|others?|weitere|autres?|más|otros|altri|outros|meer|anderen|flere|andre|andra|muuta|więcej|innych|další|ещё|других|arall)\b.*)$/i;

type Label = HeaderField | 'subject' | 'other';

/** Reads the parts of a page that stand above a text, in document order. */
export function readHeader(regions: readonly HTMLElement[], profile: HeaderProfile): HeaderReading {
  const people: HeaderPerson[] = [];
  const labels = new Set<HeaderField | 'subject'>();
  let current: Label | null = null;
  let behalf: number | null = null;
  /** The part of the page that is being read, and the one in which the first time stands. */
  let part: HTMLElement | null = null;
  let timePart: HTMLElement | null = null;
  let more = false;
  let mailing = false;
  let nodes = 0;

  const add = (person: Omit<HeaderPerson, 'field'>, field: HeaderField | null): void => {
    const of = field ?? (current === 'subject' || current === 'other' ? null : current);
    if (field === null && (current === 'subject' || current === 'other')) return;
    const known = people.findIndex((one) => one.address !== null && one.address === person.address && one.field === of);
    if (known < 0) people.push({ ...person, field: of });
  };
  const hear = (label: Label): void => {
    current = label;
    if (label !== 'other') labels.add(label);
  };
  /** "From: Ann <a@x.example>" in one text. @returns whether it was one */
  const labelled = (text: string, element: HTMLElement, scope: HeaderField | null): boolean => {
    const cut = text.search(/[:：]/);
    if (cut < 1 || cut > 40) return false;
    const label = labelOf(`${text.slice(0, cut)}:`);
    if (!label) return false;
    hear(label);
    const rest = text.slice(cut + 1);
    if (label !== 'subject' && label !== 'other') addTyped(rest, element, label);
    else if (scope) addTyped(rest, element, scope);
    return true;
  };
  const addTyped = (text: string, element: HTMLElement, field: HeaderField | null): void => {
    const plain = visibleText(text).slice(0, 20_000);
    if (plain === '') return;
    const shared = field === 'from' && behalfIn.test(plain);
    // The last address is the real one; what stands before it is the name, whatever it looks like.
    const alone = !shared && (field === 'from' || addressesIn(plain).length === 1) ? shownPerson(plain) : null;
    if (shared) behalf = people.length + 1;
    if (alone) add({ ...alone, element }, field);
    else if (plain.includes('@') || field === 'from')
      for (const { address, name } of typedPeople(plain))
        if (address !== null || (field === 'from' && name !== null && name.length < 80)) add({ address, name, element }, field);
  };
  const read = (text: string, element: HTMLElement, scope: HeaderField | null): void => {
    const plain = visibleText(text);
    if (plain === '') return;
    if (plain.length < 60 && behalfWord.test(plain)) behalf = people.length;
    if (plain.length < 80 && moreWord.test(plain)) more = true;
    if (plain.length < 80 && unsubscribeWord.test(plain)) mailing = true;
    if (timePart === null && plain.length < 80 && isTime(plain)) timePart = part;
    const label = plain.length < 40 ? labelOf(plain) : null;
    if (label) hear(label);
    else if (!labelled(plain, element, scope)) {
      if (plain.includes('@')) addTyped(plain, element, scope);
      else if (isNameOf(plain) && (scope ?? current) === 'from' && !people.some(({ field }) => field === 'from'))
        add({ address: null, name: plain, element }, 'from');
    }
  };
  const visit = (element: HTMLElement, inherited: HeaderField | null): void => {
    if (++nodes > mostNodes || matches(element, skipped) || (profile.ignore && matches(element, profile.ignore))) return;
    const scope = fieldByProfile(element, profile) ?? fieldByNames(element) ?? inherited;
    if (timePart === null && (tagOf(element) === 'time' || attribute(element, 'datetime') !== null || isTime(attribute(element, 'title') ?? '')))
      timePart = part;
    const label = attribute(element, 'aria-label') ?? '';
    if (/[:：]/.test(label) && label.length < 400 && labelled(label, element, scope)) return;
    const person = profile.readPerson?.(element) ?? personIn(element);
    if (person) {
      add({ ...person, element }, scope);
      return;
    }
    for (const node of childNodesOf(element)) {
      if (node.nodeType === 3) read(node.nodeValue ?? '', element, scope);
      else if (node.nodeType === 1) visit(node as HTMLElement, scope);
    }
  };
  for (const region of regions) {
    part = region;
    visit(region, null);
  }

  const marked = profile.sender ? senderAt(regions, profile.sender, profile) : null;
  const named = people.find(({ field }) => field === 'from') ?? null;
  const [firstOne] = people;
  const placed =
    !labels.has('from') && firstOne && firstOne.field === null && firstOne.address !== null && isBeside(firstOne.element, timePart) ? firstOne : null;
  const sender = marked ?? withAddress(named, people) ?? placed;
  const onBehalfOf = behalf === null ? null : (people[behalf] ?? null);
  const others = people.filter(
    (person) =>
      person !== sender &&
      person !== onBehalfOf &&
      person.field !== 'from' &&
      !(person.address !== null && person.address === sender?.address && person.field === null),
  );
  return { sender, onBehalfOf: onBehalfOf === sender ? null : onBehalfOf, people: others, labels, more, mailing };
}

/** Whether a person stands in the same part of the header as the time, or in a part right beside it. An account in the head of the page does not. */
const isBeside = (element: HTMLElement, timePart: HTMLElement | null): boolean => {
  const around = timePart && parentOf(timePart);
  return timePart !== null && (contains(timePart, element) || (around !== null && childrenOf(around).some((sibling) => contains(sibling, element))));
};

/** A sender's name and address may stand in two elements: the next one with an address and the same field belongs to it. */
function withAddress(named: HeaderPerson | null, people: readonly HeaderPerson[]): HeaderPerson | null {
  if (!named || named.address !== null) return named;
  const at = people.indexOf(named);
  const next = people[at + 1];
  return next?.field === 'from' && next.address !== null && next.name === null ? { ...next, name: named.name } : named;
}

function senderAt(regions: readonly HTMLElement[], selector: string, profile: HeaderProfile): HeaderPerson | null {
  for (const region of regions) {
    const element = matches(region, selector) ? region : first(region, selector);
    if (!element) continue;
    const person = profile.readPerson?.(element) ?? personIn(element) ?? shownPerson(visibleText(rawTextOf(element).slice(0, 400)));
    if (person) return { ...person, field: 'from', element };
  }
  return null;
}

/** An address in the element's own attributes, and the name that a person reads there. */
function personIn(element: HTMLElement): { readonly address: string; readonly name: string | null } | null {
  const text = rawTextOf(element);
  if (text.length > 300) return null;
  for (const name of personAttributes) {
    const value = attribute(element, name);
    if (!value?.includes('@') || value.length > 500) continue;
    if (name === 'href' && !/^mailto:/i.test(value)) continue;
    const own = name === 'href' ? mailtoAddress(value) : (personOf(value)?.address ?? onlyOne(addressesIn(value)));
    if (!own) continue;
    // A box around several people belongs to none of them.
    const inside = addressesIn(text);
    if (inside.length > 1 || all(element, '[email],[data-hovercard-id*="@"],a[href^="mailto:"]').length > 1) return null;
    const shown =
      nameFrom(text, own) ??
      (name === 'title' || name === 'aria-label'
        ? (personOf(value)?.name ?? null)
        : visibleText(attribute(element, 'name') ?? attribute(element, 'data-name') ?? '') || null);
    return { address: own, name: shown };
  }
  return null;
}

/** `mailto:Ann%20Lee%20%3Ca@x.example%3E?subject=…` */
function mailtoAddress(href: string): string | null {
  const bare = href.replace(/^mailto:/i, '').split('?')[0] ?? '';
  try {
    return personOf(decodeURIComponent(bare))?.address ?? null;
  } catch {
    return normaliseAddress(bare);
  }
}

const onlyOne = (addresses: readonly string[]): string | null => (addresses.length === 1 ? (addresses[0] ?? null) : null);

/** What a person reads beside an address: also another address, which is a known trick. */
function nameFrom(text: string, address: string): string | null {
  const plain = visibleText(text).replace(/^["'“”]+|["'“”,;]+$/g, '');
  const at = plain.toLowerCase().lastIndexOf(address);
  const rest = visibleText((at < 0 ? plain : `${plain.slice(0, at)} ${plain.slice(at + address.length)}`).replace(/[<>()[\]]/g, ' ')).replace(
    /^["'“”\s]+|["'“”,;\s]+$/g,
    '',
  );
  return rest.length > 1 ? rest.slice(0, 200) : null;
}

/** One person as a text shows them, the last address being the real one. */
function shownPerson(text: string): { readonly address: string | null; readonly name: string | null } | null {
  const found = addressesIn(text);
  const address = found.at(-1) ?? null;
  if (address === null) return isNameOf(text) ? { address: null, name: text } : null;
  return { address, name: nameFrom(text, address) };
}

const isNameOf = (text: string): boolean => text.length > 1 && text.length < 80 && /\p{L}{2}/u.test(text) && !isTime(text);

/** A time of day or a year, as every list of languages writes them. */
const isTime = (text: string): boolean =>
  text.length < 80 && !text.includes('@') && /(?:^|\D)\d{1,2}(?:[:.h]\d{2}(?!\.?\d{3}))(?:\D|$)|(?:^|\D)(?:19|20)\d{2}(?:\D|$)/.test(text);

/** The field that a whole text names. Words of one or two letters are avatars ("AN") unless a colon makes them a label. */
function labelOf(text: string): Label | null {
  const colon = /[:：]\s*$/.test(text);
  const plain = plainLabel(text);
  const kinds = kindsOfLabel(text);
  if (kinds.length === 0)
    return colon && plain.length < 30 && /^\p{L}[\p{L}\s-]*$/u.test(plain) && /[:：]/.test(text) && plain.split(' ').length < 4 ? 'other' : null;
  if (!colon && (plain.length < 2 || (plain.length < 4 && text === text.toUpperCase() && !/^b?cc$/i.test(plain)))) return null;
  for (const field of fields) if (kinds.includes(field)) return field;
  return kinds.includes('subject') ? 'subject' : colon ? 'other' : null;
}

function fieldByProfile(element: HTMLElement, { people }: HeaderProfile): HeaderField | null {
  for (const field of ['reply-to', 'bcc', 'cc', 'to'] as const) {
    const selector = people?.[field];
    if (selector && matches(element, selector)) return field;
  }
  return null;
}

/** The field that programmers' names mean: `message-header-from`, `recipients:sender`, `ox-from`. */
function fieldByNames(element: HTMLElement): HeaderField | null {
  for (const attributeName of nameAttributes) {
    const value = attribute(element, attributeName);
    if (!value || value.length > 300) continue;
    for (const name of attributeName === 'class' ? value.split(/\s+/) : [value]) {
      if (name.includes('@')) continue;
      const tokens = nameTokens(name);
      if (tokens.length === 0 || tokens.length > 5) continue;
      const has = (...wanted: string[]): boolean => tokens.some((token) => wanted.includes(token));
      if (has('date', 'time', 'subject', 'avatar', 'photo', 'icon', 'button', 'btn', 'toggle', 'list')) continue;
      if (has('replyto') || (has('reply') && tokens.at(-1) === 'to')) return 'reply-to';
      if (has('bcc')) return 'bcc';
      if (has('cc')) return 'cc';
      if (has('from', 'sender', 'author', 'fromaddress')) return 'from';
      if (has('recipient', 'recipients', 'receiver', 'toaddress') || (tokens.at(-1) === 'to' && tokens.length < 4)) return 'to';
    }
  }
  return null;
}
