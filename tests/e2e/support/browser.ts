/** A Chromium with the built extension, cut off from the world, that can show pages at the addresses of real sites. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { chromiumFlags, findChromium } from '../../../scripts/find-browser.mjs';
import { type NetworkRequest, readNetLog, recordTraffic, type Traffic } from './traffic';

/** A page to be served at an address. */
export interface ServedPage {
  readonly body: string | Buffer;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What real webmail allows its own pages: nothing inline, nothing from elsewhere, no HTML from strings. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; require-trusted-types-for 'script'";

export interface TestBrowser {
  readonly context: BrowserContext;
  /** Every request that was not served by `serve`. */
  readonly traffic: Traffic;
  /** Empty without an extension. */
  readonly extensionId: string;
  worker(): Promise<Worker>;
  /** Sets the person's own settings as the options page does, and waits until they are stored. */
  set(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Empties what Second Glance remembers on this computer; settings stay. */
  forget(): Promise<void>;
  newPage(): Promise<Page>;
  /** A page of the extension, such as `popup.html`. */
  extensionPage(file: string): Promise<Page>;
  /** Serves pages at real addresses (`https://mail.google.com/mail/u/0/`); any other address of those hosts is 404. */
  serve(pages: Readonly<Record<string, ServedPage>>): Promise<void>;
  /** What went wrong in pages: uncaught errors and errors on the console. */
  readonly complaints: readonly string[];
  clearComplaints(): void;
  /** Ends the browser. @returns every request of its network stack (those answered by `serve` never reach it) */
  stop(): Promise<readonly NetworkRequest[]>;
}

export interface BrowserOptions {
  /** Folder of the unpacked extension; `null` for a browser without it. */
  readonly extension: string | null;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** A profile that outlives the browser: what was granted and stored before is there again. */
  readonly profile?: string;
  /** `false`: a policy has switched the welcome page off, so nothing is waited for. */
  readonly welcome?: boolean;
}

export async function startBrowser({
  extension,
  viewport = { width: 1280, height: 800 },
  args = [],
  colorScheme = 'light',
  profile: kept,
  welcome: welcomes = true,
}: BrowserOptions): Promise<TestBrowser> {
  const executablePath = await findChromium();
  const traffic = await recordTraffic();
  const profile = await mkdtemp(path.join(tmpdir(), 'second-glance-browser-'));
  const netLog = path.join(profile, 'network.json');
  // An unpacked extension that is reloaded stays off unless the profile is a developer's.
  await mkdir(path.join(profile, 'profile', 'Default'), { recursive: true });
  await writeFile(path.join(profile, 'profile', 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  const context = await chromium.launchPersistentContext(kept ?? path.join(profile, 'profile'), {
    executablePath,
    headless: true,
    viewport: { ...viewport },
    colorScheme,
    args: [
      ...chromiumFlags,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : ['--disable-extensions']),
      `--log-net-log=${netLog}`,
      `--proxy-server=${traffic.proxy}`,
      // Without this Chromium would go around the proxy for loopback.
      '--proxy-bypass-list=<-loopback>',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...args,
    ],
  });
  const complaints: string[] = [];
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
  };
  context.on('page', listen);
  for (const page of context.pages()) listen(page);

  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
  if (extension && welcomes) {
    // The welcome page comes to the front some time after the start, and would put the page under test behind it.
    const welcome =
      context.pages().find(isWelcome) ??
      (await context.waitForEvent('page', { predicate: async (page) => page.waitForURL('**/welcome.html').then(() => true) }));
    await welcome.close();
  }
  const extensionId = extension ? new URL((await worker()).url()).host : '';
  return {
    context,
    traffic,
    extensionId,
    complaints,
    clearComplaints() {
      complaints.length = 0;
    },
    worker,
    async set(settings) {
      await (await worker()).evaluate(
        (values) => (globalThis as unknown as { chrome: { storage: { sync: { set(v: unknown): Promise<void> } } } }).chrome.storage.sync.set(values),
        {
          ...settings,
        },
      );
    },
    async forget() {
      await (await worker()).evaluate(async () => {
        const { storage } = (
          globalThis as unknown as { chrome: { storage: Record<'local' | 'session', { clear(): Promise<void>; get(keys: null): Promise<object> }> } }
        ).chrome;
        const { locks } = navigator;
        // A page that has just been closed may still have told something that is being written: it is empty when it stays empty, and nobody is at it.
        for (let looks = 0; looks < 50; looks += 1) {
          await locks.request('second-glance-storage', () => Promise.all([storage.local.clear(), storage.session.clear()]));
          await new Promise((resolve) => setTimeout(resolve, 80));
          const { held = [], pending = [] } = await locks.query();
          const [kept, passing] = await Promise.all([storage.local.get(null), storage.session.get(null)]);
          const isEmpty = Object.keys(passing).length === 0 && Object.keys(kept).every((key) => /^own\.|^layout$/.test(key));
          if (isEmpty && held.length + pending.length === 0) return;
        }
      });
    },
    newPage: () => context.newPage(),
    async extensionPage(file) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${file}`);
      return page;
    },
    async serve(pages) {
      const hosts = new Set(Object.keys(pages).map((address) => new URL(address).origin));
      for (const origin of hosts) {
        await context.route(`${origin}/**`, async (route) => {
          const url = new URL(route.request().url());
          const page = pages[url.href] ?? pages[`${url.origin}${url.pathname}`];
          if (!page) return route.fulfill({ status: 404, contentType: 'text/plain', body: '' });
          const contentType = page.contentType ?? 'text/html; charset=utf-8';
          return route.fulfill({
            status: 200,
            headers: { 'content-security-policy': strictPolicy, ...page.headers, 'content-type': contentType },
            body: page.body,
          });
        });
      }
    },
    async stop() {
      await context.close();
      await traffic.stop();
      const requests = await readNetLog(netLog);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      return requests;
    },
  };
}
