import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Listing {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly singlePurpose: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly remoteCode: string;
  readonly dataUse: string;
  readonly pictures: Readonly<Record<string, string>>;
}

const manifest: { readonly permissions: readonly string[]; readonly optional_permissions?: readonly string[] } = JSON.parse(
  read('tests/contracts/manifest.chrome.json'),
);
const asked = [...manifest.permissions, ...(manifest.optional_permissions ?? []), 'hosts', 'optionalHosts'];
const english: Listing = parse(read('store/listing.en.yaml'));

/** Longest texts that the stores take: Chrome (name 75, summary 132, each reason 1,000), Firefox (name 50, summary 250); 2026-11. */
const limits = { name: 50, summary: 132, description: 16_000, singlePurpose: 1000, remoteCode: 1000, dataUse: 1000 } as const;

describe.each(['en', 'cy'])('the listing in %s', (language) => {
  const listing: Listing = parse(read(`store/listing.${language}.yaml`));
  const messages: Readonly<Record<string, { readonly message: string }>> = JSON.parse(read(`public/_locales/${language}/messages.json`));

  test.each(Object.entries(limits))('%s fits into %i letters', (key, limit) => {
    const text = listing[key as keyof typeof limits];
    expect(text.length).toBeGreaterThan(5);
    expect(text.length).toBeLessThanOrEqual(limit);
  });
  it('says the same as the manifest', () => {
    expect([listing.name, listing.summary]).toEqual([messages['name']?.message, messages['description']?.message]);
  });
  it('gives a reason for every permission that is asked for, and for no other', () => {
    expect(Object.keys(listing.permissions).sort()).toEqual([...asked].sort());
    for (const reason of Object.values(listing.permissions)) expect(reason.length).toBeLessThanOrEqual(1000);
  });
  it('has what the English one has', () => {
    expect(Object.keys(listing)).toEqual(Object.keys(english));
    expect(Object.keys(listing.pictures)).toEqual(Object.keys(english.pictures));
  });
});

it('explains every permission to people who look it up', () => {
  const explained = read('docs/permissions.md');
  for (const permission of [...manifest.permissions, ...(manifest.optional_permissions ?? [])]) expect(explained).toContain(`| \`${permission}\``);
});

it('has drawings of every size that the manifest names', () => {
  const { icons } = JSON.parse(read('tests/contracts/manifest.chrome.json')) as { readonly icons: Readonly<Record<string, string>> };
  expect(Object.keys(icons)).toEqual(['16', '32', '48', '96', '128']);
  for (const [size, file] of Object.entries(icons)) {
    const png = readFileSync(path.join(root, 'public', file));
    // Width and height stand at bytes 16 and 20 of a PNG.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  }
});
