/** The built extension before, in and after the practice meeting. */
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, nudgesOn, nudgeWhere, pressInNudge } from './support/nudge';
import { type PracticeServer, usePractice } from './support/practice';
import { openInbox, writeNew } from './support/practice-mail';

let browser: TestBrowser;
let server: PracticeServer;
let page: Page;

usePractice({}, (practice) => {
  ({ server, browser } = practice);
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await browser.forget();
});

const enter = async (): Promise<void> => {
  await page.goto(`${server.url}/meeting/?wait=0`);
  await page.getByText('Looking for your camera').waitFor({ state: 'hidden' });
};

it('reminds before the call, by what the devices do, and is gone in the call', async () => {
  await enter();
  const first = await nudgeWhere(page, 'a card that knows the camera is on', (shown) =>
    shown.find(({ rules, facts }) => rules.includes('pre-join') && facts['camera']),
  );
  expect(first.form).toBe('card');
  await page.getByRole('button', { name: 'Turn off camera' }).click();
  await nudgeWhere(page, 'a card that no longer speaks of the camera', (shown) =>
    shown.find(({ rules, facts }) => rules.includes('pre-join') && !facts['camera']),
  );
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'Leave call' }).waitFor();
  await nudgeGone(page);
});

it('leaves Join now, the preview and its controls free, and the focus where it was', async () => {
  await enter();
  const { box } = await nudgeFor(page, 'pre-join');
  for (const name of ['Join now', 'Turn off camera', 'Turn off microphone']) {
    const place = await page.getByRole('button', { name }).boundingBox();
    if (!place) throw new Error(`${name} is not visible.`);
    const apart = box.x >= place.x + place.width || place.x >= box.x + box.width || box.y >= place.y + place.height || place.y >= box.y + box.height;
    expect(apart, name).toBe(true);
  }
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});

it('says it once for a meeting', async () => {
  await enter();
  await nudgeFor(page, 'pre-join');
  await pressInNudge(page, 'pre-join', 'Got it');
  await nudgeGone(page);
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'Leave call' }).click();
  await page.getByRole('button', { name: 'Rejoin' }).click();
  await page.getByText('Looking for your camera').waitFor({ state: 'hidden' });
  // Turning a device makes the page read again; the answer stands.
  await page.getByRole('button', { name: 'Turn off camera' }).click();
  await page.getByRole('button', { name: 'Turn on camera' }).click();
  expect(await nudgesOn(page)).toEqual([]);
});

describe('a message written while the screen is shared', () => {
  const share = async (): Promise<Page> => {
    await enter();
    await page.getByRole('button', { name: 'Join now' }).click();
    await page.getByRole('button', { name: 'Share screen' }).click();
    await page.getByRole('button', { name: 'Stop sharing' }).waitFor();
    const mail = await browser.newPage();
    await openInbox(mail, server.url);
    await writeNew(mail);
    const shown = await nudgeFor(mail, 'sharing-while-writing');
    expect(shown).toMatchObject({ form: 'chip', rules: ['sharing-while-writing'] });
    // The wording takes turns.
    expect(shown.text).toMatch(/sharing your screen|screen is on show/);
    return mail;
  };

  it.each<[string, () => Promise<unknown>]>([
    ['is stopped', () => page.getByRole('button', { name: 'Stop sharing' }).click()],
    ['ends with its tab', () => page.close()],
    ['ends with a reload', () => page.reload()],
    ['ends because the tab goes elsewhere', () => page.goto('about:blank')],
  ])('has one line, until the share %s', async (_how, end) => {
    const mail = await share();
    await end();
    await mail.bringToFront();
    await nudgeGone(mail, 'sharing-while-writing');
    await mail.close();
  });

  it('learns of a share that starts later, in a card that is there already', async () => {
    await enter();
    await page.getByRole('button', { name: 'Join now' }).click();
    const mail = await browser.newPage();
    await openInbox(mail, server.url);
    const compose = await writeNew(mail);
    await compose.add('To', 'jane.smith84@gmail.com');
    await nudgeFor(mail, 'personal-address');
    await page.getByRole('button', { name: 'Share screen' }).click();
    expect((await nudgeFor(mail, 'personal-address', 'sharing-while-writing')).form).toBe('card');
    await mail.close();
  });
});

describe('a call in a frame of another server', () => {
  const outer = 'http://127.0.0.1:8181/court/';
  const inner = 'http://127.0.0.1:8282/room/bundle';
  const around = `<!doctype html><html lang="en"><title>Court</title><h1>Remote hearing</h1><iframe width="1000" height="600" allow="camera; microphone; fullscreen; display-capture" src="${inner}"></iframe>`;
  const door = `<!doctype html><html lang="en"><title>Video hearing</title><h1>Video hearing</h1><input placeholder="Your name">
    <button>Turn off camera</button><button>Turn off microphone</button><button>Join now</button>`;
  const headers = { 'content-security-policy': "default-src 'none'; frame-src http://127.0.0.1:8282" };
  /** How many frames of all tabs say that they read a meeting. */
  const meetingsTold = async (): Promise<number> =>
    (await browser.worker()).evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: { storage: { session: { get(key: null): Promise<Record<string, object>> } } } }).chrome;
      const kept = Object.entries(await storage.session.get(null)).filter(([key]) => key.startsWith('status.'));
      return kept.flatMap(([, frames]) => Object.values(frames)).filter(({ meeting }) => meeting).length;
    });
  afterEach(() => browser.context.unrouteAll());

  it('has one card: at the door, in the frame', async () => {
    await browser.serve({ [outer]: { body: around, headers }, [inner]: { body: door } });
    await page.goto(outer);
    await nudgeFor(page, 'pre-join');
    // No condition tells that a second card will never come: this looks for as long as the engine around it leaves the frame to speak (2.5 s), and a second more.
    await expect.poll(meetingsTold).toBe(2);
    const seen = new Set<number>();
    for (const until = Date.now() + 3500; Date.now() < until; ) seen.add((await nudgesOn(page)).length);
    expect(Math.max(...seen)).toBe(1);
  });

  it('has its card around the frame where the frame has nothing to say', async () => {
    await browser.serve({ [outer]: { body: around, headers }, [inner]: { body: '<!doctype html><title>Room</title>' } });
    await page.goto(outer);
    expect((await nudgeFor(page, 'pre-join')).form).toBe('card');
  });
});

it('throws nothing in the page', () => {
  expect(browser.complaints).toEqual([]);
});
