/** Someone who was written to is no news the second time: from Send in the page to the next compose, through the built extension. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, nudgeWhere } from './support/nudge';
import { openInbox, writeNew } from './support/practice-mail';

let browser: TestBrowser;
let server: Awaited<ReturnType<typeof startPracticeServer>>;

beforeAll(async () => {
  server = await startPracticeServer();
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: [organisation.domain] });
});
afterAll(async () => {
  await browser?.stop();
  await server?.stop();
});

it('a file for someone outside is news once; for someone else it is again', async () => {
  const page = await browser.newPage();
  await openInbox(page, server.url);
  const first = await writeNew(page);
  await first.add('To', 'eve@supplier.example');
  await first.attach('order.pdf');
  expect((await nudgeFor(page, 'outside-recipient')).facts['outside-people']).toContain('eve@supplier.example');
  await first.press('Send');
  await nudgeGone(page);

  await page.reload();
  await openInbox(page, server.url);
  const second = await writeNew(page);
  await second.add('To', 'eve@supplier.example');
  await second.attach('order.pdf');
  await second.add('To', 'kim@printer.example');
  const nudge = await nudgeWhere(page, 'a card about the new one', (shown) => shown.find(({ facts }) => facts['outside-people']));
  expect(nudge.counts['outside-people']).toBe(1);
  expect(nudge.facts['outside-people']).toContain('kim@printer.example');
});
