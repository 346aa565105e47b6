/** Real policy files in a real Chromium: set, change while running, bad values, removal. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';

const folder = '/etc/chromium/policies/managed';
const file = path.join(folder, 'second-glance-test.json');

/** The file is for the whole machine, so only a throw-away machine's root writes it. */
const writable = (() => {
  try {
    accessSync('/etc/chromium', constants.W_OK);
    return process.getuid?.() === 0;
  } catch {
    return existsSync('/etc/chromium') ? false : process.getuid?.() === 0 && process.platform === 'linux';
  }
})();
if (!writable) console.warn('Skipped: policy files need root on a Linux machine with Chromium.');

/** Chromium names an unpacked extension by the hash of its folder. */
const idOf = (extension: string): string =>
  createHash('sha256')
    .update(extension)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

const setPolicy = async (extension: string, values: Record<string, unknown> | null): Promise<void> => {
  if (values === null) return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [idOf(extension)]: values } } }));
};

describe.skipIf(!writable)('a policy', () => {
  const extension = inject('extension');
  let browser: TestBrowser | null = null;
  const start = async (values: Record<string, unknown> | null) => {
    await setPolicy(extension, values);
    browser = await startBrowser({ extension });
    return browser;
  };
  const options = async () => {
    if (!browser) throw new Error('no browser');
    return browser.extensionPage('options.html');
  };
  afterEach(async () => {
    await browser?.stop();
    browser = null;
  });
  afterAll(() => rm(file, { force: true }));

  it('sets and locks, changes while the browser runs, and leaves the person’s own settings behind when it goes', async () => {
    const running = await start({ ownDomains: ['justice.example'], 'rule-quoted-thread': 'quiet' });
    expect(running.extensionId, 'the policy names this extension').toBe(idOf(extension));
    await running.set({ ownDomains: ['mine.example'], trustedDomains: ['partner.example'] });
    const page = await options();
    const own = page.locator('#domains');
    await expect.poll(() => own.textContent()).toContain('justice.example');
    expect(await own.textContent()).not.toContain('mine.example');
    expect(await own.textContent()).toContain('partner.example');
    expect(await page.getByText('Set by your organisation').count()).toBeGreaterThan(0);
    const rule = page.locator('[data-rule=quoted-thread]');
    expect(await rule.locator('input[value=quiet]').isChecked()).toBe(true);
    expect(await rule.evaluate((element) => (element as HTMLFieldSetElement).disabled)).toBe(true);
    expect(await page.locator('[data-rule=personal-address]').evaluate((element) => (element as HTMLFieldSetElement).disabled)).toBe(false);

    await setPolicy(extension, { ownDomains: ['justice.example', 'prisons.example'] });
    await expect.poll(() => own.textContent()).toContain('prisons.example');
    await expect.poll(() => rule.evaluate((element) => (element as HTMLFieldSetElement).disabled)).toBe(false);

    await setPolicy(extension, null);
    await expect.poll(() => own.textContent()).toContain('mine.example');
    expect(await own.textContent()).not.toContain('prisons.example');
  });

  it('with bad values: each is told and left out by itself', async () => {
    await start({ ownDomains: ['justice.example', 'not a domain'], historyDays: 0, 'rule-quoted-thread': 'loud', trustedDomains: ['partner.example'] });
    const page = await options();
    await expect.poll(() => page.locator('#domains').textContent()).toContain('justice.example');
    expect(await page.locator('#domains').textContent()).toContain('partner.example');
    await expect.poll(() => page.locator('body').textContent()).toContain('ownDomains[1]');
  });

  it('every key: set, locked, and taken at its word', async () => {
    await start({
      ownDomains: ['justice.example'],
      trustedDomains: ['partner.example'],
      personalDomains: ['isp.example'],
      groupAddresses: ['all@justice.example'],
      replyAllPeople: 12,
      visiblePeople: 9,
      visiblePersonal: 6,
      calmAfterCards: 5,
      unlockedMinutes: 7,
      rememberPeople: false,
      'rule-quoted-thread': 'confirm',
      guidance: 'general',
      history: false,
      historyDays: 14,
      language: 'cy',
      showWelcome: true,
      hosts: ['https://mail.justice.example'],
    });
    const page = await options();
    await expect.poll(() => page.locator('#domains').textContent()).toContain('justice.example');
    const changeable = (selector: string) => page.locator(selector).locator('input:enabled, select:enabled, textarea:enabled').count();
    for (const [list, entry] of [
      ['ownDomains', 'justice.example'],
      ['trustedDomains', 'partner.example'],
      ['personalDomains', 'isp.example'],
      ['groupAddresses', 'all@justice.example'],
    ]) {
      expect(await page.locator(`[data-setting=${list}]`).textContent()).toContain(entry);
      expect(await changeable(`[data-setting=${list}]`), list).toBe(0);
    }
    for (const [key, value] of Object.entries({
      replyAllPeople: '12',
      visiblePeople: '9',
      visiblePersonal: '6',
      calmAfterCards: '5',
      unlockedMinutes: '7',
      historyDays: '14',
      language: 'cy',
    })) {
      expect(await page.locator(`#field-${key}`).inputValue(), key).toBe(value);
      expect(await changeable(`[data-setting=${key}]`), key).toBe(0);
    }
    for (const [key, value] of Object.entries({ rememberPeople: false, history: false, showWelcome: true })) {
      expect(await page.locator(`#field-${key}`).isChecked(), key).toBe(value);
      expect(await changeable(`[data-setting=${key}]`), key).toBe(0);
    }
    expect(await page.locator('[data-rule=quoted-thread] input[value=confirm]').isChecked()).toBe(true);
    expect(await changeable('#rule-quoted-thread fieldset')).toBe(0);
    expect(await page.locator('input[name=guidance][value=general]').isChecked()).toBe(true);
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
    expect(await page.locator('#sites').textContent()).toContain('mail.justice.example');
    expect(await page.locator('[data-refused]').count()).toBe(0);
  });

  it('switches the welcome page off from the first start', async () => {
    await setPolicy(extension, { showWelcome: false, ownDomains: ['justice.example'] });
    browser = await startBrowser({ extension, welcome: false });
    const running = browser;
    const page = await options();
    await expect.poll(() => page.locator('#domains').textContent()).toContain('justice.example');
    // Without the policy the welcome page is there long before another page has opened and read its settings.
    expect(running.context.pages().map((open) => open.url().split('/').at(-1))).not.toContain('welcome.html');
  });

  it('can be a start that people may change', async () => {
    const running = await start({ ownDomains: ['justice.example'], personMayChange: ['ownDomains'] });
    const page = await options();
    await expect.poll(() => page.locator('#domains').textContent()).toContain('justice.example');
    await running.set({ ownDomains: ['mine.example'] });
    await expect.poll(() => page.locator('#domains').textContent()).toContain('mine.example');
  });

  it('brings the organisation’s own contacts', async () => {
    const running = await start({
      guidancePack: JSON.stringify({
        contacts: [
          {
            id: 'our-desk',
            group: 'theft-and-loss',
            team: 'Our own desk',
            channels: [{ kind: 'phone', value: '020 7946 0000' }],
            sources: [{ document: 'remote-working' }],
            checked: '2026-11-01',
          },
        ],
        situations: [],
        rules: {},
      }),
    });
    const popup = await running.extensionPage('popup.html');
    await expect.poll(() => popup.locator('body').textContent()).toContain('Our own desk');
  });
});
