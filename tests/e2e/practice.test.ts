/** The built extension on the practice mailbox, in a real browser, used by mouse and keyboard. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letterOf, organisation, quotedBy, timeOf, who } from '../../practice/letters.mjs';
import type { TestBrowser } from './support/browser';
import { accessibleCard, cardFor, hasSentLine, nudgeFor, nudgeGone, nudgesOn, nudgeWhere, pressInNudge, type ShownNudge, sentLine } from './support/nudge';
import { openPopup, type Popup } from './support/popup';
import { type PracticeServer, usePractice } from './support/practice';
import { answerLetter, openInbox, openLetter, type PracticeCompose, writeNew } from './support/practice-mail';

type Pause = { readonly everywhere: number; readonly sites: Readonly<Record<string, number>> };
type Chrome = { chrome: { storage: { local: { get(key: string): Promise<{ readonly pause?: Pause }>; set(values: object): Promise<void> } } } };

let browser: TestBrowser;
let server: PracticeServer;
let page: Page;

usePractice({ ownDomains: [organisation.domain], trustedDomains: [organisation.trusted] }, (practice) => {
  ({ server, browser } = practice);
});
beforeEach(async () => {
  page = await browser.newPage();
  await openInbox(page, server.url);
});
afterEach(async () => {
  await page.close();
  // Nothing that a test did may make the next one quieter.
  await browser.forget();
});

const deep = letterOf('dale-5');
/** What a forward of the deep thread carries: the letter itself and all below. */
const carried = [deep, ...quotedBy(deep)];
const hearing = /RE: Hearing arrangements/;

/** Waits for the card about the thread that has seen the newest recipient: before, it may be the one about the forward alone. */
const cardKnowing = (inPage: Page, newPeople: number): Promise<ShownNudge> =>
  nudgeWhere(inPage, `a card that knows of ${newPeople} new`, (shown) =>
    shown.find(({ rules, counts }) => rules.includes('quoted-thread') && counts['new-people'] === newPeople),
  );

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('a deep thread, forwarded', () => {
  let compose: PracticeCompose;
  beforeEach(async () => {
    await openLetter(page, hearing);
    compose = await answerLetter(page, 'Forward');
  });

  it('names what is further down, with the right numbers', async () => {
    await compose.add('To', 'daniel');
    const nudge = await cardKnowing(page, 1);
    expect(nudge.rules[0]).toBe('quoted-thread');
    expect(nudge.form).toBe('card');
    expect(nudge.counts['earlier-messages']).toBe(carried.length);
    expect(nudge.counts['new-people']).toBe(1);
    expect(nudge.facts['new-people']).toContain(who.frost.address);
    const days = Math.round((timeOf(deep, 0) - timeOf(letterOf('dale-1'), 0)) / 86_400_000);
    expect(nudge.counts['time-span']).toBe(days);
    // Two postcodes and a date of birth.
    expect(nudge.counts['personal-data']).toBe(3);
    expect(nudge.text).not.toContain('LS99');
    expect(nudge.text).not.toContain('2017');
  });

  it('never covers Send, recipients or the subject, and never takes the focus', async () => {
    await compose.add('To', 'daniel');
    const { box } = await cardKnowing(page, 1);
    for (const part of [
      compose.window.getByRole('button', { name: 'Send', exact: true }),
      compose.field('To'),
      compose.window.getByRole('textbox', { name: 'Subject' }),
    ])
      expect(overlap(box, await compose.boxOf(part))).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('to');
  });

  it('is a named region with its buttons for a screen reader, and says its title once', async () => {
    await compose.add('To', 'daniel');
    const { title } = await cardKnowing(page, 1);
    const card = await accessibleCard(page);
    expect(card).toMatchObject({ role: 'region', name: title });
    expect(card.controls).toEqual(expect.arrayContaining(['Got it', 'Not relevant here', 'Snooze', 'Why this matters', 'Get help']));
    const { announced } = await nudgeWhere(page, 'the announcement', (shown) => shown.find((nudge) => nudge.announced !== ''));
    expect(announced).toContain(title);
  });

  it('goes while the compose is minimised, comes back with it, and goes when it is closed', async () => {
    await compose.add('To', 'daniel');
    await cardKnowing(page, 1);
    await compose.press('Minimise');
    await nudgeGone(page);
    await compose.press('Minimise');
    await nudgeFor(page, 'quoted-thread');
    await compose.press('Close');
    await nudgeGone(page);
  });

  it('stays quiet about the same thing after Got it', async () => {
    await compose.add('To', 'daniel');
    await cardKnowing(page, 1);
    await pressInNudge(page, 'quoted-thread', 'Got it');
    await nudgeGone(page);
    await compose.window.getByRole('textbox', { name: 'Message' }).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Dear Mr Frost, the hearing is at ten thirty.');
    // Something new is worth a second look: another person is added.
    await compose.add('To', 'helen');
    await cardKnowing(page, 2);
  });

  it('sends the message as it is', async () => {
    await compose.add('To', 'daniel');
    await cardKnowing(page, 1);
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
    await nudgeGone(page);
    await page.getByRole('navigation', { name: 'Folders' }).getByRole('button', { name: 'Sent' }).click();
    await page.getByRole('button', { name: /To: Daniel Frost/ }).click();
    const article = page.getByRole('article');
    await article.getByText('Court 4 list.pdf').waitFor();
    expect(await article.innerText()).toContain('14 Alder Rise');
    expect(await article.innerHTML()).not.toContain('second-glance');
  });

  it('leads from the overlooked card to help, with the report made ready and without a word of the message', async () => {
    await compose.add('To', 'daniel');
    await cardKnowing(page, 1);
    await compose.press('Send');
    const line = await sentLine(page);
    expect(line.text).toBe('Sent. Not what you meant?');
    const [help] = await Promise.all([page.context().waitForEvent('page'), page.mouse.click(line.x, line.y)]);
    await help.locator('[data-situation=wrong-person][open] [data-recall=any-webmail]').waitFor();
    await help.locator('.report pre').getByText('1 person outside received it.').waitFor();
    const report = await help.locator('.report pre').innerText();
    expect(report).toContain('Second Glance had reminded of: Earlier messages further down');
    expect(report).toContain('0 colleagues received it.');
    expect(report).toContain('Earlier messages went with it that should not have.');
    expect(report).not.toMatch(/frost|dale|hearing/i);
    expect(await help.getByRole('link', { name: 'Open as a mail draft' }).getAttribute('href')).toMatch(/^mailto:/);
    expect(await hasSentLine(page)).toBe(false);
    await help.close();
  });

  it('asks nothing after Send when the person has answered the card', async () => {
    await compose.add('To', 'daniel');
    await pressInNudge(page, 'quoted-thread', 'Got it');
    await nudgeGone(page);
    await compose.press('Send');
    await page.getByText('Message sent').waitFor();
    await expect.poll(() => page.locator('second-glance').count()).toBe(0);
    expect(await hasSentLine(page)).toBe(false);
  });
});

describe('a pause made in the popup', () => {
  /** As the toolbar shows it: the popup over the mailbox, which stays the tab in front. */
  const inPopup = async (act: (popup: Popup) => Promise<unknown>): Promise<void> => {
    const popup = await openPopup(browser, page);
    await act(popup);
    await popup.close();
  };
  const press = (popup: Popup, selector: string) =>
    expect.poll(() => popup.read<boolean>(`(() => { const it = document.querySelector('${selector}'); it?.click(); return it !== null; })()`)).toBe(true);
  const pausedUntil = async () =>
    (await browser.worker()).evaluate(() =>
      (globalThis as unknown as Chrome).chrome.storage.local
        .get('pause')
        .then(({ pause }) => (pause ? Math.max(pause.everywhere, ...Object.values(pause.sites)) : 0)),
    );

  it('takes the card away, keeps others from coming, and ends with the button or by itself', async () => {
    await openLetter(page, hearing);
    const compose = await answerLetter(page, 'Forward');
    await compose.add('To', 'daniel');
    await cardKnowing(page, 1);

    await inPopup(async (popup) => {
      await press(popup, '[data-act=pause-hour]');
      await expect.poll(() => popup.read('document.querySelector("[data-paused]")?.dataset.paused')).toBe('here');
      if (process.env['SECOND_GLANCE_SCREENSHOTS'])
        await writeFile(path.join(process.env['SECOND_GLANCE_SCREENSHOTS'], 'popup-paused.png'), await popup.screenshot());
    });
    expect(((await pausedUntil()) - Date.now()) / 60_000).toBeCloseTo(60, -1);
    await nudgeGone(page);
    await compose.add('To', who.home.address);
    expect(await nudgesOn(page)).toEqual([]);

    await inPopup((popup) => press(popup, '[data-act=resume]'));
    // What was written meanwhile counts.
    await nudgeFor(page, 'personal-address');
    await nudgeFor(page, 'quoted-thread');

    await inPopup((popup) => press(popup, '[data-act=pause-hour]'));
    await nudgeGone(page);
    // The hour is made a second long; the page itself notices the end.
    await (await browser.worker()).evaluate(async () => {
      const { local } = (globalThis as unknown as Chrome).chrome.storage;
      const { pause } = await local.get('pause');
      const soon = Date.now() + 1500;
      await local.set({ pause: { everywhere: 0, sites: Object.fromEntries(Object.keys(pause?.sites ?? {}).map((site) => [site, soon])) } });
    });
    await nudgeFor(page, 'quoted-thread');
    expect(await pausedUntil()).toBeLessThanOrEqual(Date.now());
  });
});

describe('a message that is open', () => {
  it('shows where its link really goes, covers no button, and its card goes with it', async () => {
    await openLetter(page, /mailbox is almost full/);
    const nudge = await cardFor(page, 'unexpected-sender');
    expect(nudge.form).toBe('card');
    expect(nudge.facts['link']).toBe('A link shows portal.justice.example but goes to confirm.storage-notices.example.');
    expect(nudge.text).not.toMatch(/phish|scam|fraud/i);
    for (const button of await page.getByRole('button', { name: /^(?:Reply|Reply all|Forward)$/ }).all()) {
      const box = await button.boundingBox();
      if (box) expect(overlap(nudge.box, box)).toBe(false);
    }
    await openLetter(page, /Caseload figures/);
    await nudgeGone(page);
    await openLetter(page, /Quick favour/);
    const other = await cardFor(page, 'unexpected-sender');
    expect(other.facts['lookalike']).toContain('justlce.example');
    expect(other.facts['link']).toBeUndefined();
    await page.getByRole('navigation', { name: 'Folders' }).getByRole('button', { name: 'Sent' }).click();
    await nudgeGone(page);
  });
});

describe('work to a private mailbox', () => {
  it('comes with the address and the file, and goes when the address is taken out', async () => {
    const compose = await writeNew(page);
    await compose.add('To', 'amira');
    await compose.attach('Open cases.xlsx');
    const nudge = await nudgeWhere(page, 'a card that knows the file', (shown) => shown.find(({ facts }) => facts['files']));
    expect(nudge.rules[0]).toBe('personal-address');
    expect(nudge.facts['address']).toContain(who.home.address);
    expect(nudge.facts['own-mailbox']).toBeDefined();
    expect(nudge.counts['files']).toBe(1);
    await compose.remove('Amira Khan');
    await nudgeGone(page);
  });

  it('is seen while the address is still being typed', async () => {
    const compose = await writeNew(page);
    await compose.field('To').pressSequentially('amira_khan@gmail.com');
    await page.keyboard.press('Escape');
    const nudge = await cardFor(page, 'personal-address');
    expect(nudge.facts['address']).toContain(who.home.address);
  });

  it('forgets the file when it is taken out', async () => {
    const compose = await writeNew(page);
    await compose.add('To', 'amira');
    await compose.attach('Open cases.xlsx');
    await nudgeWhere(page, 'a card that knows the file', (shown) => shown.find(({ facts }) => facts['files']));
    await compose.remove('Open cases.xlsx');
    await nudgeWhere(page, 'a card without the file', (shown) => shown.find(({ rules, facts }) => rules.includes('personal-address') && !facts['files']));
  });
});

describe('several composes at once', () => {
  it('gives each its own card', async () => {
    await openLetter(page, hearing);
    const forward = await answerLetter(page, 'Forward');
    await forward.add('To', 'daniel');
    const fresh = await writeNew(page);
    await fresh.add('To', 'amira');
    const shown = await nudgeWhere(page, 'two cards', (all) => (all.length === 2 ? all : undefined));
    expect(shown.map(({ rules }) => rules[0]).sort()).toEqual(['personal-address', 'quoted-thread']);
    await fresh.press('Discard message');
    await nudgeGone(page, 'personal-address');
    await nudgeFor(page, 'quoted-thread');
  });

  it('is silent for ordinary mail inside the organisation', async () => {
    const compose = await writeNew(page);
    await compose.add('To', 'grace');
    await compose.attach('Agenda.docx');
    await compose.window.getByRole('textbox', { name: 'Subject' }).fill('Agenda');
    await openLetter(page, /Who is in over the holidays/);
    await answerLetter(page, 'Reply');
    // A card elsewhere shows that everything was read by then.
    const witness = await writeNew(page);
    await witness.add('To', 'amira');
    await nudgeFor(page, 'personal-address');
    expect((await nudgesOn(page)).map(({ rules }) => rules)).toEqual([['personal-address']]);
  });
});

it('writes nothing into the console and throws nothing in the page', () => {
  expect(browser.complaints).toEqual([]);
});

describe('a password in the text', () => {
  it('is marked where it stands while the card does, and the message stays as it was written', async () => {
    const compose = await writeNew(page);
    await compose.add('To', who.frost.address);
    const text = compose.window.getByRole('textbox', { name: 'Message' });
    await text.pressSequentially('The password for the folder is Harbour-4711.');
    await nudgeFor(page, 'password-in-message');
    const written = await text.innerHTML();
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('second-glance-mark') ?? [])].map((range) => {
          const live = range as Range;
          return live.toString();
        }),
      );
    await expect.poll(marked).toEqual([expect.stringContaining('Harbour-4711')]);
    expect(await text.innerHTML()).toBe(written);
    await pressInNudge(page, 'password-in-message', 'Got it');
    await nudgeGone(page);
    await expect.poll(marked).toEqual([]);
    expect(await text.innerHTML()).toBe(written);
  });
});
