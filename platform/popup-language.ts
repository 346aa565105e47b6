/** The words of the popup alone: it reads nothing else before it shows them. */
import words from 'virtual:popup-words';
import type { Catalog } from '../core/message';
import { catalogOf } from './catalog';

/** @param wanted BCP 47 tags, most wanted first */
export const popupCatalogFor = (wanted: readonly string[]): Catalog => catalogOf(words, wanted);
