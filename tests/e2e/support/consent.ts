/**
 * Chromium draws its question for a host outside of any page, where no automation can answer it. But it does not ask for what a person has allowed on
 * its own page of extensions. What is not tested this way is the look of that question, and nothing else.
 */
import type { TestBrowser } from './browser';

interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: {
      addHostPermission(extensionId: string, pattern: string): Promise<void>;
      updateExtensionConfiguration(change: { readonly extensionId: string; readonly hostAccess: SiteAccess }): Promise<void>;
    };
  };
}
type SiteAccess = 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';

/** From here on the browser says yes to these hosts as soon as the extension asks for them; until then they are not allowed. */
export async function willAgreeTo(browser: TestBrowser, patterns: readonly string[]): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  for (const pattern of patterns)
    await page.evaluate(([id, wanted]) => (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.addHostPermission(id, wanted), [
      browser.extensionId,
      pattern,
    ] as const);
  await page.close();
}

/** Sets "This extension can read and change your data": on click, on specific sites, on all sites. */
export async function setSiteAccess(browser: TestBrowser, hostAccess: SiteAccess): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate((change) => (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateExtensionConfiguration(change), {
    extensionId: browser.extensionId,
    hostAccess,
  });
  await page.close();
}
