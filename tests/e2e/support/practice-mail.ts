/** Uses the practice mailbox as a person does. */
import type { Locator, Page } from 'playwright';

export async function openInbox(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mailbox/`);
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
}

export const openLetter = (page: Page, subject: RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: subject }).first().click();

/** One compose of the practice mailbox. */
export class PracticeCompose {
  constructor(
    private readonly page: Page,
    readonly window: Locator,
  ) {}

  field(name: 'To' | 'Cc' | 'Bcc'): Locator {
    return this.window.getByRole('combobox', { name, exact: true });
  }

  /** Types and presses Enter: takes the first suggestion, or what was typed. */
  async add(name: 'To' | 'Cc' | 'Bcc', text: string): Promise<void> {
    await this.field(name).click();
    await this.field(name).pressSequentially(text);
    await this.page.keyboard.press('Enter');
  }

  remove(who: string): Promise<void> {
    return this.window.getByRole('button', { name: `Remove ${who}` }).click();
  }

  async attach(name: string): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.window.getByRole('button', { name: 'Attach files' }).click()]);
    await chooser.setFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(name) }]);
    await this.window.getByText(name).waitFor();
  }

  press(name: 'Send' | 'Discard message' | 'Minimise' | 'Full screen' | 'Leave full screen' | 'Close'): Promise<void> {
    return this.window.getByRole('button', { name, exact: true }).click();
  }

  /** Where something of the compose is, for "the card never covers it". */
  async boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await what.boundingBox();
    if (!box) throw new Error('It is not visible.');
    return box;
  }
}

/** A compose that stays the same one while others come and go. */
async function composeAt(page: Page, window: Locator): Promise<PracticeCompose> {
  await window.waitFor();
  return new PracticeCompose(page, page.locator(`[role=dialog][aria-labelledby="${await window.getAttribute('aria-labelledby')}"]`));
}

/** Presses a button of the open letter, and gives the compose that it opens. */
export async function answerLetter(page: Page, how: 'Reply' | 'Reply all' | 'Forward'): Promise<PracticeCompose> {
  const before = await page.getByRole('dialog').count();
  await page.getByRole('button', { name: how, exact: true }).first().click();
  await page.getByRole('dialog').nth(before).waitFor();
  // An inline answer stands before the docked windows in the page.
  return composeAt(page, how === 'Forward' ? page.getByRole('dialog').last() : page.getByRole('dialog').first());
}

export async function writeNew(page: Page): Promise<PracticeCompose> {
  const before = await page.getByRole('dialog').count();
  await page.getByRole('button', { name: 'New message' }).click();
  return composeAt(page, page.getByRole('dialog').nth(before));
}
