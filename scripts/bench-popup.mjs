/**
 * `npm run bench-popup [-- --rounds=N]`: how long after it is asked for the popup shows its first words, against an empty page of the same
 * extension, in turns, in one browser; the difference is what is ours, since a busy machine spoils both alike. Each opening is a new page.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from './find-browser.mjs';
import { buildExtension } from './practice-build.mjs';

const rounds = Number(process.argv.find((one) => one.startsWith('--rounds='))?.split('=')[1] ?? 40);
const extension = await buildExtension('bench-popup');
const style = '<link rel="stylesheet" href="empty.css">';
writeFileSync(path.join(extension, 'empty.html'), `<!doctype html><html lang="en"><title>Empty</title>${style}<body><p>Nothing</p></body></html>`);
writeFileSync(path.join(extension, 'empty.css'), 'body { width: 24rem }');

const profile = mkdtempSync(path.join(tmpdir(), 'second-glance-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  headless: true,
  args: [...chromiumFlags, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});

/** Milliseconds from the start of opening to the first words on the screen. */
async function opening(address) {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: 'commit' });
    return await page.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => {
            const words = list.getEntriesByName('first-contentful-paint')[0];
            if (words) resolve(words.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
  } finally {
    await page.close();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (value) => value.toFixed(0).padStart(5);

try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = worker.url().replace('/background.js', '');
  const times = { popup: [], empty: [] };
  // The first of each fills the browser's caches and what the popup remembers of its first picture.
  for (const name of ['popup', 'empty']) await opening(`${origin}/${name}.html`);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? ['empty', 'popup'] : ['popup', 'empty']) times[name].push(await opening(`${origin}/${name}.html`));
  }
  const popup = median(times.popup);
  const empty = median(times.empty);
  console.log(`first words, ms, ${rounds} openings   median  fastest`);
  for (const [name, values] of Object.entries(times)) console.log(`${name.padEnd(34)}${shown(median(values))}${shown(Math.min(...values)).padStart(9)}`);
  console.log(`popup / empty ${(popup / empty).toFixed(2)}, difference of the medians ${(popup - empty).toFixed(0)} ms, load of the machine not taken out`);
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
