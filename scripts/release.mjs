/**
 * `npm run release`: from a tag to the packages.
 *
 * Beforehand `npm version <patch|minor|major>` sets the version, dates the changelog (scripts/changelog.mjs) and makes the tag.
 * This checks that the tag, the version and the changelog agree and nothing is uncommitted, runs all checks and tests, packs,
 * builds the packages anew from the source package and compares every byte, and writes the notes. It uploads nothing.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sectionOf } from './changelog.mjs';

const root = path.join(import.meta.dirname, '..');
const packages = path.join(root, '.output', 'packages');
const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const npm = (/** @type {string[]} */ ...args) => execFileSync('npm', args, { cwd: root, stdio: 'inherit' });

/** @returns {Promise<string>} the notes; fails with what is not ready */
async function ready() {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const tags = git('tag', '--points-at', 'HEAD').split('\n');
  if (!tags.includes(`v${version}`)) throw new Error(`HEAD is not tagged v${version}. Run npm version first, or check the tag out.`);
  if (git('status', '--porcelain')) throw new Error('There are changes that are not committed.');
  const section = sectionOf(await readFile(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (!section?.date) throw new Error(`CHANGELOG.md has no dated section for ${version}.`);
  return section.text;
}

try {
  const notes = await ready();
  npm('ci', '--no-audit', '--no-fund');
  npm('run', 'check');
  npm('test');
  npm('run', 'package', '--', '--verify');
  await writeFile(path.join(packages, 'NOTES.md'), notes);
  console.log(`Ready to upload: ${packages}\nTexts and pictures of the listings: store/, npm run store-pictures`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
