/** Uses Horde as a person does, in its four views. */
import type { Locator, Page } from 'playwright';
import type { MailAccount } from '../../servers/seed';

export type HordeView = 'dynamic' | 'basic' | 'mobile' | 'smartmobile';

export async function logIn(page: Page, url: string, account: MailAccount, view: HordeView = 'dynamic'): Promise<void> {
  await page.goto(`${url}/login.php`);
  await page.locator('#horde_user').fill(account.address);
  await page.locator('#horde_pass').fill(account.password);
  // The choice of the view is shown only to some browsers; it is sent all the same.
  await page.locator('#horde_select_view').evaluate((select, value) => {
    (select as HTMLSelectElement).value = value;
  }, view);
  await Promise.all([page.waitForURL((address) => !address.pathname.endsWith('login.php')), page.locator('#login-button').click()]);
}

/** Opens the mailbox of the dynamic view and shows a letter beside the list. */
export async function openLetter(page: Page, url: string, subject: string, folder = 'INBOX'): Promise<void> {
  await page.goto(`${url}/imp/dynamic.php?page=mailbox#mbox:${Buffer.from(folder).toString('base64url')}`);
  // The newest comes last.
  const row = page.locator('.vpRow', { has: page.getByText(subject, { exact: true }) }).last();
  await row.click();
  await page.locator('#previewMsg').waitFor();
  await page.locator('#messageBody, .messageBody').first().waitFor();
}

async function windowOf(page: Page, act: () => Promise<void>): Promise<HordeCompose> {
  const [popUp] = await Promise.all([page.context().waitForEvent('page'), act()]);
  const compose = new HordeCompose(popUp);
  await compose.ready();
  return compose;
}

/** New message in the dynamic view; composes are windows of their own. */
export const newMessage = (page: Page): Promise<HordeCompose> =>
  windowOf(page, () => page.locator('.horde-new a, #composelink').filter({ visible: true }).first().click());

/** Answers the letter beside the list; `item` is an entry of the button's menu. */
export const answer = (page: Page, button: 'reply' | 'forward', item?: string): Promise<HordeCompose> =>
  windowOf(page, async () => {
    const control = page.locator(`#button_${button}`);
    if (!item) return control.click();
    await control.locator('xpath=..').locator('.horde-popdown').click();
    await page.locator(`#ctx_${button}_${item}`).click();
  });

/** Passes the letter beside the list on as it is. */
export async function redirect(page: Page): Promise<Page> {
  await page.locator('#button_forward').locator('xpath=..').locator('.horde-popdown').click();
  const [popUp] = await Promise.all([page.context().waitForEvent('page'), page.locator('#ctx_forward_redirect').click()]);
  await popUp.locator('#redirect_sendto input').first().waitFor();
  return popUp;
}

/** A compose window of the dynamic view. */
export class HordeCompose {
  constructor(readonly page: Page) {}

  async ready(): Promise<void> {
    await this.page.locator('#writemsg').waitFor();
    await this.field('to').waitFor();
    await this.page.locator('#composeMessage, #composeMessageParent iframe').filter({ visible: true }).first().waitFor();
    // Text of the letter that is answered arrives in a second request.
    await this.page.waitForLoadState('networkidle');
  }

  field(name: 'to' | 'cc' | 'bcc'): Locator {
    return this.page.locator(`#send${name} input.hordeACTrigger`);
  }

  /** Types a recipient and a comma, which makes a chip. */
  async add(name: 'to' | 'cc' | 'bcc', address: string): Promise<void> {
    const field = this.field(name);
    if (!(await field.isVisible())) await this.page.locator(`#toggle${name}`).click();
    await field.click();
    await field.pressSequentially(`${address},`);
    await this.chip(address).waitFor();
  }

  chip(address: string): Locator {
    return this.page.locator('li.hordeACListItem', { hasText: address });
  }

  async remove(address: string): Promise<void> {
    await this.chip(address).locator('img').click();
  }

  async attach(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    await this.page.locator('#upload').setInputFiles({ ...file });
    await this.attached(file.name);
  }

  async detach(name: string): Promise<void> {
    await this.page.locator('#attach_list li', { hasText: name }).locator('.horde-popdown').click();
    await this.page.locator('#ctx_atcfile_delete').click();
  }

  /** Waits until a file is uploaded. */
  async attached(name: string): Promise<void> {
    await this.page.locator('#attach_list li', { hasText: name }).locator('.attachSize').waitFor();
  }
}
