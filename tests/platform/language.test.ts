import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CatalogEntry, messageText } from '../../core/message';
import { catalogFor, languageNames } from '../../platform/language';
import { cardWords, pageWords, popupWords } from '../../scripts/card-words.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const textsOf = (language: string): Record<string, CatalogEntry> => JSON.parse(readFileSync(path.join(root, 'assets/language', `${language}.json`), 'utf8'));
const english = textsOf('en');
const keys = Object.keys(english);
const formsOf = (entry: CatalogEntry): readonly string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const placeholders = (entry: CatalogEntry): readonly string[] => [...new Set(formsOf(entry).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

/** Source text of a folder, by file. */
function sources(...folders: string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.examples.'))
      .map((file) => path.join(folder, file)),
  );
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** Keys that a source may say: quoted ones, and those that fit a template. Rules write theirs without their id, which goes before. */
function keysSaidIn(file: string, text: string): readonly string[] {
  const prefix = file.startsWith('rules/') ? `${path.basename(file, '.ts')}.` : '';
  const words = [...text.matchAll(/'([\w.-]+)'/g)].map((match) => match[1] ?? '');
  const templates = [...text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].map((match) => {
    const parts = (match[1] ?? '').split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return parts.join('').length < 3 ? null : new RegExp(`^${parts.join('[\\w.-]+')}$`);
  });
  return keys.filter((key) => {
    const bare = prefix && key.startsWith(prefix) ? key.slice(prefix.length) : key;
    return words.includes(key) || words.includes(bare) || templates.some((template) => template?.test(key) || template?.test(bare));
  });
}

/** A source and everything it imports from components and core. */
function reached(start: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    found.set(file, text);
    for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type ).*from '(\.[^']+)'/gm)) {
      const target = path.join(path.dirname(file), from);
      const known = [`${target}.tsx`, `${target}.ts`].find((name) => existsSync(path.join(root, name)));
      if (known) queue.push(known);
    }
  }
  return found;
}

describe('the popup’s own words', () => {
  // Templates fit words of cards too, which begin with the name of a rule: those count where a source names the rule.
  const said = [...reached('components/popup.tsx')].flatMap(([file, text]) =>
    keysSaidIn(file, text).filter((key) => {
      const [part] = key.split('.');
      return !Object.hasOwn(english, `rule.${part}.name`) || text.includes(`'${part}.`) || text.includes(`\`${part}.`);
    }),
  );

  test.each(Object.entries(popupWords(root)))('%s: all that the popup may say', (language, words) => {
    const known = Object.keys(textsOf(language));
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((key) => known.includes(key) && !Object.hasOwn(words, key))).toEqual([]);
  });

  test('and not much else', () => {
    expect(JSON.stringify(popupWords(root)['en']).length).toBeLessThan(JSON.stringify(english).length / 4);
  });
});

describe('English', () => {
  test('says nothing that nobody says', () => {
    const said = new Set(
      [...sources('components', 'core', 'engine', 'entrypoints', 'mail', 'page', 'platform', 'rules')].flatMap(([file, text]) => keysSaidIn(file, text)),
    );
    expect(keys.filter((key) => !said.has(key) && key !== 'name')).toEqual([]);
  });

  test('has every key that a source quotes', () => {
    const first = new Set(keys.map((key) => key.split('.')[0]));
    const quoted = [...sources('components', 'engine', 'entrypoints', 'platform').values()].flatMap((text) =>
      [...text.matchAll(/\b(?:say\(|key: )'([\w-]+\.[\w.-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(quoted.filter((key) => first.has(key.split('.')[0] ?? '') && !Object.hasOwn(english, key))).toEqual([]);
  });

  test('is plain: no “please”, no “sorry”, no exclamation, no capitals for weight', () => {
    const loud = keys.filter((key) =>
      formsOf(english[key] ?? '').some(
        (form) =>
          /\bplease\b|\bsorry\b|!|\b(?!JSON|YAML|IBAN|PINs?|NHS|MIT|HMPPS|URL)[A-Z]{4,}\b/i.test(form) &&
          /please|sorry|!|[A-Z]{4,}/.test(form.replace(/JSON|YAML|IBANs?|HMPPS/g, '')),
      ),
    );
    expect(loud).toEqual([]);
  });

  test('keys stand in order', () => {
    const rest = keys.filter((key) => key !== 'name');
    expect(rest).toEqual([...rest].sort());
  });
});

describe.each(languageNames().filter(({ tag }) => tag !== 'en'))('$name', ({ tag }) => {
  const texts = textsOf(tag);

  test('has every text, and no other', () => {
    expect(
      keys.filter((key) => !Object.hasOwn(texts, key)),
      'not translated',
    ).toEqual([]);
    expect(
      Object.keys(texts).filter((key) => !Object.hasOwn(english, key)),
      'not in English any more',
    ).toEqual([]);
  });

  test.each(keys)('%s has the same values', (key) => {
    const translated = texts[key];
    expect(translated, 'not translated').toBeDefined();
    if (translated === undefined) return;
    expect(placeholders(translated)).toEqual(placeholders(english[key] ?? ''));
    if (typeof translated !== 'string') expect(translated).toHaveProperty('other');
  });

  test('is translated: few texts are the same', () => {
    const same = keys.filter(
      (key) =>
        JSON.stringify(texts[key]) === JSON.stringify(english[key]) &&
        /[a-z]{3}/i.test(
          formsOf(english[key] ?? '')
            .join('')
            .replace(/\{\w+\}/g, ''),
        ),
    );
    expect([...same].sort()).toEqual(['card.announce', 'name', 'popup.title']);
  });

  test('every number has its form', () => {
    const catalog = catalogFor([tag]);
    for (const key of keys.filter((candidate) => typeof texts[candidate] !== 'string')) {
      for (const count of [0, 1, 2, 3, 4, 5, 6, 7, 10, 100]) expect(messageText(catalog, { key, values: { count } }), key).not.toBe(key);
    }
  });

  test('the manifest speaks it, too', () => {
    const messages = (language: string) => Object.keys(JSON.parse(readFileSync(path.join(root, 'public/_locales', language, 'messages.json'), 'utf8')));
    expect(messages(tag)).toEqual(messages('en'));
  });
});

describe('the language is', () => {
  test.each([
    [['cy'], 'cy'],
    [['cy-GB', 'en-GB'], 'cy'],
    [['CY'], 'cy'],
    [['fr', 'cy'], 'cy'],
    [['en-US', 'cy'], 'en-GB'],
    [['fr'], 'en-GB'],
    [[], 'en-GB'],
    [['__proto__'], 'en-GB'],
  ])('%j: %s', (wanted, language) => expect(catalogFor(wanted).language).toBe(language));
});

describe('words of reminders', () => {
  test('are all that is said in a page', () => {
    const said = new Set(
      [
        ...[...sources('engine', 'rules', 'page', 'core')].filter(([file]) => file !== 'core/report.ts'),
        ...[...sources('components')].filter(([file]) => /nudge-card|confirm-dialog|components\/message/.test(file)),
      ].flatMap(([, text]) => [...text.matchAll(/['`]((?:[a-z][\w-]*)\.[\w.-]*)/g)].map((match) => match[1]?.split('.')[0] ?? '')),
    );
    expect(pageWords.filter((word) => said.has(word))).toEqual([]);
  });
  test('leave out the pages', () => {
    const words = cardWords(root);
    expect(Object.keys(words)).toEqual(['cy', 'en']);
    expect(Object.keys(words['en'] ?? {}).length).toBeLessThan(keys.length);
    expect(words['en']).toHaveProperty(['card.gotIt']);
    expect(words['en']).not.toHaveProperty(['options.title']);
  });
});
