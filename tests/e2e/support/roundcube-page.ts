/** Uses Roundcube (elastic skin) as a person does: by mouse and keyboard. */
import type { FrameLocator, Locator, Page } from 'playwright';
import type { MailAccount } from '../../servers/seed';

export async function logIn(page: Page, url: string, account: MailAccount): Promise<void> {
  await page.goto(url);
  await page.locator('#rcmloginuser').fill(account.address);
  await page.locator('#rcmloginpwd').fill(account.password);
  await page.locator('#rcmloginsubmit').click();
  await page.locator('#messagelist tr.message').first().waitFor();
}

/** Roundcube keeps what was not sent in the browser after a few seconds, and offers it in a dialog over the next compose: not in this tab. */
export const forgetUnsent = (page: Page): Promise<unknown> => page.addInitScript(() => localStorage.clear());

/** Number of a message in its folder, asked for as the page itself asks for the list. */
export async function uidOf(page: Page, url: string, subject: string, folder = 'INBOX'): Promise<number> {
  const list = await page.request.get(`${url}/?_task=mail&_action=list&_mbox=${folder}&_remote=1`, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  const { exec = '' } = (await list.json()) as { exec?: string };
  for (const [, uid, row] of exec.matchAll(/add_message_row\((\d+),(\{.*?\}),\{/g))
    if ((JSON.parse(row ?? '{}') as { subject?: string }).subject === subject) return Number(uid);
  throw new Error(`${folder} has no letter "${subject}".`);
}

/** Opens a message by its subject, in the whole window. */
export async function openMessage(page: Page, url: string, subject: string, folder = 'INBOX'): Promise<void> {
  await page.goto(`${url}/?_task=mail&_mbox=${folder}&_uid=${await uidOf(page, url, subject, folder)}&_action=show`);
  await page.locator('#message-content, #messagebody').first().waitFor();
}

/** The compose of this page. */
export class RoundcubeCompose {
  constructor(readonly page: Page) {}

  /** HTML editor; there is none in plain text. */
  get editor(): FrameLocator {
    return this.page.frameLocator('#composebody_ifr');
  }

  async ready(writes: MailAccount['writes']): Promise<void> {
    await this.page
      .locator('#compose-content')
      .waitFor()
      .catch(async (error: unknown) => {
        throw new Error(`No compose: ${this.page.url()} shows ${JSON.stringify((await this.page.locator('body').innerText()).slice(0, 400))}`, {
          cause: error,
        });
      });
    if (writes === 'html') await this.editor.locator('body#tinymce').waitFor();
    else await this.page.locator('textarea#composebody').waitFor();
    // Roundcube makes the field for chips after the page has loaded.
    await this.field('to').waitFor();
  }

  /** The box in which recipients are typed. */
  field(name: 'to' | 'cc' | 'bcc'): Locator {
    return this.page.locator(`#compose_${name} ul.recipient-input li.input input, #compose_${name} .recipient-input input`).first();
  }

  /** Types a recipient and a comma, which makes a chip. */
  async add(name: 'to' | 'cc' | 'bcc', address: string): Promise<void> {
    const field = this.field(name);
    if (!(await field.isVisible())) {
      await this.page.locator('#compose_to a[data-popup=headers-menu]').click();
      await this.page.locator(`#headers-menu a[data-target=${name}]`).filter({ visible: true }).click();
      await field.waitFor();
    }
    await field.click({ timeout: 15_000 }).catch(async (error: unknown) => {
      const asked = await this.page.locator('.ui-dialog:visible').allInnerTexts();
      throw new Error(`Roundcube asks something: ${asked.join(' | ') || 'nothing'}`, { cause: error });
    });
    await field.pressSequentially(`${address},`);
    await this.chip(address).waitFor();
  }

  chip(address: string): Locator {
    return this.page
      .locator('li.recipient', { hasText: address })
      .or(this.page.locator(`li.recipient:has([title*="${address}"])`))
      .first();
  }

  async remove(address: string): Promise<void> {
    await this.chip(address).locator('a.button.icon.remove').click();
  }

  async attach(...files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]): Promise<void> {
    await this.page
      .locator('#uploadform input[type=file], input[name="_attachments[]"]')
      .first()
      .setInputFiles(files.map((file) => ({ ...file })));
    for (const { name } of files) await this.attachment(name).locator('a.delete').waitFor();
  }

  attachment(name: string): Locator {
    return this.page.locator('#attachment-list li', { hasText: name });
  }

  /** Picks a whole group from the address book. */
  async pickGroup(name: string): Promise<void> {
    await this.page.locator('#compose_to a.add.recipient').filter({ visible: true }).first().click();
    await this.page.locator('#directorylist a[rel="0"]').click();
    await this.page.locator('#contacts-table tr', { hasText: name }).click();
    await this.page.locator('.ui-dialog-buttonset .mainaction').filter({ visible: true }).first().click();
    await this.page.locator('#compose_to li.recipient').first().waitFor();
  }

  async saveDraft(): Promise<void> {
    await this.page.locator('a.draft, a.save').filter({ visible: true }).first().click();
    await this.page.getByText('Message saved to Drafts').waitFor();
  }

  /** Writes at the very top of the message. */
  async write(text: string, writes: MailAccount['writes']): Promise<void> {
    if (writes === 'html') await this.editor.locator('body#tinymce').focus();
    else await this.page.locator('textarea#composebody').focus();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.type(text);
  }

  get sendControl(): Locator {
    return this.page.locator('#compose-content .formbuttons button.send, .formbuttons button.btn.send').filter({ visible: true }).first();
  }

  /** Presses Send, and waits for the page after it. */
  async send(): Promise<void> {
    await this.sendControl.click();
    await this.page.waitForURL((url) => !url.search.includes('_action=compose'));
  }
}

/** Presses Forward, Reply or Reply all of the open message; `attachment`: the entry of the menu beside Forward. */
export async function answer(page: Page, how: 'forward' | 'reply' | 'reply-all' | 'attachment', writes: MailAccount['writes']): Promise<RoundcubeCompose> {
  if (how === 'attachment') {
    await page.locator('[data-popup=forward-menu]').filter({ visible: true }).first().click();
    await page.locator('a.forward.attachment').filter({ visible: true }).first().click();
  } else await page.locator(`#toolbar-menu a.${how}, .toolbar a.${how}`).filter({ visible: true }).first().click();
  await page.waitForURL(/_action=compose/);
  const compose = new RoundcubeCompose(page);
  await compose.ready(writes);
  return compose;
}

export async function newMessage(page: Page, url: string, writes: MailAccount['writes']): Promise<RoundcubeCompose> {
  await page.goto(`${url}/?_task=mail&_action=compose`);
  const compose = new RoundcubeCompose(page);
  await compose.ready(writes);
  return compose;
}
