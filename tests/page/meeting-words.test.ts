import { describe, expect, test } from 'vitest';
import { cameraName, joinStrength, leaves, microphoneName, sharing, stateByAction } from '../../page/meeting-words';

test.each([
  ...[
    'Join now',
    'Join meeting',
    'Join Call',
    'Ask to join',
    'Join the room',
    "I'm ready to join",
    'Join without audio',
    'Enter meeting',
    'Start video call',
  ].map((name) => [name, 'strong']),
  ...[
    'Konferenz beitreten',
    'Jetzt teilnehmen',
    'Anruf beitreten',
    'Rejoindre la réunion',
    'Rejoindre maintenant',
    'Unirse a la llamada',
    'Entra in chiamata',
  ].map((name) => [name, 'strong']),
  ...[
    'Participar agora',
    'Nu deelnemen',
    'Deelnemen aan de vergadering',
    'Dołącz do spotkania',
    'Anslut till samtal',
    'Liity puheluun',
    'Připojit se k hovoru',
  ].map((name) => [name, 'strong']),
  ...[
    'Toplantıya katıl',
    'Присоединиться ко встрече',
    'Приєднатися до виклику',
    'Συμμετοχή στη συνάντηση',
    '今すぐ参加',
    '通話に参加',
    '회의 참가',
    '加入会议',
    '加入通話',
  ].map((name) => [name, 'strong']),
  ...['انضم إلى الاجتماع', 'Tham gia cuộc gọi', 'Bergabung ke panggilan', 'Alăturați-vă apelului', 'Şimdi katıl'].map((name) => [name, 'strong']),
  ...['Join', 'JOIN', 'Connect', 'Enter', 'Beitreten', 'Participer', 'Dołącz', '参加', '加入'].map((name) => [name, 'weak']),
  ...['Rejoin', 'Re-join the call', 'Reconnect'].map((name) => [name, 'again']),
  ...['Adjoining rooms', 'Sign in', 'Take photo', 'Start', 'Play', 'Next', 'Settings', 'Meeting', 'Leave', 'Conjoin', 'Send message', ''].map((name) => [
    name,
    null,
  ]),
  ['Join our mailing list and be the first to hear about new arrivals in the shop', null],
])('%s joins: %s', (name, expected) => expect(joinStrength(String(name))).toBe(expected));

describe('leaving', () => {
  test.each([
    'Leave call',
    'Leave',
    'Hang up',
    'End call',
    'Anruf beenden',
    'Anruf verlassen',
    'Quitter l’appel',
    "Quitter l'appel",
    'Salir de la llamada',
    'Abbandona',
    'Rời khỏi cuộc gọi',
    'Opuść',
    'Завершить звонок',
    '退出',
    '나가기',
    'call_end',
  ])('%s leaves', (name) => expect(leaves(name)).toBe(true));
  test.each(['Believe', 'Reply', 'Sign out', 'Save draft', 'Trending', 'Sleeve length'])('%s does not', (name) => expect(leaves(name)).toBe(false));
});

test.each([
  ['Share screen', 'start'],
  ['Share Screen', 'start'],
  ['Present now', 'start'],
  ['Start sharing your screen', 'start'],
  ['Bildschirm freigeben', 'start'],
  ['Partager l’écran', 'start'],
  ['Compartir pantalla', 'start'],
  ['画面を共有', 'start'],
  ['共享屏幕', 'start'],
  ['Share Desktop', 'start'],
  ['Stop sharing', 'stop'],
  ['Stop Share', 'stop'],
  ['Stop presenting', 'stop'],
  ['Freigabe stoppen', null],
  ['Share', null],
  ['Share this article', null],
  ['Copy link', null],
])('%s about sharing: %s', (name, expected) => expect(sharing(name)).toBe(expected));

test.each([
  ['Mute microphone', 'on'],
  ['Unmute microphone', 'off'],
  ['Turn off camera', 'on'],
  ['Turn on camera', 'off'],
  ['Turn off camera (ctrl + e)', 'on'],
  ['mute my microphone', 'on'],
  ['unmute my microphone', 'off'],
  ['stop sending my video', 'on'],
  ['Kamera ausschalten', 'on'],
  ['Kamera deaktivieren', 'on'],
  ['Kamera aktivieren', 'off'],
  ['Stummschaltung aufheben', 'off'],
  ['Désactiver la caméra', 'on'],
  ['Activer la caméra', 'off'],
  ['Réactiver le micro', 'off'],
  ['Desactivar cámara', 'on'],
  ['Activar cámara', 'off'],
  ['Disattiva microfono', 'on'],
  ['Attiva microfono', 'off'],
  ['Desligar câmera', 'on'],
  ['Ligar câmera', 'off'],
  ['Wyłącz kamerę', 'on'],
  ['Włącz kamerę', 'off'],
  ['Выключить микрофон', 'on'],
  ['Включить микрофон', 'off'],
  ['カメラをオフにする', 'on'],
  ['カメラをオンにする', 'off'],
  ['ミュート解除', 'off'],
  ['取消静音', 'off'],
  ['静音', 'on'],
  ['Camera is off', 'unknown'],
  ['Microphone', 'unknown'],
  ['Camera settings', 'unknown'],
])('%s: the device is %s', (name, state) => expect(stateByAction(name)).toBe(state));

test.each(['Microphone', 'Mikrofon', 'Désactiver le micro', 'Silenciar micrófono', 'マイクをオフにする', 'Выключить микрофон', 'mic_off'])(
  '%s is a microphone',
  (name) => expect(microphoneName.test(name)).toBe(true),
);
test.each(['Camera', 'Kamera ausschalten', 'Cámara', 'カメラ', 'Выключить камеру', 'Stop Video', 'videocam_off'])('%s is a camera', (name) =>
  expect(cameraName.test(name)).toBe(true),
);
test.each(['Comic', 'Dynamics', 'Academic'])('%s is neither', (name) => expect(microphoneName.test(name) || cameraName.test(name)).toBe(false));
