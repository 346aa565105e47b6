import { afterEach, describe, expect, it, test } from 'vitest';
import site, { chimeMeetingCode } from '../../sites/amazon-chime';
import { closePages, fourLanguages, handMade, noise, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/meetings/1234567890';

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

it('knows the call by its end button', () => {
  expect(phase('<button id="endMeeting"></button>', room)).toBe('in-meeting');
  expect(phase('<h1>Chime</h1>', '/')).toBe(null);
});

test.each([
  ['https://app.chime.aws/meetings/1234567890', '1234567890'],
  ['https://app.chime.aws/meetings/Team-Room?x=1', 'team-room'],
  ['https://app.chime.aws/', null],
])('the meeting of %s is %s', (address, code) => expect(chimeMeetingCode(new URL(address))).toBe(code));
