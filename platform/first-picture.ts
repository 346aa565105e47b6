/**
 * What the popup showed last, so that its first picture is right without waiting for storage: language and guidance.
 * In `localStorage` of the extension's own pages, which is there at once; everything in it is read anew right after.
 */
import { looksLikePack, type Pack } from '../guidance/pack';
import { general } from '../guidance/packs/general';
import { moj } from '../guidance/packs/moj';

const key = 'first-picture';

export interface FirstPicture {
  /** The setting, not the tag: `auto`, `en` or `cy`. */
  readonly language: string;
  readonly pack: Pack;
}

/** The picture to begin with; the shipped guidance in the browser's language where nothing is kept, or something broken. */
export function readFirstPicture(): FirstPicture {
  try {
    const { language, pack } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<string, unknown>>;
    return {
      language: typeof language === 'string' ? language : 'auto',
      pack: pack === 'general' ? general : looksLikePack(pack) ? pack : moj,
    };
  } catch {
    return { language: 'auto', pack: moj };
  }
}

/** Keeps what is shown now. A shipped pack is kept by its name. */
export function keepFirstPicture({ language, pack }: FirstPicture): void {
  try {
    localStorage.setItem(key, JSON.stringify({ language, pack: pack === moj ? 'moj' : pack === general ? 'general' : pack }));
  } catch {
    // The popup then begins with the shipped guidance.
  }
}
