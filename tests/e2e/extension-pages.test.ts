/** Popup, options, welcome and checklist in the built extension: what is set is stored, reaches open tabs, and is never lost. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import { startPracticeServer } from '../../scripts/practice-server.mjs';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone } from './support/nudge';
import { openPopup } from './support/popup';
import { openInbox, writeNew } from './support/practice-mail';

interface Storage {
  readonly chrome: {
    readonly storage: Record<
      'sync' | 'local',
      { get(key: null): Promise<Record<string, unknown>>; set(values: object): Promise<void>; clear(): Promise<void> }
    >;
  };
}

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
});
afterAll(() => browser?.stop());
beforeEach(async () => {
  await (await browser.worker()).evaluate(async () => {
    const { storage } = (globalThis as unknown as Storage).chrome;
    await Promise.all([storage.sync.clear(), storage.local.clear()]);
  });
  browser.clearComplaints();
});

const stored = async (area: 'sync' | 'local') =>
  (await browser.worker()).evaluate((name) => (globalThis as unknown as Storage).chrome.storage[name].get(null), area);

describe('first run', () => {
  it('sets the domains with one press, and the popup stops asking', async () => {
    const popup = await browser.extensionPage('popup.html');
    await popup.locator('[data-domains=unset]').waitFor();
    const welcome = await browser.extensionPage('welcome.html');
    await welcome.locator('[data-preset=pack]').click();
    await welcome.locator('[data-domain="justice.gov.uk"]').waitFor();
    await expect.poll(() => stored('sync')).toEqual({ ownDomains: ['justice.gov.uk'] });
    await popup.locator('[data-domains=unset]').waitFor({ state: 'detached' });
    expect(browser.complaints).toEqual([]);
    await Promise.all([popup.close(), welcome.close()]);
  });
});

describe('the popup over a tab', () => {
  it('says what is seen there, and takes the domain of the account', async () => {
    const server = await startPracticeServer();
    const page = await browser.newPage();
    try {
      await openInbox(page, server.url);
      await writeNew(page);
      const popup = await openPopup(browser, page);
      const status = () => popup.read<string>(`document.querySelector('[data-tab=watched]')?.textContent ?? ''`);
      await expect.poll(status).toContain('message is being written');
      expect((await status()).replace(/[\u2068\u2069]/g, '')).toContain(`You write from an account at ${organisation.domain}.`);
      const size = await popup.read<{ width: number; overflow: number; paint: number }>(
        `({ width: innerWidth, overflow: document.documentElement.scrollWidth - innerWidth, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`,
      );
      expect(size.width).toBeGreaterThanOrEqual(380);
      expect(size.overflow).toBeLessThanOrEqual(0);
      if (process.env['SECOND_GLANCE_SCREENSHOTS']) await writeFile(path.join(process.env['SECOND_GLANCE_SCREENSHOTS'], 'popup.png'), await popup.screenshot());
      console.log(`popup: first paint after ${Math.round(size.paint)} ms`);
      await popup.read(`document.querySelector('[data-domains=unset] button').click()`);
      await expect.poll(() => stored('sync')).toEqual({ ownDomains: [organisation.domain] });
      await expect.poll(() => popup.read(`document.querySelector('[data-domains=unset]') === null`)).toBe(true);
      await popup.close();
    } finally {
      await page.close();
      await server.stop();
    }
  });
});

describe('the popup’s first picture', () => {
  it('waits for one small file alone', async () => {
    const folder = inject('extension');
    const page = await readFile(path.join(folder, 'popup.html'), 'utf8');
    const atOnce = page.replace(/<template>.*<\/template>/s, '');
    expect(atOnce.match(/<script[^>]*>/g)).toEqual(['<script src="/first-picture.js">']);
    expect(atOnce.match(/<link[^>]*>/g)).toHaveLength(1);
    expect((await stat(path.join(folder, 'first-picture.js'))).size).toBeLessThan(10_000);
  });

  it('has the language and the guidance of the last time, and the popup takes it over', async () => {
    await browser.set({ language: 'cy', guidance: 'general' });
    const page = await browser.extensionPage('popup.html');
    const whole = page.locator('html[lang=cy] [data-part=documents] [data-document]');
    await whole.first().waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(() => localStorage.getItem('first-picture'))).toContain('"language":"cy"');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const app = document.querySelector('#app');
        if (!app?.firstElementChild) return;
        observer.disconnect();
        Object.assign(window, { begun: { language: document.documentElement.lang, words: app.textContent, element: app.querySelector('input') } });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await whole.first().waitFor({ state: 'attached' });
    const begun = await page.evaluate(() => {
      const { begun: first } = window as unknown as { begun: { language: string; words: string; element: Element } };
      return { ...first, element: first.element === document.querySelector('#search') };
    });
    expect(begun).toEqual({ language: 'cy', words: expect.stringContaining('Chwilio am help'), element: true });
    expect(begun.words).not.toContain('HMPPS');
    expect(browser.complaints).toEqual([]);
    await page.close();
  });
});

describe('options', () => {
  it('keep what is set over a reload', async () => {
    const options = await browser.extensionPage('options.html');
    await options.locator('#domains-own').fill('Ann <ann@justice.gov.uk>; münchen.de');
    await options.locator('#domains-own').press('Enter');
    await options.locator('[data-domain="xn--mnchen-3ya.de"]').getByText('münchen.de (xn--mnchen-3ya.de)').waitFor();
    await options.locator('[data-preset=police]').click();
    await options.locator('[data-rule=pre-join] input[value=off]').click();
    await options.locator('.done').getByText('Before a call').waitFor();
    await options.reload();
    await options.locator('[data-domain="justice.gov.uk"]').waitFor();
    await options.locator('[data-list=trusted] [data-domain="police.uk"]').waitFor();
    await expect.poll(() => options.locator('[data-rule=pre-join] input[value=off]').isChecked()).toBe(true);
    expect(browser.complaints).toEqual([]);
    await options.close();
  });

  it('reach an open message at once', async () => {
    const server = await startPracticeServer();
    try {
      await browser.set({ ownDomains: [organisation.domain] });
      const page = await browser.newPage();
      await openInbox(page, server.url);
      const compose = await writeNew(page);
      await compose.add('To', 'amira');
      await nudgeFor(page, 'personal-address');
      const options = await browser.extensionPage('options.html');
      await options.locator('[data-rule=personal-address] input[value=off]').click();
      await nudgeGone(page, 'personal-address');
      await options.locator('.done').getByRole('button', { name: 'Undo' }).click();
      await page.bringToFront();
      await nudgeFor(page, 'personal-address');
      await Promise.all([page.close(), options.close()]);
    } finally {
      await server.stop();
    }
  });

  it('tell of a value that cannot be read, and keep it when a new one takes its place', async () => {
    await browser.set({ ownDomains: 'justice.gov.uk and others' });
    const options = await browser.extensionPage('options.html');
    await options.locator('[data-refused="1"]').waitFor();
    await options.locator('#domains-own').fill('justice.gov.uk');
    await options.locator('#domains-own').press('Enter');
    await options.locator('[data-domain="justice.gov.uk"]').waitFor();
    await options.locator('[data-refused]').waitFor({ state: 'detached' });
    expect(await stored('local')).toMatchObject({ kept: [{ key: 'ownDomains', value: 'justice.gov.uk and others' }] });
    const kept = options.locator('#file [data-kept="1"]');
    await kept.getByText('justice.gov.uk and others').waitFor();
    const [saved] = await Promise.all([options.waitForEvent('download'), kept.getByRole('button', { name: 'Save them as a file' }).click()]);
    expect(saved.suggestedFilename()).toBe('second-glance-put-aside.json');
    await kept.getByRole('button', { name: 'Remove them' }).click();
    await kept.waitFor({ state: 'detached' });
    await options.locator('.done').getByRole('button', { name: 'Undo' }).click();
    await kept.getByText('justice.gov.uk and others').waitFor();
    await options.close();
  });

  it('are used by key alone: nothing that is pressed leaves the person at the top of the page', async () => {
    const options = await browser.extensionPage('options.html');
    const focused = () => options.evaluate(() => document.activeElement?.closest('[data-domain]')?.getAttribute('data-domain') ?? document.activeElement?.id);
    const on = (selector: string) => expect.poll(() => options.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)).toBe(true);
    await options.locator('#domains-own').focus();
    await options.keyboard.type('justice.gov.uk hmcts.net cica.gov.uk');
    await options.keyboard.press('Enter');
    await options.locator('[data-domain="hmcts.net"] button').focus();
    await options.keyboard.press('Enter');
    await expect.poll(focused).toBe('cica.gov.uk');
    await options.locator('.done').getByRole('button', { name: 'Undo' }).focus();
    await options.keyboard.press('Enter');
    await options.locator('[data-domain="hmcts.net"]').waitFor();
    await options.locator('.done').getByRole('button', { name: 'Close' }).focus();
    await options.keyboard.press('Enter');
    await expect.poll(focused).toBe('cica.gov.uk');
    // The contact editor: in, a new contact, out again.
    await options.locator('[data-act=edit-contacts]').focus();
    await options.keyboard.press('Enter');
    await on('.contact-editor');
    await options.locator('[data-act=add-contact]').focus();
    await options.keyboard.press('Enter');
    await on('[id$=-team]');
    await options.keyboard.type('Service desk');
    await on('[id$=-team]');
    await options.locator('.contact-editor > .actions button').last().focus();
    await options.keyboard.press('Enter');
    await on('[data-act=edit-contacts]');
    // The guidance as a text: to the text, to what was found in it, and to what it asks before anything goes.
    await options.getByRole('button', { name: 'Edit as text' }).focus();
    await options.keyboard.press('Enter');
    await on('#pack-text');
    await options.getByRole('button', { name: 'Check', exact: true }).focus();
    await options.keyboard.press('Enter');
    await on('[data-part=checked]');
    await options.getByRole('button', { name: 'Use this guidance' }).focus();
    await options.keyboard.press('Enter');
    await on('[data-act=edit-contacts]');
    await options.locator('[data-part=reset] button').focus();
    await options.keyboard.press('Enter');
    await on('[data-part=sure]');
    expect(browser.complaints).toEqual([]);
    await options.close();
  });

  it('open at the section that the address names', async () => {
    const options = await browser.extensionPage('options.html#sites');
    await expect.poll(() => options.locator('#sites').evaluate((section) => Math.abs(section.getBoundingClientRect().top) < 100)).toBe(true);
    await options.close();
  });
});

describe('own guidance', () => {
  it('is edited, taken into use, and shown in the popup; a broken one is told of and kept', async () => {
    const options = await browser.extensionPage('options.html#guidance');
    await options.getByRole('button', { name: 'Edit as text' }).click();
    const text = options.locator('#pack-text');
    await text.fill((await text.inputValue()).replace('0800 917 5148', '0800 000 0000'));
    await options.getByRole('button', { name: 'Check', exact: true }).click();
    await options.getByRole('button', { name: 'Use this guidance' }).click();
    await options.locator('.done').getByText('is in use').waitFor();
    const popup = await browser.extensionPage('popup.html');
    await popup.locator('a[href="tel:08000000000"]').first().waitFor({ state: 'attached' });

    await (await browser.worker()).evaluate(() =>
      (globalThis as unknown as Storage).chrome.storage.local.set({ ownPack: { schema: 99, words: 'from a later version' } }),
    );
    await popup.locator('a[href="tel:08009175148"]').first().waitFor({ state: 'attached' });
    await options.locator('[data-unreadable]').waitFor();
    expect(await stored('local')).toMatchObject({ ownPack: { schema: 99, words: 'from a later version' } });
    expect(browser.complaints).toEqual([]);
    await Promise.all([popup.close(), options.close()]);
  });
});

describe('checklist', () => {
  it('keeps its ticks on this computer, and prints on one page', async () => {
    const page = await browser.extensionPage('checklist.html');
    await page.locator('[data-point=cb-window] input').click();
    await expect.poll(() => stored('local')).toMatchObject({ checklist: { ticked: ['cb-window'] } });
    await page.reload();
    await page.locator('[data-point=cb-window]').waitFor();
    await expect.poll(() => page.locator('[data-point=cb-window] input').isChecked()).toBe(true);
    // Welsh needs more room for the same.
    for (const language of ['en', 'cy']) {
      await browser.set({ language });
      await page.reload();
      await page.locator(`html[lang^=${language}] [data-point=cb-window]`).waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), language).toHaveLength(1);
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/);
      if (process.env['SECOND_GLANCE_SCREENSHOTS'])
        await writeFile(path.join(process.env['SECOND_GLANCE_SCREENSHOTS'], `checklist-${language}.pdf`), pdf, 'latin1');
    }
    await browser.set({ language: 'auto' });
    await page.close();
  });
});
