/** The popup as the toolbar button opens it. Playwright does not hand it out as a page, so it is reached over the debugging protocol. */
import type { CDPSession, Page } from 'playwright';
import type { TestBrowser } from './browser';

export interface Popup {
  /** The value of an expression in the popup. */
  read<T>(expression: string): Promise<T>;
  /** PNG of what is seen. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** Opens the popup over a tab. */
export async function openPopup(browser: TestBrowser, over: Page): Promise<Popup> {
  await over.bringToFront();
  const worker = await browser.worker();
  await worker.evaluate(() => (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup());
  return attach(browser, over);
}

/**
 * Presses the toolbar button over a tab. Unlike `openPopup`, which an extension may do by itself, this counts as a person's press:
 * the extension then may look at the page (`activeTab`). The browser must be started with `--enable-unsafe-extension-debugging`.
 */
export async function pressToolbarButton(browser: TestBrowser, over: Page): Promise<Popup> {
  await over.bringToFront();
  const whole = await browser.context.browser()?.newBrowserCDPSession();
  if (!whole) throw new Error('This browser has no session of its own.');
  const send = whole.send.bind(whole) as unknown as (
    method: string,
    params: object,
  ) => Promise<{ targetInfos: { targetId: string; url: string; embedderData?: { tabActive?: boolean } }[] }>;
  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url, embedderData }) => url === over.url() && embedderData?.tabActive !== false);
  if (!tab) throw new Error('The tab is not in front.');
  await send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab.targetId });
  await whole.detach();
  return attach(browser, over);
}

async function attach(browser: TestBrowser, over: Page): Promise<Popup> {
  const session = await browser.context.newCDPSession(over);
  const targetId = await popupTarget(session);
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply = JSON.parse(message) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const send = async (method: string, params: object = {}): Promise<Record<string, unknown>> => {
    last += 1;
    const id = last;
    const reply = await new Promise<Reply>((resolve, reject) => {
      waiting.set(id, resolve);
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });
    if (!reply.result) throw new Error(reply.error?.message ?? `${method} failed`);
    return reply.result;
  };
  return {
    async read<T>(expression: string) {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true, userGesture: true })) as {
        result: { value: T };
        exceptionDetails?: { text: string };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    },
    async screenshot() {
      const { data } = await send('Page.captureScreenshot');
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      await session.send('Target.closeTarget', { targetId });
      await session.detach();
    },
  };
}

async function popupTarget(session: CDPSession): Promise<string> {
  const find = async () => (await session.send('Target.getTargets')).targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
