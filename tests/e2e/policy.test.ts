/** Real policy files in a real Chromium: set, change while running, bad values, removal. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { composeForm, docked, around as gmailAround } from '../sites/gmail/hand-made';
import { chip, around as outlookAround, compose as outlookCompose } from '../sites/outlook-web/hand-made';
import { composePage } from '../sites/roundcube/hand-made';
import { startBrowser, type TestBrowser } from './support/browser';
import { willAgreeTo } from './support/consent';
import { everyKey, fieldValues, listEntries, ownDesk } from './support/every-key';
import { nudgeFor, nudgesOn } from './support/nudge';
import { pressToolbarButton } from './support/popup';

interface Permissions {
  getAll(): Promise<{ readonly origins: readonly string[] }>;
  request(permissions: { readonly origins: readonly string[] }): Promise<boolean>;
}

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

/** @param others policies of the browser beside the values of the extension */
const setPolicy = async (extension: string, values: Record<string, unknown> | null, others: Record<string, unknown> = {}): Promise<void> => {
  if (values === null) return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ ...others, '3rdparty': { extensions: { [idOf(extension)]: values } } }));
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
    await expect.poll(() => rule.locator('input[value=quiet]').isChecked()).toBe(true);
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
    await start(everyKey);
    const page = await options();
    await expect.poll(() => page.locator('#domains').textContent()).toContain('justice.example');
    const changeable = (selector: string) => page.locator(selector).locator('input:enabled, select:enabled, textarea:enabled').count();
    for (const [list, entry] of Object.entries(listEntries)) {
      expect(await page.locator(`[data-setting=${list}]`).textContent()).toContain(entry);
      expect(await changeable(`[data-setting=${list}]`), list).toBe(0);
    }
    for (const [key, value] of Object.entries(fieldValues)) {
      const field = page.locator(`#field-${key}`);
      expect(typeof value === 'boolean' ? await field.isChecked() : await field.inputValue(), key).toBe(typeof value === 'boolean' ? value : String(value));
      expect(await changeable(`[data-setting=${key}]`), key).toBe(0);
    }
    await expect.poll(() => page.locator('[data-rule=quoted-thread] input[value=confirm]').isChecked()).toBe(true);
    expect(await changeable('#rule-quoted-thread fieldset')).toBe(0);
    await expect.poll(() => page.locator('input[name=guidance][value=general]').isChecked()).toBe(true);
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

  it('offers a server; it is the person who lets the reminders in, whatever else a policy says of the host', async () => {
    const host = 'mail.justice.example';
    const pattern = `https://${host}/*`;
    const address = `https://${host}/roundcube/?_task=mail&_action=compose`;
    const allows = { ExtensionSettings: { [idOf(extension)]: { runtime_allowed_hosts: [`*://${host}`] } } };
    await setPolicy(extension, { hosts: [`https://${host}`], ownDomains: ['justice.example'], showWelcome: false }, allows);
    const running = await startBrowser({ extension, welcome: false, args: ['--enable-unsafe-extension-debugging'] });
    browser = running;
    await running.serve({ [address]: { body: composePage({ to: 'jane_smith@gmail.com' }) } });
    const permissions = async <T>(ask: (api: Permissions) => Promise<T>): Promise<T> =>
      (await running.worker()).evaluate<T>(`(${ask.toString()})(chrome.permissions)`);
    const granted = async () => (await permissions((api) => api.getAll())).origins;
    const page = await options();
    await expect.poll(() => page.locator('#sites').textContent()).toContain(host);
    await page.close();
    expect(await granted(), 'runtime_allowed_hosts grants nothing').not.toContain(pattern);
    expect(
      await permissions((api) => api.request({ origins: ['https://mail.justice.example/*'] }).catch(String)),
      'and no page may ask without a press',
    ).toContain('user gesture');

    const mail = await running.newPage();
    await mail.goto(address);
    const popup = await pressToolbarButton(running, mail);
    await expect.poll(() => popup.read('document.querySelector("[data-offer]")?.dataset.offer')).toBe('suggested');
    expect(await popup.read('document.querySelector("[data-offer]").textContent.replace(/[\\u2068\\u2069]/g, "")')).toContain(
      `Your organisation suggests that Second Glance works on ${host}.`,
    );
    expect(await nudgesOn(mail)).toEqual([]);
    await willAgreeTo(running, [pattern]);
    await mail.bringToFront();
    const again = await pressToolbarButton(running, mail);
    await expect.poll(() => again.read('document.querySelector("[data-offer] button") !== null')).toBe(true);
    await again.read('document.querySelector("[data-offer] button").click()');
    expect((await nudgeFor(mail, 'personal-address')).text).toContain('jane_smith@gmail.com');
    expect(await granted()).toContain(pattern);
  });

  it('keeps it from a host that it blocks, and from no other', async () => {
    const blocks = { ExtensionSettings: { [idOf(extension)]: { runtime_blocked_hosts: ['*://mail.google.com'] } } };
    await setPolicy(extension, { ownDomains: ['justice.example'], showWelcome: false }, blocks);
    const running = await startBrowser({ extension, welcome: false, args: ['--enable-unsafe-extension-debugging'] });
    browser = running;
    const compose = composeForm({ to: [{ id: 'jane_smith@gmail.com', name: 'Jane Smith' }] });
    const [blocked, open] = ['https://mail.google.com/mail/u/0/', 'https://outlook.office.com/mail/'];
    await running.serve({
      [blocked]: { body: gmailAround(docked(compose)) },
      [open]: { body: outlookAround(outlookCompose({ to: chip('jane_smith@gmail.com') })) },
    });
    const mail = await running.newPage();
    await mail.goto(blocked);
    const other = await running.newPage();
    await other.goto(open);
    await nudgeFor(other, 'personal-address');
    expect(await nudgesOn(mail)).toEqual([]);
  });

  it('can be a start that people may change', async () => {
    const running = await start({ ownDomains: ['justice.example'], personMayChange: ['ownDomains'] });
    const page = await options();
    await expect.poll(() => page.locator('#domains').textContent()).toContain('justice.example');
    await running.set({ ownDomains: ['mine.example'] });
    await expect.poll(() => page.locator('#domains').textContent()).toContain('mine.example');
  });

  it('brings the organisation’s own contacts', async () => {
    const running = await start({ guidancePack: ownDesk });
    const popup = await running.extensionPage('popup.html');
    await expect.poll(() => popup.locator('body').textContent()).toContain('Our own desk');
  });
});
