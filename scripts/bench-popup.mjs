/**
 * `npm run bench-popup [-- --rounds=N] [--against=FOLDER]`: how long after it is asked for the popup shows its first words, and how long until
 * all of it is drawn, against an empty page of the same extension, in turns, in one browser; the difference is what is ours, since a busy machine
 * spoils both alike. Each opening is a new page. `--against` is another unpacked build (`npx wxt build` of another commit), measured in the same turns.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from './find-browser.mjs';
import { buildExtension } from './practice-build.mjs';

const given = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
const rounds = Number(given('rounds') ?? 40);
const extension = await buildExtension('bench-popup');
const against = given('against');
const style = '<link rel="stylesheet" href="empty.css">';
writeFileSync(path.join(extension, 'empty.html'), `<!doctype html><html lang="en"><title>Empty</title>${style}<body><p>Nothing</p></body></html>`);
writeFileSync(path.join(extension, 'empty.css'), 'body { width: 24rem }');

/** Chromium names an unpacked extension by its folder: the first half of its SHA-256, in the letters a to p. */
const idOf = (folder) =>
  [...createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
const extensions = [extension, ...(against ? [path.resolve(against)] : [])];
const pages = {
  popup: `chrome-extension://${idOf(extension)}/popup.html`,
  empty: `chrome-extension://${idOf(extension)}/empty.html`,
  ...(against ? { against: `chrome-extension://${idOf(against)}/popup.html` } : {}),
};

const profile = mkdtempSync(path.join(tmpdir(), 'second-glance-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  headless: true,
  args: [...chromiumFlags, `--disable-extensions-except=${extensions.join()}`, `--load-extension=${extensions.join()}`],
});

/** Milliseconds from the start of opening to the first words on the screen, and to the last part that is drawn (0 for an empty page). */
async function opening(name) {
  const page = await context.newPage();
  try {
    await page.goto(pages[name], { waitUntil: 'commit' });
    const first = await page.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => {
            const words = list.getEntriesByName('first-contentful-paint')[0];
            if (words) resolve(words.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    if (name === 'empty') return { first, whole: 0 };
    await page.waitForFunction(() => document.querySelector('[data-document]') && document.querySelector('[data-tab]:not([data-tab=asking])'));
    return { first, whole: await page.evaluate(() => performance.now()) };
  } finally {
    await page.close();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (value) => value.toFixed(0).padStart(9);

try {
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  const names = Object.keys(pages);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  // The first of each fills the browser's caches and what the popup remembers of its first picture.
  for (const name of names) await opening(name);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      times[name].push(await opening(name));
    }
  }
  const empty = median(times.empty.map(({ first }) => first));
  console.log(`ms, ${rounds} openings, load of the machine ${loadavg()[0]?.toFixed(1)}`);
  console.log('             first words: median  fastest  / empty  - empty   drawn whole: median');
  for (const name of names) {
    const first = times[name].map((one) => one.first);
    const middle = median(first);
    const columns = [shown(middle), shown(Math.min(...first)), (middle / empty).toFixed(2).padStart(9), shown(middle - empty)];
    console.log(name.padEnd(20), ...columns, shown(median(times[name].map(({ whole }) => whole))).padStart(20));
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
