/**
 * A computer left unlocked, in the built extension. A browser without a screen has no idle time and no lock of its own, so the browser's events
 * are sent by its own `dispatch`; everything from there on is real. That a real lock arrives is not shown here.
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgesOn, nudgeWhere, pressInNudge } from './support/nudge';

interface Event {
  dispatch(value: unknown): void;
}
interface Extension {
  readonly chrome: {
    readonly idle: { readonly onStateChanged: Event };
    readonly alarms: { readonly onAlarm: Event; getAll(): Promise<readonly unknown[]> };
    readonly action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
    readonly storage: { readonly session: { get(key: string): Promise<{ readonly idle?: { readonly since: number | null; readonly ticks: number } }> } };
  };
}

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: ['justice.example'], unlockedMinutes: 12 });
  await browser.serve({ 'https://mail.google.com/mail/u/0/': { body: '<!doctype html><title>Inbox - jane@justice.example - Gmail</title><h1>Inbox</h1>' } });
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await Promise.all(browser.context.pages().map((one, index) => (index === 0 ? undefined : one.close())));
  await browser.forget();
});

/** Sends one event as the browser would, and waits until the background has taken it in. */
async function say(sign: 'idle' | 'locked' | 'active' | 'tick'): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((what) => {
    const { idle, alarms } = (globalThis as unknown as Extension).chrome;
    if (what === 'tick') alarms.onAlarm.dispatch({ name: 'idle-tick', scheduledTime: Date.now() });
    else idle.onStateChanged.dispatch(what);
  }, sign);
  await expect
    .poll(() =>
      worker.evaluate(async (what) => {
        const { idle } = await (globalThis as unknown as Extension).chrome.storage.session.get('idle');
        if (!idle) return false;
        return what === 'active' ? idle.since === null : what === 'tick' ? idle.ticks > 0 : idle.since !== null;
      }, sign),
    )
    .toBe(true);
}
const button = async (): Promise<{ badge: string; title: string }> =>
  (await browser.worker()).evaluate(async () => {
    const { action } = (globalThis as unknown as Extension).chrome;
    return { badge: await action.getBadgeText({}), title: (await action.getTitle({})).replace(/[\u2068\u2069]/g, '') };
  });
const inbox = async (): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto('https://mail.google.com/mail/u/0/');
  return page;
};
/** This computer tells when it is locked. */
async function lockOnce(): Promise<void> {
  await say('locked');
  await say('active');
}

it('tells it once: on the button until the person looks at a page, and there as a chip', async () => {
  await lockOnce();
  await say('idle');
  await say('tick');
  expect(await (await browser.worker()).evaluate(async () => (await (globalThis as unknown as Extension).chrome.alarms.getAll()).length)).toBe(1);
  await say('active');
  await expect.poll(async () => (await button()).badge).toBe('!');
  expect((await button()).title).toBe('Second Glance: Your computer was left unlocked for 12 minutes');
  expect(await (await browser.worker()).evaluate(async () => (await (globalThis as unknown as Extension).chrome.alarms.getAll()).length)).toBe(0);

  // A page that has no engine gets one as soon as something wakes it; until then the button keeps the mark.
  const page = await inbox();
  await page.evaluate(() => document.body.append(document.createElement('textarea')));
  const chip = await nudgeFor(page, 'unlocked-screen');
  expect(chip.form).toBe('chip');
  expect(chip.text).toContain('12 minutes');
  await expect.poll(button).toEqual({ badge: '', title: 'Second Glance' });

  const other = await inbox();
  await other.evaluate(() => document.body.append(document.createElement('textarea')));
  await page.bringToFront();
  await pressInNudge(page, 'unlocked-screen', chip.title);
  const card = await nudgeWhere(page, 'the opened card', (shown) => shown.find(({ form }) => form === 'card'));
  expect(card.counts['how-long']).toBe(12);
  expect(await nudgesOn(other)).toEqual([]);
});

it('brings an engine into the page in front when the person is back', async () => {
  await lockOnce();
  const page = await inbox();
  await page.bringToFront();
  await say('idle');
  await say('tick');
  await say('active');
  expect((await nudgeFor(page, 'unlocked-screen')).form).toBe('chip');
  await expect.poll(async () => (await button()).badge).toBe('');
});

it('says nothing when the screen was locked', async () => {
  await lockOnce();
  const page = await inbox();
  await say('idle');
  await say('tick');
  await say('locked');
  await say('active');
  expect(await button()).toEqual({ badge: '', title: 'Second Glance' });
  expect(await nudgesOn(page)).toEqual([]);
});
