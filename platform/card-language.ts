/** The words of reminders, without those of the extension's own pages. */
import words from 'virtual:card-words';
import type { Catalog } from '../core/message';
import { catalogOf } from './catalog';

/** @param wanted BCP 47 tags, most wanted first */
export const cardCatalogFor = (wanted: readonly string[]): Catalog => catalogOf(words, wanted);
