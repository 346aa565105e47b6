/** Printing, in the built extension: noticed without a compose, never in the way, and never on the paper itself. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { cardFor, nudgeFor, nudgesOn, nudgeWhere, pressInNudge } from './support/nudge';

/** A thread as Gmail shows it, without a compose (hand-made after research/webmail-dom.md §1.8). */
const thread = `<!doctype html><title>Bundle - jane@justice.example - Gmail</title><body style="margin:0"><div role="main"><h2>Bundle</h2>
<button aria-label="Print all" id="all">⎙</button><button id="framed">Print message</button><button id="slow">Imprimer</button><p>Printed-words-of-the-letter</p></div><script src="/app.js"></script>`;
const app = `
const calls = []; window.printed = calls;
document.querySelector('#all').addEventListener('click', () => window.open('/mail/u/0/?view=pt&search=all'));
document.querySelector('#framed').addEventListener('click', () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.hidden = true;
  frame.contentDocument.body.textContent = 'framed';
  setTimeout(() => frame.contentWindow.dispatchEvent(new Event('beforeprint')), 400);
});`;
const printWindow = '<!doctype html><title>Gmail - Bundle</title><body><div class="bodycontainer">Bundle</div>';

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: ['justice.example'] });
  await browser.serve({
    'https://mail.google.com/mail/u/0/': { body: thread },
    'https://mail.google.com/mail/u/0/?view=pt&search=all': { body: printWindow },
    'https://mail.google.com/app.js': { body: app, contentType: 'text/javascript' },
  });
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await Promise.all(browser.context.pages().map((one, index) => (index === 0 ? undefined : one.close())));
  await browser.forget();
});
const open = async (): Promise<void> => {
  page = await browser.newPage();
  await page.goto('https://mail.google.com/mail/u/0/');
};

it('wakes for the key on a page without a compose, and the words turn when the dialog is closed', async () => {
  await open();
  await page.keyboard.press('Control+p');
  const before = await cardFor(page, 'print');
  expect(Object.keys(before.facts)).toEqual(['collect', 'need']);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await nudgeWhere(page, 'the words after printing', (shown) => shown.find(({ facts }) => facts['shred']));
  // One print, one answer.
  await pressInNudge(page, 'print', 'Got it');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await nudgesOn(page)).toEqual([]);
});

it('speaks before a page’s own button prints, lets the print window go on, and takes it back when that window closes', async () => {
  await open();
  // An engine comes for the box of a quick reply.
  await page.evaluate(() => document.body.append(document.createElement('textarea')));
  await expect
    .poll(async () => {
      await page.locator('#slow').click();
      return (await nudgesOn(page)).length;
    })
    .toBe(1);
  expect(Object.keys((await nudgeFor(page, 'print')).facts)).toEqual(['collect', 'need']);
  const [popup] = await Promise.all([browser.context.waitForEvent('page'), page.locator('#all').click()]);
  const there = await cardFor(popup, 'print');
  expect(Object.keys(there.facts)).toEqual(['shred', 'store']);
  await nudgeWhere(page, 'no second card', (shown) => (shown.length === 0 ? true : undefined));
  await popup.close();
  await nudgeWhere(page, 'the words after printing', (shown) => shown.find(({ facts }) => facts['shred']));
});

it('shows a print from a hidden frame in the page', async () => {
  await open();
  await page.locator('#framed').click();
  // Nothing on this page wakes an engine before; the frame's own word does, and by then the dialog is there.
  expect(Object.keys((await nudgeFor(page, 'print')).facts)).toContain('shred');
});

it('is never on the paper', async () => {
  /** A PDF without the two things in it that are new each time. */
  const paper = async (): Promise<string> => (await page.pdf()).toString('latin1').replace(/\/(?:CreationDate|ModDate) ?\([^)]*\)|\/ID ?\[[^\]]*\]/g, '');
  await open();
  const bare = await paper();
  // Proof that the comparison sees a line more or less.
  await page.evaluate(() => document.body.append('One more line'));
  const longer = await paper();
  expect(longer).not.toBe(bare);
  await page.keyboard.press('Control+p');
  await nudgeFor(page, 'print');
  expect(await paper()).toBe(longer);
  await page.emulateMedia({ media: 'print' });
  expect(await nudgesOn(page)).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  // It is there again on the screen.
  await nudgeFor(page, 'print');
});
