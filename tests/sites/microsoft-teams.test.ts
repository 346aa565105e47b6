import { afterEach, describe, expect, it, test } from 'vitest';
import teams, { teamsMeetingCode } from '../../sites/microsoft-teams';
import { closePages, openPage, readMeeting, sharedPages } from '../page/meeting-page';
import { call, chat, classicCall, classicPreJoin, launcher, lobby, preJoin, retry } from './microsoft-teams/hand-made';

const spa = '/v2/';
const direct = '/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%7d';
const phase = (html: string, at: string) => readMeeting(teams, html, at)?.phase ?? null;
afterEach(closePages);

const languages = [
  { language: 'en', join: 'Join now', leave: 'Leave', onWeb: 'Join meeting from this browser' },
  { language: 'de', join: 'Jetzt teilnehmen', leave: 'Verlassen', onWeb: 'An der Besprechung über diesen Browser teilnehmen' },
  { language: 'pl', join: 'Dołącz', leave: 'Opuść', onWeb: 'Dołącz do spotkania w przeglądarce' },
  { language: 'ar', join: 'الانضمام الآن', leave: 'مغادرة', onWeb: 'الانضمام من هذا المتصفح' },
];

describe.each(languages)('hand-made pages in $language', (words) => {
  it('tells the phases', () => {
    expect(phase(launcher(words), `/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${direct}`)}&type=meetup-join`)).toBe('launcher');
    for (const at of [spa, direct, '/light-meetings/launch?agent=web']) {
      expect(phase(preJoin(words), at)).toBe('pre-join');
      expect(phase(classicPreJoin(words), at)).toBe('pre-join');
      expect(phase(lobby(words), at)).toBe('waiting');
      expect(phase(call(words), at)).toBe('in-meeting');
      expect(phase(classicCall(words), at)).toBe('in-meeting');
      expect(phase(retry(words), at)).toBe('ended');
    }
  });

  it('reads camera and microphone', () => {
    expect(readMeeting(teams, preJoin(words, { camera: true, microphone: false }), spa)).toMatchObject({ camera: 'on', microphone: 'off' });
    expect(readMeeting(teams, preJoin(words, { camera: false, microphone: true }), spa)).toMatchObject({ camera: 'off', microphone: 'on' });
    expect(readMeeting(teams, call(words), spa)).toMatchObject({ camera: 'unknown', microphone: 'unknown' });
  });

  it('finds no meeting in chats and calendar, nor at a launcher for a chat', () => {
    expect(phase(chat(words), spa)).toBe(null);
    expect(phase(chat(words), '/_#/conversations/19:abc@thread.v2?ctx=chat')).toBe(null);
    expect(phase(launcher(words), `/dl/launcher/launcher.html?url=${encodeURIComponent('/_#/l/chat/0/0?users=a@b')}&type=chat`)).toBe(null);
  });
});

it('is no meeting any more after the person went back to the chats', () => {
  const words = languages[0];
  if (!words) throw new Error('no words');
  const page = openPage(preJoin(words), spa);
  const root = teams.surfaces.meeting?.find(page)[0];
  page.querySelector('#app')?.replaceChildren();
  expect(root && teams.surfaces.meeting?.read(root, null)).toBe(null);
});

it('waits between pre-join and call without losing the meeting', () => {
  expect(phase('<div id="app"></div>', direct)).toBe('unknown');
});

const thread = '19:meeting_Zm9v@thread.v2';
const coords = (value: object) => btoa(JSON.stringify(value));
test.each([
  ['https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d', thread],
  [
    `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent('/_#/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%7d&anon=true')}&type=meetup-join&deeplinkId=1`,
    thread,
  ],
  ['https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_Zm9v@thread.v2/0?context=%7b%7d&anon=true', thread],
  ['https://teams.microsoft.com/_#/l/meetup-join/19:meeting_Zm9v@thread.v2/0?context=%7b%7d', thread],
  [
    `https://teams.microsoft.com/light-meetings/launch?agent=web&coords=${encodeURIComponent(coords({ meetingUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0' }))}`,
    thread,
  ],
  ['https://teams.live.com/meet/9312345678901?p=AbCd', '9312345678901'],
  ['https://teams.microsoft.com/meet/3123456789012?p=x', '3123456789012'],
  [`https://teams.live.com/dl/launcher/launcher.html?url=${encodeURIComponent('/_#/meet/9312345678901?p=AbCd&anon=true')}&type=meet`, '9312345678901'],
  ['https://teams.live.com/v2/?meetingjoin=true#/meet/9312345678901?p=AbCd&anon=true', '9312345678901'],
  [`https://teams.live.com/light-meetings/launch?coords=${coords({ meetingCode: '9312345678901', passcode: 'x' })}`, '9312345678901'],
  ['https://teams.live.com/light-meetings/launch?coords=%%%nonsense', null],
  ['https://teams.microsoft.com/v2/', null],
  ['https://teams.microsoft.com/_#/calendarv2', null],
  ['https://teams.microsoft.com/l/chat/0/0?users=a@b.example', null],
  ['https://teams.microsoft.com/meet/', null],
])('the meeting of %s is %s', (address, code) => expect(teamsMeetingCode(new URL(address))).toBe(code));

it('keeps join, cancel, preview and switches clear', () => {
  const words = languages[0];
  if (!words) throw new Error('no words');
  const root = teams.surfaces.meeting?.find(openPage(preJoin(words), spa))[0];
  const layout = root && teams.surfaces.meeting?.layout(root);
  const clear = layout?.keepClear.map(({ element }) => element.getAttribute('data-tid'));
  expect(clear).toEqual(
    expect.arrayContaining([
      'prejoin-join-button',
      'prejoin-cancel-button',
      'prejoin-display-name-input',
      'toggle-video',
      'toggle-mute',
      'prejoin-v2-video-preview-container',
    ]),
  );
});

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['teams/launcher-browser-or-app.2026-07-06.html', '/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F9312345678901&type=meet', 'launcher'],
    ['teams/prejoin-anonymous-name-empty.2026-07-06.html', spa, 'pre-join'],
    ['teams/prejoin-signed-in.2026-07-06.html', spa, 'pre-join'],
    ['teams/prejoin-light-meetings-elements.2026-07-19.html', '/light-meetings/launch', 'pre-join'],
    ['teams/retry-screen-no-such-meeting.2026-07-19.html', '/light-meetings/launch', 'ended'],
    ['teams/in-call.2026-07-06.html', spa, 'in-meeting'],
    ['teams/lobby.UNVERIFIED.html', spa, 'waiting'],
    ['teams/legacy-prejoin.UNVERIFIED.html', spa, 'pre-join'],
  ])('%s at %s: %s', async (file, at, expected) => {
    expect(phase((await sharedPages[file]?.()) ?? '', at)).toBe(expected);
  });

  it('reads the switches of a guest', async () => {
    const html = (await sharedPages['teams/prejoin-anonymous-name-empty.2026-07-06.html']?.()) ?? '';
    expect(readMeeting(teams, html, spa)).toMatchObject({ camera: 'off', microphone: 'on' });
  });
});
