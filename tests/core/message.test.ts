import { expect, test } from 'vitest';
import { type Catalog, messageParts, messageText } from '../../core/message';
import { pageTextOf } from '../../core/text';

const catalog: Catalog = {
  language: 'cy',
  entries: {
    plain: 'Just words',
    one: 'Hello {name}!',
    plural: { zero: 'dim {count}', one: 'un', two: 'dwy', few: 'ychydig {count}', many: 'llawer {count}', other: '{count} neges' },
  },
};

test.each([
  ['plain', {}, 'Just words'],
  ['one', { name: 'Siân' }, 'Hello \u2068Siân\u2069!'],
  ['one', { name: pageTextOf('<b>x</b>') }, 'Hello \u2068<b>x</b>\u2069!'],
  ['one', {}, 'Hello !'],
  ['plural', { count: 0 }, 'dim 0'],
  ['plural', { count: 2 }, 'dwy'],
  ['plural', { count: 3 }, 'ychydig 3'],
  ['plural', { count: 6 }, 'llawer 6'],
  ['plural', { count: 1200 }, '1,200 neges'],
  ['missing', {}, 'missing'],
])('%s %o', (key, values, expected) => {
  expect(messageText(catalog, { key, values })).toBe(expected);
});

test.each([
  [[], 'Found '],
  [['plain'], 'Found \u2068Just words\u2069'],
  [['plain', 'plain'], 'Found \u2068Just words + Just words\u2069'],
  [['plain', 'plain', 'plain'], 'Found \u2068Just words, Just words + Just words\u2069'],
])('a list of %j', (keys, expected) => {
  const entries = { ...catalog.entries, found: 'Found {kinds}', 'list.last': '{first} + {last}' };
  expect(messageText({ ...catalog, entries }, { key: 'found', values: { kinds: keys.map((key) => ({ key })) } })).toBe(expected);
});

test('a value is never taken for a placeholder', () => {
  expect(messageParts(catalog, { key: 'one', values: { name: '{name}' } })).toEqual([{ text: 'Hello ' }, { value: '{name}' }, { text: '!' }]);
});
