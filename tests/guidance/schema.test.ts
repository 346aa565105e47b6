import * as v from 'valibot';
import { expect, test } from 'vitest';
import { moj } from '../../guidance/packs/moj';
import { packSchema } from '../../guidance/schema';

type Json = { [key: string]: unknown };

/** The pack with one thing changed, as an author might get it wrong. */
function broken(change: (pack: Json & { points: Json[]; contacts: (Json & { channels: Json[] })[]; documents: Json[] }) => void): unknown {
  const pack = structuredClone(moj) as never;
  change(pack);
  return pack;
}

test.each<[string, unknown, string]>([
  ['a later format', broken((pack) => Object.assign(pack, { schema: 2 })), 'schema'],
  ['a misspelled field', broken((pack) => Object.assign(pack, { contcats: [] })), 'contcats'],
  ['an empty sentence', broken((pack) => Object.assign(pack.points[0] ?? {}, { text: '  ' })), 'points.0.text'],
  ['a link that runs code', broken((pack) => Object.assign(pack.documents[0] ?? {}, { url: 'javascript:alert(1)' })), 'documents.0.url'],
  ['a link without encryption', broken((pack) => Object.assign(pack.documents[0] ?? {}, { url: 'http://example.org/' })), 'documents.0.url'],
  ['a link with a password in it', broken((pack) => Object.assign(pack.documents[0] ?? {}, { url: 'https://a:b@example.org/' })), 'documents.0.url'],
  ['a day that does not exist', broken((pack) => Object.assign(pack.documents[0] ?? {}, { reviewDue: '2026-02-30' })), 'documents.0.reviewDue'],
  [
    'a mail channel that would add a body',
    broken((pack) => Object.assign(pack.contacts[2]?.channels[1] ?? {}, { value: 'a@b.uk?body=x' })),
    'contacts.2.channels.1.value',
  ],
  ['a phone channel with words', broken((pack) => Object.assign(pack.contacts[0]?.channels[0] ?? {}, { value: 'call Ann' })), 'contacts.0.channels.0.value'],
  ['an unknown document', broken((pack) => Object.assign(pack.points[0] ?? {}, { sources: [{ document: 'nowhere' }] })), 'points.0.sources.0.document'],
  ['an unknown contact group', broken((pack) => Object.assign(pack.contacts[0] ?? {}, { group: 'nowhere' })), 'contacts.0.group'],
  ['an id twice', broken((pack) => Object.assign(pack.points[1] ?? {}, { id: pack.points[0]?.['id'] })), 'points.1.id'],
])('%s is refused, and the path says where', (_, pack, path) => {
  const result = v.safeParse(packSchema, pack);
  expect(result.success).toBe(false);
  expect((result.issues ?? []).map((issue) => v.getDotPath(issue))).toContain(path);
});

test('every field is described', () => {
  const missing: string[] = [];
  const walk = (schema: v.GenericSchema, path: string): void => {
    if ('entries' in schema) {
      for (const [key, entry] of Object.entries(schema.entries as Record<string, v.GenericSchema>)) {
        if (v.getDescription(entry) === undefined && !path.startsWith('.groups')) missing.push(`${path}.${key}`);
        walk(entry, `${path}.${key}`);
      }
    }
    for (const inner of ['item', 'wrapped', 'value'] as const) if (inner in schema) walk((schema as never)[inner], path);
  };
  walk(packSchema, '');
  expect(missing).toEqual([]);
});
