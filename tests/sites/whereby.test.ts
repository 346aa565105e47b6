import { afterEach, describe, expect, it, test } from 'vitest';
import site, { wherebyRoom } from '../../sites/whereby';
import { closePages, fourLanguages, handMade, noise, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/case-conference';

describe.each(fourLanguages)('a page in $language, of which only the address is known', (words) => {
  const switches = `<button class="${noise()}" aria-label="${words.mute}"></button><button class="${noise()}" aria-label="${words.stopCamera}"></button>`;
  it('tells the phases by what every call has', () => {
    expect(readMeeting(site, handMade(words, `<video></video>${switches}<button>${words.join}</button>`), room)).toMatchObject({
      phase: 'pre-join',
      camera: 'on',
      microphone: 'on',
    });
    expect(phase(handMade(words, `${switches}<button>${words.leave}</button>`), room)).toBe('in-meeting');
    expect(phase(handMade(words, '<p>…</p>'), room)).toBe('unknown');
  });
});

it('finds nothing on its other pages', () => {
  expect(phase('<video autoplay muted></video><button>Join now</button><button>Mute</button>', '/information')).toBe(null);
  expect(phase('<video autoplay muted></video><button>Join now</button>', '/')).toBe(null);
});

test.each([
  ['https://whereby.com/Case-Conference', 'case-conference'],
  ['https://example.whereby.com/case-conference?embed', 'example/case-conference'],
  ['https://whereby.com/', null],
  ['https://whereby.com/information/tos', null],
  ['https://whereby.com/user', null],
  ['https://www.whereby.com/pricing', null],
])('the room of %s is %s', (address, code) => expect(wherebyRoom(new URL(address))).toBe(code));
