/** The capture tool on running sites: the saved page reads as the live one, and nothing of what it said is left. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterOf } from '../../practice/letters.mjs';
import { captureScript, savePage } from '../../scripts/capture/save-page.mjs';
import { chromiumFlags, findChromium } from '../../scripts/find-browser.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { startRoundcube } from '../servers/roundcube';
import { answerLetter, openInbox, openLetter } from './support/practice-mail';
import { answer, logIn, openMessage } from './support/roundcube-page';

const root = path.resolve(import.meta.dirname, '../..');
/** Words that stand in the sources of sites and page reading; they are public and may stay. */
const known = new Set(
  ['sites', 'page']
    .flatMap((folder) => readdirSync(path.join(root, folder)).map((file) => readFileSync(path.join(root, folder, file), 'utf8')))
    .flatMap((text) => text.toLowerCase().match(/[\p{L}]+/gu) ?? []),
);

let script: string;
let browser: Awaited<ReturnType<typeof chromium.launch>>;
beforeAll(async () => {
  script = await captureScript();
  browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
});
afterAll(async () => {
  await browser?.close();
});

async function open(): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

/** Every longer word of a page and of its frames that is not public anyway. */
async function wordsOf(page: Page): Promise<readonly string[]> {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const values = [...document.querySelectorAll<HTMLInputElement>('input,textarea')].map((field) => field.value);
        const labels = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ value }) => value));
        return [document.title, document.body?.textContent ?? '', ...values, ...labels].join(' ');
      }),
    ),
  );
  const words = new Set(texts.join(' ').match(/\p{L}{6,}/gu) ?? []);
  return [...new Set([...words].filter((word) => !isPublic(word)).map((word) => word.toLowerCase()))];
}

/** A name that programs gave is public when its parts are: `editorSelector`. */
const isPublic = (word: string): boolean =>
  known.has(word.toLowerCase()) || word.split(/(?<=\p{Ll})(?=\p{Lu})/u).every((part) => known.has(part.toLowerCase()));

async function expectCensored(page: Page): Promise<string> {
  const words = await wordsOf(page);
  const { html, live, saved, same } = await savePage(page, script, { site: null, keep: [] });
  expect(saved).toEqual(live);
  expect(same).toBe(true);
  expect(words.length).toBeGreaterThan(50);
  // The head of a test page is the tool's own, also of a page in a frame (as its `srcdoc`).
  const written = html.replace(/meta charset=(?:"|&(?:amp;)*quot;)utf-8/g, '');
  const left = new Set(written.toLowerCase().match(/\p{L}{6,}/gu) ?? []);
  expect(words.filter((word) => left.has(word))).toEqual([]);
  expect((html.match(/[\w.-]+@[\w.-]+/g) ?? []).filter((address: string) => !/^person\d+@example\.org$/.test(address))).toEqual([]);
  expect(html).not.toMatch(/<script(?! type="text\/plain")|https?:\/\//);
  return html;
}

describe('a captured page', () => {
  it('of the practice mailbox', async () => {
    const server = await startPracticeServer();
    const page = await open();
    await openInbox(page, server.url);
    await openLetter(page, /RE: Hearing arrangements/);
    const compose = await answerLetter(page, 'Reply all');
    await compose.add('To', 'amira');
    await compose.attach('Minutes of Thursday.docx');
    const html = await expectCensored(page);
    expect(html).toContain('second-glance-truth');
    await page.context().close();
    await server.stop();
  });
});

const roundcube = await startRoundcube();
if ('unavailable' in roundcube) console.warn(`Skipped: ${roundcube.unavailable}`);
describe.skipIf('unavailable' in roundcube)('a captured page of Roundcube', () => {
  if ('unavailable' in roundcube) return;
  afterAll(() => roundcube.stop());
  it.each(['html'] as const)('that writes %s', async (writes) => {
    const account = Object.values(roundcube.accounts).find((one) => one.writes === writes);
    if (!account) throw new Error(writes);
    const page = await open();
    await logIn(page, roundcube.url, account);
    const letter = letterOf('dale-5');
    await openMessage(page, roundcube.url, letter.subject, letter.from.address === account.address ? 'Sent' : 'INBOX');
    const compose = await answer(page, 'reply-all', writes);
    await compose.add('cc', 'hidden.someone@elsewhere.example');
    await expectCensored(page);
    await page.context().close();
  });
});
