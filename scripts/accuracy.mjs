/**
 * `npm run accuracy`: how right the readers are, in tables. No network; data that is not there is skipped.
 * Every module in `scripts/accuracy/` exports `tables()`, which gives `{ title, columns, rows, misses }`; a row is a list of cells.
 * `npm run accuracy -- thread` runs one module; `-- --misses` lists every miss; `-- --write` writes the tables of docs/accuracy.md anew,
 * between `<!-- npm run accuracy -- NAME -->` and `<!-- end -->`.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';

const folder = new URL('./accuracy/', import.meta.url);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const listMisses = process.argv.includes('--misses');
const write = process.argv.includes('--write');
const page = new URL('../docs/accuracy.md', import.meta.url);

const markdownOf = ({ title, columns, rows }) =>
  [`### ${title}`, '', ...[columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');

/** Puts a module's tables into the page, if it has a place there. */
async function keep(name, made) {
  const text = await readFile(page, 'utf8');
  const start = `<!-- npm run accuracy -- ${name} -->\n`;
  const at = text.indexOf(start);
  const end = text.indexOf('<!-- end -->', at);
  if (at >= 0 && end > at) await writeFile(page, `${text.slice(0, at + start.length)}\n${made.map(markdownOf).join('\n')}\n${text.slice(end)}`);
}

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
  const made = [];
  for await (const table of tables()) {
    print(table);
    made.push(table);
  }
  if (write) await keep(name, made);
}
