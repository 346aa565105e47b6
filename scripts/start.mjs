/**
 * `npm start`: opens a browser with Second Glance on a practice mailbox and a practice meeting.
 * Without a display it walks through them by itself and saves pictures.
 */
import path from 'node:path';
import { openPractice } from './practice-browser.mjs';

const root = path.join(import.meta.dirname, '..');
const hasDisplay = process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const say = (line) => console.log(line);

/** Opens the pages and waits until the person is done. */
async function show() {
  const practice = await openPractice({ headless: false, say });
  const { context, url } = practice;
  const done = new Promise((resolve) => {
    const whenEmpty = () => {
      if (context.pages().length === 0) resolve();
    };
    context.on('close', resolve);
    context.on('page', (page) => {
      page.on('close', whenEmpty);
      // The start page says here what the welcome page says elsewhere.
      page.on('framenavigated', () => {
        if (page.url().endsWith('/welcome.html')) void page.close();
      });
    });
    for (const page of context.pages()) page.on('close', whenEmpty);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  try {
    const [first = await context.newPage()] = context.pages();
    for (const place of ['/mailbox/', '/meeting/']) await (await context.newPage()).goto(url + place);
    await first.goto(url);
    await first.bringToFront();
    say('Second Glance is running on a practice mailbox and a practice meeting.\nClose the window, or press Ctrl+C here, to end it.');
    await done;
  } finally {
    await practice.stop();
  }
}

/** Shows what a person would have seen. */
async function tour() {
  say('There is no display here, so this walks through the practice pages by itself.');
  const { walk } = await import('./tour.mjs');
  const practice = await openPractice({ headless: true, say });
  const folder = path.join(root, '.output', 'tour');
  try {
    await walk({ ...practice, folder, say });
    say(`\nThe pictures are in ${folder}`);
  } finally {
    await practice.stop();
  }
}

try {
  await (hasDisplay ? show() : tour());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
