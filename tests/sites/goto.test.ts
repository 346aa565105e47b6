import { afterEach, describe, expect, it, test } from 'vitest';
import site, { goToMeetingCode } from '../../sites/goto';
import { closePages, fourLanguages, handMade, noise, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/meeting/123456789';

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

it('reads the launch page by its address', () => {
  expect(phase('<button>Open GoTo</button>', '/join/123456789')).toBe('launcher');
  expect(phase('<button>Sign in</button>', '/')).toBe(null);
});

test.each([
  ['https://meet.goto.com/123456789', '123456789'],
  ['https://app.goto.com/meeting/123456789', '123456789'],
  ['https://global.gotomeeting.com/join/123456789', '123456789'],
  ['https://gotomeet.me/AmiraKhan', 'amirakhan'],
  ['https://app.goto.com/settings', null],
  ['https://meet.goto.com/', null],
])('the meeting of %s is %s', (address, code) => expect(goToMeetingCode(new URL(address))).toBe(code));
