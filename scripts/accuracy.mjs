/**
 * `npm run accuracy`: how right the readers are, in tables. No network; data that is not there is skipped.
 * Every module in `scripts/accuracy/` exports `tables()`, which gives `{ title, columns, rows, misses }`; a row is a list of cells.
 * `npm run accuracy -- thread` runs one module; `-- --misses` lists every miss.
 */
import { readdir } from 'node:fs/promises';

const folder = new URL('./accuracy/', import.meta.url);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const listMisses = process.argv.includes('--misses');

function print({ title, columns, rows, misses = [] }) {
  console.log(`\n${title}`);
  const lines = [columns, ...rows].map((cells) => cells.map(String));
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  for (const cells of lines)
    console.log(`  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')}`);
  if (listMisses) for (const miss of misses) console.log(`  miss: ${miss}`);
}

for (const file of (await readdir(folder)).sort()) {
  if (!file.endsWith('.mjs')) continue;
  const name = file.slice(0, -4);
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { tables } = await import(new URL(file, folder));
  for await (const table of tables()) print(table);
}
