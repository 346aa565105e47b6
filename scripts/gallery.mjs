/**
 * `npm run gallery`: every component and card in every state, in a browser, from the examples that the tests use.
 * `npm run gallery -- --pictures`: takes each one's picture in every theme and language into `.output/gallery`, for a look at all of them.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import preact from '@preact/preset-vite';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumFlags, findChromium } from './find-browser.mjs';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, '.output', 'gallery');
const themes = /** @type {const} */ ({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
});
const languages = ['en', 'cy'];

const server = await createServer({
  configFile: false,
  root,
  plugins: [preact()],
  logLevel: 'error',
  server: { host: '127.0.0.1' },
  optimizeDeps: { entries: ['gallery/index.html'] },
});
await server.listen();
const [local] = server.resolvedUrls?.local ?? [];
const gallery = new URL('gallery/index.html', local).href;

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function takePictures() {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  try {
    const page = await browser.newPage({ viewport: { width: 480, height: 600 } });
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(gallery);
    await page.locator('html[data-examples]').waitFor();
    const ids = JSON.parse((await page.locator('html').getAttribute('data-examples')) ?? '[]');
    const rows = [];
    for (const id of ids) {
      const cells = [];
      for (const [theme, media] of Object.entries(themes)) {
        for (const language of languages) {
          await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...media });
          await page.goto(`${gallery}?${new URLSearchParams({ show: id, language })}`);
          await page.locator(`html[lang="${language}"]`).waitFor();
          const name = `${id}-${theme}-${language}`.replace(/[^a-z0-9-]+/gi, '-');
          await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
          cells.push(`<td><img loading="lazy" alt="${escaped(`${id}, ${theme}, ${language}`)}" src="${name}.png"></td>`);
        }
      }
      rows.push(`<tr><th>${escaped(id)}</th>${cells.join('')}</tr>`);
    }
    const heads = Object.keys(themes).flatMap((theme) => languages.map((language) => `<th>${theme}, ${language}</th>`));
    const style = 'body{font:14px sans-serif}th{text-align:left;vertical-align:top}td{vertical-align:top}img{width:300px;border:1px solid #999}';
    await writeFile(
      path.join(folder, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style><table><tr><th></th>${heads.join('')}</tr>${rows.join('')}</table>`,
    );
    console.log(`${ids.length} examples in ${Object.keys(themes).length} themes and ${languages.length} languages: ${path.join(folder, 'index.html')}`);
    if (errors.length > 0) throw new Error(errors.join('\n'));
  } finally {
    await browser.close();
  }
}

if (process.argv.includes('--pictures')) {
  try {
    await takePictures();
  } finally {
    await server.close();
  }
} else {
  console.log(`Gallery: ${gallery}\nPress Ctrl+C to end it.`);
}
