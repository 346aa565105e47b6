/**
 * What a person's acts leave behind on the computer, through the built extension: from Send in the page to the next compose in ordinary windows,
 * and nothing at all from private ones.
 */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import type { TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, nudgesOn, nudgeWhere, pressInNudge } from './support/nudge';
import { type PracticeServer, usePractice } from './support/practice';
import { openInbox, writeNew } from './support/practice-mail';
import { allowPrivateWindows, openPrivately } from './support/private-window';

let browser: TestBrowser;
let server: PracticeServer;

usePractice({ ownDomains: [organisation.domain] }, (practice) => {
  ({ server, browser } = practice);
});

interface Entry {
  readonly rule: string;
  readonly outcome: string;
}
interface Left {
  readonly local: {
    readonly acquaintances?: { readonly salt: string; readonly records: object };
    readonly pacing?: Record<string, object> & { readonly salt: string };
  };
  readonly session: Record<string, unknown>;
  readonly history: readonly Entry[];
  /** Alarms, databases, caches and the pages' own storage. */
  readonly others: object;
}

/** Everything that the extension has kept anywhere, seen from one of its pages. */
const left = (from: Page): Promise<Left> =>
  from.evaluate(async () => {
    type Area = { get(key: null): Promise<Record<string, unknown>> };
    const { storage, alarms } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Area>; alarms: { getAll(): Promise<object[]> } } })
      .chrome;
    const days = await new Promise<unknown[][]>((resolve, reject) => {
      const opening = indexedDB.open('second-glance-history');
      opening.onupgradeneeded = () => opening.result.createObjectStore('days');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asking = opening.result.transaction('days').objectStore('days').getAll();
        asking.onsuccess = () => {
          opening.result.close();
          resolve(asking.result);
        };
      };
    });
    return {
      local: await storage.local.get(null),
      session: await storage.session.get(null),
      history: days.flat(),
      others: {
        alarms: await alarms.getAll(),
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: await caches.keys(),
        pages: [{ ...localStorage }, { ...sessionStorage }],
      },
    } as Left;
  });

/** A meeting, a message that is sent past its card, and a card that is sent away for today. */
async function act(page: Page, outsider: string): Promise<void> {
  await page.goto(`${server.url}/meeting/?wait=0`);
  await pressInNudge(page, 'pre-join', 'Got it');
  await nudgeGone(page);
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'Leave call' }).click();
  await openInbox(page, server.url);
  const outside = await writeNew(page);
  await outside.add('To', outsider);
  await outside.attach('order.pdf');
  await nudgeFor(page, 'outside-recipient');
  await outside.press('Send');
  await page.getByText('Message sent').waitFor();
  const home = await writeNew(page);
  await home.add('To', 'amira');
  await pressInNudge(page, 'personal-address', 'Snooze');
  await pressInNudge(page, 'personal-address', 'For today');
  await nudgeGone(page, 'personal-address');
  await home.press('Discard message');
}

describe('private windows', () => {
  it('leave nothing behind, in which the same acts of an ordinary window leave their counts', async () => {
    await allowPrivateWindows(browser);
    const from = await browser.extensionPage('options.html');
    // The background makes its salts at its first start.
    await expect
      .poll(async () => (await left(from)).local)
      .toMatchObject({ pacing: { salt: expect.stringMatching(/./) }, acquaintances: { salt: expect.stringMatching(/./) } });
    const before = await left(from);

    const hidden = await openPrivately(browser, from, `${server.url}/mailbox/`);
    await act(hidden, 'kim@printer.example');
    // What was answered there holds there, on other pages too.
    await openInbox(hidden, server.url);
    const again = await writeNew(hidden);
    await again.add('To', 'amira');
    await again.add('To', 'lee@printer.example');
    await again.attach('order.pdf');
    await nudgeWhere(hidden, 'a card about the file', (shown) => shown.find(({ facts }) => facts['outside-people']));
    expect((await nudgesOn(hidden)).flatMap(({ rules }) => rules)).not.toContain('personal-address');
    await again.press('Send');
    await hidden.getByText('Message sent').waitFor();
    expect((await left(from)).local).toEqual(before.local);
    await hidden.close();
    await expect.poll(() => left(from)).toEqual(before);

    const open = await browser.newPage();
    await act(open, 'sam@builder.example');
    await expect
      .poll(async () => (await left(from)).history.map(({ rule, outcome }) => `${rule} ${outcome}`))
      .toEqual(['pre-join got-it', 'outside-recipient sent', 'personal-address snoozed']);
    await open.close();
    await expect.poll(async () => Object.keys((await left(from)).session).filter((key) => key.startsWith('status.'))).toEqual([]);
    const after = await left(from);
    expect(Object.keys(after.local.acquaintances?.records ?? {}), 'one person and their organisation').toHaveLength(2);
    expect(Object.keys(after.local.pacing?.['snoozedUntil'] ?? {})).toEqual(['personal-address']);
    expect(after.session).toMatchObject({ lastSent: { rules: ['outside-recipient'] } });
    expect(Object.keys((after.session['meetings'] as { readonly records: object }).records)).not.toHaveLength(0);
    await from.close();
  });
});

it('a file for someone outside is news once; for someone else it is again', async () => {
  const from = await browser.extensionPage('options.html');
  const peopleKnown = async (): Promise<number> => Object.keys((await left(from)).local.acquaintances?.records ?? {}).length;
  const before = await peopleKnown();
  const page = await browser.newPage();
  await openInbox(page, server.url);
  const first = await writeNew(page);
  await first.add('To', 'eve@supplier.example');
  await first.attach('order.pdf');
  expect((await nudgeFor(page, 'outside-recipient')).facts['outside-people']).toContain('eve@supplier.example');
  await first.press('Send');
  await nudgeGone(page);
  // Remembered a moment later: one person and their organisation.
  await expect.poll(peopleKnown).toBe(before + 2);

  await page.reload();
  await openInbox(page, server.url);
  const second = await writeNew(page);
  await second.add('To', 'eve@supplier.example');
  await second.attach('order.pdf');
  await second.add('To', 'kim@printer.example');
  const nudge = await nudgeWhere(page, 'a card about the new one', (shown) => shown.find(({ facts }) => facts['outside-people']));
  expect(nudge.counts['outside-people']).toBe(1);
  expect(nudge.facts['outside-people']).toContain('kim@printer.example');
  await Promise.all([page.close(), from.close()]);
});
