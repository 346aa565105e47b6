/** Reading a pack: its types, and pure look-ups. Carries no validation (see `schema.ts`). */
import type { InferOutput } from 'valibot';
import { plainText } from './markup';
import type { packSchema } from './schema';

export type Pack = InferOutput<typeof packSchema>;
export type PackDocument = Pack['documents'][number];
export type PackPoint = Pack['points'][number];
export type PackContact = Pack['contacts'][number];
export type PackChannel = PackContact['channels'][number];
export type PackSituation = Pack['situations'][number];
export type PackStory = Pack['stories'][number];
export type PackSource = PackPoint['sources'][number];
export type PackPlace = NonNullable<PackPoint['checklist']>[number];
export type PackText = PackPoint['text'];

/** What a card can show of the guidance behind one rule. */
export interface RuleGuidance {
  readonly points: readonly PackPoint[];
  readonly details: readonly PackPoint[];
  readonly contacts: readonly PackContact[];
  readonly stories: readonly PackStory[];
}

/**
 * A text of the pack in the language that fits best: the same tag, the same language, the pack's first language, any.
 * @param language BCP 47 tag
 */
export function wordsIn(pack: Pick<Pack, 'languages'>, text: PackText, language: string): string {
  if (typeof text === 'string') return text;
  return text[languageOf(pack, text, language) ?? ''] ?? Object.values(text)[0] ?? '';
}

/** The language of those words, a BCP 47 tag; `undefined` where the pack does not tell. */
export function languageOf(pack: Pick<Pack, 'languages'>, text: PackText, language: string): string | undefined {
  if (typeof text === 'string') return pack.languages[0];
  return [language, language.split('-')[0] ?? '', ...pack.languages].find((tag) => Object.hasOwn(text, tag));
}

/** The same words without markup, for titles, choices and plain text. */
export const plainIn = (pack: Pick<Pack, 'languages'>, text: PackText, language: string): string => plainText(wordsIn(pack, text, language));

/** The items with these ids, in the order of the ids; unknown ids are left out. */
function byIds<Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]): readonly Item[] {
  return ids.flatMap((wanted) => items.filter((item) => item.id === wanted));
}

/**
 * The guidance behind a rule. What the pack says about the rule goes before what the rule names itself,
 * because an organisation's own pack has its own points.
 * @param rule id, and the ids of points and stories that the rule names
 */
export function guidanceFor(
  pack: Pack,
  rule: { readonly id: string; readonly guidance: readonly string[]; readonly stories?: readonly string[] | undefined },
): RuleGuidance {
  const own = Object.hasOwn(pack.rules, rule.id) ? pack.rules[rule.id] : undefined;
  return {
    points: byIds(pack.points, own?.points ?? rule.guidance),
    details: byIds(pack.points, own?.details ?? []),
    contacts: byIds(pack.contacts, own?.contacts ?? []),
    stories: byIds(pack.stories, own?.stories ?? rule.stories ?? []),
  };
}

/** The documents that these sources name, each once. */
export function documentsOf(pack: Pack, sources: readonly PackSource[]): readonly PackDocument[] {
  return byIds(pack.documents, [...new Set(sources.map((source) => source.document))]);
}

export const contactsOf = (pack: Pack, situation: PackSituation): readonly PackContact[] => byIds(pack.contacts, situation.contacts);

/** What a channel opens, or `null` where nobody reads it any more or it cannot be opened by a link. */
export function linkOf(channel: PackChannel): string | null {
  if (channel.state === 'closed') return null;
  if (channel.kind === 'mail') return `mailto:${channel.value}`;
  if (channel.kind === 'phone') return `tel:${channel.value.replace(/[^\d+]/g, '')}`;
  return channel.kind === 'web' ? channel.value : null;
}

/** The domains that a pack offers as the organisation's own, under its name. */
export function ownPresets(pack: Pack, language: string): readonly { readonly id: string; readonly label: string; readonly domains: readonly string[] }[] {
  const { name, domains = [] } = pack.organisation;
  return domains.length > 0 ? [{ id: 'pack', label: plainIn(pack, name, language), domains }] : [];
}

/** Whether a stored value is a pack of a format that this version reads. A full check is `readPackText`'s; this one carries no schema. */
export function looksLikePack(value: unknown): value is Pack {
  const lists = ['documents', 'points', 'groups', 'contacts', 'situations', 'stories', 'links', 'languages'] as const;
  if (typeof value !== 'object' || value === null) return false;
  const pack = value as Partial<Record<string, unknown>>;
  return pack['schema'] === 1 && lists.every((list) => Array.isArray(pack[list])) && typeof pack['rules'] === 'object' && pack['rules'] !== null;
}
