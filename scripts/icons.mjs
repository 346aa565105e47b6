/** `node scripts/icons.mjs`: draws the icons of the toolbar and the stores from `assets/icon/`; small sizes from a drawing of their own. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from './find-browser.mjs';

const root = path.join(import.meta.dirname, '..');
const sizes = { 'small.svg': [16, 32], 'icon.svg': [48, 96, 128] };

const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
try {
  const page = await browser.newPage();
  for (const [file, widths] of Object.entries(sizes)) {
    const drawing = Buffer.from(await readFile(path.join(root, 'assets', 'icon', file))).toString('base64');
    for (const width of widths) {
      await page.setViewportSize({ width, height: width });
      await page.setContent(`<style>*{margin:0}img{display:block}</style><img width="${width}" height="${width}" src="data:image/svg+xml;base64,${drawing}">`);
      await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
      await writeFile(path.join(root, 'public', 'icon', `${width}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
