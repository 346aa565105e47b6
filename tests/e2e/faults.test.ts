/**
 * A nudge never breaks Send: in a build in which every function of one module throws, for every module in turn, mail is still written and sent,
 * a call is still joined, and the page does not notice.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { until } from '../support/until';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgesOn, nudgeWhere, type ShownNudge } from './support/nudge';
import { answerLetter, openInbox, openLetter } from './support/practice-mail';

const extension = inject('faulty');
/** Modules that run in pages, as the build names them. */
const modules = [
  ...new Set(
    ['sentinel.js', 'engine.js', ...readdirSync(path.join(extension, 'parts')).map((file) => `parts/${file}`)].flatMap((file) =>
      [...readFileSync(path.join(extension, file), 'utf8').matchAll(/data-second-glance-fault[`"']\)\s*===?\s*[`"']([\w./-]+)[`"']/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  ),
].sort();

/**
 * A part of the modules stands for all: pure ones fail inside the one `contained` call of their layer. What stands between a person and Send is always
 * tried below. `npm run test:faults` tries every module.
 */
const all = process.env['SECOND_GLANCE_ALL_FAULTS'] === '1';
const isPure = (module: string): boolean => /^(?:core|mail|rules|guidance|sites)\//.test(module);
const tried = modules.filter((module, index) => all || index % (isPure(module) ? 8 : 3) === 0 || /^(?:entrypoints|engine)\//.test(module));

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

/** Pages are used again and again: starting a page costs more than all that is done in it. */
const idle: Page[] = [];
const freshPage = async (): Promise<Page> => {
  const page = await browser.newPage();
  // The name of a window outlives its documents.
  await page.addInitScript(() => {
    const { name } = window;
    const mark = (): boolean => {
      if (name) document.documentElement?.setAttribute('data-second-glance-fault', name);
      return document.documentElement !== null;
    };
    const errors: string[] = [];
    Object.assign(globalThis, { errorsSeenByThePage: errors });
    addEventListener('error', ({ message }) => errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
    if (!mark()) new MutationObserver((_, observer) => mark() && observer.disconnect()).observe(document, { childList: true });
  });
  return page;
};

/** A page in which one module fails from the first moment of the next document on. */
async function pageWithFault(module: string | null): Promise<Page> {
  const page = idle.pop() ?? (await freshPage());
  await page.evaluate((name) => {
    window.name = name ?? '';
  }, module);
  return page;
}

const wasMet = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.hasAttribute('data-second-glance-fault-met'));

/** Waits until the fault has struck, or a card says all that there is to say: either way every part of Second Glance has had its turn. */
const hadItsTurn = async (page: Page, says: (card: ShownNudge) => boolean): Promise<boolean> => {
  const turn = until(async () => {
    if (!(await wasMet(page)) && !(await nudgesOn(page)).some(says)) throw new Error('neither a fault nor the card');
  });
  await turn.catch(() => undefined);
  return wasMet(page);
};

const met = new Set<string>();
const uncaught = new Set<string>();
/** The first function of all: nothing stands around it. */
const edge = ['page/quietly.ts'];
/** These are met in calls. */
const ofCalls = /meeting|screen-share|audio-output|pre-join|loudspeakers/;
/** Modules that no call uses; where the practice mailbox does not use them either, the call would tell nothing. */
const neverInCalls = /^(?:mail|sites)\/|compose|message|redirect|structure-report|highlight|confirm-dialog|prose|sent-line/;

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

/** A meeting is announced once in the browser, so only one page at a time may be at its door. */
let atTheDoor: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const next = atTheDoor.then(work, work);
  atTheDoor = next.catch(() => undefined);
  return next;
};

// Several pages at once: each spends most of its time waiting for a pause in typing, and none knows of the others' faults.
describe('mail is sent, or a call joined, all the same while this throws:', () => {
  it.concurrent.each(tried)('%s', async (module) => {
    const page = await pageWithFault(module);
    const note = ({ message }: Error) => uncaught.add(`${module}: ${message}`);
    page.on('pageerror', note);
    if (all || !ofCalls.test(module)) {
      await openInbox(page, server.url);
      await openLetter(page, /RE: Hearing arrangements/);
      const compose = await answerLetter(page, 'Forward');
      await compose.add('To', 'daniel');
      await compose.add('To', 'amira');
      await compose.attach('Notes.docx');
      if (await hadItsTurn(page, ({ facts }) => facts['new-people'] !== undefined)) met.add(module);
      await compose.press('Send');
      await page.getByText('Message sent').waitFor();
      if (await wasMet(page)) met.add(module);
    }

    if (!met.has(module) && (all || !neverInCalls.test(module))) {
      await inTurn(async () => {
        await browser.forget();
        await page.goto(`${server.url}/meeting/?wait=0`);
        await page.getByText('Looking for your camera').waitFor({ state: 'hidden' });
        if (await hadItsTurn(page, ({ rules }) => rules.includes('pre-join'))) met.add(module);
        await page.getByRole('button', { name: 'Join now' }).click();
        await page.getByRole('button', { name: 'Leave call' }).waitFor();
      });
    }
    // The page hears of nothing, and nothing is left uncaught in the extension's own world either.
    if (!edge.includes(module)) expect([...uncaught].filter((one) => one.startsWith(`${module}:`))).toEqual([]);
    expect(await page.evaluate(() => (globalThis as unknown as { errorsSeenByThePage: string[] }).errorsSeenByThePage)).toEqual([]);
    page.off('pageerror', note);
    idle.push(page);
  });
});

describe('the hold itself fails', () => {
  beforeAll(() => browser.set({ ruleStrengths: { 'personal-address': 'confirm' } }));
  afterAll(() => browser.set({ ruleStrengths: {} }));

  it.each(['engine/holding.ts', 'engine/nudging.ts', 'engine/presenter.tsx', 'components/confirm-dialog.tsx', 'page/sending.ts', 'page/host.ts'])(
    'in %s, and the message goes out as without us',
    async (module) => {
      const page = await pageWithFault(null);
      await openInbox(page, server.url);
      await openLetter(page, /RE: Hearing arrangements/);
      const compose = await answerLetter(page, 'Forward');
      await compose.add('To', 'amira');
      await nudgeWhere(page, 'a card', (shown) => shown.find(({ rules }) => rules.includes('personal-address')));
      // From here on, and not before: everything but the hold has worked.
      await page.evaluate((name) => document.documentElement.setAttribute('data-second-glance-fault', name), module);
      await compose.press('Send');
      await page.getByText('Message sent').waitFor();
      expect(await wasMet(page)).toBe(true);
      await page.close();
    },
  );
});

it('has met most faults: those of modules that practice mail and the practice meeting use', () => {
  const missed = tried.filter((module) => !met.has(module));
  console.log(`Not caught in the extension’s own world: ${[...uncaught].join('; ') || 'none'}`);
  console.log(`Faults not met: ${missed.join(', ') || 'none'}`);
  expect(met.size).toBeGreaterThan(tried.length * 0.7);
});
