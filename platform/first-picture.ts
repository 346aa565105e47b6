/**
 * The popup's first picture as it was made last, so that the next one begins with the right language and guidance and waits for no storage.
 * In `localStorage` of the extension's own pages, which is there at once. Titles of situations and contacts alone; nothing of a person or a page.
 */
import { languageAmong, tagOf } from './catalog';

const key = 'first-picture';

export interface FirstPicture {
  /** BCP 47 tag of its words. */
  readonly language: string;
  /** A still (see `components/still`); what was stored may be anything. */
  readonly still: unknown;
}

interface Kept extends FirstPicture {
  /** The browser's languages that its own was chosen by; `null` where a person or a policy has chosen. */
  readonly chosenBy: string | null;
}

const browserLanguages = (): string => navigator.languages.join();

/** @param shipped by language, for the first opening of all */
export function readFirstPicture(shipped: Readonly<Record<string, unknown>>): FirstPicture {
  try {
    const { chosenBy, language, still } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<string, unknown>>;
    if (typeof language === 'string' && Array.isArray(still) && (chosenBy === null || chosenBy === browserLanguages())) return { language, still };
  } catch {
    // Nothing that can be read: begin as a new installation does.
  }
  return shippedPicture(shipped);
}

export function shippedPicture(shipped: Readonly<Record<string, unknown>>): FirstPicture {
  const language = languageAmong(Object.keys(shipped), navigator.languages);
  return { language: tagOf(language), still: shipped[language] };
}

/** @param setting the language setting: `auto`, `en` or `cy` */
export function keepFirstPicture(setting: string, { language, still }: FirstPicture): void {
  const kept: Kept = { language, still, chosenBy: setting === 'auto' ? browserLanguages() : null };
  const text = JSON.stringify(kept);
  try {
    if (localStorage.getItem(key) !== text) localStorage.setItem(key, text);
  } catch {
    // The popup then begins with the shipped guidance.
  }
}
