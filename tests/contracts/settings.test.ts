import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import english from '../../assets/language/en.json';
import { definitions, managedHostsKey, managedPackKey, personMayChangeKey, settingKeys } from '../../platform/setting-definitions';
import { managedSchemaOf, settingsPage } from '../../scripts/managed-schema.mjs';

const root = path.resolve(import.meta.dirname, '../..');

test.each([...settingKeys, managedHostsKey, managedPackKey, personMayChangeKey])('%s has a title and a description', (key) => {
  expect(english).toHaveProperty([`setting.${key}.title`]);
  expect(english).toHaveProperty([`setting.${key}.description`]);
});

test('the policy’s schema knows every setting and every rule, flat', async () => {
  const { properties } = (await managedSchemaOf(root)) as { properties: Record<string, { type: string }> };
  for (const key of settingKeys) if (key !== 'ruleStrengths') expect(properties, key).toHaveProperty(key);
  expect(properties).toHaveProperty('rule-quoted-thread');
  for (const [key, { type }] of Object.entries(properties)) expect(['boolean', 'integer', 'string', 'array'], key).toContain(type);
});

test('the table of settings is current (node scripts/managed-schema.mjs)', async () => {
  expect(readFileSync(path.join(root, 'docs', 'settings.md'), 'utf8')).toBe(await settingsPage(root));
});

test('every default is within its own bounds', () => {
  for (const [key, { default: value, policy }] of Object.entries(definitions)) {
    if (policy.type === 'integer') expect(Number(value) >= policy.minimum && Number(value) <= policy.maximum, key).toBe(true);
  }
});
