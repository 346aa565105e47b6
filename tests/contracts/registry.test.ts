import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import english from '../../assets/language/en.json';
import { rules, sites } from '../../engine/registry';

const files = Object.keys(import.meta.glob(['../../rules/*.ts', '../../sites/*.ts']));
const root = path.resolve(import.meta.dirname, '../..');
const byId = new Map<string, unknown>([...rules, ...sites].map((entry) => [entry.id, entry]));

test.each(files)('%s: its id is its file name and it has a test', (file) => {
  const [folder = '', name = ''] = file.replace('../../', '').replace('.ts', '').split('/');
  expect(byId.has(name), `${file} declares another id`).toBe(true);
  const test = ['ts', 'tsx'].map((extension) => path.join(root, 'tests', folder, `${name}.test.${extension}`));
  expect(
    test.some((candidate) => existsSync(candidate)),
    `tests/${folder}/${name}.test.ts is missing`,
  ).toBe(true);
});

test('ids are unique', () => {
  expect(byId.size).toBe(rules.length + sites.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (id) => {
  test.each(['name', 'description'])('has a %s in the language file', (part) => {
    expect(english).toHaveProperty([`rule.${id}.${part}`]);
  });
});

describe.each(sites.map((site) => [site.id, site] as const))('site %s', (_id, site) => {
  test('hints are selectors, and cheap ones', () => {
    for (const hint of site.hints) {
      expect(hint, 'a relational selector walks the whole page').not.toMatch(/:has\(|:nth|~|\+/);
    }
  });
  test('match patterns name hosts, and only over https', () => {
    for (const pattern of site.matches) expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S*$/);
  });
});
