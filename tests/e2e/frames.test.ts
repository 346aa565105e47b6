/** Composes in frames and windows: one nudge for each compose, in the frame that a person looks at. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgesOn, nudgeWhere } from './support/nudge';

const home = 'jane_smith@gmail.com';
const field = (name: string, value = ''): string => `<p><label>${name} <input name="${name.toLowerCase()}" value="${value}" size="60"></label></p>`;
const fields = (to: string): string => field('To', to) + field('Cc') + field('Subject', 'Plan');
const form = (to: string): string =>
  `<form>${fields(to)}<textarea name="body" rows="9" cols="60">Hello</textarea><p><button type="button">Send</button></p></form>`;
const inFrame = (attributes: string): string => `<!doctype html><title>Mail</title><h1>Mail</h1><iframe ${attributes}></iframe>`;
const large = 'width="900" height="560"';

const origin = 'http://127.0.0.1:9';
const address = (page: string): string => `${origin}/${page}`;
const escaped = (html: string): string => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

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
    [address('srcdoc')]: { body: inFrame(`srcdoc="${escaped(form(home))}" ${large}`) },
    [address('blank')]: { body: inFrame(`id="blank" ${large}`) },
    [address('editor')]: {
      body: `<!doctype html><form>${fields(home)}<iframe srcdoc="${escaped('<div contenteditable="true" style="min-height:200px">Hello</div>')}" width="600" height="260"></iframe><p><button type="button">Send</button></p></form>`,
    },
    [address('hidden')]: {
      body: `<!doctype html><h1>Mail</h1><iframe src="/compose" style="visibility:hidden" ${large}></iframe><iframe src="/compose" style="position:absolute;left:-5000px" ${large}></iframe><iframe src="/compose" style="width:0;height:0;border:0"></iframe><iframe src="/compose" style="display:none"></iframe>`,
    },
    [address('inbox')]: { body: '<!doctype html><title>Mail</title><h1>Inbox</h1>' },
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
    ['where only the editor is in a frame', 'editor'],
  ])('%s', async (_where, page) => onlyOne(await open(page)));

  it('for a compose that script writes into an about:blank frame', async () => {
    const page = await open('blank');
    await page.evaluate((html) => {
      const inner = (document.querySelector('#blank') as HTMLIFrameElement).contentDocument;
      inner?.open();
      inner?.write(html);
      inner?.close();
    }, form(home));
    await onlyOne(page);
  });

  it('in a pop-out that script writes, and none in the window that opened it', async () => {
    const page = await open('inbox');
    const [popOut] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((html) => {
        const window_ = window.open('', 'compose', 'width=900,height=640');
        window_?.document.open();
        window_?.document.write(html);
        window_?.document.close();
      }, form(home)),
    ]);
    await onlyOne(popOut);
    expect(await nudgesOn(page)).toEqual([]);
  });

  it('in a pop-out that is built node by node', async () => {
    const page = await open('inbox');
    const [popOut] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((html) => {
        const window_ = window.open('', 'compose', 'width=900,height=640');
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        window_?.document.body.append(...parsed.body.childNodes);
      }, form(home)),
    ]);
    await onlyOne(popOut);
  });

  it('for each of two windows, and none where there is nothing to say', async () => {
    const [first, second, quiet] = [await open('compose'), await open('other'), await open('quiet')];
    const textOf = async (page: Page) => (await nudgeFor(page, 'personal-address')).text;
    expect(await textOf(first)).toContain(home);
    expect(await textOf(second)).toContain('amira_khan@outlook.com');
    expect([(await nudgesOn(first)).length, (await nudgesOn(second)).length, (await nudgesOn(quiet)).length]).toEqual([1, 1, 0]);
  });
});

it('says nothing in frames that nobody sees', async () => {
  const page = await open('hidden');
  await witness();
  await nudgeWhere(page, 'nothing', (shown) => (shown.length === 0 ? true : undefined), 2000);
  expect(await nudgesOn(page)).toEqual([]);
});
