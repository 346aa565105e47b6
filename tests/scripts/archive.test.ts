import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archiveOf } from '../../scripts/archive.mjs';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('makes the same bytes of the same files, in whatever order they come', () => {
  const one = archiveOf({ 'b/c.js': bytes('c'), 'a.json': bytes('{}') });
  const other = archiveOf({ 'a.json': bytes('{}'), 'b/c.js': bytes('c') });
  expect(other).toEqual(one);
  expect(unzipSync(one)).toEqual({ 'a.json': bytes('{}'), 'b/c.js': bytes('c') });
  expect(archiveOf({ 'a.json': bytes('[]'), 'b/c.js': bytes('c') })).not.toEqual(one);
});
