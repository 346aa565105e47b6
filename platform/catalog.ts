/** Picking a language. */
import type { Catalog, CatalogEntry } from '../core/message';

/** Texts by language, as BCP 47 tags; English is always there. */
export type Texts = Readonly<Record<'en', Readonly<Record<string, CatalogEntry>>> & Record<string, Readonly<Record<string, CatalogEntry>>>>;

/**
 * The first of the wanted languages that is among the known ones; English where none is.
 * @param wanted BCP 47 tags, most wanted first (`navigator.languages`, or the person's choice)
 */
export function languageAmong(known: readonly string[], wanted: readonly string[]): string {
  for (const tag of wanted) {
    const language = known.find((one) => one === tag.toLowerCase() || one === tag.toLowerCase().split('-')[0]);
    if (language !== undefined) return language;
  }
  return 'en';
}

/** British, as the words are; a date in them reads "31 December 2021", also in a browser that was set up for the United States. */
export const tagOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/**
 * The words in the first of these languages that Second Glance speaks, else in English.
 * A text that a language lacks is there in English, so nobody ever meets a bare key.
 * @param wanted BCP 47 tags, most wanted first
 */
export function catalogOf(texts: Texts, wanted: readonly string[]): Catalog {
  const language = languageAmong(Object.keys(texts), wanted);
  return { language: tagOf(language), entries: language === 'en' ? texts.en : { ...texts.en, ...texts[language] } };
}
