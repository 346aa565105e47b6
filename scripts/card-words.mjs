/**
 * The words that a reminder in a page can need, per language: all but those of the extension's own pages; and those of the popup.
 * Made at build time, because everything that runs in a page is weighed, and so is what the popup reads before it shows a word.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** First parts of keys that only the popup, the options, the welcome page and the checklist say. */
export const pageWords = [
  'about',
  'checklist',
  'contact',
  'copy',
  'file',
  'guidance',
  'history',
  'kept',
  'options',
  'pause',
  'popup',
  'practice',
  'recall',
  'refused',
  'report',
  'rule',
  'setting',
  'tab',
  'welcome',
];

/** First parts of keys that the popup says. */
const popupParts = ['contact', 'copy', 'date', 'document', 'list', 'name', 'offer', 'pause', 'popup', 'recall', 'report', 'tab', 'unlocked-screen'];

/**
 * @param {string} root folder of the project
 * @param {(key: string) => boolean} wanted
 * @returns {Record<string, Record<string, unknown>>} entries by language
 */
function wordsThat(root, wanted) {
  const folder = path.join(root, 'assets', 'language');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const entries = Object.entries(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
        return [file.replace('.json', ''), Object.fromEntries(entries.filter(([key]) => wanted(key)))];
      }),
  );
}

/** @param {string} root folder of the project */
export const cardWords = (root) => wordsThat(root, (key) => !pageWords.includes(key.split('.')[0]));

/**
 * The words of the popup, which must be there at once; a report also names rules.
 * @param {string} root folder of the project
 */
export const popupWords = (root) => wordsThat(root, (key) => popupParts.includes(key.split('.')[0]) || /^rule\..+\.name$/.test(key));
