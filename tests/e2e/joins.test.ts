/**
 * One join, many addresses: the built extension on the way from a link to the call and back. The pages are hand-made after the documented
 * signals, the addresses follow `research/meeting-dom.md` §2 and §3 (gathered 2026-11).
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { preJoin as jitsiPreJoin } from '../sites/jitsi/hand-made';
import { call as teamsCall, launcher as teamsLauncher, preJoin as teamsPreJoin } from '../sites/microsoft-teams/hand-made';
import { shell, call as zoomCall, launch as zoomLaunch, preJoin as zoomPreJoin } from '../sites/zoom/hand-made';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, nudgesOn, nudgeWhere, pressInNudge } from './support/nudge';

let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser({ extension: inject('extension') });
});
afterAll(async () => {
  await browser?.stop();
});
afterEach(async () => {
  await Promise.all(browser.context.pages().map((open, index) => (index === 0 ? undefined : open.close())));
  await browser.context.unrouteAll();
  await browser.forget();
});

const words = {
  language: 'en',
  join: 'Join now',
  leave: 'Leave',
  waiting: 'Asking to be let in',
  onWeb: 'Continue on this browser',
  launch: 'Launch Meeting',
  mute: 'Mute',
  unmute: 'Unmute',
  stopVideo: 'Stop video',
  startVideo: 'Start video',
  stopCamera: 'Stop camera',
  startCamera: 'Start camera',
};

/** What a page of the way shows: nothing yet, a door with a card, or the call. */
type Stop = readonly [address: string, body: string, expected: 'on the way' | 'door' | 'call'];

const blank = '<!doctype html><html lang="en"><title>…</title><body></body></html>';
const coords = Buffer.from(
  JSON.stringify({ meetingUrl: 'https://teams.microsoft.com/meet/123456789012?p=x', meetingCode: '123456789012', passcode: 'x' }),
).toString('base64');
const teams = 'https://teams.microsoft.com';
const thread = '19%3ameeting_abc%40thread.v2';
const bigShell = (inner: string): string => shell(words, inner).replace('<iframe', '<iframe style="width:1000px;height:700px"');

const joins: readonly [name: string, stops: readonly Stop[]][] = [
  [
    'Teams, from an invitation to the client',
    [
      [`${teams}/l/meetup-join/${thread}/0?context=%7b%22Tid%22%3a%221%22%7d`, blank, 'on the way'],
      [`${teams}/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F${thread}%2F0&type=meetup-join&directDl=true`, teamsLauncher(words), 'door'],
      [`${teams}/v2/?meetingjoin=true#/l/meetup-join/${thread}/0`, teamsPreJoin(words), 'door'],
      [`${teams}/v2/`, teamsPreJoin(words), 'door'],
      [`${teams}/v2/?calling=1`, teamsCall(words), 'call'],
    ],
  ],
  [
    'Teams, from a short link to the guest’s client',
    [
      [`${teams}/meet/123456789012?p=x`, blank, 'on the way'],
      [`${teams}/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F123456789012%3Fp%3Dx&type=meet`, teamsLauncher(words), 'door'],
      [`${teams}/light-meetings/launch?agent=web&coords=${encodeURIComponent(coords)}`, blank, 'on the way'],
      [`${teams}/light-meetings/launch?agent=web&lightExperience=true&coords=${encodeURIComponent(coords)}`, teamsPreJoin(words), 'door'],
      [`${teams}/light-meetings/launch?agent=web&joined=true&coords=${encodeURIComponent(coords)}`, teamsCall(words), 'call'],
    ],
  ],
  [
    'Zoom, from a link to the client in its frame',
    [
      ['https://us02web.zoom.us/j/12345678901?pwd=x', zoomLaunch(words), 'door'],
      ['https://app.zoom.us/wc/12345678901/join?fromPWA=1', bigShell(zoomPreJoin(words)), 'door'],
      ['https://app.zoom.us/wc/12345678901/join?fromPWA=1&in=1', bigShell(zoomCall(words)), 'call'],
    ],
  ],
];

const serve = (stops: readonly Stop[]): Promise<void> =>
  browser.serve(Object.fromEntries(stops.map(([address, body]) => [address.replace(/#.*/, ''), { body }])));

/** Another meeting in another tab, whose reminder shows that the engines had their turn. */
async function engineHadItsTurn(): Promise<void> {
  const room = `https://meet.jit.si/Witness${crypto.randomUUID().slice(0, 8)}`;
  await browser.serve({ [room]: { body: jitsiPreJoin(words) } });
  const witness = await browser.newPage();
  await witness.goto(room);
  await nudgeFor(witness, 'pre-join');
  await witness.close();
}

describe.each(joins)('%s', (_name, stops) => {
  it('has one reminder, which is there at every door and gone in the call', async () => {
    await serve(stops);
    page = await browser.newPage();
    for (const [address, , expected] of stops) {
      await page.goto(address);
      if (expected === 'door') {
        expect((await nudgeFor(page, 'pre-join')).form, address).toBe('card');
        expect((await nudgesOn(page)).length, address).toBe(1);
      }
      if (expected === 'call') {
        await engineHadItsTurn();
        expect(await nudgesOn(page), address).toEqual([]);
      }
    }
    // Sent back to the door, from where the person joins again: nothing new.
    const back = stops.findLast(([, , expected]) => expected === 'door');
    await page.goto(back?.[0] ?? '');
    await engineHadItsTurn();
    expect(await nudgesOn(page)).toEqual([]);
  });

  it('is not brought up again once it was answered at the first door', async () => {
    await serve(stops);
    page = await browser.newPage();
    let answered = false;
    for (const [address, , expected] of stops) {
      await page.goto(address);
      if (expected === 'door' && !answered) {
        await pressInNudge(page, 'pre-join', 'Got it');
        await nudgeGone(page);
        answered = true;
      } else if (answered) {
        await engineHadItsTurn();
        expect(await nudgesOn(page), address).toEqual([]);
      }
    }
  });
});

it('follows the switch from the door to the call and back in one document', async () => {
  await serve([[`${teams}/v2/`, teamsPreJoin(words), 'door']]);
  page = await browser.newPage();
  await page.goto(`${teams}/v2/`);
  await nudgeFor(page, 'pre-join');
  await page.evaluate(() => {
    const door = document.querySelector('[data-tid="calling-prejoin-screen"]');
    const leave = document.createElement('button');
    leave.setAttribute('data-tid', 'hangup-main-btn');
    door?.replaceWith(leave);
    Object.assign(globalThis, { back: () => leave.replaceWith(door ?? '') });
  });
  await nudgeGone(page);
  const inside = performance.now();
  // A moment in the call is not the call: a page that is being built can look like it for less than a second.
  await nudgeWhere(page, 'a second in the call', () => (performance.now() > inside + 1500 ? true : undefined));
  await page.evaluate(() => (globalThis as unknown as { back(): void }).back());
  await engineHadItsTurn();
  expect(await nudgesOn(page)).toEqual([]);
});

it('throws nothing in any page', () => {
  expect(browser.complaints.filter((complaint) => !/Content Security Policy|status of 404/.test(complaint))).toEqual([]);
});
