import { afterEach, describe, expect, it, test } from 'vitest';
import { sites } from '../../engine/registry';
import {
  addressOf,
  bodyOf,
  cameraState,
  decoded,
  firstOf,
  meetingLayout,
  mentions,
  nameOf,
  ownPreview,
  phaseOf,
  someOf,
  switchState,
} from '../../page/meeting';
import { watchForHints } from '../../page/sentinel';
import anyMeeting from '../../sites/any-meeting';
import { closePages, openPage, play } from './meeting-page';

afterEach(closePages);

const body = (html: string): HTMLElement => {
  const found = bodyOf(openPage(`<body>${html}</body>`));
  if (!found) throw new Error('no body');
  return found;
};

describe('phases', () => {
  const signals = { ended: ['#ended'], launcher: ['#launcher'], preJoin: ['#join'], waiting: ['#waiting'], inMeeting: ['#leave'] };
  test.each([
    ['<i id="leave"></i><i id="waiting"></i><i id="join"></i><i id="launcher"></i><i id="ended"></i>', 'ended'],
    ['<i id="leave"></i><i id="waiting"></i><i id="join"></i><i id="launcher"></i>', 'launcher'],
    ['<i id="leave"></i><i id="waiting"></i><i id="join"></i>', 'pre-join'],
    ['<i id="leave"></i><i id="waiting"></i>', 'waiting'],
    ['<i id="leave" hidden></i>', 'in-meeting'],
    ['<i></i>', 'unknown'],
  ])('%s: %s', (html, phase) => expect(phaseOf(body(html), signals)).toBe(phase));

  it('are unknown where a product has no signals', () => expect(phaseOf(body('<i id="leave"></i>'), {})).toBe('unknown'));
});

describe('the own camera', () => {
  const video = (playing: Parameters<typeof play>[1]) => {
    const root = body('<video></video>');
    const element = root.querySelector('video');
    if (element) play(element, playing);
    return root;
  };

  it('is a local stream of a device, not another person and not a screen', () => {
    expect(ownPreview(video({ camera: true }))?.localName).toBe('video');
    expect(ownPreview(video({ remote: true }))).toBe(null);
    expect(ownPreview(video({ screen: 'monitor' }))).toBe(null);
    expect(ownPreview(video({ microphone: true }))).toBe(null);
    expect(ownPreview(body('<video src="film.mp4" autoplay muted></video>'))).toBe(null);
  });

  it('is on when its preview runs, and never claimed off by it', () => {
    expect(cameraState('unknown', video({ camera: true }))).toBe('on');
    expect(cameraState('unknown', video({ camera: false }))).toBe('unknown');
    expect(cameraState('off', video({ camera: true }))).toBe('off');
    expect(cameraState('unknown', body(''))).toBe('unknown');
  });
});

test.each([
  ['<b role="switch" aria-checked="true"></b>', 'on', 'on'],
  ['<b role="switch" aria-checked="false"></b>', 'on', 'off'],
  ['<button aria-pressed="true"></button>', 'off', 'off'],
  ['<button aria-pressed="false"></button>', 'off', 'on'],
  ['<input type="checkbox" checked>', 'on', 'on'],
  ['<input type="checkbox">', 'on', 'off'],
  ['<button aria-pressed="mixed"></button>', 'on', 'unknown'],
  ['<button></button>', 'on', 'unknown'],
] as const)('the switch %s, pressed meaning %s, is %s', (html, meaning, state) => {
  expect(switchState(body(html).firstElementChild, meaning)).toBe(state);
  expect(switchState(null, meaning)).toBe('unknown');
});

it('finds words in what can be read, whatever the apostrophe, and only there', () => {
  expect(mentions(body('<p>You’re in the\n <b>waiting</b>  room</p>'), ["you're in the waiting room"])).toBe(true);
  expect(mentions(body('<script>"in the lobby"</script><style>/* in the lobby */</style><template>in the lobby</template>'), ['in the lobby'])).toBe(false);
  expect(mentions(body(`<p>${'x '.repeat(20_000)}</p><p>in the lobby</p>`), ['in the lobby'])).toBe(false);
});

test.each([
  ['a%20b', 'a b'],
  ['a%252Fb', 'a/b'],
  ['%E4%F6', '%E4%F6'],
  ['100%', '100%'],
  [`%${'25'.repeat(9)}41`, '%25252525' + '2541'],
])('%s is decoded to %s', (text, expected) => expect(decoded(text)).toBe(expected));

it('stands on pages that name their fields like methods', () => {
  const names = ['body', 'querySelector', 'querySelectorAll', 'location', 'createTreeWalker', 'documentElement', 'defaultView', 'title'];
  const page = openPage(
    `${names.map((name) => `<form name="${name}"><input name="getAttribute"><input name="querySelector"></form>`).join('')}<button>Join</button>`,
    '/room',
  );
  const root = bodyOf(page);
  expect(root?.localName).toBe('body');
  expect(addressOf(page)?.pathname).toBe('/room');
  if (!root) return;
  expect(firstOf(page, ['button'])?.textContent).toBe('Join');
  expect(someOf(root, ['form'], 3)).toHaveLength(3);
  const form = firstOf(root, ['form']);
  expect(form && nameOf(form)).toBe('');
  expect(mentions(root, ['join'])).toBe(true);
  expect(anyMeeting.recognises?.(page)).toBe(false);
});

it('keeps videos clear at the door, and only the own one inside', () => {
  const root = body('<video></video><button>Join</button>');
  const how = (atTheDoor: boolean) =>
    meetingLayout(root, { controls: ['button'], fields: [] }, atTheDoor).keepClear.map(({ element, how }) => `${element.localName} ${how}`);
  expect(how(true)).toEqual(['button never', 'video never']);
  expect(how(false)).toEqual(['button never', 'video avoid']);
});

it('leaves out a video that fills the window', () => {
  const root = body('<video style="position:fixed;inset:0;width:100%;height:100%"></video><button>Join</button>');
  expect(meetingLayout(root, { controls: ['button'], fields: [] }, true).keepClear.map(({ element }) => element.localName)).toEqual(['button']);
});

describe('doors: addresses that wake the engine by themselves', () => {
  const doors = sites.flatMap((site) => site.doors ?? []);

  it.each(doors)('%s is a regular expression that leaves mail alone', (door) => {
    for (const address of [
      'https://mail.google.com/mail/u/0/#inbox',
      'https://outlook.office.com/mail/',
      'https://mail.example.org/?_task=mail&_mbox=INBOX',
      'about:blank',
    ])
      expect(new RegExp(door).test(address)).toBe(false);
  });

  it('wake where no hint is', () => {
    let woken = 0;
    const wake = () => {
      woken += 1;
      return false;
    };
    watchForHints(openPage('<p>Launch</p>', '/j/84335626851'), ['#never'], wake, /\/j\/\d/);
    watchForHints(openPage('<p>Launch</p>', '/k/84335626851'), ['#never'], wake, /\/j\/\d/);
    expect(woken).toBe(1);
  });
});

const realMail = import.meta.glob<string>('../../../shared/pages/webmail/**/*.html', { query: '?raw', import: 'default' });
describe.skipIf(Object.keys(realMail).length === 0)('real pages of webmail', () => {
  test.each(Object.keys(realMail))('%s is no meeting for anyone', async (file) => {
    const page = openPage((await realMail[file]?.()) ?? '', '/mail/');
    for (const site of sites) {
      if (!site.surfaces.meeting) continue;
      expect(site.recognises?.(page) ?? false, site.id).toBe(false);
      if (site.recognises === undefined && site.id !== 'zoom') {
        const root = bodyOf(page);
        const phase = root && site.surfaces.meeting.find(page).length > 0 ? (site.surfaces.meeting.read(root, null)?.phase ?? null) : null;
        expect([null, 'unknown'], site.id).toContain(phase);
      }
    }
  });
});
