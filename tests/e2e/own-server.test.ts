/** A webmail of one's own: offered, added, kept over a restart, removed, taken back by the browser, offered again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { composePage } from '../sites/roundcube/hand-made';
import { startBrowser, type TestBrowser } from './support/browser';
import { setSiteAccess, willAgreeTo } from './support/consent';
import { nudgeFor, nudgeGone, nudgesOn } from './support/nudge';
import { type Popup, pressToolbarButton } from './support/popup';

const host = 'mail.example.gov.uk';
const pattern = `https://${host}/*`;
const address = `https://${host}/roundcube/?_task=mail&_action=compose`;
const args = ['--enable-unsafe-extension-debugging'];

interface ChromeApi {
  readonly chrome: {
    readonly permissions: {
      remove(permissions: { origins: readonly string[] }): Promise<boolean>;
      getAll(): Promise<{ origins: string[] }>;
    };
    readonly scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
  };
}

const eventually = <T>(look: () => T) => expect.poll(look);

let profile: string;
let browser: TestBrowser;
const start = async (): Promise<void> => {
  browser = await startBrowser({ extension: inject('extension'), profile, args });
  await browser.serve({
    [address]: { body: composePage({ to: 'jane_smith@gmail.com' }) },
    [`https://${host}/news`]: { body: '<h1>News</h1><p>Nothing to write here.</p><form><input name="q"><button>Search</button></form>' },
    'https://mail.google.com/mail/u/0/': { body: '<main><h1>Inbox</h1></main>' },
  });
};
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'second-glance-own-server-'));
  await start();
  await browser.set({ ownDomains: ['justice.example'] });
});
afterAll(async () => {
  await browser?.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const open = async (where: string) => {
  const page = await browser.newPage();
  await page.goto(where);
  return page;
};
const granted = async (): Promise<boolean> =>
  (await (await browser.worker()).evaluate(() => (globalThis as unknown as ChromeApi).chrome.permissions.getAll())).origins.includes(pattern);
const registered = async (): Promise<readonly string[]> =>
  (await (await browser.worker()).evaluate(() => (globalThis as unknown as ChromeApi).chrome.scripting.getRegisteredContentScripts())).flatMap(
    ({ matches }) => matches,
  );
const takeBack = async (): Promise<void> => {
  await (await browser.worker()).evaluate((origins) => (globalThis as unknown as ChromeApi).chrome.permissions.remove({ origins }), [pattern]);
};
const offerIn = (popup: Popup): Promise<string | null> => popup.read('document.querySelector("[data-offer]")?.dataset.offer ?? null');
const waitForOffer = (popup: Popup, kind: string) => eventually(() => offerIn(popup)).toBe(kind);
const pressOffer = (popup: Popup): Promise<unknown> => popup.read('document.querySelector("[data-offer] button").click()');

describe('a webmail that is not allowed yet', () => {
  it('is left alone, offered after a press of the toolbar button, and reminds at once in the open tab', async () => {
    await willAgreeTo(browser, [pattern]);
    expect(await granted()).toBe(false);
    const page = await open(address);
    expect(await registered()).toEqual([]);
    expect(await nudgesOn(page)).toEqual([]);
    const popup = await pressToolbarButton(browser, page);
    await waitForOffer(popup, 'looks-like');
    expect(await popup.read('document.querySelector("[data-offer]").textContent.replace(/[\\u2068\\u2069]/g, "")')).toContain(`does not work on ${host} yet`);
    expect(await nudgesOn(page), 'looking is not reading').toEqual([]);
    await pressOffer(popup);
    expect((await nudgeFor(page, 'personal-address')).text).toContain('jane_smith@gmail.com');
    expect(await granted()).toBe(true);
    await popup.close();
  });

  it('still reminds after a restart, and is gone from open tabs when it is removed', async () => {
    await browser.stop();
    await start();
    expect(await registered()).toEqual([pattern]);
    const page = await open(address);
    await nudgeFor(page, 'personal-address');
    const options = await browser.extensionPage('options.html');
    await options.locator('[data-sites=added] li', { hasText: host }).getByRole('button').click();
    await eventually(() => granted()).toBe(false);
    await page.bringToFront();
    await nudgeGone(page);
    expect(await registered()).toEqual([]);
    expect(await options.locator('[data-access=missing]').count(), 'what a person removed is not offered again').toBe(0);
    await options.close();
  });

  it('is added in options as people paste addresses', async () => {
    await willAgreeTo(browser, [pattern]);
    const page = browser.context.pages().find((one) => one.url() === address) ?? (await open(address));
    const options = await browser.extensionPage('options.html');
    await options.locator('#server').fill(`  HTTPS://Mail.Example.GOV.UK:443/roundcube/?_task=mail#inbox `);
    await options.locator('#server').press('Enter');
    await eventually(() => granted()).toBe(true);
    await page.bringToFront();
    await nudgeFor(page, 'personal-address');
    await options.close();
  });

  it('is offered again when the browser takes it back', async () => {
    const page = browser.context.pages().find((one) => one.url() === address) ?? (await open(address));
    await nudgeFor(page, 'personal-address');
    await takeBack();
    await nudgeGone(page);
    await willAgreeTo(browser, [pattern]);
    const options = await browser.extensionPage('options.html');
    await eventually(() => options.locator('[data-access=missing]').textContent()).toContain(host);
    await options.close();
    const popup = await pressToolbarButton(browser, page);
    await waitForOffer(popup, 'withdrawn');
    await pressOffer(popup);
    await nudgeFor(page, 'personal-address');
    await popup.close();
    await page.close();
  });
});

it('offers nothing on an ordinary page', async () => {
  await takeBack();
  await browser.forget();
  const page = await open(`https://${host}/news`);
  const popup = await pressToolbarButton(browser, page);
  await eventually(() => popup.read('document.querySelector("[data-tab]")?.dataset.tab')).toBe('unwatched');
  expect(await offerIn(popup)).toBeNull();
  await popup.close();
  await page.close();
});

it('notices that built-in sites are kept from it', async () => {
  await setSiteAccess(browser, 'ON_CLICK');
  const options = await browser.extensionPage('options.html');
  await eventually(() => options.locator('[data-access=missing]').textContent()).toContain('Gmail');
  const page = await open(`https://${host}/news`);
  const popup = await pressToolbarButton(browser, page);
  await waitForOffer(popup, 'elsewhere');
  await popup.close();
  await willAgreeTo(browser, ['https://mail.google.com/*']);
  await eventually(() => options.locator('[data-access=missing]').textContent()).not.toContain('Gmail');
  await setSiteAccess(browser, 'ON_ALL_SITES');
  await eventually(() => options.locator('[data-access=missing]').count()).toBe(0);
});
