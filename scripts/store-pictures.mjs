/** `npm run store-pictures`: the pictures of the store listings, 1280 × 800 as the stores ask, in each language, in `.output/store`. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { openPractice } from './practice-browser.mjs';
import { walk } from './tour.mjs';

const root = path.join(import.meta.dirname, '..');
const say = () => undefined;

/** Small windows stand on a sheet of the asked size. @param {import('playwright').Page} page @param {Buffer} picture @param {string} caption */
async function onSheet(page, picture, caption) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.setContent(
    `<style>
      body { margin: 0; height: 100vh; display: flex; gap: 64px; align-items: center; justify-content: center; background: #f6f2e6; font: 600 32px/1.3 sans-serif; color: #1f2430 }
      p { max-width: 420px } img { max-height: 720px; max-width: 1180px; border: 1px solid #d8d2c0; border-radius: 8px }
    </style><p></p><img alt="" src="data:image/png;base64,${picture.toString('base64')}">`,
  );
  await page.locator('p').evaluate((line, text) => {
    line.textContent = text;
  }, caption);
  await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
  return page.screenshot();
}

for (const language of ['en', 'cy']) {
  const { pictures: wanted } = parse(await readFile(path.join(root, 'store', `listing.${language}.yaml`), 'utf8'));
  const target = path.join(root, '.output', 'store', language);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const practice = await openPractice({ headless: true, say, language });
  try {
    const taken = await walk({ ...practice, folder: path.join(root, '.output', 'store-walk'), say, now: '2026-11-20T15:00:00Z', language });
    const sheet = await practice.context.newPage();
    for (const [index, [name, caption]] of Object.entries(wanted).entries()) {
      const file = taken.find((picture) => path.basename(picture, '.png').slice(3) === name);
      if (!file) throw new Error(`The walk has no picture ${name}.`);
      const picture = await readFile(file);
      const fits = picture.readUInt32BE(16) === 1280 && picture.readUInt32BE(20) === 800;
      await writeFile(path.join(target, `${index + 1}-${name}.png`), fits ? picture : await onSheet(sheet, picture, caption));
    }
  } finally {
    await practice.stop();
  }
  console.log(`${language}: ${target}`);
}
