/** Composes in frames and windows: one nudge for each compose, in the frame that a person looks at. */
import type { FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { hasSentLine, nudgeFor, nudgesOn, nudgeWhere, sentLine } from './support/nudge';

const home = 'jane_smith@gmail.com';
const field = (name: string, value = ''): string => `<p><label>${name} <input name="${name.toLowerCase()}" value="${value}" size="60"></label></p>`;
const fields = (to: string): string => field('To', to) + field('Cc') + field('Subject', 'Plan');
const form = (to: string): string =>
  `<form>${fields(to)}<textarea name="body" rows="9" cols="60">Hello</textarea><p><input type="file" name="attachment" multiple></p><p><button type="button">Send</button></p></form>`;
const inFrame = (attributes: string): string => `<!doctype html><title>Mail</title><h1>Mail</h1><iframe ${attributes}></iframe>`;
const large = 'width="900" height="560"';

const origin = 'http://127.0.0.1:9';
const address = (page: string): string => `${origin}/${page}`;
const escaped = (html: string): string => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** Opens composes as webmail does: in a window of their own, or in a tab. */
const listScript = `
  document.querySelector('#window').onclick = () => window.open('/going?' + location.hash.slice(1), 'compose', 'width=900,height=640');
  document.querySelector('#tab').onclick = () => window.open('/going?' + location.hash.slice(1));
`;
/** What becomes of a compose after Send: its window closes at once, or says so before; or its frame goes on to another page. */
const goingScript = `
  const ends = { close: () => close(), goes: () => location.assign('/done'), says: () => { document.body.textContent = 'Message sent'; setTimeout(() => close(), 700); } };
  document.querySelector('button').onclick = () => setTimeout(ends[location.search.slice(1)]);
`;
const script = (body: string) => ({ body, contentType: 'text/javascript' });
const listPage = '<!doctype html><title>Mail</title><h1>Inbox</h1><p><button id="window">Window</button> <button id="tab">Tab</button></p>';
const withScript = (name: string): string => `<script src="/${name}.js"></script>`;
const elsewhere = 'http://127.0.0.1:10/page';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: ['justice.example'] });
  await browser.serve({
    [address('compose')]: { body: `<!doctype html>${form(home)}` },
    [address('other')]: { body: `<!doctype html>${form('amira_khan@outlook.com')}` },
    [address('quiet')]: { body: `<!doctype html>${form('colleague@justice.example')}` },
    [address('frame')]: { body: inFrame(`src="/compose" ${large}`) },
    [address('nested')]: { body: inFrame(`src="/frame" width="950" height="640"`) },
    [address('list')]: { body: listPage + withScript('list') },
    [address('busy-list')]: { body: `${listPage}${form('colleague@justice.example')}${withScript('list')}` },
    [address('list.js')]: script(listScript),
    [address('going')]: { body: `<!doctype html>${form(home)}${withScript('going')}` },
    [address('going.js')]: script(goingScript),
    [address('around')]: { body: inFrame(`src="/going?goes" ${large}`) },
    [address('done')]: { body: '<!doctype html><p>Done' },
    [elsewhere]: { body: listPage },
    [address('srcdoc')]: { body: inFrame(`srcdoc="${escaped(form(home))}" ${large}`) },
  });
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await Promise.all(browser.context.pages().map((page, index) => (index === 0 ? undefined : page.close())));
  await browser.forget();
});

const open = async (page: string): Promise<Page> => {
  const tab = await browser.newPage();
  await tab.goto(address(page));
  return tab;
};
/** Another page with a finding shows that the engines had their turn. */
async function witness(): Promise<void> {
  await nudgeFor(await open('other'), 'personal-address');
}
const onlyOne = async (page: Page): Promise<void> => {
  await nudgeFor(page, 'personal-address');
  await witness();
  expect((await nudgesOn(page)).map(({ rules }) => rules)).toEqual([['personal-address']]);
};

describe('one nudge', () => {
  it.each([
    ['for a compose in a frame', 'frame'],
    ['for a compose in a frame of a frame', 'nested'],
    ['for a compose in a srcdoc frame', 'srcdoc'],
  ])('%s', async (_where, page) => onlyOne(await open(page)));

  it('for each of two windows, and none where there is nothing to say', async () => {
    const [first, second, quiet] = [await open('compose'), await open('other'), await open('quiet')];
    const textOf = async (page: Page) => (await nudgeFor(page, 'personal-address')).text;
    expect(await textOf(first)).toContain(home);
    expect(await textOf(second)).toContain('amira_khan@outlook.com');
    expect([(await nudgesOn(first)).length, (await nudgesOn(second)).length, (await nudgesOn(quiet)).length]).toEqual([1, 1, 0]);
  });
});

describe('after a message went out past its card, and its page with it, the person is asked', () => {
  const list = { name: 'List.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
  /** Past a card that is more than a note. */
  const send = async (window: Page, compose: Page | FrameLocator): Promise<void> => {
    await nudgeFor(window, 'personal-address');
    await compose.locator('input[type=file]').setInputFiles(list);
    await nudgeWhere(window, 'a card that knows the file', (shown) => shown.find(({ text }) => text.includes(list.name)));
    await compose.getByRole('button', { name: 'Send' }).click();
  };
  const openCompose = async (from: Page, name: 'Window' | 'Tab'): Promise<Page> => {
    const [compose] = await Promise.all([browser.context.waitForEvent('page'), from.getByRole('button', { name }).click()]);
    return compose;
  };

  it.each([
    ['on the page that opened its window', 'list#close', 'Window'],
    ['on the page that opened its tab, where another message is being written', 'busy-list#close', 'Tab'],
    ['there too where the window has asked, and closed before anyone could read it', 'list#says', 'Window'],
  ] as const)('%s', async (_where, page, opens) => {
    const from = await open(page);
    const compose = await openCompose(from, opens);
    const closed = compose.waitForEvent('close');
    await send(compose, compose);
    await closed;
    const line = await sentLine(from);
    expect(line.text).toBe('Sent. Not what you meant?');
    const [help] = await Promise.all([browser.context.waitForEvent('page'), from.mouse.click(line.x, line.y)]);
    await help.locator('[data-situation=wrong-person][open] .report').waitFor();
    await help.close();
    // Told once: not again by the next page.
    await from.goto(address('other'));
    await nudgeFor(from, 'personal-address');
    expect(await hasSentLine(from)).toBe(false);
  });

  it('on the page around the frame in which it was written', async () => {
    const around = await open('around');
    await send(around, around.frameLocator('iframe'));
    await around.frameLocator('iframe').getByText('Done').waitFor();
    await sentLine(around);
  });

  it('on the next page of that site where none is open, and on no other', async () => {
    const from = await open('list#close');
    const compose = await openCompose(from, 'Window');
    await from.goto(elsewhere);
    const closed = compose.waitForEvent('close');
    await send(compose, compose);
    await closed;
    await from.reload();
    const next = await open('list');
    await sentLine(next);
    expect(await hasSentLine(from)).toBe(false);
  });
});
