/** What people, pages and storage can do wrong, in the built extension: no exception in the page, no wrong claim, nothing lost silently. */
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation, who } from '../../practice/letters.mjs';
import type { TestBrowser } from './support/browser';
import { cardFor, nudgeFor, nudgeGone, nudgesOn, nudgeWhere } from './support/nudge';
import { type PracticeServer, usePractice } from './support/practice';
import { answerLetter, openInbox, openLetter, writeNew } from './support/practice-mail';

interface ChromeStorage {
  readonly chrome: { readonly storage: Record<'local' | 'sync', { set(values: unknown): Promise<void>; get(key: null): Promise<Record<string, unknown>> }> };
}

let browser: TestBrowser;
let server: PracticeServer;
let page: Page;

const settings = { ownDomains: [organisation.domain], trustedDomains: [organisation.trusted] };

usePractice({}, (practice) => {
  ({ server, browser } = practice);
});
beforeEach(async () => {
  await browser.set(settings);
  page = await browser.newPage();
  await openInbox(page, server.url);
});
afterEach(async () => {
  await page.close();
  await browser.forget();
  expect(browser.complaints).toEqual([]);
});

describe('recipients', () => {
  it('makes no claim about text that is no address', async () => {
    const compose = await writeNew(page);
    for (const text of ['not an address', '@', 'someone@', '@gmail.com', 'a@b@c', '<script>alert(1)</script>', 'gmail.com', 'name @ gmail . com'])
      await compose.field('To').pressSequentially(`${text},`);
    await compose.attach('Notes.docx');
    // A real private address beside them is still found, and it alone.
    await compose.add('To', who.home.address);
    const nudge = await cardFor(page, 'personal-address');
    expect(nudge.counts['address']).toBe(1);
    await compose.remove(who.home.name);
    await nudgeGone(page);
  });

  it('shows names with markup and direction overrides as plain text', async () => {
    const name = '<img src=x onerror=alert(1)>\u202emoc.liamg@eman\u202c';
    const compose = await writeNew(page);
    await compose.field('To').fill(`${name} <amira_khan@gmail.com>`);
    await page.keyboard.press('Enter');
    const nudge = await cardFor(page, 'personal-address');
    expect(nudge.text).toContain('amira_khan@gmail.com');
    expect(nudge.text).not.toContain('\u202e');
  });

  it('keeps up with 2,000 recipients', async () => {
    const compose = await writeNew(page);
    const many = Array.from({ length: 2000 }, (_, index) => `person${index}@${index % 2 ? organisation.domain : 'outside.example'}`).join(', ');
    await compose.field('To').fill(`${many}, ${who.home.address},`);
    const nudge = await cardFor(page, 'personal-address');
    expect(nudge.counts['address']).toBe(1);
    await compose.window.getByRole('textbox', { name: 'Subject' }).fill('Still writing');
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
    await nudgeGone(page);
  });
});

describe('pages', () => {
  it('reads a thread of two megabytes in pieces, and lets the page have its turns in between', async () => {
    await openLetter(page, /RE: Hearing arrangements/);
    const compose = await answerLetter(page, 'Forward');
    await compose.window.getByRole('textbox', { name: 'Message' }).evaluate((editor) => {
      const one = editor.lastElementChild;
      if (!one) throw new Error('There is no quote.');
      const size = one.innerHTML.length;
      // The page's own layout of so much text takes its time with or without Second Glance, and is not counted.
      for (let copies = Math.ceil(2_000_000 / size); copies > 0; copies--) editor.append(one.cloneNode(true));
      editor.scrollTop = editor.scrollHeight;
    });
    await compose.add('To', 'daniel');
    await page.evaluate(() => {
      const turns = { had: 0 };
      Object.assign(globalThis, { turns });
      const turn = (): void => {
        turns.had += 1;
        setTimeout(turn, 5);
      };
      turn();
    });
    await nudgeWhere(page, 'a card that has counted the long thread', (shown) => shown.find(({ counts }) => (counts['earlier-messages'] ?? 0) > 5), 30_000);
    const had = await page.evaluate(() => (globalThis as unknown as { turns: { had: number } }).turns.had);
    expect(had).toBeGreaterThan(20);
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
  });

  it('stays steady while the page rebuilds its DOM ten times a second', async () => {
    await openLetter(page, /RE: Hearing arrangements/);
    const compose = await answerLetter(page, 'Forward');
    await compose.add('To', 'daniel');
    await page.evaluate(() => {
      let turns = 0;
      setInterval(() => {
        for (const list of document.querySelectorAll('#messages, #folders')) list.replaceChildren(...[...list.childNodes].map((node) => node.cloneNode(true)));
        turns += 1;
        document.body.dataset['turns'] = String(turns);
      }, 100);
    });
    await nudgeFor(page, 'quoted-thread');
    // From here on the card is there at every look, however often the page is rebuilt.
    const turns = async (): Promise<number> => Number(await page.evaluate(() => document.body.dataset['turns'] ?? '0'));
    const enough = (await turns()) + 30;
    for (let looks = 0; looks < 12 || (await turns()) < enough; looks += 1)
      expect((await nudgesOn(page)).map(({ rules }) => rules[0])).toEqual(['quoted-thread']);
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
  });

  it('says once that the page took its card away, and lets the page be', async () => {
    await openLetter(page, /RE: Hearing arrangements/);
    const compose = await answerLetter(page, 'Forward');
    await compose.add('To', 'daniel');
    await nudgeFor(page, 'quoted-thread');
    await page.evaluate(() => {
      new MutationObserver(() => {
        for (const host of document.querySelectorAll('second-glance')) host.remove();
      }).observe(document, { childList: true, subtree: true });
      document.querySelector('second-glance')?.remove();
    });
    await nudgeGone(page);
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
  });
});

describe('storage', () => {
  it('uses the good settings beside broken ones, and keeps the broken ones', async () => {
    const worker = await browser.worker();
    await worker.evaluate(() =>
      (globalThis as unknown as ChromeStorage).chrome.storage.sync.set({ trustedDomains: 42, ruleStrengths: 'loud', personalDomains: [null, 7] }),
    );
    await worker.evaluate(() => (globalThis as unknown as ChromeStorage).chrome.storage.local.set({ pacing: ['no', 'object'], meetings: 'nonsense' }));
    const compose = await writeNew(page);
    await compose.add('To', 'amira');
    await nudgeFor(page, 'personal-address');
    const stored = await worker.evaluate(() => (globalThis as unknown as ChromeStorage).chrome.storage.sync.get(null));
    expect(stored).toMatchObject({ ownDomains: [organisation.domain], trustedDomains: 42, ruleStrengths: 'loud' });
    const options = await browser.extensionPage('options.html');
    await options.locator('[data-refused]').waitFor();
    await options.close();
  });
});
