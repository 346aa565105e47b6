/** Chromium's data has no Welsh: its plural forms have to come from us. */
import { expect, test } from 'vitest';
import { messageText } from '../../core/message';

const catalog = { language: 'cy', entries: { cats: { zero: 'dim cathod', one: 'cath', two: 'gath', few: 'chath', many: 'chath (6)', other: 'cath arall' } } };

test.each([
  [0, 'dim cathod'],
  [1, 'cath'],
  [2, 'gath'],
  [3, 'chath'],
  [4, 'cath arall'],
  [6, 'chath (6)'],
  [21, 'cath arall'],
])('%d', (count, expected) => expect(messageText(catalog, { key: 'cats', values: { count } })).toBe(expected));
