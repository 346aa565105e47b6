/**
 * A nudge never breaks Send: in a build in which every function of one module throws, for every module in turn, mail is still written and sent,
 * a call is still joined, and the page does not notice.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import { buildExtension } from '../../scripts/practice-build.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgesOn, nudgeWhere } from './support/nudge';
import { answerLetter, openInbox, openLetter } from './support/practice-mail';

const extension = await buildExtension('test-faults', { env: { SECOND_GLANCE_FAULTS: '1' } });
/** Modules that run in pages, as the build names them. */
const modules = [
  ...new Set(
    ['sentinel.js', 'engine.js'].flatMap((file) =>
      [...readFileSync(path.join(extension, file), 'utf8').matchAll(/data-second-glance-fault[`"']\)\s*===?\s*[`"']([\w./-]+)[`"']/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  ),
].sort();

let browser: TestBrowser;
let server: Awaited<ReturnType<typeof startPracticeServer>>;

beforeAll(async () => {
  server = await startPracticeServer();
  browser = await startBrowser({ extension });
  await browser.set({ ownDomains: [organisation.domain], trustedDomains: [organisation.trusted] });
});
afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

/** A page in which one module fails from the first moment. */
async function pageWithFault(module: string | null): Promise<Page> {
  const page = await browser.newPage();
  if (module !== null)
    await page.addInitScript((name) => {
      const mark = (): boolean => {
        document.documentElement?.setAttribute('data-second-glance-fault', name);
        return document.documentElement !== null;
      };
      const errors: string[] = [];
      Object.assign(globalThis, { errorsSeenByThePage: errors });
      addEventListener('error', ({ message }) => errors.push(message));
      addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
      if (!mark()) new MutationObserver((_, observer) => mark() && observer.disconnect()).observe(document, { childList: true });
    }, module);
  return page;
}

const wasMet = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.hasAttribute('data-second-glance-fault-met'));

/** Waits until the fault has struck or a nudge has come: either way Second Glance has had its turn. */
const hadItsTurn = async (page: Page): Promise<boolean> => {
  const until = Date.now() + 4000;
  for (;;) {
    if (await wasMet(page)) return true;
    if ((await nudgesOn(page)).length > 0) return false;
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
};

const met = new Set<string>();
const uncaught = new Set<string>();

describe('the build with faults', () => {
  it('knows its modules', () => {
    expect(modules.length).toBeGreaterThan(30);
    expect(modules).toEqual(
      expect.arrayContaining(['engine/session.ts', 'page/compose.ts', 'rules/quoted-thread.ts', 'components/nudge-card.tsx', 'page/sentinel.ts']),
    );
  });

  it('shows nudges as ever while no fault is asked for', async () => {
    const page = await pageWithFault(null);
    await openInbox(page, server.url);
    await openLetter(page, /RE: Hearing arrangements/);
    await answerLetter(page, 'Forward');
    await nudgeWhere(page, 'a card', (shown) => shown[0]);
    await page.close();
  });
});

describe.each(modules)('%s throws', (module) => {
  it('and mail is sent, or a call joined, all the same', async () => {
    browser.clearComplaints();
    const page = await pageWithFault(module);
    await openInbox(page, server.url);
    await openLetter(page, /RE: Hearing arrangements/);
    const compose = await answerLetter(page, 'Forward');
    await compose.add('To', 'daniel');
    await compose.add('To', 'amira');
    await compose.attach('Notes.docx');
    if (await hadItsTurn(page)) met.add(module);
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
    if (await wasMet(page)) met.add(module);

    if (!met.has(module)) {
      // A meeting is announced once; each module gets its own turn.
      await browser.forget();
      await page.goto(`${server.url}/meeting/?wait=0`);
      await page.getByText('Looking for your camera').waitFor({ state: 'hidden' });
      if (await hadItsTurn(page)) met.add(module);
      await page.getByRole('button', { name: 'Join now' }).click();
      await page.getByRole('button', { name: 'Leave call' }).waitFor();
    }
    // An exception in the extension's own world shows up in its own error list only; what counts is that the page hears of none.
    expect(await page.evaluate(() => (globalThis as unknown as { errorsSeenByThePage: string[] }).errorsSeenByThePage)).toEqual([]);
    for (const complaint of browser.complaints) uncaught.add(`${module}: ${complaint.replace(/^.*: /, '')}`);
    await page.close();
  });
});

it('has met most faults: those of modules that practice mail and the practice meeting use', () => {
  const missed = modules.filter((module) => !met.has(module));
  console.log(`Not caught in the extension’s own world: ${[...uncaught].join('; ') || 'none'}`);
  console.log(`Faults not met: ${missed.join(', ') || 'none'}`);
  expect(met.size).toBeGreaterThan(modules.length * 0.75);
});
