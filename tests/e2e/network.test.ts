/** Second Glance makes no network request, of any kind, ever: proved from the network log of the whole browser. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { startBrowser } from './support/browser';
import { nudgeFor, nudgesOn, pressInNudge } from './support/nudge';
import { answerLetter, openInbox, openLetter, writeNew } from './support/practice-mail';
import type { NetworkRequest } from './support/traffic';

let server: Awaited<ReturnType<typeof startPracticeServer>>;
beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(async () => {
  await server?.stop();
});

/** Requests that were not made by the browser for itself and did not go to the server that served the page. */
const strays = (requests: readonly NetworkRequest[]): readonly NetworkRequest[] =>
  requests.filter(({ url, initiator }) => initiator !== null && new URL(url).origin !== initiator);

it('is proved by a recorder that sees what a page asks for', async () => {
  const browser = await startBrowser({ extension: null });
  const page = await browser.newPage();
  await browser.serve({
    'https://site.example/': { body: '<!doctype html><title>x</title><script src="/a.js"></script>' },
    'https://site.example/a.js': {
      body: "fetch('https://elsewhere.example/told').catch(() => { document.title = 'refused'; });",
      contentType: 'text/javascript',
      headers: { 'content-security-policy': 'default-src *' },
    },
  });
  await page.setExtraHTTPHeaders({});
  await page.route('https://site.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title><script src="/a.js"></script>' }),
  );
  await page.goto('https://site.example/');
  await page.waitForFunction(() => document.title === 'refused');
  const found = strays(await browser.stop());
  expect(found.map(({ initiator }) => initiator)).toContain('https://site.example');
  expect(browser.traffic.outside().map(({ address }) => address)).toContain('elsewhere.example:443');
});

it('holds while every part of it is used', async () => {
  const browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: [organisation.domain] });
  const page = await browser.newPage();
  await openInbox(page, server.url);
  await openLetter(page, /RE: Hearing arrangements/);
  const forward = await answerLetter(page, 'Forward');
  await forward.add('To', 'daniel');
  await nudgeFor(page, 'quoted-thread');
  for (const press of ['Show me', 'Why this matters', 'Get help', 'Got it']) await pressInNudge(page, 'quoted-thread', press);
  await forward.press('Send');
  const fresh = await writeNew(page);
  await fresh.add('To', 'amira');
  await fresh.attach('Open cases.xlsx');
  await nudgeFor(page, 'personal-address');
  await fresh.press('Send');
  await page.goto(`${server.url}/meeting/`);
  await nudgeFor(page, 'pre-join');
  for (const file of ['popup.html', 'options.html', 'welcome.html', 'checklist.html']) {
    const shown = await browser.extensionPage(file);
    await shown.locator('h1, h2').first().waitFor();
    await shown.close();
  }
  expect(await nudgesOn(page)).toHaveLength(1);

  const requests = await browser.stop();
  const origin = new URL(server.url).origin;
  expect(requests.some(({ url }) => url.startsWith(origin))).toBe(true);
  expect(requests.filter(({ initiator }) => initiator?.includes('extension'))).toEqual([]);
  expect(strays(requests)).toEqual([]);
  // To the practice server goes only what its own pages are made of.
  const files = new Set(requests.filter(({ url }) => url.startsWith(origin)).map(({ url, method }) => `${method} ${new URL(url).pathname}`));
  for (const file of files) expect(file).toMatch(/^GET \/((mailbox|meeting)\/)?([a-z-]+\.(mjs|css))?$/);
});
