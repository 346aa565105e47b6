/** What a page has to carry, as it is built; the numbers are in docs/performance.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';

const extension = inject('extension');
const read = (file: string): string => readFileSync(path.join(extension, file), 'utf8');
/** kB of these files, each compressed by itself. */
const weightOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipSync(read(file)).length / 1000, 0);

const engine = read('engine.js');
const table = JSON.parse(/wanted=(\{.*?\]\})/s.exec(engine)?.[1] ?? '{}') as Record<string, readonly string[]>;
const partsOf = (...names: readonly string[]): readonly string[] => [...new Set(names.flatMap((name) => table[name] ?? [`no part ${name}`]))];
const filesOf = (...names: readonly string[]): readonly string[] => ['engine.js', ...partsOf(...names).map((part) => `parts/${part}.js`)];

it('keeps the sentinel small', () => {
  expect(weightOf(['sentinel.js'])).toBeLessThan(5);
});

it('brings to a mail page its own site and language, and nothing for calls', () => {
  const parts = partsOf('gmail', 'compose', 'presenter', 'en', 'moj-en');
  expect(parts.filter((part) => /meet|zoom|teams|cy$|outlook/.test(part))).toEqual([]);
  expect(weightOf(filesOf('gmail', 'compose'))).toBeLessThan(110);
  expect(weightOf(filesOf('gmail', 'compose', 'presenter', 'en', 'moj-en'))).toBeLessThan(130);
});

it('carries neither schemas nor the polyfill into pages', () => {
  const all = [...new Set(Object.values(table).flat())].map((part) => read(`parts/${part}.js`));
  for (const code of [engine, ...all]) expect(code).not.toMatch(/~standard|wrappedSendMessageCallback|webextension-polyfill/);
});
