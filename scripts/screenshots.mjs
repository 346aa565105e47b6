/** `node scripts/screenshots.mjs`: takes the pictures of the README from the practice pages, always at the same made-up time. */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openPractice } from './practice-browser.mjs';
import { walk } from './tour.mjs';

const root = path.join(import.meta.dirname, '..');
const say = (line) => console.log(line);

/** Picture of the tour to its name in the documentation. */
const wanted = { 'forward-outside': 'forward', 'sent-home': 'personal-address', 'pre-join': 'pre-join', popup: 'popup', options: 'options' };

const practice = await openPractice({ headless: true, say });
try {
  const pictures = await walk({ ...practice, folder: path.join(root, '.output', 'screenshots'), say, now: '2026-11-20T15:00:00Z' });
  const target = path.join(root, 'docs', 'images');
  await mkdir(target, { recursive: true });
  for (const file of pictures) {
    const name = wanted[path.basename(file, '.png').slice(3)];
    if (name) await copyFile(file, path.join(target, `${name}.png`));
  }
  say(`The README's pictures are in ${target}`);
} finally {
  await practice.stop();
}
