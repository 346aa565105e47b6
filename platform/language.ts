/** All words of Second Glance, for its own pages. */
import cy from '../assets/language/cy.json';
import en from '../assets/language/en.json';
import type { Catalog } from '../core/message';
import { catalogOf } from './catalog';

const texts = { en, cy };

/** Languages whose texts no translator has confirmed yet. */
const awaitingReview: readonly string[] = ['cy'];

/** @param wanted BCP 47 tags, most wanted first (`navigator.languages`, or the person's choice) */
export const catalogFor = (wanted: readonly string[]): Catalog => catalogOf(texts, wanted);

/** The languages to choose from, each named in itself. */
export function languageNames(): readonly { readonly tag: string; readonly name: string; readonly awaitingReview: boolean }[] {
  return Object.keys(texts).map((tag) => {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return { tag, name: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1), awaitingReview: awaitingReview.includes(tag) };
  });
}
