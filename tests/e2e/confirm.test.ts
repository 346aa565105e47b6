/**
 * The strength `confirm` on Gmail's and Outlook's pages (hand-made after the documented signals), in the built extension: each way to send is held once,
 * *Go back* keeps the message, and *Send anyway* sends it exactly once by the control that was pressed.
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { composeForm, docked, around as gmailAround } from '../sites/gmail/hand-made';
import { chip, compose, around as outlookAround } from '../sites/outlook-web/hand-made';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor } from './support/nudge';

const home = 'jane_smith@gmail.com';
/** As these products do it: buttons act on click and on Enter, the menu on any end of a press, keys anywhere in the compose. What was sent is a list. */
const app = `
const sent = []; window.sent = sent;
const send = (how) => { sent.push(how); };
const isSend = (element) => element?.closest('[data-act]')?.dataset.act;
document.addEventListener('click', (event) => {
  const act = isSend(event.target);
  if (act === 'more') document.querySelector('#menu').hidden = false;
  else if (act && act !== 'later') send(act);
});
document.addEventListener('mouseup', (event) => {
  if (isSend(event.target) === 'later') { send('later'); document.querySelector('#menu').hidden = true; }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return send('ctrl-enter');
  if (event.altKey && event.code === 'KeyS') return send('alt-s');
  const act = isSend(event.target);
  if ((event.key === 'Enter' || event.key === ' ') && act && event.target.localName !== 'button') send(act);
});`;
const menu = '<div id="menu" role="menu" hidden><div role="menuitem" tabindex="-1" data-act="later">Schedule send</div></div><script src="/app.js"></script>';
const gmail = gmailAround(docked(composeForm({ to: [{ id: home }], subject: 'Hello' })))
  .replace(/(<div role="button") (class="[^"]*") (tabindex="1" data-tooltip)/, '$1 id="send" data-act="send" $2 $3')
  .replace(/(<div role="button") (class="[^"]*") (tabindex="1" aria-haspopup="true")([^>]*>)/, '$1 id="more" data-act="more" $2 $3$4▾')
  .replace(
    '</td>\n<td><div command="Files"',
    '<div role="button" class="Uo" id="archive" data-act="archive" tabindex="1">Send + archive</div></td>\n<td><div command="Files"',
  )
  .concat(menu);
const outlook = outlookAround(compose({ to: chip(home), subject: 'Hello' }))
  .replace(
    'class="fui-SplitButton__primaryActionButton" aria-label="Send"',
    'id="send" data-act="send" class="fui-SplitButton__primaryActionButton" aria-label="Send"',
  )
  .replace('id="splitButton-r3a__primaryActionButton" ', '')
  .replace('class="fui-SplitButton__menuButton"', 'id="more" data-act="more" class="fui-SplitButton__menuButton"')
  .concat(menu);

const products = [
  { name: 'Gmail', address: 'https://mail.google.com/mail/u/0/', body: gmail },
  { name: 'Outlook', address: 'https://outlook.office.com/mail/', body: outlook },
] as const;

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: ['justice.example'], ruleStrengths: { 'personal-address': 'confirm' } });
  await browser.serve(
    Object.fromEntries(
      products.flatMap(({ address, body }) => [
        [address, { body }],
        [new URL('/app.js', address).href, { body: app, contentType: 'text/javascript' }],
      ]),
    ),
  );
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await page?.close();
  await browser.forget();
});

const sent = (): Promise<readonly string[]> => page.evaluate(() => (globalThis as unknown as { sent: readonly string[] }).sent);
const held = (): Promise<boolean> => page.evaluate(() => document.activeElement?.localName === 'second-glance');
const editor = () => page.locator('[role=textbox][contenteditable=true][aria-label*="essage"]').last();

interface Way {
  readonly what: string;
  /** What the page sends then. */
  readonly sends: 'send' | 'archive' | 'later';
  readonly press: () => Promise<unknown>;
  /** Where the same code serves both, one is enough. */
  readonly only?: (typeof products)[number]['name'];
}
const key = (name: string) => async (): Promise<void> => {
  await editor().focus();
  await page.keyboard.press(name);
};
/** Every documented way to send. A key that was held goes on as a press of Send. */
const ways: readonly Way[] = [
  { what: 'a click on Send', sends: 'send', press: () => page.locator('#send').click() },
  { what: 'Enter on Send', sends: 'send', press: () => page.locator('#send').press('Enter') },
  { what: 'Space on Send', sends: 'send', press: () => page.locator('#send').press('Space'), only: 'Gmail' },
  { what: 'Ctrl+Enter in the text', sends: 'send', press: key('Control+Enter') },
  { what: 'Cmd+Enter in the text', sends: 'send', press: key('Meta+Enter'), only: 'Gmail' },
  { what: 'Alt+S in the text', sends: 'send', press: key('Alt+s'), only: 'Outlook' },
  { what: 'Send + archive', sends: 'archive', press: () => page.locator('#archive').click(), only: 'Gmail' },
  {
    what: 'the menu beside Send',
    sends: 'later',
    press: async () => {
      await page.locator('#more').click();
      await page.getByRole('menuitem', { name: 'Schedule send' }).click({ force: true, noWaitAfter: true });
    },
  },
  {
    what: 'the menu beside Send, by keyboard',
    sends: 'later',
    press: async () => {
      await page.locator('#more').click();
      await page.getByRole('menuitem', { name: 'Schedule send' }).focus();
      await page.keyboard.press('Enter');
    },
  },
];

for (const { name, address } of products) {
  describe(name, () => {
    it.each(ways.filter(({ only }) => only === undefined || only === name))('holds once: $what', async ({ sends, press }) => {
      page = await browser.newPage();
      await page.goto(address);
      await nudgeFor(page, 'personal-address');

      await press();
      await expect.poll(held).toBe(true);
      expect(await sent()).toEqual([]);
      // Go back has the focus.
      await page.keyboard.press('Enter');
      await expect.poll(held).toBe(false);
      expect(await sent()).toEqual([]);

      await press();
      await expect.poll(held).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(held).toBe(false);
      // By the page's own control: a key that was held goes on as a press of Send.
      await expect.poll(sent).toEqual([sends]);
      // Sent anyway is settled: the same message is not held again.
      await page.locator('#send').click();
      await expect.poll(async () => (await sent()).length).toBe(2);
      expect(await held()).toBe(false);
    });
  });
}
