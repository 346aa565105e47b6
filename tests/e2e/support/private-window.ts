/** A private window of Chromium, with the extension let in as a person does it on the page of extensions. */
import type { Page } from 'playwright';
import type { TestBrowser } from './browser';

interface Chrome {
  readonly chrome: {
    readonly developerPrivate: { updateExtensionConfiguration(change: { readonly extensionId: string; readonly incognitoAccess: boolean }): Promise<void> };
    readonly windows: { create(how: { readonly incognito: true; readonly url: string }): Promise<unknown> };
  };
}

/** Lets the extension into private windows. Its background starts anew. */
export async function allowPrivateWindows(browser: TestBrowser): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    (extensionId) => (globalThis as unknown as Chrome).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }),
    browser.extensionId,
  );
  await page.close();
}

/** Opens a page in a private window; closing the page closes the window. @param from a page of the extension */
export async function openPrivately(browser: TestBrowser, from: Page, url: string): Promise<Page> {
  const [page] = await Promise.all([
    browser.context.waitForEvent('page'),
    from.evaluate((address) => (globalThis as unknown as Chrome).chrome.windows.create({ incognito: true, url: address }), url),
  ]);
  return page;
}
