/** Picking a language. */
import type { Catalog, CatalogEntry } from '../core/message';

/** Texts by language, as BCP 47 tags; English is always there. */
export type Texts = Readonly<Record<'en', Readonly<Record<string, CatalogEntry>>> & Record<string, Readonly<Record<string, CatalogEntry>>>>;

/**
 * The words in the first of these languages that Second Glance speaks, else in English.
 * A text that a language lacks is there in English, so nobody ever meets a bare key.
 * @param wanted BCP 47 tags, most wanted first (`navigator.languages`, or the person's choice)
 */
export function catalogOf(texts: Texts, wanted: readonly string[]): Catalog {
  for (const tag of wanted) {
    const language = Object.keys(texts).find((known) => known === tag.toLowerCase() || known === tag.toLowerCase().split('-')[0]);
    if (language === 'en') break;
    if (language !== undefined) return { language, entries: { ...texts.en, ...texts[language] } };
  }
  // The words are British; a date in them reads "31 December 2021", also in a browser that was set up for the United States.
  return { language: 'en-GB', entries: texts.en };
}
