import { afterEach, describe, expect, it, test } from 'vitest';
import jitsi, { jitsiRoom } from '../../sites/jitsi';
import { closePages, openPage, readMeeting, sharedPages } from '../page/meeting-page';
import { call, empty, knocking, lobby, preJoin, welcome } from './jitsi/hand-made';

const room = '/CaseConference#config.startWithAudioMuted=true';
const phase = (html: string, at = room) => readMeeting(jitsi, html, at)?.phase ?? null;
afterEach(closePages);

const english = {
  language: 'en',
  join: 'Join meeting',
  leave: 'Leave the meeting',
  mute: 'Mute microphone',
  unmute: 'Unmute microphone',
  stopCamera: 'Stop camera',
  startCamera: 'Start camera',
};
const languages = [
  english,
  {
    language: 'de',
    join: 'Konferenz beitreten',
    leave: 'Konferenz verlassen',
    mute: 'Mikrofon stummschalten',
    unmute: 'Stummschaltung des Mikrofons aufheben',
    stopCamera: 'Kamera ausschalten',
    startCamera: 'Kamera einschalten',
  },
  {
    language: 'es',
    join: 'Unirse a la reunión',
    leave: 'Salir de la reunión',
    mute: 'Silenciar micrófono',
    unmute: 'Activar micrófono',
    stopCamera: 'Detener cámara',
    startCamera: 'Iniciar cámara',
  },
  {
    language: 'ru',
    join: 'Присоединиться ко встрече',
    leave: 'Покинуть встречу',
    mute: 'Выключить микрофон',
    unmute: 'Включить микрофон',
    stopCamera: 'Выключить камеру',
    startCamera: 'Включить камеру',
  },
];

describe.each(languages)('hand-made pages in $language', (words) => {
  it('tells the phases', () => {
    expect(phase(preJoin(words))).toBe('pre-join');
    expect(phase(knocking(words))).toBe('pre-join');
    expect(phase(lobby(words))).toBe('waiting');
    expect(phase(call(words))).toBe('in-meeting');
    expect(phase(empty(words))).toBe('unknown');
  });

  it('reads camera and microphone', () => {
    for (const make of [preJoin, call]) {
      expect(readMeeting(jitsi, make(words, { camera: true, microphone: false }), room)).toMatchObject({ camera: 'on', microphone: 'off' });
      expect(readMeeting(jitsi, make(words, { camera: false, microphone: true }), room)).toMatchObject({ camera: 'off', microphone: 'on' });
    }
  });
});

it('reads devices by their names where nothing says pressed', () => {
  expect(readMeeting(jitsi, preJoin(english, { camera: true, microphone: false, pressed: false }), room)).toMatchObject({ camera: 'on', microphone: 'off' });
});

it('is recognised on any host, and other pages are not', () => {
  for (const make of [preJoin, lobby, call, empty, welcome]) expect(jitsi.recognises?.(openPage(make(english), room))).toBe(true);
  expect(jitsi.recognises?.(openPage('<video></video><div role="button" aria-label="Mute microphone"></div>', room))).toBe(false);
});

it('finds no meeting on the welcome page', () => {
  expect(phase(welcome(english), '/')).toBe(null);
});

test.each([
  ['https://meet.jit.si/CaseConference#config.prejoinConfig.enabled=true', 'caseconference'],
  ['https://8x8.vc/tenant/CaseConference', 'tenant/caseconference'],
  ['https://meet.example.org/R%C3%A4te?jwt=x', 'räte'],
  ['https://meet.jit.si/', null],
  ['https://meet.jit.si/static/close3.html', null],
])('the room of %s is %s', (address, code) => expect(jitsiRoom(new URL(address))).toBe(code));

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['jitsi/prejoin.DERIVED.html', 'pre-join'],
    ['jitsi/in-call.DERIVED.html', 'in-meeting'],
  ])('%s: %s', async (file, expected) => {
    expect(phase((await sharedPages[file]?.()) ?? '')).toBe(expected);
  });
});
