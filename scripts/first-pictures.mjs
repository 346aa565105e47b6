/**
 * The popup's first picture in every language, with the guidance that a new installation has, as data (`components/still.ts`).
 * Made at build time by the popup's own component, so that the popup has words on the screen before that component is read.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createJiti } from 'jiti';
import { parseHTML } from 'linkedom';

/**
 * @param {string} root folder of the project
 * @returns {Promise<Record<string, readonly unknown[]>>} by language
 */
export async function firstPictures(root) {
  const jiti = createJiti(path.join(root, 'scripts', 'first-pictures.mjs'), { moduleCache: false, jsx: { runtime: 'automatic', importSource: 'preact' } });
  const languages = readdirSync(path.join(root, 'assets', 'language')).map((file) => file.replace('.json', ''));
  const { document } = globalThis;
  globalThis.document = parseHTML('<!doctype html><body></body>').document;
  try {
    const [{ popupStill }, { moj }, { catalogFor }] = await Promise.all(
      ['components/popup-at-first.tsx', 'guidance/packs/moj.ts', 'platform/language.ts'].map((file) => jiti.import(path.join(root, file))),
    );
    return Object.fromEntries(languages.sort().map((language) => [language, popupStill(moj, catalogFor([language]))]));
  } finally {
    globalThis.document = document;
  }
}
