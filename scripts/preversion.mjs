/**
 * Before `npm version` changes anything: refuses a version that has a tag or is not later than every one that has, and a changelog without a section to
 * release. npm itself notices both too late, with the new number written already.
 */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dated } from './changelog.mjs';

/** @param {string} version @param {readonly string[]} tags @returns {string | null} the tag that stands in the way: the same, or a later one */
export function inTheWay(version, tags) {
  const numbers = (/** @type {string} */ text) => text.replace(/^v/, '').split('.').map(Number);
  const wanted = numbers(version);
  return (
    tags
      .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag))
      .find((tag) => {
        const there = numbers(tag);
        const first = there.findIndex((part, index) => part !== wanted[index]);
        return first < 0 || (there[first] ?? 0) > (wanted[first] ?? 0);
      }) ?? null
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.join(import.meta.dirname, '..');
  try {
    const version = process.env['npm_new_version'] ?? '';
    const tag = inTheWay(version, execFileSync('git', ['tag'], { cwd: root, encoding: 'utf8' }).split('\n'));
    if (tag) throw new Error(`${version} cannot be released: there is ${tag}.`);
    dated(await readFile(path.join(root, 'CHANGELOG.md'), 'utf8'), version, '');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
