/** The words on screen: loads the language files and picks one. */
import en from '../assets/language/en.json';
import type { Catalog, CatalogEntry } from '../core/message';

const catalogs: Readonly<Record<string, Readonly<Record<string, CatalogEntry>>>> = { en };

/** The languages that there are words for, as BCP 47 tags; English first. */
export const languages: readonly string[] = Object.keys(catalogs);

/**
 * The words in the first of these languages that Second Glance speaks, else in English.
 * A text that a language lacks is there in English, so nobody ever meets a bare key.
 * @param wanted BCP 47 tags, most wanted first (`navigator.languages`, or the person's choice before them)
 */
export function catalogFor(wanted: readonly string[]): Catalog {
  for (const tag of wanted) {
    const language = languages.find((known) => known === tag.toLowerCase() || known === tag.toLowerCase().split('-')[0]);
    if (language === 'en') break;
    if (language) return { language, entries: { ...en, ...catalogs[language] } };
  }
  // The words are British; a date in them reads "31 December 2021", also in a browser that was set up for the United States.
  return { language: 'en-GB', entries: en };
}

/** The languages to choose from, each named in itself. */
export function languageNames(): readonly { readonly tag: string; readonly name: string }[] {
  return languages.map((tag) => {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return { tag, name: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) };
  });
}
