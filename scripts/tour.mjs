/** Walks through the practice pages as a person would, expects the reminders that belong there, and takes a picture of each step. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createJiti } from 'jiti';

/** The cards are read with the same eyes as in the tests. */
const { nudgeGone, nudgeWhere, pressInNudge } = await createJiti(import.meta.url).import('../tests/e2e/support/nudge.ts');

/**
 * @param {object} options
 * @param {import('playwright').BrowserContext} options.context a browser with the extension, organisation domains set
 * @param {string} options.url of the practice server
 * @param {string} options.extensionId
 * @param {string} options.folder gets the pictures; emptied first
 * @param {(line: string) => void} options.say
 * @param {string} [options.now] fixes the mailbox's clock, for pictures that stay the same
 * @param {string} [options.language] that Second Glance was set to
 * @returns {Promise<readonly string[]>} the pictures, in order; fails when a reminder does not come or does not go
 */
export async function walk({ context, url, extensionId, folder, say, now, language = 'en' }) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const written = JSON.parse(await readFile(path.join(import.meta.dirname, '..', 'assets', 'language', `${language}.json`), 'utf8'));
  /** @type {string[]} */
  const pictures = [];
  /** @param {import('playwright').Page} page @param {string} name @param {string} told */
  const picture = async (page, name, told) => {
    const file = path.join(folder, `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path: file });
    pictures.push(file);
    say(`${path.basename(file).padEnd(30)} ${told}`);
  };
  /** @param {{ title: string, facts: Record<string, string> }} nudge */
  const words = ({ title, facts }) => [title, ...Object.values(facts)].join(' ');

  /**
   * Waits for a card of this rule that already says this.
   * @param {import('playwright').Page} page @param {string} rule @param {string} fact
   */
  const said = async (page, rule, fact) =>
    words(await nudgeWhere(page, `a card for ${rule} that says ${fact}`, (shown) => shown.find(({ rules, facts }) => rules.includes(rule) && facts[fact])));

  const page = await context.newPage();
  await page.goto(url);
  await picture(page, 'start', 'The start page.');

  await page.goto(`${url}/mailbox/${now ? `?now=${now}` : ''}`);
  await page
    .getByRole('button', { name: /RE: Hearing arrangements/ })
    .first()
    .click();
  await picture(page, 'thread', 'A thread with five messages. Its newest asks to pass a time on to someone outside.');
  await page.getByRole('button', { name: 'Forward' }).first().click();
  await page.getByRole('combobox', { name: 'To', exact: true }).pressSequentially('daniel');
  await page.getByRole('option', { name: /Daniel Frost/ }).waitFor();
  await page.keyboard.press('Enter');
  await picture(page, 'forward-outside', `Forwarded to him: ${await said(page, 'quoted-thread', 'new-people')}`);
  await pressInNudge(page, 'quoted-thread', written['card.why']);
  await picture(page, 'why-this-matters', 'The guidance behind it.');
  await pressInNudge(page, 'quoted-thread', written['card.gotIt']);
  await nudgeGone(page, 'quoted-thread');
  await page.getByRole('button', { name: 'Discard message' }).click();

  await page.getByRole('button', { name: 'New message' }).click();
  await page.getByRole('combobox', { name: 'To', exact: true }).pressSequentially('amira');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Subject' }).fill('For the weekend');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Attach files' }).click()]);
  await chooser.setFiles([
    { name: 'Open cases.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.alloc(312_448) },
  ]);
  await picture(page, 'sent-home', `Work to a private mailbox: ${await said(page, 'personal-address', 'files')}`);
  await page.getByRole('button', { name: 'Remove Amira Khan' }).click();
  await nudgeGone(page, 'personal-address');
  await picture(page, 'reason-gone', 'The private address is taken out, and the reminder goes by itself.');

  await page.goto(`${url}/meeting/`);
  await page.getByText('Looking for your camera').waitFor({ state: 'hidden' });
  await picture(page, 'pre-join', `Before a call: ${await said(page, 'pre-join', 'camera')}`);
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'Leave call' }).waitFor();
  await nudgeGone(page, 'pre-join');
  await page.close();

  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.locator('h1, h2').first().waitFor();
  await picture(popup, 'popup', 'The popup: whom to call.');
  await popup.close();

  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.locator('h1, h2').first().waitFor();
  await picture(options, 'options', 'The options: whose addresses are your own.');
  await options.close();
  return pictures;
}
