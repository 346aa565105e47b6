/** All words of Second Glance, for its own pages. */
import cy from '../assets/language/cy.json';
import en from '../assets/language/en.json';
import type { Catalog } from '../core/message';
import { catalogOf } from './catalog';

const texts = { en, cy };

/** Each in itself. Not from `Intl.DisplayNames`: Chromium ships without the names of languages that it is not translated into, and says "Welsh". */
const names: Readonly<Record<keyof typeof texts, string>> = { en: 'English', cy: 'Cymraeg' };

/** Languages whose texts no translator has confirmed yet. */
const awaitingReview: readonly string[] = ['cy'];

/** @param wanted BCP 47 tags, most wanted first (`navigator.languages`, or the person's choice) */
export const catalogFor = (wanted: readonly string[]): Catalog => catalogOf(texts, wanted);

/** The languages to choose from, each named in itself. */
export function languageNames(): readonly { readonly tag: string; readonly name: string; readonly awaitingReview: boolean }[] {
  return (Object.keys(texts) as (keyof typeof texts)[]).map((tag) => {
    return { tag, name: names[tag], awaitingReview: awaitingReview.includes(tag) };
  });
}
