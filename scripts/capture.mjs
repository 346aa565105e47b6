/**
 * `npm run capture -- ADDRESS [--site ID] [--name NAME] [--profile FOLDER] [--out FOLDER] [--headless]`
 * Opens a page of a running site in a browser of its own, waits until you have logged in and opened what you want to save, and writes it as a test page:
 * censored (no word of it is left), dated, with what a reading of it gives. See CONTRIBUTING.md.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { captureScript, savePage } from './capture/save-page.mjs';
import { chromiumFlags, findChromium } from './find-browser.mjs';

const root = path.join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: 'string' }, name: { type: 'string' }, profile: { type: 'string' }, out: { type: 'string' }, headless: { type: 'boolean' } },
});
const [address] = positionals;
if (!address || !URL.canParse(address)) {
  console.error('Give the address of a page: npm run capture -- https://mail.example.org/');
  process.exit(2);
}
const hasDisplay = process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const sites = (await readdir(path.join(root, 'sites'))).map((file) => file.replace(/\.ts$/, ''));
if (values.site && !sites.includes(values.site)) {
  console.error(`There is no site "${values.site}". Sites: ${sites.join(', ')}`);
  process.exit(2);
}

const talk = createInterface({ input: process.stdin, output: process.stdout });
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
const ask = async (question) => (await talk.question(question)).trim();
const profile = values.profile ? path.resolve(values.profile) : await mkdtemp(path.join(tmpdir(), 'second-glance-capture-'));
let context = null;
try {
  const script = await captureScript();
  context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: values.headless === true || !hasDisplay,
    viewport: { width: 1280, height: 800 },
    bypassCSP: true,
    args: [...chromiumFlags],
  });
  const [first = await context.newPage()] = context.pages();
  await first.goto(address);
  const site = values.site ?? null;
  let page = first;
  for (let question = 'Log in and open what you want to save (a compose, a message, a meeting). Then press Enter here. '; ; ) {
    await ask(question);
    const pages = context.pages();
    page = pages.at(-1) ?? first;
    if (pages.length > 1) console.log(`Saving the window that was opened last of ${pages.length}.`);
    const { reading } = await savePage(page, script, { site, keep: [] });
    if (reading) break;
    console.log('\nNo site of this project recognises what is open there. Name one with --site, or write its file first (npm run new -- site NAME).');
    question = 'Or open something else and press Enter again (Ctrl+C stops). ';
  }
  const keep = [];
  for (;;) {
    const { doubts } = await savePage(page, script, { site, keep });
    const open = doubts.filter(({ value }) => !keep.includes(value)).slice(0, 60);
    if (open.length === 0) break;
    console.log('\nThese were replaced. Some may be part of the product itself, the same for everyone (a label of a button, an id):');
    for (const [index, { what, value }] of open.entries()) console.log(`${String(index + 1).padStart(4)}  ${what.padEnd(5)}  ${value}`);
    const answer = await ask('Numbers of those that may stay as they are, or Enter for none: ');
    const chosen = answer
      .split(/\D+/)
      .filter(Boolean)
      .map((number) => open[Number(number) - 1]?.value)
      .filter((value) => value !== undefined);
    if (chosen.length === 0) break;
    keep.push(...chosen);
  }
  const { html, reading, same, live, saved } = await savePage(page, script, { site, keep });
  let name = plain(values.name ?? '');
  while (name === '') name = plain(await ask('A short name for it (compose, reply, inbox …): '));
  const folder = path.resolve(values.out ?? path.join(root, 'tests', 'sites', reading.site));
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${new Date().toISOString().slice(0, 10)}-${name}.html`);
  await writeFile(file, html);
  console.log(`\n${path.relative(root, file)} (${Math.round(html.length / 1024)} kB)`);
  console.log(`live:  ${JSON.stringify(live)}\nsaved: ${JSON.stringify(saved)}`);
  if (!same) {
    console.error('The saved page reads otherwise than the live one. It is written all the same; look at it before you add it.');
    process.exitCode = 1;
  }
  if (reading.composes.length === 0 && reading.phase === null)
    console.log('Nobody writes a message and no call is open on it: a page to see that nothing is read.');
  console.log('Read the file before you commit it: what you find in it, everyone will.');
} finally {
  talk.close();
  await context?.close();
  if (!values.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
