/** The built extension, and generic reading alone, in a real Horde: dynamic, basic, minimal and smartphone view. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { letterOf, organisation, quotedBy, who } from '../../practice/letters.mjs';
import { startHorde } from '../servers/horde';
import type { MailAccount } from '../servers/seed';
import type { Webmail } from '../servers/webmail';
import { startBrowser, type TestBrowser } from './support/browser';
import { dropFiles } from './support/files';
import { readGenerically } from './support/generic-reading';
import { answer, type HordeView, logIn, newMessage, openLetter, redirect } from './support/horde-page';
import { nudgeFor, nudgeGone, nudgeWhere } from './support/nudge';
import { keepSessions } from './support/sessions';

const horde = await startHorde();
if ('unavailable' in horde) console.warn(`Skipped: ${horde.unavailable}`);

const deep = letterOf('dale-5');
const carried = [deep, ...quotedBy(deep)];
const notes = { name: 'Notes for Thursday.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 practice') };

describe.skipIf('unavailable' in horde)('Horde', () => {
  const server = horde as Webmail;
  const getIn = keepSessions();
  const enter = (account: MailAccount, view: HordeView = 'dynamic'): Promise<void> =>
    getIn(page, `${account.address} ${view}`, () => logIn(page, server.url, account, view));
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser({ extension: inject('extension') });
    await browser.set({ ownDomains: [organisation.domain], trustedDomains: [organisation.trusted] });
  });
  afterAll(async () => {
    await browser?.stop();
    await server.stop();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    server.clear();
  });
  afterEach(async () => {
    for (const open of browser.context.pages()) {
      open.removeAllListeners('dialog');
      open.on('dialog', (dialog) => void dialog.accept());
      await open.close();
    }
    // What one test has sent must not make the next one quieter.
    await browser.forget();
  });

  const folderOf = (address: string): string => (address === deep.from.address ? 'Sent' : 'INBOX');

  for (const account of Object.values(server.accounts ?? {})) {
    it(`names what is further down when a deep thread is forwarded outside, writing ${account.writes}`, async () => {
      await enter(account);
      await openLetter(page, server.url, deep.subject, folderOf(account.address));
      expect(await readGenerically(page)).toEqual([]);
      const compose = await answer(page, 'forward', 'body');
      await compose.add('to', who.frost.address);
      const nudge = await nudgeWhere(compose.page, 'a card that knows the new recipient', (shown) => shown.find(({ facts }) => facts['new-people']));
      expect(nudge.rules).toContain('quoted-thread');
      expect(nudge.counts['earlier-messages']).toBe(carried.length);
      await compose.field('to').pressSequentially(who.home.address);
      await nudgeFor(compose.page, 'personal-address');
      expect(await readGenerically(compose.page)).toMatchObject([
        { to: [who.frost.address, who.home.address], cc: [], mode: 'forward', complete: 'complete', account: account.address, writes: account.writes },
      ]);
      await compose.field('to').fill('');
      await nudgeGone(compose.page, 'personal-address');
    });
  }

  it('tells reply, reply to all and forward as attachment apart', async () => {
    const { amira } = server.accounts;
    await enter(amira);
    await openLetter(page, server.url, deep.subject);
    const reply = await answer(page, 'reply', 'reply');
    expect(await readGenerically(reply.page)).toMatchObject([{ to: [deep.from.address], cc: [], mode: 'reply' }]);
    await reply.page.close();
    const everyone = await answer(page, 'reply', 'reply_all');
    const [reading] = await readGenerically(everyone.page);
    expect(reading).toMatchObject({ mode: 'reply-all', complete: 'complete' });
    const others = [...deep.to, ...deep.cc].map(({ address }) => address).filter((address) => address !== amira.address);
    expect([...(reading?.to ?? []), ...(reading?.cc ?? [])].sort()).toEqual([deep.from.address, ...others].sort());
    await everyone.page.close();
    const forward = await answer(page, 'forward', 'attach');
    expect(await readGenerically(forward.page)).toMatchObject([{ to: [], mode: 'forward', files: ['Forwarded Message'] }]);
  });

  it('counts what is redirected as it is, to whom, and lets it go', async () => {
    const { amira } = server.accounts;
    await enter(amira);
    await openLetter(page, server.url, deep.subject);
    const window = await redirect(page);
    const field = window.locator('#redirect_sendto input').first();
    await field.click();
    await field.pressSequentially(`${who.frost.address},`);
    const nudge = await nudgeWhere(window, 'a card that knows the new recipient', (shown) => shown.find(({ facts }) => facts['new-people']));
    expect(nudge.counts).toMatchObject({ 'earlier-messages': carried.length, 'new-people': 1, 'personal-data': 3 });
    await field.pressSequentially(`${who.home.address},`);
    await nudgeFor(window, 'quoted-thread', 'personal-address');
    const closed = window.waitForEvent('close');
    await window.locator('#send_button_redirect').click();
    await closed;
    expect(server.messages().map(({ to }) => [...to].sort())).toEqual([[who.frost.address, who.home.address].sort()]);
  });

  it('holds Send once where a reminder is set to confirm; Send anyway sends exactly once', async () => {
    const { amira } = server.accounts;
    await browser.set({ ruleStrengths: { 'personal-address': 'confirm' } });
    try {
      await enter(amira);
      await page.goto(`${server.url}/imp/dynamic.php?page=mailbox`);
      const compose = await newMessage(page);
      await compose.add('to', who.home.address);
      await compose.add('bcc', who.grace.address);
      await compose.page.locator('#subject').fill('For the weekend');
      const withFiles = (count: number) =>
        nudgeWhere(compose.page, `a card that knows ${count} files`, (shown) =>
          shown.find(({ rules, counts }) => rules.includes('personal-address') && (counts['files'] ?? 0) === count),
        );
      await dropFiles(compose.page.locator('#atcdrop'), { ...notes, name: 'Not this one.pdf' });
      await compose.attached('Not this one.pdf');
      await withFiles(1);
      await compose.attach(notes);
      await withFiles(2);
      await compose.detach('Not this one.pdf');
      await withFiles(1);
      expect(await readGenerically(compose.page)).toMatchObject([
        { to: [who.home.address], bcc: [who.grace.address], mode: 'new', files: [notes.name], subject: 'For the weekend' },
      ]);
      const held = () => compose.page.evaluate(() => document.activeElement?.localName === 'second-glance');
      const send = compose.page.locator('#send_button');
      await send.click();
      await expect.poll(held).toBe(true);
      // Go back has the focus.
      await compose.page.keyboard.press('Enter');
      await expect.poll(held).toBe(false);
      expect(server.messages()).toEqual([]);
      // By key, as the first time by mouse.
      await compose.page.locator('#subject').press('Control+Enter');
      await expect.poll(held).toBe(true);
      await compose.page.keyboard.press('Tab');
      await compose.page.keyboard.press('Enter');
      await expect.poll(() => server.messages().map(({ to }) => [...to].sort())).toEqual([[who.home.address, who.grace.address].sort()]);
    } finally {
      await browser.set({ ruleStrengths: {} });
    }
  });

  it.each([
    ['basic', 'imp/basic.php?page=mailbox', 'imp/basic.php?page=compose'],
    ['mobile', 'imp/minimal.php?page=mailbox', 'imp/minimal.php?page=compose'],
    ['smartmobile', 'imp/smartmobile.php', 'imp/smartmobile.php#compose'],
  ] as const)('reads what is typed in the %s view', async (view, list, write) => {
    const { amira } = server.accounts;
    await enter(amira, view);
    await page.goto(`${server.url}/${list}`);
    expect(await readGenerically(page)).toEqual([]);
    await page.goto(`${server.url}/${write}`);
    // The basic view puts a box for chips in front of the field.
    const field = (name: string) =>
      page
        .locator(`#${name} ~ * input, :has(> #${name}) input.hordeACTrigger, input[name="${name}"], input[name="${name}[]"]`)
        .filter({ visible: true })
        .first();
    await field('to').fill(`Home <${who.home.address}>, ${who.frost.address}`);
    await field('subject').fill('For the weekend');
    await nudgeFor(page, 'personal-address');
    expect(await readGenerically(page)).toMatchObject([
      { to: [who.home.address, who.frost.address], subject: 'For the weekend', mode: 'new', account: amira.address },
    ]);
  });

  it('reads a forward of the minimal view, which sends by a form and another page', async () => {
    const { amira } = server.accounts;
    await enter(amira, 'mobile');
    await page.goto(`${server.url}/imp/minimal.php?page=mailbox`);
    await page.getByRole('link', { name: deep.subject, exact: true }).first().click();
    await page.getByRole('link', { name: 'Forward', exact: true }).first().click();
    await page.locator('input[name="to"]').fill(who.home.address);
    await nudgeFor(page, 'personal-address');
    expect(await readGenerically(page)).toMatchObject([{ to: [who.home.address], account: amira.address, writes: 'text' }]);
    await page.locator('input[type=submit][value="Send"]').click();
    await expect.poll(() => server.messages().map(({ to }) => to)).toEqual([[who.home.address]]);
    await nudgeGone(page);
  });
});
