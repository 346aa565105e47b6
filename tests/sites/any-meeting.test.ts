import { afterEach, describe, expect, it, test } from 'vitest';
import { sites } from '../../engine/registry';
import anyMeeting, { anyMeetingCode } from '../../sites/any-meeting';
import { closePages, noise, openPage, play, readMeetings } from '../page/meeting-page';

const path = '/room/case-conference';
afterEach(closePages);

interface Media {
  readonly preview?: { readonly camera?: boolean; readonly microphone?: boolean };
  readonly remote?: boolean;
}

function open(html: string, { preview, remote }: Media = {}, at = path): Document {
  const page = openPage(html, at);
  const [first, second] = page.querySelectorAll('video');
  if (preview && first) play(first, { camera: preview.camera ?? true, microphone: preview.microphone ?? true });
  if (remote && second) play(second, { remote: true });
  return page;
}

/** Phase on a page of an unknown host: `none` where it is not even recognised. */
function phase(html: string, media: Media = {}, at = path): string {
  const page = open(html, media, at);
  return anyMeeting.recognises?.(page) ? (readMeetings(anyMeeting, page)[0]?.phase ?? 'left') : 'none';
}

const languages = [
  { language: 'en', join: 'Join now', leave: 'Leave call', mic: 'Turn off microphone', camera: 'Turn off camera', name: 'Your name' },
  { language: 'de', join: 'Jetzt teilnehmen', leave: 'Anruf verlassen', mic: 'Mikrofon ausschalten', camera: 'Kamera ausschalten', name: 'Name' },
  { language: 'fr', join: 'Rejoindre maintenant', leave: 'Quitter l’appel', mic: 'Désactiver le micro', camera: 'Désactiver la caméra', name: 'Votre nom' },
  { language: 'ja', join: '今すぐ参加', leave: '通話から退出', mic: 'マイクをオフにする', camera: 'カメラをオフにする', name: '名前' },
];

describe.each(languages)('a meeting app in $language', (words) => {
  const switches = `<button class="${noise()}" aria-label="${words.mic}"></button><button class="${noise()}" aria-label="${words.camera}"></button>`;
  const door = `<main><video muted autoplay></video>${switches}<form><input name="name" aria-label="${words.name}"><button>${words.join}</button></form></main>`;
  const call = `<main><video></video><video></video>${switches}<button aria-label="${words.leave}"></button></main>`;

  it('tells the phases, with and without a camera', () => {
    expect(phase(door, { preview: {} })).toBe('pre-join');
    expect(phase(door)).toBe('pre-join');
    expect(phase(call, { preview: {}, remote: true })).toBe('in-meeting');
    expect(phase(call)).toBe('in-meeting');
  });

  it('reads the devices', () => {
    expect(readMeetings(anyMeeting, open(door))[0]).toMatchObject({ camera: 'on', microphone: 'on' });
    const bare = `<video></video><button>${words.join}</button><input name="name">`;
    expect(readMeetings(anyMeeting, open(bare, { preview: { camera: true, microphone: false } }))[0]).toMatchObject({ camera: 'on', microphone: 'off' });
  });
});

describe('doors of meetings', () => {
  test.each<[string, string, Media?]>([
    ['Join, preview and name', '<video></video><input placeholder="Name"><button>Join</button>', { preview: {} }],
    ['Join between two switches', '<button aria-label="Mute microphone"></button><button aria-label="Stop video"></button><button>Join</button>'],
    [
      'menus for the devices',
      '<form><input name="nickname"><select name="video-input"></select><select name="audio-input"></select><button type="submit">Join Call</button></form>',
    ],
    [
      'boxes for the devices',
      '<label><input type="checkbox">Microphone</label><label><input type="checkbox">Camera</label><input type="submit" value="Connect">',
    ],
    ['name and title, devices come later', '<h1>Video Room</h1><input placeholder="Choose a display name"><button>Join the room</button>'],
    [
      'icons without names',
      '<button id="initAudioButton"><i class="fas fa-microphone"></i></button><button id="initVideoButton"><i class="fas fa-video"></i></button><button>Join meeting</button>',
    ],
    [
      'switches by role',
      '<span role="switch" aria-checked="true" aria-label="Camera"></span><span role="switch" aria-checked="false" aria-label="Microphone"></span><div role="button">Enter room</div>',
    ],
    [
      'devices named by marks alone, as in icon buttons',
      '<button data-testid="incall_mute"></button><button data-testid="incall_videomute"></button><button>Join call</button>',
    ],
    [
      'devices labelled by other elements',
      '<span id="a">Mute microphone</span><button aria-labelledby="a"></button><span id="b">Stop camera</span><button aria-labelledby="b"></button><button>Join</button>',
    ],
    ['a guest form', '<h1>Enter Meeting Info</h1><label>Your Name<input id="input-for-name"></label><button>Join</button>'],
    [
      'a call in a frame',
      '<iframe width="800" height="600" allow="camera; microphone; fullscreen; display-capture" src="https://video.example.org/room"></iframe>',
    ],
    ['knock', '<video></video><button>Knock</button><input id="display-name">', { preview: {} }],
    ['a call that starts', '<video></video><button aria-label="Microphone"></button><button>Start video call</button>', { preview: {} }],
  ])('%s', (_, html, media) => expect(phase(html, media)).toBe(html.startsWith('<iframe') ? 'launcher' : 'pre-join'));

  it('looks into open shadow roots', () => {
    const page = openPage('<x-lobby></x-lobby>', path);
    const lobby = page.querySelector('x-lobby')?.attachShadow({ mode: 'open' });
    for (const name of ['Mute microphone', 'Turn off camera', 'Join now']) lobby?.append(Object.assign(page.createElement('button'), { textContent: name }));
    expect(anyMeeting.recognises?.(page)).toBe(true);
  });
});

describe('pages that are no meeting', () => {
  test.each<[string, string, Media?]>([
    ['a passport photo', '<h1>Take your photo</h1><video></video><button>Take photo</button><button>Next</button>', { preview: { microphone: false } }],
    ['a passport photo that goes on', '<video></video><input name="full-name"><button>Continue</button><button>Turn on camera</button>', { preview: {} }],
    ['a code scanner', '<video></video><button>Switch camera</button><button>Cancel</button>', { preview: {} }],
    [
      'a player',
      '<video controls></video><button aria-label="Play"></button><button aria-label="Mute"></button><button aria-label="Pause video"></button><button>Subscribe</button>',
    ],
    ['a club', '<video autoplay muted loop></video><h1>Run with us</h1><button>Join</button><button>Join now</button><input name="email">'],
    [
      'a club with a player',
      '<video></video><button aria-label="Mute"></button><button aria-label="Play video"></button><button>Join</button><input name="name">',
    ],
    ['a dictation', '<button aria-label="Microphone"></button><button>Start</button><textarea></textarea>'],
    ['a list of meetings', '<h1>My meetings</h1><ul><li>9:00 <button>Join</button><li>10:00 <button>Join</button></ul>'],
    ['a chat', '<h1>Team</h1><input name="message"><button>Join the discussion</button><button>Leave</button>'],
    ['a form about meetings', '<h1>Book a meeting</h1><input name="name"><button>Send</button>'],
    ['a webmail', '<button>Reply</button><button>Forward</button><a href="#">Join our newsletter</a><input name="name"><p>you left the meeting</p>'],
    ['an exam', '<video></video><button>Start exam</button><p>Your camera and microphone are recorded</p>', { preview: {} }],
    [
      'a player with icons only',
      '<video></video><button class="vjs-mute-control"></button><button class="video-play"></button><button>Join</button><button>Join now</button>',
    ],
    ['an identity check in a frame', '<iframe width="800" height="600" allow="camera; microphone" src="https://check.example.org/"></iframe>'],
    ['a film in a frame', '<iframe width="800" height="600" allow="autoplay; fullscreen" src="https://film.example.org/"></iframe>'],
    [
      'a call in a frame that is read there',
      '<iframe width="800" height="600" allow="camera; microphone; display-capture" src="https://meet.jit.si/Room"></iframe>',
    ],
    ['a registration', '<h1>Webinar: better meetings</h1><input name="name"><input type="email"><button>Join</button>'],
    ['nothing', ''],
  ])('%s', (_, html, media) => expect(phase(html, media)).toBe('none'));
});

describe('phases of one page', () => {
  const switches = '<button aria-label="Mute microphone"></button><button aria-label="Stop video"></button>';
  const read = (html: string, media: Media = {}) => readMeetings(anyMeeting, open(html, media))[0]?.phase ?? 'left';

  it('goes by what is shown where a page keeps every phase in its tree', () => {
    const parts = (join: string, call: string) =>
      `<section ${join}><button>Join meeting</button></section><section ${call}><button>Leave meeting</button></section>${switches}`;
    expect(read(parts('', 'hidden'))).toBe('pre-join');
    expect(read(parts('style="display:none"', ''))).toBe('in-meeting');
    expect(read(parts('', ''))).toBe('pre-join');
  });

  it('a toolbar that faded out is still the call', () => {
    expect(read(`<div style="opacity:0">${switches}<button>Leave</button></div>`)).toBe('in-meeting');
  });

  it('tells waiting and the end, and says nothing when the page turned to something else', () => {
    expect(read('<h1>Someone will let you in soon</h1><button>Leave</button>')).toBe('waiting');
    expect(read('<h1>You left the meeting</h1><button>Rejoin</button>')).toBe('ended');
    expect(read('<h1>Meeting ended</h1><p>The call has ended.</p><button>Rejoin</button>')).toBe('ended');
    expect(read('<h1>Welcome</h1><p>Hello</p>')).toBe('left');
  });

  it('a call of others playing beats a control that invites more people to join', () => {
    expect(read(`<video></video><video></video>${switches}<button>Join breakout room</button>`, { preview: {}, remote: true })).toBe('in-meeting');
  });
});

test.each([
  ['https://meet.example.org/room/Case-Conference', 'room/case-conference'],
  ['https://meet.example.org/join?room=abc&utm=1', 'join abc'],
  ['https://meet.example.org/#/room/abc', '#/room/abc'],
  ['https://meet.example.org/', null],
  ['https://meet.example.org/index.html', null],
  ['https://meet.example.org/videoroomtest.html', null],
])('the code of %s is %s', (address, code) => expect(anyMeetingCode(new URL(address))).toBe(code));

it('leaves calls in frames to the files that read them, all of them', () => {
  const hosts = sites
    .filter((site) => site.surfaces.meeting)
    .flatMap((site) => site.matches.map((pattern) => /^https:\/\/(?:\*\.)?([^/]+)/.exec(pattern)?.[1] ?? ''));
  expect(hosts.length).toBeGreaterThan(15);
  for (const host of hosts) {
    const page = openPage(`<iframe width="800" height="600" allow="camera; microphone; display-capture" src="https://${host}/room"></iframe>`);
    expect(anyMeeting.recognises?.(page), host).toBe(false);
  }
});
