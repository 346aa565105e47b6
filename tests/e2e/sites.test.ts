/** The built extension at the addresses of real sites, under their kind of content security policy. The pages are hand-made after the documented signals. */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { messageFamilies } from '../page/message-families';
import { composeForm, docked, around as gmailAround, popOut as gmailPopOut, inline, minimised } from '../sites/gmail/hand-made';
import { callPage, greenRoom } from '../sites/google-meet/hand-made';
import { preJoin as jitsiPreJoin } from '../sites/jitsi/hand-made';
import { launcher as teamsLauncher, preJoin as teamsPreJoin } from '../sites/microsoft-teams/hand-made';
import { chip, compose, around as outlookAround } from '../sites/outlook-web/hand-made';
import { shell, launch as zoomLaunch, preJoin as zoomPreJoin } from '../sites/zoom/hand-made';
import { startBrowser, type TestBrowser } from './support/browser';
import { componentPages } from './support/component-pages';
import { cardFor, nudgeFor, nudgesOn, nudgeWhere } from './support/nudge';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
  await browser.set({ ownDomains: ['justice.example'] });
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await Promise.all(browser.context.pages().map((page, index) => (index === 0 ? undefined : page.close())));
  await browser.context.unrouteAll();
  await browser.forget();
});

async function pageAt(address: string, body: string) {
  await browser.serve({ [address]: { body } });
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

const home = 'jane_smith@gmail.com';
const quote = `<div dir="ltr">See below.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Tom Hughes</strong> &lt;<a href="mailto:tom.hughes@justice.example">tom.hughes@justice.example</a>&gt;<br>Date: Mon, 16 Nov 2026 at 10:00<br>Subject: Bundle<br>To: Jane Smith &lt;<a href="mailto:jane.smith@justice.example">jane.smith@justice.example</a>&gt;<br></div><br>One.<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Fri, 13 Nov 2026 at 09:00, Declan &lt;<a href="mailto:declan@cps.example">declan@cps.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">Two.</blockquote></div></div>`;

describe('Gmail', () => {
  const inbox = 'https://mail.google.com/mail/u/0/';
  it.each([
    ['a docked window', gmailAround(docked(composeForm({ to: [{ id: home, name: 'Jane Smith' }] })))],
    ['an inline reply', gmailAround(inline(composeForm({ to: [{ id: 'x@justice.example' }], cc: [{ id: home }] })))],
    ['a pop-out', gmailPopOut(composeForm({ bcc: [{ id: home }] }))],
    ['text still being typed', gmailAround(docked(composeForm({ typed: home })))],
  ])('reads a private address in %s', async (_where, body) => {
    const page = await pageAt(inbox, body);
    expect((await nudgeFor(page, 'personal-address')).text).toContain(home);
  });

  it('counts what a forward carries', async () => {
    const page = await pageAt(
      inbox,
      gmailAround(docked(composeForm({ to: [{ id: 'counsel@chambers.example' }], subject: 'Fwd: Bundle', body: quote, rm: '#msg-f:1' }))),
    );
    const nudge = await cardFor(page, 'quoted-thread');
    expect(nudge.counts['earlier-messages']).toBe(2);
  });

  it('tells two windows apart, and says nothing about a minimised one', async () => {
    const page = await pageAt(
      inbox,
      gmailAround(
        docked(composeForm({ to: [{ id: home }] })) +
          docked(composeForm({ to: [{ id: 'colleague@justice.example' }] })) +
          minimised(composeForm({ to: [{ id: 'other_home@gmail.com' }] })),
      ),
    );
    await nudgeFor(page, 'personal-address');
    const shown = await nudgesOn(page);
    expect(shown.map(({ text }) => text.includes(home))).toEqual([true]);
  });
});

describe('Outlook on the web', () => {
  it.each([
    'https://outlook.office.com/mail/',
    'https://outlook.office365.com/mail/',
    'https://outlook.live.com/mail/0/',
    'https://outlook.cloud.microsoft/mail/',
  ])('reads a private address at %s', async (address) => {
    const page = await pageAt(address, outlookAround(compose({ to: chip(home) })));
    expect((await nudgeFor(page, 'personal-address')).text).toContain(home);
  });
});

describe('open shadow roots', () => {
  it.each(componentPages)('reads a private address in %s', async (_what, body) => {
    const page = await pageAt('https://app.tuta.com/mail', body);
    expect((await nudgeFor(page, 'personal-address')).text).toContain(home);
  });

  it('follows a compose that a component shows later', async () => {
    const [, body] = componentPages[0] ?? ['', ''];
    const page = await pageAt('https://app.tuta.com/mail', `<!doctype html><body><div id="later" hidden>${body}</div>`);
    await page.evaluate(() => {
      const component = document.createElement('x-later');
      component.attachShadow({ mode: 'open' }).append(...(document.querySelector('#later')?.children ?? []));
      document.body.append(component);
    });
    expect((await nudgeFor(page, 'personal-address')).text).toContain(home);
  });

  it('reads the open message of Tuta, whose text is in one', async () => {
    const family = messageFamilies.find(({ name }) => name === 'tuta');
    const page = await pageAt('https://app.tuta.com/mail/inbox', `<!doctype html>${family?.html() ?? ''}`);
    await nudgeFor(page, 'unexpected-sender');
  });
});

describe('meetings', () => {
  const words = {
    language: 'en',
    join: 'Join now',
    leave: 'Leave call',
    waiting: 'Asking to be let in',
    onWeb: 'Continue on this browser',
    launch: 'Launch Meeting',
  };
  const devices = {
    mute: 'Mute',
    unmute: 'Unmute',
    stopVideo: 'Stop video',
    startVideo: 'Start video',
    stopCamera: 'Stop camera',
    startCamera: 'Start camera',
  };
  const all = { ...words, ...devices };
  it.each([
    ['https://meet.google.com/abc-defg-hij', greenRoom(all)],
    ['https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_abc%40thread.v2%2F0', teamsLauncher(all)],
    ['https://teams.microsoft.com/v2/', teamsPreJoin(all)],
    ['https://teams.live.com/light-meetings/launch', teamsPreJoin(all)],
    ['https://us02web.zoom.us/j/12345678901', zoomLaunch(all)],
    ['https://app.zoom.us/wc/12345678901/join', shell(all, zoomPreJoin(all)).replace('<iframe', '<iframe style="width:1000px;height:700px"')],
    ['https://meet.jit.si/CaseConference', jitsiPreJoin(all)],
  ])('reminds before the call at %s', async (address, body) => {
    const page = await pageAt(address, body);
    const nudge = await nudgeWhere(page, 'a reminder', (shown) => shown.find(({ rules }) => rules.includes('pre-join')));
    expect(nudge.form).toBe('card');
  });

  it('is silent in the call', async () => {
    const page = await pageAt('https://meet.google.com/abc-defg-hij', callPage(all));
    // Another meeting in another tab shows that the engine had its turn.
    const witness = await pageAt('https://meet.jit.si/CaseConference', jitsiPreJoin(all));
    await nudgeFor(witness, 'pre-join');
    expect(await nudgesOn(page)).toEqual([]);
  });
});

it('throws nothing in any page', () => {
  expect(browser.complaints.filter((complaint) => !/Content Security Policy|status of 404/.test(complaint))).toEqual([]);
});
