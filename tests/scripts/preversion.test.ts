import { expect, test } from 'vitest';
import { inTheWay } from '../../scripts/preversion.mjs';

test.each<[string, readonly string[], string | null]>([
  ['0.1.0', [], null],
  ['0.1.0', ['', 'nightly', 'v0.1'], null],
  ['0.1.0', ['v0.1.0'], 'v0.1.0'],
  ['0.2.0', ['v0.1.0', 'v0.1.9'], null],
  ['0.10.0', ['v0.9.0'], null],
  ['0.2.0', ['v0.1.0', 'v0.3.0'], 'v0.3.0'],
  ['0.2.1', ['v0.10.0'], 'v0.10.0'],
  ['1.0.0', ['v0.99.99'], null],
])('%s after %j: %j', (version, tags, expected) => expect(inTheWay(version, tags)).toBe(expected));
