/** `npm run new` names everything that the other contracts ask of a new rule. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const make = (kind: 'rule' | 'site') => {
  const folder = mkdtempSync(path.join(tmpdir(), 'second-glance-new-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told = execFileSync(process.execPath, [path.join(root, 'scripts/new.mjs'), kind, 'some-risk', folder], { encoding: 'utf8' });
  return { folder, told };
};

test('a rule: the file, its test, and what else is needed', () => {
  const { folder, told } = make('rule');
  expect(readFileSync(path.join(folder, 'rules/some-risk.ts'), 'utf8')).toContain("id: 'some-risk'");
  expect(readdirSync(path.join(folder, 'tests/rules'))).toEqual(['some-risk.test.ts']);
  for (const needed of ['rule.some-risk.name', 'rule.some-risk.description', 'node scripts/managed-schema.mjs', 'docs/settings.md', 'guidance/packs/moj.ts'])
    expect(told).toContain(needed);
  for (const file of readdirSync(path.join(root, 'assets/language'))) expect(told).toContain(`assets/language/${file}`);
});

test('a site: the file and its test', () => {
  const { folder } = make('site');
  expect(readdirSync(path.join(folder, 'sites'))).toEqual(['some-risk.ts']);
  expect(readdirSync(path.join(folder, 'tests/sites'))).toEqual(['some-risk.test.ts']);
});
