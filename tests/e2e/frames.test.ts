/** Composes in frames and windows: one nudge for each compose, in the frame that a person looks at. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgesOn } from './support/nudge';

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
