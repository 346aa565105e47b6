/** Composes in frames and windows: one nudge for each compose, in the frame that a person looks at. */
import type { FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { around, chip, compose } from '../sites/outlook-web/hand-made';
import { startBrowser, type TestBrowser } from './support/browser';
import { hasSentLine, nudgeFor, nudgeGone, nudgesOn, nudgeWhere, sentLine } from './support/nudge';

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
const outlook = 'https://outlook.office.com/mail/';
const reader = 'jane_reader@outlook.com';

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
    [outlook]: { body: around(compose({ to: chip(reader) })), headers: { 'content-security-policy': "script-src 'self'" } },
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

/** What the page's own script does with the HTML of a compose; runs in the page. */
const ways: Readonly<Record<string, (html: string) => void>> = {
  'a window that is filled at once': (html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    window.open('', '_blank', 'width=900,height=700')?.document.body.append(...body.children);
  },
  'a window that is filled when it has long been there': (html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const opened = window.open('', '_blank', 'width=900,height=700');
    opened?.setTimeout(() => opened.document.body.append(...body.children), 1500);
  },
  'a window that is written into': (html) => {
    const opened = window.open('', '_blank', 'width=900,height=700');
    opened?.document.write(html);
    opened?.document.close();
  },
  'a window that is written anew when it has long been there': (html) => {
    const opened = window.open('about:blank', '_blank', 'width=900,height=700');
    setTimeout(() => {
      opened?.document.open();
      opened?.document.write(html);
      opened?.document.close();
    }, 1500);
  },
  'a frame without an address in such a window': (html) => {
    const opened = window.open('', '_blank', 'width=1000,height=760');
    const frame = opened?.document.createElement('iframe');
    if (!opened || !frame) return;
    frame.width = '950';
    frame.height = '640';
    opened.document.body.append(frame);
    frame.contentDocument?.open();
    frame.contentDocument?.write(html);
    frame.contentDocument?.close();
  },
  'a srcdoc frame in such a window': (html) => {
    const opened = window.open('', '_blank', 'width=1000,height=760');
    const frame = opened?.document.createElement('iframe');
    if (!opened || !frame) return;
    frame.width = '950';
    frame.height = '640';
    frame.srcdoc = html;
    opened.document.body.append(frame);
  },
};
const page = (inner: string): string => `<!doctype html><html><head><title>Mail</title></head><body>${inner}</body></html>`;
const chain = `<p>See below.</p><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>From:</b> Tom Hughes &lt;tom.hughes@justice.example&gt;<br><b>Sent:</b> 16 November 2026 10:00<br><b>To:</b> Jane Smith &lt;jane.smith@justice.example&gt;<br><b>Subject:</b> Bundle</div><p>One.</p>`;

describe('windows that Outlook fills by script', () => {
  const popOut = async (opener: Page, fill: (html: string) => void, html: string): Promise<Page> => {
    const [opened] = await Promise.all([opener.context().waitForEvent('page'), opener.evaluate(fill, html)]);
    return opened;
  };
  const inOutlook = async (): Promise<Page> => {
    const tab = await browser.newPage();
    await tab.goto(outlook);
    return tab;
  };

  it.each(Object.entries(ways))('%s: one nudge there, and one for the compose of the window that opened it', async (_where, fill) => {
    const opener = await inOutlook();
    const opened = await popOut(opener, fill, page(compose({ to: chip(home), subject: 'Fwd: Bundle', body: chain })));
    const nudge = await nudgeWhere(opened, 'a card that knows the thread', (shown) => shown.find(({ rules }) => rules.includes('quoted-thread')));
    expect(nudge.rules).toContain('personal-address');
    expect(nudge.counts['earlier-messages']).toBe(1);
    expect((await nudgeFor(opener, 'personal-address')).text).toContain(reader);
    expect([(await nudgesOn(opened)).length, (await nudgesOn(opener)).length]).toEqual([1, 1]);
  });

  it('several at once, each with its own, also when one is written anew or its person is taken out', async () => {
    const opener = await inOutlook();
    const fill = ways['a window that is written into'] as (html: string) => void;
    const windows: Page[] = [];
    for (const to of [home, 'amira_khan@outlook.com', 'colleague@justice.example']) windows.push(await popOut(opener, fill, page(compose({ to: chip(to) }))));
    const [first, second, quiet] = windows as [Page, Page, Page];
    expect((await nudgeFor(first, 'personal-address')).text).toContain(home);
    expect((await nudgeFor(second, 'personal-address')).text).toContain('amira_khan@outlook.com');
    expect(await nudgesOn(quiet)).toEqual([]);

    await first.evaluate(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      page(compose({ to: chip('tom_home@gmail.com') })),
    );
    expect((await nudgeWhere(first, 'the new card', (shown) => shown.find(({ text }) => text.includes('tom_home@gmail.com')))).rules).toEqual([
      'personal-address',
    ]);
    await second.evaluate(() => document.querySelector('[class*="_EType_RECIPIENT_ENTITY"]')?.remove());
    await nudgeGone(second);
    expect([(await nudgesOn(first)).length, (await nudgesOn(quiet)).length]).toEqual([1, 0]);
  });

  it('holds Send in them, also in one that was written anew, and lets it go once', async () => {
    await browser.set({ ownDomains: ['justice.example'], ruleStrengths: { 'personal-address': 'confirm' } });
    try {
      const opened = await popOut(await inOutlook(), ways['a window that is written into'] as (html: string) => void, page(compose({ to: chip(reader) })));
      await nudgeFor(opened, 'personal-address');
      await opened.evaluate(
        (html) => {
          document.open();
          document.write(html);
          document.close();
          const [send] = document.querySelectorAll('[data-testid=ComposeSendButton] button');
          send?.addEventListener('click', () => document.body.setAttribute('data-sent', `${Number(document.body.getAttribute('data-sent')) + 1}`));
        },
        page(compose({ to: chip(home) })),
      );
      await nudgeWhere(opened, 'the new card', (shown) => shown.find(({ text }) => text.includes(home)));
      const held = () => opened.evaluate(() => document.activeElement?.localName === 'second-glance');
      const sent = () => opened.evaluate(() => document.body.getAttribute('data-sent'));
      await opened.locator('[data-testid=ComposeSendButton] button').first().click();
      await expect.poll(held).toBe(true);
      expect(await sent()).toBeNull();
      await opened.keyboard.press('Tab');
      await opened.keyboard.press('Enter');
      await expect.poll(sent).toBe('1');
    } finally {
      await browser.set({ ruleStrengths: {} });
    }
  });

  it('throws nothing', () => {
    expect(browser.complaints.filter((complaint) => !/Content Security Policy|status of 404/.test(complaint))).toEqual([]);
  });
});
