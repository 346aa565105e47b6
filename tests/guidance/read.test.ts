import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { general } from '../../guidance/packs/general';
import { moj } from '../../guidance/packs/moj';
import { comparePacks, packSizeLimit, readPackText, writePackText } from '../../guidance/read';

const json = JSON.stringify(moj, null, 2);
const problems = (text: string) => {
  const reading = readPackText(text);
  return reading.kind === 'pack' ? [] : reading.problems;
};

test('a pack comes back from JSON and from YAML as it went', () => {
  expect(readPackText(json)).toEqual({ kind: 'pack', pack: moj });
  expect(readPackText(stringify(moj))).toEqual({ kind: 'pack', pack: moj });
  expect(readPackText(writePackText(general))).toEqual({ kind: 'pack', pack: general });
});

describe('a problem is named by line and field', () => {
  const yaml = stringify(moj);
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

  test.each([
    ['an insecure link', json.replace('https://security-guidance', 'http://security-guidance'), 'https', 'documents.0.url', 'http://security-guidance'],
    ['an insecure link in YAML', yaml.replace('https://security-guidance', 'http://security-guidance'), 'https', 'documents.0.url', 'http://security-guidance'],
    ['a day that is none', json.replace('2020-12-31', '2020-13-31'), 'day', 'documents.0.reviewDue', '2020-13-31'],
    ['an unknown contact', json.replace(/("contacts": \[\s+)"operational-security"/, '$1"nobody"'), 'unknown-id', 'situations.0.contacts.0', '"nobody"'],
    ['a misspelled field', json.replace('"ifUnsure"', '"ifunsure"'), 'unknown-field', 'ifunsure', '"ifunsure"'],
  ])('%s', (_, text, reason, field, at) => {
    expect(problems(text)).toContainEqual({ reason, field, line: lineOf(text, at) });
  });

  test('a later format says so', () => {
    expect(problems(json.replace('"schema": 1', '"schema": 7'))).toEqual([{ reason: 'version', field: 'schema', line: 2 }]);
  });

  test('a field that is missing points at what it is missing from', () => {
    const { ifUnsure: _, ...rest } = moj;
    expect(problems(JSON.stringify(rest))).toEqual([{ reason: 'missing', field: 'ifUnsure', line: 1 }]);
  });

  test('broken JSON has its line', () => {
    const [problem] = problems('{\n  "schema": 1,\n  "id": "x\n}');
    expect(problem?.reason).toBe('syntax');
    expect(problem?.line).toBeGreaterThan(1);
  });
});

describe('hostile files', () => {
  test('aliases that grow without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ].join('\n');
    expect(problems(bomb)[0]?.reason).toBe('too-large');
  });
  test('a file too large to be a pack', () => expect(problems(' '.repeat(packSizeLimit + 1))[0]?.reason).toBe('too-large'));
  test.each(['', 'null', '[]', '42', '"words"', '{}', '---\n---\n', '__proto__: {x: 1}', '!!js/function "x"', '\u0000'])('%j is no pack', (text) => {
    expect(readPackText(text).kind).toBe('problems');
  });
  test('what turns text around or hides in it does not come through names either', () => {
    const hidden = '\u202e#sec\u200burity\u0000\u{e0041}';
    const reading = readPackText(
      JSON.stringify({
        ...moj,
        version: hidden,
        contacts: moj.contacts.map((contact) => ({
          ...contact,
          sources: contact.sources.map((source) => ({ ...source, section: hidden })),
          channels: [...contact.channels, { kind: 'chat', value: hidden }],
        })),
      }),
    );
    if (reading.kind !== 'pack') throw new Error(JSON.stringify(reading.problems));
    const names = reading.pack.contacts.flatMap(({ channels, sources }) => [channels.at(-1)?.value, sources[0]?.section]);
    expect(new Set([reading.pack.version, ...names])).toEqual(new Set(['#security']));
  });
  test.each([
    ['a text', { ifUnsure: 'x'.repeat(401) }, 'ifUnsure'],
    ['a name', { version: 'x'.repeat(401) }, 'version'],
    ['a name of nothing that is seen', { version: '\u200b\u202e' }, 'version'],
  ])('%s that is too long or empty is told by its field', (_, change, field) => {
    expect(problems(JSON.stringify({ ...moj, ...change })).map((problem) => problem.field)).toEqual([field]);
  });
  test('a prototype is not touched', () => {
    readPackText(json.replace('"schema": 1', '"__proto__": {"polluted": true}, "schema": 1'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  test('any text at all is read without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => readPackText(text).kind === 'problems'));
  });
});

test('what differs from the shipped pack is listed', () => {
  expect(comparePacks(moj, moj)).toEqual([]);
  const own = structuredClone(moj);
  own.contacts.pop();
  own.points[0] = { ...moj.points[0], text: 'Changed.' } as (typeof own.points)[number];
  own.stories.push({ ...(moj.stories[0] as (typeof own.stories)[number]), id: 'new-story' });
  expect(comparePacks(own, moj)).toEqual([
    { part: 'points', id: 'cb-privacy-screen', change: 'changed' },
    { part: 'contacts', id: 'juststore', change: 'removed' },
    { part: 'stories', id: 'new-story', change: 'added' },
  ]);
});

test('the general pack names nobody’s contacts', () => {
  expect(JSON.stringify({ ...general, documents: [] })).not.toMatch(/justice|moj|hmpps|@/i);
});

describe('names that objects have anyway', () => {
  test.each(['toString', 'hasOwnProperty', 'valueOf'])('%s as a rule, a language and an id is only a name', (name) => {
    const id = name.toLowerCase();
    const reading = readPackText(JSON.stringify({ ...moj, rules: { [id]: { points: ['cb-chain'] } }, points: [...moj.points, { ...moj.points[0], id }] }));
    expect(reading.kind).toBe('pack');
    if (reading.kind === 'pack') expect(Object.hasOwn(reading.pack.rules, id)).toBe(true);
  });

  test.each(['__proto__', 'constructor', 'prototype.x', 'a b', '<b>'])('%s is no rule', (name) => {
    const text = JSON.stringify({ ...moj, rules: {} }).replace('"rules":{}', `"rules":{${JSON.stringify(name)}:{"points":["cb-chain"]}}`);
    const reading = readPackText(text);
    expect(({} as Record<string, unknown>)['points']).toBeUndefined();
    if (reading.kind === 'pack') expect(Object.keys(reading.pack.rules)).toEqual([]);
  });

  test('a tree without end is refused', () => {
    expect(readPackText(`${'['.repeat(50_000)}`).kind).toBe('problems');
    expect(readPackText(`a: ${'{b: '.repeat(20_000)}`).kind).toBe('problems');
  });
});
