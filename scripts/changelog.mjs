/** Reads the changelog. Run by itself (as `npm version` does) it gives the section of the new version its date. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} changelog
 * @param {string} version
 * @returns {{ date: string | null, text: string } | null} `null` where the version has no section
 */
export function sectionOf(changelog, version) {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`## ${version} `) || line === `## ${version}`);
  if (start < 0) return null;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const text = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
  return { date: /\((\d{4}-\d{2}-\d{2})\)$/.exec(lines[start] ?? '')?.[1] ?? null, text: `${text.trim()}\n` };
}

/**
 * The changelog with the unreleased section named and dated.
 * @param {string} changelog with a section `## <anything> (not released)` on top
 * @param {string} version
 * @param {string} day `2026-11-21`
 */
export function dated(changelog, version, day) {
  const title = /^## .*\(not released\)$/m;
  if (!title.test(changelog)) throw new Error('CHANGELOG.md has no section that is "(not released)".');
  return changelog.replace(title, `## ${version} (${day})`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(import.meta.dirname, '..', 'CHANGELOG.md');
  const { version } = JSON.parse(await readFile(path.join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  await writeFile(file, dated(await readFile(file, 'utf8'), version, new Date().toISOString().slice(0, 10)));
}
