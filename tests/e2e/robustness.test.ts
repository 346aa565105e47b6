/**
 * What can go wrong under a person's settings and history, in a real Chromium: the background is killed, two windows write at once,
 * the browser crashes, storage is full, sync brings something broken. Nothing is lost, nothing is there twice.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumFlags, findChromium } from '../../scripts/find-browser.mjs';
import { startBrowser, type TestBrowser } from './support/browser';

type Values = Record<string, unknown>;
interface Extension {
  readonly chrome: {
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    readonly storage: Record<
      'sync' | 'local',
      { get(key: null): Promise<Values>; set(values: object): Promise<void>; remove(keys: string[]): Promise<void>; clear(): Promise<void> }
    >;
  };
}

const stored = (page: Page, area: 'sync' | 'local'): Promise<Values> =>
  page.evaluate((name) => (globalThis as unknown as Extension).chrome.storage[name].get(null), area);

/** All history entries, as they lie in the database. */
const history = (page: Page): Promise<readonly { readonly rule: string; readonly time: number }[]> =>
  page.evaluate(
    () =>
      new Promise<{ rule: string; time: number }[]>((resolve, reject) => {
        const opening = indexedDB.open('second-glance-history');
        opening.onerror = () => reject(opening.error);
        // Nobody has kept anything yet: what opens it first has to make its store.
        opening.onupgradeneeded = () => opening.result.createObjectStore('days');
        opening.onsuccess = () => {
          const { result } = opening;
          if (![...result.objectStoreNames].includes('days')) return resolve([]);
          const asking = result.transaction('days').objectStore('days').getAll();
          asking.onsuccess = () => {
            result.close();
            resolve((asking.result as { rule: string; time: number }[][]).flat());
          };
        };
      }),
  );

/** Sends what a page's engine sends, with its id, and again while nobody answers. @returns how often it had to be sent again */
const tell = (page: Page, names: readonly string[], from: number): Promise<number> =>
  page.evaluate(
    async ({ rules, first }) => {
      const { runtime } = (globalThis as unknown as Extension).chrome;
      let again = 0;
      for (const [index, rule] of rules.entries()) {
        const message = { name: 'outcomes', id: first + index, data: { site: 'gmail', results: [{ rule, strength: 'nudge', outcome: 'sent' }] } };
        while ((await runtime.sendMessage(message).catch(() => undefined)) === undefined) again += 1;
      }
      return again;
    },
    { rules: names, first: from },
  );

const names = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const addDomain = async (page: Page, domain: string): Promise<void> => {
  await page.locator('#domains-own').fill(domain);
  await page.locator('#domains-own').press('Enter');
};

describe('in one browser', () => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser({ extension: inject('extension') });
    page = await browser.extensionPage('options.html');
  });
  afterAll(() => browser?.stop());
  beforeEach(async () => {
    await page.evaluate(async () => {
      const { storage } = (globalThis as unknown as Extension).chrome;
      await Promise.all([storage.sync.clear(), storage.local.clear()]);
      // Emptied, not deleted: a database that somebody has open is not deleted before they let go.
      await new Promise<void>((resolve) => {
        const opening = indexedDB.open('second-glance-history');
        opening.onupgradeneeded = () => opening.result.createObjectStore('days');
        opening.onsuccess = () => {
          const { result } = opening;
          const clearing = [...result.objectStoreNames].includes('days') ? result.transaction('days', 'readwrite').objectStore('days').clear() : null;
          if (clearing) clearing.onsuccess = () => resolve();
          else resolve();
        };
      });
    });
    await page.reload();
    await page.locator('#domains-own').waitFor();
  });

  it('a background that is killed again and again loses no entry of the history and keeps none twice', async () => {
    const session = await browser.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    const sent = names('killed', 40);
    let again = 0;
    // Each round is told while the background is ended; how far it has come by then differs from round to round.
    for (let from = 0; from < sent.length; from += 8) {
      const telling = tell(page, sent.slice(from, from + 8), 1000 + from);
      await session.send('ServiceWorker.stopAllWorkers');
      again += await telling;
    }
    console.log(`${again} messages had to be sent again`);
    expect((await history(page)).map(({ rule }) => rule).sort()).toEqual([...sent].sort());
    // The same message once more is the same entry.
    await tell(page, sent.slice(0, 5), 1000);
    expect(await history(page)).toHaveLength(sent.length);
    await session.detach();
  });

  it('two windows that write at once lose nothing of each other', async () => {
    const other = await browser.extensionPage('options.html');
    await other.locator('#domains-own').waitFor();
    const own = names('a', 8).map((name) => `${name}.example`);
    const theirs = names('b', 8).map((name) => `${name}.example`);
    const addAll = async (window: Page, domains: readonly string[]) => {
      for (const domain of domains) await addDomain(window, domain);
    };
    await Promise.all([addAll(page, own), addAll(other, theirs), tell(page, names('left', 20), 1), tell(other, names('right', 20), 100)]);
    await expect.poll(async () => new Set((await stored(page, 'sync'))['ownDomains'] as string[])).toEqual(new Set([...own, ...theirs]));
    expect(await history(page)).toHaveLength(40);
    for (const window of [page, other]) await expect.poll(() => window.locator('[data-list=own] [data-domain]').count()).toBe(16);
    await other.close();
  });

  it('a full computer is told of, and nothing is lost', async () => {
    await addDomain(page, 'before.example');
    await page.locator('[data-domain="before.example"]').waitFor();
    await page.evaluate(async () => {
      const { local } = (globalThis as unknown as Extension).chrome.storage;
      for (let size = 8 * 2 ** 20, part = 0; size > 16; part += 1) {
        await local.set({ [`junk${part}`]: 'x'.repeat(size) }).catch(() => {
          size = Math.floor(size / 2);
        });
      }
    });
    const after = `${'after'.repeat(12)}.example`;
    await addDomain(page, after);
    await page.locator('.error-summary').getByText('could not store').waitFor();
    expect((await stored(page, 'sync'))['ownDomains']).toEqual(['before.example']);
    expect(await page.locator('[data-list=own] [data-domain]').count()).toBe(1);
    await page.evaluate(async () => {
      const { local } = (globalThis as unknown as Extension).chrome.storage;
      await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith('junk')));
    });
    await addDomain(page, after);
    await page.locator(`[data-domain="${after}"]`).waitFor();
  });

  it('a history without room is told of in options and popup, waits, and is whole again when there is room', async () => {
    const session = await browser.context.newCDPSession(page);
    const origin = `chrome-extension://${browser.extensionId}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // A database that has been written to may go on for a while with the room that it was promised.
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await tell(page, ['first', 'second'], 2);
    const popup = await browser.extensionPage('popup.html');
    const inOptions = page.locator('#history [data-history-trouble=full]');
    const inPopup = popup.locator('[data-history-trouble]');
    await inOptions.getByText(/2\W* entries wait in memory/).waitFor();
    await inPopup.getByText('Something is off').waitFor();
    // Nothing else suffers, and a background that ends takes nothing along.
    await addDomain(page, 'meanwhile.example');
    await page.locator('[data-domain="meanwhile.example"]').waitFor();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await tell(page, ['third'], 4);
    await inOptions.getByText(/3\W* entries wait in memory/).waitFor();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await inOptions.getByRole('button', { name: 'Try again' }).click();
    await inOptions.waitFor({ state: 'detached' });
    await inPopup.waitFor({ state: 'detached' });
    expect((await history(page)).map(({ rule }) => rule)).toEqual(['first', 'second', 'third']);
    await Promise.all([session.detach(), popup.close()]);
  });

  it('a history that the browser has thrown away, and one that it does not open: new entries are kept, or wait', async () => {
    const session = await browser.context.newCDPSession(page);
    const origin = `chrome-extension://${browser.extensionId}`;
    await tell(page, ['before'], 1);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await tell(page, ['after'], 2);
    await expect.poll(async () => (await history(page)).map(({ rule }) => rule)).toEqual(['after']);
    // A database of this name that has nowhere to put a day.
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    const open = (version: number, store: boolean): Promise<void> =>
      page.evaluate(
        async ([to, withStore]) => {
          const opening = indexedDB.open('second-glance-history', to);
          await new Promise<void>((resolve, reject) => {
            opening.onupgradeneeded = () => {
              if (withStore) opening.result.createObjectStore('days');
            };
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              opening.result.close();
              resolve();
            };
          });
        },
        [version, store] as const,
      );
    await open(1, false);
    await tell(page, ['waits'], 3);
    const trouble = page.locator('#history [data-history-trouble=closed]');
    await trouble.getByText(/1\W* entry waits in memory/).waitFor();
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await trouble.getByRole('button', { name: 'Try again' }).click();
    await trouble.waitFor({ state: 'detached' });
    expect((await history(page)).map(({ rule }) => rule)).toEqual(['waits']);
    await session.detach();
  });

  it('fewer days of history take the older entries away at once, and Undo brings them back, also after new ones came', async () => {
    const day = 86_400_000;
    const old = Date.now() - 40 * day;
    await page.evaluate(
      async ([time, name]) => {
        const opening = indexedDB.open('second-glance-history');
        await new Promise<void>((resolve, reject) => {
          opening.onupgradeneeded = () => opening.result.createObjectStore('days');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('days', 'readwrite');
            writing.objectStore('days').put([{ time, rule: 'print', site: 'gmail', strength: 'nudge', outcome: 'got-it' }], name);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        });
      },
      [old, new Date(old).toISOString().slice(0, 10)] as const,
    );
    const days = page.locator('#field-historyDays');
    await days.fill('30');
    await days.press('Enter');
    await page.locator('.done').getByText('Days of history').waitFor();
    await expect.poll(() => history(page)).toEqual([]);
    await tell(page, ['fresh'], 1);
    await expect.poll(async () => (await history(page)).map(({ rule }) => rule)).toEqual(['fresh']);
    await page.locator('.done').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.done').getByText('Undone').waitFor();
    expect((await history(page)).map(({ rule }) => rule).sort()).toEqual(['fresh', 'print']);
    await tell(page, ['later'], 2);
    await expect.poll(async () => (await history(page)).map(({ rule }) => rule).sort()).toEqual(['fresh', 'later', 'print']);
  });

  it('a full sync storage, and a list too long for it: it is kept here, says so, and goes on', async () => {
    await page.evaluate(async () => {
      const { sync } = (globalThis as unknown as Extension).chrome.storage;
      for (let part = 0; ; part += 1) {
        const fits = await sync.set({ [`other${part}`]: 'x'.repeat(8000) }).then(
          () => true,
          () => false,
        );
        if (!fits) break;
      }
    });
    await page.locator('#domains-trusted').fill(
      names('department', 400)
        .map((name) => `${name}.justice.example`)
        .join('\n'),
    );
    await page.locator('#domains-trusted').press('Enter');
    await page.locator('[data-setting=trustedDomains]').getByText('Kept on this computer only').waitFor();
    await page.locator('[data-list=trusted][data-count="400"]').waitFor();
    expect((await stored(page, 'sync'))['trustedDomains']).toBeUndefined();
    await page.reload();
    await page.locator('[data-list=trusted][data-count="400"]').waitFor();
  });

  it('sync brings a broken value: it is told, and the one before holds', async () => {
    await addDomain(page, 'mine.example');
    await expect.poll(async () => (await stored(page, 'local'))['own.ownDomains']).toEqual({ value: ['mine.example'], synced: true });
    await browser.set({ ownDomains: { a: 1 } });
    await page.locator('[data-refused-here=setting-ownDomains]').waitFor();
    await page.locator('[data-domain="mine.example"]').waitFor();
    expect((await stored(page, 'sync'))['ownDomains']).toEqual({ a: 1 });
  });

  it('data of the first layout is taken over when the background starts', async () => {
    await page.evaluate(async () => {
      const { local } = (globalThis as unknown as Extension).chrome.storage;
      await local.clear();
      await local.set({ 'kept.language': 'tlh', pacing: { snoozedUntil: {}, notRelevant: {}, dismissed: {}, shown: { print: 3 } } });
    });
    const session = await browser.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await tell(page, ['wake'], 7);
    await expect
      .poll(async () => stored(page, 'local'))
      .toMatchObject({ layout: 2, kept: [{ key: 'language', value: 'tlh' }], pacing: { shown: { print: 3 } } });
    expect(await stored(page, 'local')).not.toHaveProperty(['kept.language']);
    await session.detach();
  });

  it('what is typed and not applied outlives a reload', async () => {
    await page.locator('#domains-own').fill('half a dom');
    await page.locator('#field-historyDays').fill('12x');
    await page.reload();
    await expect.poll(() => page.locator('#domains-own').inputValue()).toBe('half a dom');
    expect(await page.locator('#field-historyDays').inputValue()).toBe('12x');
  });
});

/** The browser's own process of a profile: the only one without a type. */
const processOf = (profile: string): number => {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (line.includes(`--user-data-dir=${profile}`) && !line.includes('--type=')) return Number(pid);
    } catch {
      // It has ended.
    }
  }
  throw new Error('There is no such browser.');
};

describe.skipIf(process.platform !== 'linux')('a browser that crashes in the middle of writing', () => {
  let profile: string;
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'second-glance-crash-'));
  });
  afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const open = async (): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const extension = inject('extension');
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: await findChromium(),
      headless: true,
      args: [...chromiumFlags, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const page = await context.newPage();
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
    await page.locator('#domains-own').waitFor();
    return { context, page };
  };

  it('comes back with everything that was confirmed, and nothing twice', async () => {
    const first = await open();
    const confirmed: string[] = [];
    const writing = (async () => {
      for (const domain of names('d', 1000).map((name) => `${name}.example`)) {
        await addDomain(first.page, domain);
        await first.page.locator(`[data-domain="${domain}"]`).waitFor();
        confirmed.push(domain);
      }
    })().catch(() => undefined);
    const telling = tell(first.page, names('told', 5000), 1).catch(() => undefined);
    await expect.poll(() => confirmed.length).toBeGreaterThan(5);
    const entries = (await history(first.page)).length;
    const ended = first.context.waitForEvent('close');
    process.kill(processOf(profile), 'SIGKILL');
    await ended;
    await Promise.all([writing, telling]);
    const again = await open();
    try {
      await again.page.locator(`[data-domain="${confirmed.at(-1)}"]`).waitFor();
      const showAll = again.page.locator('[data-list=own] [data-show-all=false]');
      if ((await showAll.count()) > 0) await showAll.click();
      const domains = await again.page.locator('[data-list=own] [data-domain]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-domain')));
      // One more may have been on its way.
      expect(domains.slice(0, confirmed.length)).toEqual(confirmed);
      expect(domains.length - confirmed.length).toBeLessThanOrEqual(1);
      expect(await again.page.locator('[data-refused]').count()).toBe(0);
      const told = (await history(again.page)).map(({ rule }) => rule);
      expect(told.length).toBeGreaterThanOrEqual(entries);
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual(names('told', told.length));
      await addDomain(again.page, 'after.example');
      await again.page.locator('[data-domain="after.example"]').waitFor();
    } finally {
      await again.context.close();
    }
  });
});
