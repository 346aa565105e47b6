/**
 * The words that a reminder in a page can need, per language: all but those of the extension's own pages.
 * Made at build time, because everything that runs in a page is weighed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** First parts of keys that only the popup, the options, the welcome page and the checklist say. */
export const pageWords = [
  'about',
  'checklist',
  'contact',
  'copy',
  'guidance',
  'options',
  'pause',
  'popup',
  'practice',
  'recall',
  'report',
  'rule',
  'setting',
  'tab',
  'welcome',
];

/**
 * @param {string} root folder of the project
 * @returns {Record<string, Record<string, unknown>>} entries by language
 */
export function cardWords(root) {
  const folder = path.join(root, 'assets', 'language');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const entries = Object.entries(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
        return [file.replace('.json', ''), Object.fromEntries(entries.filter(([key]) => !pageWords.includes(key.split('.')[0])))];
      }),
  );
}
