/** The samples in docs/deploy.md: each holds only keys and values that the policy's schema knows, and each is used as it is written. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { managedSchemaOf } from '../../scripts/managed-schema.mjs';
import { fakeBrowser } from '../platform/support';

const fake = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));
const { readSettings } = await import('../../platform/settings');

const root = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs', 'deploy.md'), 'utf8');

type Policy = Readonly<Record<string, unknown>>;
interface Property {
  readonly type: 'boolean' | 'integer' | 'string' | 'array';
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const block = (kind: string): string => {
  const found = new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`no sample ${kind}`);
  return found;
};

/** Texts, numbers and lists of a registry file, with the keys below `policy` as lists. */
function registryPolicy(text: string): Policy {
  const values: Record<string, unknown> = {};
  let list: string | null = null;
  for (const line of text.split('\n')) {
    const section = /^\[.*\\policy(?:\\(\w+))?\]$/.exec(line);
    if (section) list = section[1] ?? null;
    const [, name = '', written = ''] = /^"([^"]+)"=(.+)$/.exec(line) ?? [];
    if (name === '') continue;
    const value = written.startsWith('dword:') ? Number.parseInt(written.slice(6), 16) : JSON.parse(written);
    if (list === null) values[name] = value;
    else values[list] = [...((values[list] as unknown[] | undefined) ?? []), value];
  }
  return values;
}

/** The kinds of values that the sample of a profile uses. */
function profilePolicy(text: string): Policy {
  const values = [...text.matchAll(/<key>([^<]+)<\/key>\s*(<array>[\s\S]*?<\/array>|<(?:string|integer)>[^<]*<\/\w+>|<(?:true|false)\/>)/g)].map(
    ([, key = '', value = '']) => {
      const texts = [...value.matchAll(/<(?:string|integer)>([^<]*)</g)].map(([, inner = '']) => inner);
      if (value.startsWith('<array>')) return [key, texts];
      if (value.startsWith('<integer>')) return [key, Number(texts[0])];
      return [key, value.startsWith('<string>') ? texts[0] : value === '<true/>'];
    },
  );
  return Object.fromEntries(values);
}

const samples: readonly (readonly [string, Policy])[] = [
  ['to start from', JSON.parse(block('json policy')) as Policy],
  ['for Linux', JSON.parse(block('json chromium'))['3rdparty'].extensions.EXTENSION_ID as Policy],
  ['for Firefox', JSON.parse(block('json firefox')).policies['3rdparty'].Extensions['second-glance@second-glance.example'] as Policy],
  ['for the registry', registryPolicy(block('reg'))],
  ['for macOS', profilePolicy(block('xml'))],
];

beforeEach(() => {
  fake.browser = fakeBrowser();
});

describe.each(samples)('the sample %s', (what, policy) => {
  test('has several keys, each of the schema and of its type', async () => {
    const { properties } = (await managedSchemaOf(root)) as { readonly properties: Readonly<Record<string, Property>> };
    expect(Object.keys(policy).length).toBeGreaterThan(3);
    for (const [key, value] of Object.entries(policy)) {
      const property = properties[key];
      expect(property, key).toBeDefined();
      if (!property) continue;
      if (property.type === 'array') expect(Array.isArray(value) && value.every((entry) => typeof entry === 'string'), key).toBe(true);
      // The registry has no truth values: Chrome makes them of numbers.
      else if (property.type === 'boolean' && what.includes('registry')) expect([0, 1], key).toContain(value);
      else expect(typeof value, key).toBe(property.type === 'integer' ? 'number' : property.type);
      if (property.enum) expect(property.enum, key).toContain(value);
      if (property.minimum !== undefined) expect(Number(value), key).toBeGreaterThanOrEqual(property.minimum);
      if (property.maximum !== undefined) expect(Number(value), key).toBeLessThanOrEqual(property.maximum);
    }
  });

  test('is used as it is written', async () => {
    const browser = fakeBrowser();
    browser.storage.managed.values = Object.fromEntries(
      Object.entries(policy).map(([key, value]) => [key, key === 'showWelcome' || key === 'history' ? Boolean(value) : value]),
    );
    fake.browser = browser;
    const { refused, settings } = await readSettings();
    expect(refused).toEqual([]);
    expect(settings).toMatchObject({
      ownDomains: ['justice.gov.uk', 'hmcts.net'],
      ruleStrengths: { 'outside-recipient': 'quiet' },
      historyDays: 90,
      showWelcome: false,
    });
  });
});
