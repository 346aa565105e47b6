import { afterEach, describe, expect, it, test } from 'vitest';
import googleMeet, { googleMeetCode } from '../../sites/google-meet';
import { closePages, noise, openPage, readMeeting, readMeetings, sharedPages } from '../page/meeting-page';
import { callPage, errorPage, exitPage, greenRoom, waitingRoom } from './google-meet/hand-made';

const path = '/abc-defg-hij?authuser=1';
const phase = (html: string, at = path) => readMeeting(googleMeet, html, at)?.phase ?? null;
afterEach(closePages);

const languages = [
  { language: 'en', join: 'Join now', leave: 'Leave call', waiting: 'Asking to be let in...' },
  { language: 'de', join: 'Teilnahme erbitten', leave: 'Anruf verlassen', waiting: 'Teilnahme angefragt' },
  { language: 'fr', join: 'Participer', leave: 'Quitter l’appel', waiting: 'Demande envoyée' },
  { language: 'ja', join: '今すぐ参加', leave: '通話から退出', waiting: '参加をリクエストしています' },
];

describe.each(languages)('hand-made pages in $language', (words) => {
  it('tells the phases', () => {
    expect(phase(greenRoom(words))).toBe('pre-join');
    expect(phase(waitingRoom(words))).toBe('waiting');
    expect(phase(callPage(words))).toBe('in-meeting');
    expect(phase(exitPage(words))).toBe('ended');
    expect(phase(errorPage(words))).toBe('ended');
  });

  it('reads camera and microphone from the switches, by name or by icon', () => {
    const state = (muted: boolean, names: boolean) => {
      const reading = readMeeting(googleMeet, greenRoom(words, { cameraMuted: muted, microphoneMuted: !muted, names }), path);
      return [reading?.camera, reading?.microphone];
    };
    expect(state(false, true)).toEqual(['on', 'off']);
    expect(state(true, true)).toEqual(['off', 'on']);
    expect(state(false, false)).toEqual(['on', 'off']);
    expect(state(true, false)).toEqual(['off', 'on']);
  });
});

test.each([
  ['https://meet.google.com/abc-defg-hij', 'abc-defg-hij'],
  ['https://meet.google.com/ABC-defg-hij?authuser=0&hl=de&pli=1', 'abc-defg-hij'],
  ['https://meet.google.com/_meet/abc-defg-hij', 'abc-defg-hij'],
  ['https://meet.google.com/lookup/team-room', 'lookup/team-room'],
  ['https://meet.google.com/', null],
  ['https://meet.google.com/landing', null],
  ['https://meet.google.com/landing?hs=197', null],
  ['https://meet.google.com/home', null],
  ['https://meet.google.com/new', null],
  ['https://meet.google.com/abcd-efg-hij', null],
  ['https://meet.google.com/abc-defg-hij/settings', null],
])('the code of %s is %s', (address, code) => expect(googleMeetCode(new URL(address))).toBe(code));

it('finds nothing on pages that are no meeting', () => {
  const landing = `<h1>Video calls for everyone</h1><input placeholder="Enter a code"><button class="${noise()}">Join</button>`;
  expect(phase(landing, '/landing')).toBe(null);
  expect(phase(landing, '/')).toBe(null);
});

it('says unknown while a meeting page is built, and does not lose the meeting', () => {
  expect(phase('<div></div>')).toBe('unknown');
});

it('stays in the call when the admission dialog offers to join, and with chat that speaks of waiting', () => {
  const words = { language: 'en', join: 'Join now', leave: 'Leave call', waiting: '' };
  const dialog = '<div role="dialog"><button data-mdc-dialog-action="ok">Join now</button></div><p>I was asking to be let in</p>';
  expect(phase(callPage(words, dialog))).toBe('in-meeting');
});

it('keeps the join button, the switches and the preview clear', () => {
  const page = openPage(greenRoom({ language: 'en', join: 'Join now', leave: '', waiting: '' }), path);
  const root = googleMeet.surfaces.meeting?.find(page)[0];
  const layout = root && googleMeet.surfaces.meeting?.layout(root);
  const clear = layout?.keepClear.filter((part) => part.how === 'never').map((part) => part.element.getAttribute('jsname') ?? part.element.localName);
  expect(clear).toEqual(expect.arrayContaining(['Qx7uuf', 'hw0c9', 'psRWwc']));
  expect(layout?.anchor.getAttribute('jsname')).toBe('Qx7uuf');
});

it('survives elements that are named like properties of the document', () => {
  const words = { language: 'en', join: 'Join now', leave: '', waiting: '' };
  const traps = ['body', 'querySelector', 'documentElement', 'createTreeWalker', 'URL']
    .map((name) => `<form name="${name}"><input name="getAttribute"></form>`)
    .join('');
  const page = openPage(greenRoom(words).replace('<body>', `<body>${traps}`), path);
  expect(readMeetings(googleMeet, page)).toMatchObject([{ phase: 'pre-join', code: 'abc-defg-hij' }]);
});

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['google-meet/error-check-your-meeting-code.2026-08-25.html', 'ended'],
    ['google-meet/in-call-hangup-button.vi.2026.html', 'in-meeting'],
    ['google-meet/green-room-join-button.ja.2020-12.html', 'pre-join'],
    ['google-meet/green-room.DERIVED.html', 'pre-join'],
    ['google-meet/waiting-room.DERIVED.html', 'waiting'],
  ])('%s: %s', async (file, expected) => {
    expect(phase((await sharedPages[file]?.()) ?? '')).toBe(expected);
  });
});
