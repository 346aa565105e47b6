/** The words of reminders, without those of the extension's own pages, in the one language that is wanted. */
import words from 'virtual:card-words';
import type { Catalog } from '../core/message';
import { languageAmong, tagOf } from './catalog';

/** @param wanted BCP 47 tags, most wanted first */
export async function cardCatalogFor(wanted: readonly string[]): Promise<Catalog> {
  const language = languageAmong(Object.keys(words), wanted);
  const load = words[language] ?? words.en;
  return { language: tagOf(language), entries: await load() };
}
