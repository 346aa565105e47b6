/** Zip archives that are the same bytes whenever and wherever they are made: paths sorted, one date, no attributes of a machine. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';

/** The earliest that the format knows. It holds local time, so this is made from local time. */
const epoch = new Date(1980, 0, 1);

/** @param {Readonly<Record<string, Uint8Array>>} files path inside the archive (with `/`) to content */
export function archiveOf(files) {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: epoch, os: 3, attrs: 0o644 << 16 });
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, Uint8Array>>} every file below it
 */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return contentOf(
    folder,
    files.map((file) => path.relative(folder, file)),
  );
}

/** @param {string} folder @param {readonly string[]} names relative to it */
export async function contentOf(folder, names) {
  const pairs = names.map(async (name) => [name.split(path.sep).join('/'), new Uint8Array(await readFile(path.join(folder, name)))]);
  return Object.fromEntries(await Promise.all(pairs));
}
