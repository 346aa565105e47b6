/**
 * Composes with their recipients and open messages with their senders on every test page of webmail, read by each site's own file and by generic reading
 * alone; the same of products that the reading was not tuned on; and the phases of meetings on hand-made pages. Hand-made pages follow documented signals: they prove that the signals are read, not that a product still has them.
 * "False" is what is not there: a compose on a page without one, or a recipient that nobody wrote.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../find-browser.mjs';
import { filesUnder, sharedFolder } from '../mail-files.mjs';

const root = join(import.meta.dirname, '../..');

/** The sites, the test pages and what compares them, as one script for an empty page. */
async function reader() {
  const entry = '\0site-accuracy';
  const [output] = [
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'site-accuracy',
          resolveId: (id) => (id.endsWith('virtual-site-accuracy') ? entry : null),
          load: (id) => (id === entry ? `export * from '/tests/sites/read-pages.ts';` : null),
        },
      ],
      build: { write: false, minify: false, lib: { entry: 'virtual-site-accuracy', formats: ['iife'], name: 'siteAccuracy' } },
    }),
  ].flat();
  return output.output[0].code;
}

/** Saved pages of this repository: `tests/sites/<site>/<yyyy-mm-dd>-<name>.html`. */
async function savedPages() {
  const folder = join(root, 'tests/sites');
  const pages = [];
  for (const site of await readdir(folder, { withFileTypes: true })) {
    if (!site.isDirectory()) continue;
    for (const file of (await readdir(join(folder, site.name))).sort())
      if (/^\d{4}-\d\d-\d\d-.*\.html$/.test(file)) pages.push({ name: `${site.name}/${file}`, html: await readFile(join(folder, site.name, file), 'utf8') });
  }
  return pages;
}

async function sharedPages() {
  const folder = await sharedFolder('pages/webmail');
  if (!folder) return [];
  const pages = [];
  for await (const file of filesUnder(folder)) {
    const name = file.slice(folder.length + 1);
    if (file.endsWith('.html') && !name.startsWith('templates/') && !name.startsWith('quoted/')) pages.push({ name, html: await readFile(file, 'utf8') });
  }
  return pages;
}

const composeColumns = ['site', 'pages', 'composes', 'found', 'missed', 'false', 'recipients', 'found', 'missed', 'false', 'complete'];

const messageColumns = ['site', 'pages', 'messages', 'found', 'missed', 'false', 'senders right', 'wrong', 'recipients', 'found', 'missed', 'false'];

function tableOf(title, results, columns = composeColumns) {
  const rows = new Map();
  for (const { group, counts } of results) {
    const row = rows.get(group) ?? Array(columns.length - 1).fill(0);
    rows.set(
      group,
      row.map((number, at) => number + counts[at]),
    );
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, numbers]) => [group, ...numbers]);
  const all = columns.slice(1).map((_, at) => sorted.reduce((sum, row) => sum + row[at + 1], 0));
  return { title, columns, rows: [...sorted, ['all', ...all]], misses: results.flatMap(({ misses }) => misses) };
}

export async function* tables() {
  const [saved, shared] = await Promise.all([savedPages(), sharedPages()]);
  if (shared.length === 0) console.log('Sites: no real pages beside this clone, only those of the repository.');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }));
    await page.goto('https://pages.example/');
    await page.evaluate(await reader());
    const read = (how) => page.evaluate(([pages, way]) => globalThis.siteAccuracy.readAll(pages, way), [{ saved, shared }, how]);
    yield tableOf('Composes, read by each site’s own file', await read('site'));
    yield tableOf('The same pages, read generically, as on a product that nobody has described', await read('generic'));
    const messages = (which, how) => page.evaluate(([pages, way]) => globalThis.siteAccuracy.readMessagePages(pages, way), [which, how]);
    yield tableOf('Open messages, read by each site’s own file', await messages('known', 'site'), messageColumns);
    yield tableOf('The same open messages, read generically', await messages('known', 'generic'), messageColumns);
    yield tableOf('Composes of products that the reading was not tuned on', await read('unseen'));
    yield tableOf('Open messages of products that the reading was not tuned on', await messages('unseen', 'generic'), messageColumns);
    const phases = await page.evaluate(() => globalThis.siteAccuracy.readPhases());
    yield {
      title: 'Phases of meetings on hand-made pages',
      columns: ['site', 'pages', 'found', 'missed', 'false'],
      rows: phases.rows,
      misses: phases.misses,
    };
  } finally {
    await browser.close();
  }
}
