/** The practice page of the extension: each rule speaks there, with the real engine, and nothing is kept. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, pressInNudge } from './support/nudge';

const rules = Object.keys(import.meta.glob('../../rules/*.ts')).map((file) => file.replace(/.*\/|\.ts$/g, ''));

interface Storage {
  readonly chrome: { readonly storage: Readonly<Record<string, { get(keys: null): Promise<object> }>> };
}

let browser: TestBrowser;
let page: Page;
const stored = async (): Promise<object> =>
  (await browser.worker()).evaluate(async () => {
    const { local, sync } = (globalThis as unknown as Storage).chrome.storage;
    return [await local?.get(null), await sync?.get(null)];
  });

beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  page = await browser.extensionPage('practice.html');
});
afterAll(async () => {
  await browser?.stop();
});

/** What a person does there to bring a reminder about; nothing where the scene itself is enough. */
const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  print: () => page.keyboard.press('Control+p'),
  'screen-share': () => page.getByRole('button', { name: 'Share screen' }).hover(),
  loudspeakers: async () => {
    await page.getByRole('button', { name: 'Leave call' }).waitFor();
    await page.getByRole('button', { name: 'Unplug the headset' }).click();
  },
};
/** Rules that a page cannot bring about by itself. */
const elsewhere: readonly string[] = [];

describe('the practice page', () => {
  it.each(rules.filter((rule) => !elsewhere.includes(rule)))('brings about %s', async (rule) => {
    await page.goto(`${page.url().split('#')[0]}#${rule}`);
    await page.getByRole('heading', { name: /^Try: / }).waitFor();
    await page.locator('#practice[aria-busy=false]').waitFor();
    await acts[rule]?.();
    await nudgeFor(page, rule);
  });

  it.each(['en', 'cy'])('keeps the mailbox below its words on a narrow screen, in %s', async (language) => {
    await browser.set({ language });
    await page.setViewportSize({ width: 400, height: 700 });
    try {
      await page.goto(`${page.url().split('#')[0]}#personal-address`);
      await page.locator(`html[lang^=${language}]`).waitFor();
      await nudgeFor(page, 'personal-address');
      const [words, compose] = await Promise.all(['#guide', '.compose'].map((part) => page.locator(part).boundingBox()));
      expect(compose?.y).toBeGreaterThanOrEqual((words?.y ?? 0) + (words?.height ?? 0));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    } finally {
      await browser.set({ language: 'auto' });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  it('lets a person answer, send and begin again, and keeps nothing of it', async () => {
    const before = await stored();
    await page.goto(`${page.url().split('#')[0]}#personal-address`);
    await nudgeFor(page, 'personal-address');
    await pressInNudge(page, 'personal-address', 'Got it');
    await nudgeGone(page);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Message sent').waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await nudgeFor(page, 'personal-address');
    expect(await stored()).toEqual(before);
    expect(browser.complaints).toEqual([]);
  });
});
