import { afterEach, describe, expect, it, test } from 'vitest';
import site, { webexMeetingCode } from '../../sites/webex';
import { closePages, fourLanguages, handMade, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const client = '/webappng/sites/example/meeting/info/4f1c2a9e8b7d4c1a?launchApp=false';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  const switches = `<mdc-button data-test="microphone-button" aria-label="${words.mute}"></mdc-button><mdc-button data-test="camera-button" aria-label="${words.stopCamera}"></mdc-button>`;
  it('tells the phases and the devices', () => {
    expect(phase(handMade(words, '<button data-test="join-browser-button"></button>'), '/meet/amira.khan')).toBe('launcher');
    expect(
      phase(
        handMade(words, `${switches}<mdc-button data-test="join-button">${words.join}</mdc-button><mdc-button data-test="leave-button"></mdc-button>`),
        client,
      ),
    ).toBe('pre-join');
    expect(phase(handMade(words, `<button title="Join meeting">${words.join}</button>`), '/wbxmjs/x')).toBe('pre-join');
    expect(phase(handMade(words, `<div data-test="lobby-container"></div><mdc-button data-test="leave-button"></mdc-button>`), client)).toBe('waiting');
    expect(phase(handMade(words, `${switches}<mdc-button data-test="leave-button">${words.leave}</mdc-button>`), client)).toBe('in-meeting');
    const call = `${switches}<mdc-button data-test="join-button"></mdc-button>`;
    expect(readMeeting(site, handMade(words, call), client)).toMatchObject({ camera: 'on', microphone: 'on', code: '4f1c2a9e8b7d4c1a' });
  });
});

it('finds nothing on its calendar', () => {
  expect(phase('<h1>Meetings</h1><button>Schedule</button>', '/webappng/sites/example/dashboard')).toBe(null);
});

test.each([
  ['https://example.webex.com/meet/Amira.Khan', 'amira.khan'],
  ['https://example.webex.com/example/j.php?MTID=m1234567890abcdef', 'm1234567890abcdef'],
  ['https://example.webex.com/webappng/sites/example/meeting/download/4f1c2a9e8b7d4c1a?siteurl=example', '4f1c2a9e8b7d4c1a'],
  ['https://example.webex.com/wbxmjs/joinservice/sites/example/meeting/download/4f1c2a9e8b7d4c1a', '4f1c2a9e8b7d4c1a'],
  ['https://example.webex.com/webappng/sites/example/dashboard', null],
  ['https://www.webex.com/', null],
])('the meeting of %s is %s', (address, code) => expect(webexMeetingCode(new URL(address))).toBe(code));
