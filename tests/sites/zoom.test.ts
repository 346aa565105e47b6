import { afterEach, describe, expect, it, test } from 'vitest';
import zoom, { zoomMeetingCode } from '../../sites/zoom';
import { closePages, openPage, readMeeting, readMeetings, sharedPages } from '../page/meeting-page';
import { bareLaunch, call, classicPreJoin, launch, preJoin, shell, waitingRoom } from './zoom/hand-made';

const client = '/wc/84335626851/join?fromPWA=1&pwd=x';
const phase = (html: string, at = client) => readMeeting(zoom, html, at)?.phase ?? null;
afterEach(closePages);

const english = {
  language: 'en',
  join: 'Join',
  leave: 'Leave',
  launch: 'Launch Meeting',
  mute: 'Mute',
  unmute: 'Unmute',
  stopVideo: 'Stop Video',
  startVideo: 'Start Video',
  waiting: 'Please wait, the meeting host will let you in soon.',
};
const languages = [
  english,
  {
    language: 'de',
    join: 'Beitreten',
    leave: 'Verlassen',
    launch: 'Meeting eröffnen',
    mute: 'Stummschalten',
    unmute: 'Stummschaltung aufheben',
    stopVideo: 'Video beenden',
    startVideo: 'Video starten',
    waiting: 'Bitte warten, der Meeting-Host lässt Sie in Kürze eintreten.',
  },
  {
    language: 'fr',
    join: 'Participer',
    leave: 'Quitter',
    launch: 'Ouvrir la réunion',
    mute: 'Couper le micro',
    unmute: 'Réactiver le micro',
    stopVideo: 'Arrêter la vidéo',
    startVideo: 'Démarrer la vidéo',
    waiting: 'Veuillez patienter, l’hôte de la réunion vous laissera bientôt entrer.',
  },
  {
    language: 'ja',
    join: '参加',
    leave: '退出',
    launch: 'ミーティングを起動',
    mute: 'ミュート',
    unmute: 'ミュート解除',
    stopVideo: 'ビデオの停止',
    startVideo: 'ビデオの開始',
    waiting: 'ミーティングのホストが間もなくミーティングへの参加を許可します。',
  },
];

describe.each(languages)('hand-made pages in $language', (words) => {
  it('tells the phases', () => {
    expect(phase(launch(words), '/j/84335626851?pwd=x')).toBe('launcher');
    expect(phase(bareLaunch(words), '/j/84335626851?pwd=x#success')).toBe('launcher');
    expect(phase(bareLaunch(words), '/my/amira.khan')).toBe('launcher');
    expect(phase(preJoin(words))).toBe('pre-join');
    expect(phase(classicPreJoin(words), '/wc/join/84335626851')).toBe('pre-join');
    expect(phase(waitingRoom(words))).toBe('waiting');
    expect(phase(call(words))).toBe('in-meeting');
  });

  it('reads camera and microphone by what their buttons do', () => {
    for (const make of [preJoin, call]) {
      expect(readMeeting(zoom, make(words, { camera: true, microphone: false }), client)).toMatchObject({ camera: 'on', microphone: 'off' });
      expect(readMeeting(zoom, make(words, { camera: false, microphone: true }), client)).toMatchObject({ camera: 'off', microphone: 'on' });
    }
  });
});

test.each([
  ['https://us05web.zoom.us/j/84335626851?pwd=abc', '84335626851'],
  ['https://zoom.us/j/84335626851#success', '84335626851'],
  ['https://zoom.us/w/84335626851?tk=x', '84335626851'],
  ['https://zoom.us/s/84335626851?zak=x', '84335626851'],
  ['https://zoom.us/my/Amira.Khan', 'my/amira.khan'],
  ['https://app.zoom.us/wc/84335626851/join?fromPWA=1', '84335626851'],
  ['https://app.zoom.us/wc/84335626851/start', '84335626851'],
  ['https://zoom.us/wc/join/84335626851', '84335626851'],
  ['https://app.zoom.us/wc/home', null],
  ['https://zoom.us/join', null],
  ['https://zoom.us/meeting/schedule', null],
  ['https://zoom.us/profile', null],
  ['https://zoom.us/my/account/settings', null],
  ['https://zoom.us/webinar/register/WN_abc', null],
])('the meeting of %s is %s', (address, code) => expect(zoomMeetingCode(new URL(address))).toBe(code));

it('wakes by the address of launch pages and clients, on Zoom only', () => {
  const door = new RegExp((zoom.doors ?? []).join('|'));
  for (const address of [
    'https://us05web.zoom.us/j/84335626851',
    'https://zoom.us/my/amira',
    'https://app.zoom.us/wc/84335626851/join',
    'https://example.zoomgov.com/w/1604335626',
  ])
    expect(door.test(address)).toBe(true);
  for (const address of [
    'https://zoom.us/',
    'https://app.zoom.us/wc/home',
    'https://notzoom.us/j/84335626851',
    'https://example.org/?https://zoom.us/j/84335626851',
  ])
    expect(door.test(address)).toBe(false);
});

it('finds nothing on pages that are no meeting', () => {
  expect(phase('<h1>Schedule Meeting</h1><button>Join</button>', '/meeting/schedule')).toBe(null);
  expect(phase('<div id="root"><button>New meeting</button><button>Join</button></div>', '/wc/home')).toBe(null);
  expect(phase('<input id="join-confno"><button id="joinBtn">Join</button>', '/join')).toBe(null);
});

it('reads the client in its own frame and not from the shell around it', async () => {
  const page = openPage(shell(english, preJoin(english)), client);
  expect(readMeetings(zoom, page)).toMatchObject([{ phase: 'unknown', code: '84335626851' }]);
  const frame = page.querySelector<HTMLIFrameElement>('#webclient');
  await expect.poll(() => frame?.contentDocument?.querySelector('.preview-join-button')).toBeTruthy();
  expect(frame?.contentDocument && readMeetings(zoom, frame.contentDocument)).toMatchObject([{ phase: 'pre-join', code: '84335626851' }]);
});

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['zoom/prejoin-current.2026-09.REPLICA.html', client, 'pre-join'],
    ['zoom/prejoin-classic.REPLICA.html', '/wc/join/84335626851', 'pre-join'],
    ['zoom/blocked-automated.2026-09.REPLICA.html', client, 'unknown'],
    ['zoom/in-call-footer.2021.html', client, 'in-meeting'],
  ])('%s: %s', async (file, at, expected) => {
    expect(phase((await sharedPages[file]?.()) ?? '', at)).toBe(expected);
  });

  it('reads the devices of the call of 2021', async () => {
    const html = (await sharedPages['zoom/in-call-footer.2021.html']?.()) ?? '';
    expect(readMeeting(zoom, html, client)).toMatchObject({ camera: 'on', microphone: 'on' });
  });
});
