/** Real policy files in a real Firefox: set and locked, bad values, texts as Windows delivers them, removal, no policy at all. */
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { everyKey, fieldValues, listEntries, ownDesk } from './support/every-key';
import { type Firefox, startFirefox } from './support/firefox';

const addonId = 'second-glance@second-glance.example';
/** Where Firefox looks on every Linux, whatever package it came in (mozilla.github.io/policy-templates, November 2026). */
const folder = '/etc/firefox/policies';
const file = path.join(folder, 'policies.json');

/** The file is for the whole machine, so only a throw-away machine's root writes it, and nobody's own is touched. */
const writable = (() => {
  try {
    accessSync('/etc', constants.W_OK);
    return process.getuid?.() === 0 && process.platform === 'linux' && !existsSync(file);
  } catch {
    return false;
  }
})();
const executable = findFirefox();
if (!executable || !writable) console.warn('Skipped: policy files for Firefox need root on a Linux machine with Firefox and without policies.');

const setPolicy = async (values: object | null): Promise<void> => {
  if (values === null) return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ policies: { '3rdparty': { Extensions: { [addonId]: values } } } }));
};

describe.skipIf(!executable || !writable)('a policy of Firefox', () => {
  let extension: string;
  let firefox: Firefox | null = null;
  /** One profile for all: Firefox reads a policy when it starts, so a change is a restart. */
  let profile: string;
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'second-glance-firefox-policy-'));
    extension = inject('firefox');
  });
  afterEach(async () => {
    await firefox?.stop();
    firefox = null;
  });
  afterAll(async () => {
    await setPolicy(null);
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** The options page under a policy; `null` for none. */
  const options = async (values: object | null) => {
    await setPolicy(values);
    const running = await startFirefox(executable ?? '', extension, addonId, profile);
    firefox = running;
    const open = async () => {
      await running.goto(`${running.extensionUrl}/options.html`);
      await running.until('the options', () => running.inPage("return document.querySelector('[data-setting=showWelcome]') !== null"));
    };
    await open();
    const text = async (selector: string) =>
      String(await running.inPage('return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent).join(" | ")', selector)).replace(
        /[\u2068\u2069]/g,
        '',
      );
    return {
      open,
      text,
      /** Fields of a setting that a person could change. */
      changeable: (selector: string) =>
        running.inPage(
          'return [...document.querySelectorAll(arguments[0])].flatMap((one) => [...one.querySelectorAll("input, select, textarea")]).filter((one) => !one.matches(":disabled")).length',
          selector,
        ),
      value: (selector: string) =>
        running.inPage('const one = document.querySelector(arguments[0]); return one.type === "checkbox" ? one.checked : one.value', selector),
      /** Sets the person's own settings, as sync would bring them. */
      own: (settings: object) =>
        running.asSystem(
          'return window.wrappedJSObject.browser.storage.sync.set(Cu.cloneInto(JSON.parse(arguments[0]), window)).then(() => true)',
          JSON.stringify(settings),
        ),
    };
  };

  it('sets and locks every key, and brings contacts; what is not set stays the person’s', async () => {
    // One key stays unset, one may be changed; no other page comes to the front, and the words are those that are looked for below.
    const { visiblePeople: _, ...fields } = { ...fieldValues, language: 'en', showWelcome: false };
    const { visiblePeople: __, ...given } = everyKey;
    const page = await options({ ...given, ...fields, personMayChange: ['trustedDomains'], guidancePack: ownDesk });
    for (const [list, entry] of Object.entries(listEntries)) {
      expect(await page.text(`[data-setting=${list}]`)).toContain(entry);
      if (list !== 'trustedDomains') expect(await page.changeable(`[data-setting=${list}]`), list).toBe(0);
    }
    for (const [key, value] of Object.entries(fields)) {
      expect(await page.value(`#field-${key}`), key).toBe(typeof value === 'boolean' ? value : String(value));
      expect(await page.changeable(`[data-setting=${key}]`), key).toBe(0);
      expect(await page.text(`[data-setting=${key}]`)).toContain('Set by your organisation');
    }
    expect(await page.value('[data-rule=quoted-thread] input:checked')).toBe('confirm');
    expect(await page.changeable('#rule-quoted-thread')).toBe(0);
    expect(await page.changeable('#rule-personal-address')).not.toBe(0);
    expect(await page.value('input[name=guidance]:checked')).toBe('general');
    expect(await page.text('[data-list=trusted] [data-domain="partner.example"]')).toContain('Set by your organisation');
    expect(await page.changeable('[data-setting=trustedDomains]'), 'people may add').not.toBe(0);
    expect(await page.changeable('[data-setting=visiblePeople]'), 'not set').toBe(1);
    expect(await page.text('#sites')).toContain('mail.justice.example');
    expect(await page.text('[data-refused]')).toBe('');
    const running = firefox;
    if (!running) throw new Error('no Firefox');
    await running.goto(`${running.extensionUrl}/popup.html`);
    await running.until('the own desk', async () => (await page.text('body')).includes('Our own desk'));
  });

  it('as Windows delivers it, lists and numbers as text; bad values are told one by one', async () => {
    const page = await options({
      ownDomains: '["justice.example", "not a domain"]',
      trustedDomains: 'partner.example, police.example',
      historyDays: '30',
      history: 'false',
      replyAllPeople: 'many',
      calmAfterCards: 1000,
      'rule-quoted-thread': 'loud',
      ownDomain: ['typo.example'],
    });
    expect(await page.text('[data-list=own] [data-domain]')).toContain('justice.example');
    expect(await page.text('[data-list=trusted] [data-domain]')).toContain('police.example');
    expect(await page.value('#field-historyDays')).toBe('30');
    expect(await page.value('#field-history')).toBe(false);
    const told = await page.text('[data-refused]');
    for (const key of ['ownDomains[1]', 'replyAllPeople', 'calmAfterCards', 'rule-quoted-thread', 'ownDomain,']) expect(told).toContain(key);
    expect(told).toContain('“1000” is not a whole number from 0 to 100.');
    expect(await page.text('[data-refused-here=rule-quoted-thread]')).toContain('“loud” is none of these');
    expect(await page.changeable('[data-setting=calmAfterCards]'), 'a refused value locks nothing').toBe(1);
    // For the time after the policy.
    await page.own({ ownDomains: ['mine.example'] });
    expect(await page.text('[data-list=own] [data-domain]')).not.toContain('mine.example');
  });

  it('none at all, also after one was removed: the person’s own settings hold', async () => {
    const page = await options(null);
    await firefox?.until('the own domain', async () => (await page.text('[data-list=own] [data-domain]')).includes('mine.example'));
    expect(await page.text('main')).not.toContain('Set by your organisation');
    expect(await page.text('[data-refused]')).toBe('');
    expect(
      await firefox?.asSystem("return window.wrappedJSObject.browser.storage.managed.get(null).then(() => 'values', () => 'rejected')"),
      'Firefox rejects where there is no policy',
    ).toBe('rejected');
  });
});
