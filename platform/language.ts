/** The language files as catalogs. */
import english from '../assets/language/en.json';
import type { Catalog } from '../core/message';

/** The catalog that fits a person's languages best; English where none does. */
export function catalogFor(_languages: readonly string[]): Catalog {
  return { language: 'en', entries: english };
}
