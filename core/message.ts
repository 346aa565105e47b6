/**
 * Words for the screen, as data: a key of the language files and the values that go into it.
 * Rules and other pure code name a message; the presenter looks it up in the person's language.
 */
import type { PageText } from './text';
import { wordsOf } from './text';

/** Messages inside a message are listed in the person's language ("a, b and c"). */
export type MessageValue = number | string | PageText | readonly Message[];

export interface Message {
  readonly key: string;
  /** `count` chooses the plural form. */
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/** A text, or its plural forms by CLDR category (`other` is always there). */
export type CatalogEntry = string | { readonly [category: string]: string };
export interface Catalog {
  /** BCP 47 tag. */
  readonly language: string;
  readonly entries: Readonly<Record<string, CatalogEntry>>;
}

/** A piece of a formatted message. Values are kept apart so that the screen can isolate their direction. */
export type MessagePart = { readonly text: string } | { readonly value: string };

/**
 * Looks a message up and fills in its values, `{name}` by name.
 * A missing key gives the key itself: a test keeps that from happening, and a person sees something rather than nothing.
 */
export function messageParts(catalog: Catalog, message: Message): readonly MessagePart[] {
  const entry = catalog.entries[message.key];
  const template = entry === undefined ? message.key : typeof entry === 'string' ? entry : pluralForm(catalog.language, entry, message);
  const parts: MessagePart[] = [];
  let from = 0;
  for (const match of template.matchAll(/\{(\w+)\}/g)) {
    if (match.index > from) parts.push({ text: template.slice(from, match.index) });
    const value = message.values?.[match[1] ?? ''];
    parts.push({ value: value === undefined ? '' : valueText(catalog, value) });
    from = match.index + match[0].length;
  }
  if (from < template.length) parts.push({ text: template.slice(from) });
  return parts;
}

/** The message as one string, each value between Unicode isolates so that a right-to-left name cannot turn the sentence around. */
export function messageText(catalog: Catalog, message: Message): string {
  return messageParts(catalog, message)
    .map((part) => ('text' in part ? part.text : /^[\d.,]*$/.test(part.value) ? part.value : `\u2068${part.value}\u2069`))
    .join('');
}

function pluralForm(language: string, forms: Exclude<CatalogEntry, string>, message: Message): string {
  const count = message.values?.['count'];
  const category = typeof count === 'number' ? new Intl.PluralRules(language).select(count) : 'other';
  return forms[category] ?? forms['other'] ?? message.key;
}

function valueText(catalog: Catalog, value: MessageValue): string {
  if (typeof value === 'number') return new Intl.NumberFormat(catalog.language).format(value);
  if (isList(value))
    return listText(
      catalog,
      value.map((message) => messageText(catalog, message)),
    );
  return typeof value === 'string' ? value : wordsOf(value);
}

/** "a, b and c", by the language files: Chromium has no Welsh lists and would say "and" in a Welsh sentence. */
function listText(catalog: Catalog, items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  const pattern = catalog.entries['list.last'];
  const parts: Readonly<Record<string, string>> = { first: items.slice(0, -1).join(', '), last };
  return typeof pattern === 'string' ? pattern.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '') : items.join(', ');
}

const isList = (value: MessageValue): value is readonly Message[] => Array.isArray(value);
