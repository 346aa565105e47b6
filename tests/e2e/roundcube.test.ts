/** The built extension in a real Roundcube: read aloud before sending, and nothing changed in what is sent. */
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { letterOf, organisation, quotedBy, who } from '../../practice/letters.mjs';
import { startRoundcube } from '../servers/roundcube';
import type { MailAccount } from '../servers/seed';
import type { Sent } from '../servers/sink';
import type { Webmail } from '../servers/webmail';
import { startBrowser, type TestBrowser } from './support/browser';
import { dropFiles, pasteImage } from './support/files';
import { readGenerically } from './support/generic-reading';
import { cardFor, hasSentLine, nudgeFor, nudgeGone, nudgesOn, nudgeWhere, pressInNudge, sentLine } from './support/nudge';
import { answer, forgetUnsent, logIn, newMessage, openMessage, RoundcubeCompose, uidOf } from './support/roundcube-page';
import { keepSessions } from './support/sessions';

const roundcube = await startRoundcube();
if ('unavailable' in roundcube) console.warn(`Skipped: ${roundcube.unavailable}`);

const deep = letterOf('dale-5');
const carried = [deep, ...quotedBy(deep)];
const notes = { name: 'Notes for Thursday.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 practice') };

/** What is left to compare when everything is taken out that differs between two sendings of the same message. */
function lasting({ from, to, raw }: Sent): unknown {
  const boundaries = new Map<string, string>();
  const text = raw.replace(/^(Date|Message-ID|Received): .*(\r\n[ \t].*)*\r\n/gim, '').replace(/=_[0-9a-f]{32}/g, (boundary) => {
    if (!boundaries.has(boundary)) boundaries.set(boundary, `boundary-${boundaries.size + 1}`);
    return boundaries.get(boundary) ?? '';
  });
  return { from, to, text };
}

describe.skipIf('unavailable' in roundcube)('Roundcube', () => {
  const server = roundcube as Webmail;
  const getIn = keepSessions();
  const enter = (into: Page, account: MailAccount): Promise<void> => getIn(into, account.address, () => logIn(into, server.url, account));
  let browser: TestBrowser;
  let page: Page;

  const newPage = async (inBrowser: TestBrowser): Promise<Page> => {
    const opened = await inBrowser.newPage();
    opened.on('dialog', (dialog) => void dialog.accept());
    await forgetUnsent(opened);
    return opened;
  };
  beforeAll(async () => {
    browser = await startBrowser({ extension: inject('extension') });
    await browser.set({ ownDomains: [organisation.domain], trustedDomains: [organisation.trusted] });
  });
  afterAll(async () => {
    await browser?.stop();
    await server.stop();
  });
  beforeEach(async () => {
    page = await newPage(browser);
    server.clear();
  });
  afterEach(async () => {
    for (const open of browser.context.pages().slice(1)) await open.close();
    // What one test has sent must not make the next one quieter.
    await browser.forget();
  });

  /** Tom wrote the newest letter himself; he has it in Sent. */
  const folderOf = (account: MailAccount): string => (account.address === deep.from.address ? 'Sent' : 'INBOX');

  async function forwardDeepThread(inPage: Page, account: MailAccount): Promise<RoundcubeCompose> {
    await enter(inPage, account);
    await openMessage(inPage, server.url, deep.subject, folderOf(account));
    return answer(inPage, 'forward', account.writes);
  }
  const onlyMessage = (): Sent => {
    const [sent, ...others] = server.messages();
    if (!sent || others.length > 0) throw new Error(`${server.messages().length} messages arrived instead of one.`);
    return sent;
  };
  const cardWithNewPeople = (inPage: Page) =>
    nudgeWhere(inPage, 'a card that knows the new recipient', (shown) => shown.find(({ facts }) => facts['new-people']));

  it('shows in an open message where a link really goes, in the whole window and beside the list', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    await openMessage(page, server.url, letterOf('storage').subject);
    const nudge = await cardFor(page, 'unexpected-sender');
    expect(nudge.facts['link']).toContain('confirm.storage-notices.example');
    await openMessage(page, server.url, letterOf('figures').subject);
    // A reply wakes everything that could speak: had the message been taken for a strange one, its card would be there.
    await answer(page, 'reply', amira.writes);
    expect((await nudgesOn(page)).filter(({ rules }) => rules.includes('unexpected-sender'))).toEqual([]);

    await page.goto(`${server.url}/?_task=mail&_mbox=INBOX`);
    await page
      .locator('#messagelist tr.message', { hasText: letterOf('bank').subject })
      .first()
      .locator('td.subject')
      .click();
    await page.frameLocator('#messagecontframe').locator('#messagebody').waitFor();
    const beside = await cardFor(page, 'unexpected-sender');
    expect(beside.facts['lookalike']).toContain('justlce.example');
  });

  describe('a deep thread that is forwarded outside', () => {
    let plain: TestBrowser;
    beforeAll(async () => {
      plain = await startBrowser({ extension: null });
    });
    afterAll(async () => {
      await plain?.stop();
    });
    it.each(Object.values(server.accounts ?? {}))(
      'is named before it goes, and goes byte for byte as without the extension: $writes',
      { timeout: 180_000 },
      async (account) => {
        const address = async (compose: RoundcubeCompose): Promise<void> => {
          await compose.add('to', who.frost.address);
          await compose.add('bcc', who.grace.address);
          await compose.write('Dear Mr Frost, the hearing is on Thursday at ten thirty. ', account.writes);
          await compose.attach(notes);
        };
        const compose = await forwardDeepThread(page, account);
        await address(compose);
        const nudge = await cardWithNewPeople(page);
        expect(nudge.rules).toContain('quoted-thread');
        expect(nudge.counts).toMatchObject({ 'earlier-messages': carried.length, 'new-people': 1, 'personal-data': 3 });
        expect(nudge.facts['new-people']).toContain(who.frost.address);
        await compose.add('to', who.home.address);
        const both = await cardFor(page, 'personal-address', 'quoted-thread');
        expect(both.text).toContain(who.home.address);
        await compose.remove(who.home.address);
        await nudgeGone(page, 'personal-address');
        await nudgeFor(page, 'quoted-thread');
        await compose.send();
        const withUs = onlyMessage();

        server.clear();
        const other = await newPage(plain);
        const same = await forwardDeepThread(other, account);
        await address(same);
        await same.send();
        await other.close();
        expect(lasting(withUs)).toEqual(lasting(onlyMessage()));
        expect(withUs.to).toEqual([who.frost.address, who.grace.address]);
        expect(withUs.mail.attachments.map(({ filename }) => filename)).toEqual(['Court 4 list.pdf', notes.name]);
        expect(withUs.raw).not.toMatch(/second.?glance/i);
      },
    );
  });
  /** The window in which a compose opens by itself; `act` opens it. */
  async function popOut(act: () => Promise<unknown>): Promise<RoundcubeCompose> {
    const [opened] = await Promise.all([page.context().waitForEvent('page'), act()]);
    opened.on('dialog', (dialog) => void dialog.accept());
    await opened.waitForURL(/_extwin=1/);
    const compose = new RoundcubeCompose(opened);
    await compose.ready(server.accounts.amira.writes);
    return compose;
  }
  async function expectToWorkBeside(opener: Page, compose: RoundcubeCompose): Promise<void> {
    await compose.add('to', who.frost.address);
    const nudge = await cardWithNewPeople(compose.page);
    expect(nudge.counts).toMatchObject({ 'earlier-messages': carried.length, 'new-people': 1, 'personal-data': 3 });
    expect(await nudgesOn(opener)).toEqual([]);
    const closed = compose.page.waitForEvent('close');
    await compose.sendControl.click();
    await closed;
    expect(onlyMessage().to).toEqual([who.frost.address]);
    expect(await nudgesOn(opener)).toEqual([]);
  }

  it('follows a forward that is moved into a window of its own, and is silent in the window it came from', async () => {
    const inPage = await forwardDeepThread(page, server.accounts.amira);
    await inPage.add('to', who.grace.address);
    const compose = await popOut(() => page.locator('a.extwin').filter({ visible: true }).first().click());
    // Roundcube leaves the compose in the first window.
    await page.waitForURL((url) => !url.search.includes('_action=compose'));
    await compose.remove(who.grace.address);
    await expectToWorkBeside(page, compose);
  });

  it('reads a compose that opens in a window of its own, beside a list that shows the message', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    const setting = (value: 0 | 1) =>
      page.evaluate((compose_extwin) => {
        const { rcmail } = globalThis as unknown as { rcmail: { save_pref(pref: object): void; env: Record<string, unknown> } };
        rcmail.env['compose_extwin'] = compose_extwin;
      }, value);
    await page.goto(`${server.url}/?_task=mail&_mbox=INBOX`);
    await page.locator(`#messagelist tr.message:has([href*="_uid=${await uidOf(page, server.url, deep.subject)}&"]) td.subject`).click();
    await page.frameLocator('#messagecontframe').locator('#messagebody').waitFor();
    await setting(1);
    const compose = await popOut(() => page.locator('#toolbar-menu a.forward, .toolbar a.forward').filter({ visible: true }).first().click());
    await expectToWorkBeside(page, compose);
  });

  it('follows people and files in and out: a group, a drop, a paste, what is taken back, and a draft that is opened again', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    const compose = await newMessage(page, server.url, amira.writes);
    const withFiles = (count: number) =>
      nudgeWhere(page, `a card that knows ${count} files`, (shown) =>
        shown.find(({ rules, counts }) => rules.includes('personal-address') && (counts['files'] ?? 0) === count),
      );
    await compose.pickGroup('Dale case');
    expect(await readGenerically(page)).toMatchObject([
      { to: [who.tom, who.leah, who.grace].map(({ address }) => address), complete: 'complete', mode: 'new', account: amira.address },
    ]);
    await compose.add('to', who.home.address);
    await withFiles(0);
    await dropFiles(page.locator('#compose-attachments'), notes);
    await withFiles(1);
    await compose.editor.locator('body#tinymce').focus();
    await pasteImage(page);
    await withFiles(2);
    await page.keyboard.press('Control+Z');
    await withFiles(1);
    await compose.attachment(notes.name).locator('a.delete').click();
    await withFiles(0);

    await page.locator('#compose-subject').fill('For the weekend');
    await compose.saveDraft();
    await page.goto(`${server.url}/?_task=mail&_action=compose&_draft_uid=${await uidOf(page, server.url, 'For the weekend', 'Drafts')}&_mbox=Drafts`);
    await compose.ready(amira.writes);
    await nudgeFor(page, 'personal-address');
  });

  it('tells a reply to all and a forward as attachment apart', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    await openMessage(page, server.url, deep.subject);
    await answer(page, 'reply-all', amira.writes);
    expect(await readGenerically(page)).toMatchObject([
      { to: [deep.from.address], cc: deep.cc.map(({ address }) => address), mode: 'reply-all', complete: 'complete' },
    ]);
    await openMessage(page, server.url, deep.subject);
    const forward = await answer(page, 'attachment', amira.writes);
    await forward.add('to', who.home.address);
    const nudge = await cardFor(page, 'personal-address');
    expect(nudge.facts['files']).toContain(`${deep.subject}.eml`);
  });

  it('counts what is resent as it is, to whom, and lets it go', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    await page.goto(`${server.url}/?_task=mail&_mbox=INBOX`);
    await page.locator(`#messagelist tr.message:has([href*="_uid=${await uidOf(page, server.url, deep.subject)}&"]) td.subject`).click();
    await page.frameLocator('#messagecontframe').locator('#messagebody').waitFor();
    await page.locator('[data-popup=forward-menu]').filter({ visible: true }).first().click();
    await page.locator('a.forward.bounce').filter({ visible: true }).first().click();
    const field = page.frameLocator('iframe[src*="_action=bounce"]').locator('#compose_to .recipient-input input').first();
    await field.click();
    await field.pressSequentially(`${who.frost.address},`);
    const nudge = await cardWithNewPeople(page);
    expect(nudge.counts).toMatchObject({ 'earlier-messages': carried.length, 'new-people': 1, 'personal-data': 3 });
    await field.pressSequentially(`${who.home.address},`);
    await nudgeFor(page, 'quoted-thread', 'personal-address');
    await page.locator('.ui-dialog-buttonset .bounce').click();
    await expect.poll(() => server.messages().map(({ to }) => to)).toEqual([[who.frost.address, who.home.address]]);
    await nudgeGone(page);
  });

  it('is silent about a reply to a colleague, and about work inside the organisation', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    await openMessage(page, server.url, letterOf('figures').subject);
    const compose = await answer(page, 'reply', amira.writes);
    await compose.attach(notes);
    await compose.write('Here you are. ', amira.writes);
    // The reader has been at work by the time it sees this.
    await compose.add('cc', who.home.address);
    await nudgeFor(page, 'personal-address');
    await compose.remove(who.home.address);
    await nudgeGone(page);
  });

  it('reads a new message with typed text that is not yet a recipient', async () => {
    const { amira } = server.accounts;
    await enter(page, amira);
    const compose = await newMessage(page, server.url, amira.writes);
    await compose.field('to').pressSequentially(who.home.address);
    const nudge = await cardFor(page, 'personal-address');
    expect(nudge.facts['address']).toContain(who.home.address);
    await compose.field('to').fill('');
    await nudgeGone(page);
    expect(await nudgesOn(page)).toEqual([]);
  });

  it('holds Send once where a reminder is set to confirm; Send anyway sends exactly once', async () => {
    const { amira } = server.accounts;
    await browser.set({ ruleStrengths: { 'personal-address': 'confirm' } });
    try {
      await enter(page, amira);
      const compose = await newMessage(page, server.url, amira.writes);
      await compose.add('to', who.home.address);
      await page.locator('#compose-subject').fill('For the weekend');
      await compose.write('Notes. ', amira.writes);
      await nudgeFor(page, 'personal-address');
      const held = () => page.evaluate(() => document.activeElement?.localName === 'second-glance');

      await compose.sendControl.click();
      await expect.poll(held).toBe(true);
      // Go back has the focus.
      await page.keyboard.press('Enter');
      await expect.poll(held).toBe(false);
      expect(page.url()).toContain('_action=compose');
      expect(server.messages()).toEqual([]);

      // By key, as the first time by mouse.
      await compose.sendControl.focus();
      await page.keyboard.press('Enter');
      await expect.poll(held).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.search.includes('_action=compose'));
      expect(server.messages().map(({ to }) => to)).toEqual([[who.home.address]]);
    } finally {
      await browser.set({ ruleStrengths: {} });
    }
  });

  /** A message with a file to one's own private address, before Send. */
  async function writeHome(): Promise<RoundcubeCompose> {
    const { amira } = server.accounts;
    await enter(page, amira);
    const compose = await newMessage(page, server.url, amira.writes);
    await compose.add('to', who.home.address);
    await page.locator('#compose-subject').fill('For the weekend');
    await compose.attach(notes);
    return compose;
  }

  it('asks on the next page after a message went out past its card, once, and leads to help', async () => {
    const compose = await writeHome();
    await cardFor(page, 'personal-address');
    await compose.send();
    await page.locator('#messagelist tr.message').first().waitFor();
    const line = await sentLine(page);
    expect(line.text).toBe('Sent. Not what you meant?');
    if (process.env['SECOND_GLANCE_SCREENSHOTS'])
      await page.screenshot({ path: path.join(process.env['SECOND_GLANCE_SCREENSHOTS'], 'roundcube-after-send.png') });
    const [help] = await Promise.all([page.context().waitForEvent('page'), page.mouse.click(line.x, line.y)]);
    await help.locator('[data-situation=wrong-person][open]').waitFor();
    await help.locator('.report pre').getByText('1 person outside received it.').waitFor();
    await help.close();

    // The next page of the same tab asks nothing more; what wakes the engine there shows that it could have.
    await openMessage(page, server.url, letterOf('storage').subject);
    await nudgeFor(page, 'unexpected-sender');
    expect(await hasSentLine(page)).toBe(false);
  });

  it('asks nothing on the next page when the card was answered', async () => {
    const compose = await writeHome();
    await pressInNudge(page, 'personal-address', 'Got it');
    await nudgeGone(page);
    await compose.send();
    await openMessage(page, server.url, letterOf('storage').subject);
    await nudgeFor(page, 'unexpected-sender');
    expect(await hasSentLine(page)).toBe(false);
  });

  it('throws nothing and writes nothing into the console', () => {
    expect(browser.complaints).toEqual([]);
  });
});
