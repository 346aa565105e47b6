/** The extension is updated, or removed, while a page stays open. */
import { describe, expect, it } from 'vitest';
import { organisation } from '../../practice/letters.mjs';
import type { TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, nudgeWhere, pressInNudge } from './support/nudge';
import { type PracticeServer, usePractice } from './support/practice';
import { answerLetter, openInbox, openLetter, writeNew } from './support/practice-mail';

interface ChromeApi {
  readonly chrome: { readonly runtime: { reload(): void }; readonly management: { uninstallSelf(): void } };
}

let server: PracticeServer;
let browser: TestBrowser;
usePractice({ ownDomains: [organisation.domain] }, (practice) => {
  ({ server, browser } = practice);
});

describe('an update while a compose is open', () => {
  it('goes on in the same page with one card, and Send works', async () => {
    const page = await browser.newPage();
    await openInbox(page, server.url);
    await openLetter(page, /RE: Hearing arrangements/);
    const compose = await answerLetter(page, 'Forward');
    await compose.add('To', 'daniel');
    await nudgeFor(page, 'quoted-thread');

    const before = await browser.worker();
    const next = browser.context.waitForEvent('serviceworker');
    // The worker ends while it answers.
    await before.evaluate(() => (globalThis as unknown as ChromeApi).chrome.runtime.reload()).catch(() => undefined);
    await next;

    const fresh = await writeNew(page);
    await fresh.add('To', 'amira');
    await nudgeFor(page, 'personal-address');
    const shown = await nudgeWhere(page, 'one card for each compose', (all) =>
      all.filter(({ rules }) => rules.includes('quoted-thread')).length === 1 && all.length === 2 ? all : undefined,
    );
    expect(shown).toHaveLength(2);
    // A card of the new version answers: the old one is not what is seen.
    await pressInNudge(page, 'personal-address', 'Got it');
    await nudgeGone(page, 'personal-address');
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
    await nudgeGone(page, 'quoted-thread');
    expect(browser.complaints).toEqual([]);
    await page.close();
  });

  it('leaves a page alone when the extension is gone for good', async () => {
    const page = await browser.newPage();
    await openInbox(page, server.url);
    const compose = await writeNew(page);
    await compose.add('To', 'amira');
    await nudgeFor(page, 'personal-address');
    const worker = await browser.worker();
    const ended = worker.waitForEvent('close');
    await worker.evaluate(() => (globalThis as unknown as ChromeApi).chrome.management.uninstallSelf()).catch(() => undefined);
    await ended;
    const after = await writeNew(page);
    await after.add('To', 'daniel');
    await after.attach('Notes.docx');
    await after.press('Send');
    await page.getByText('Message sent').waitFor();
    await nudgeGone(page);
    expect(browser.complaints).toEqual([]);
    await page.close();
  });
});
