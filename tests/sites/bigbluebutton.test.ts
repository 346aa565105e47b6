import { afterEach, describe, expect, it, test } from 'vitest';
import site from '../../sites/bigbluebutton';
import { closePages, fourLanguages, handMade, openPage, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const client = '/html5client/?sessionToken=abcdef';
const inside = '<button data-test="leaveMeetingDropdown"></button>';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  it('tells the phases', () => {
    expect(
      phase(
        handMade(
          words,
          `${inside}<div data-test="audioModal"><button data-test="microphoneBtn">${words.join}</button><button data-test="listenOnlyBtn"></button></div>`,
        ),
        client,
      ),
    ).toBe('pre-join');
    expect(phase(handMade(words, '<form id="joinMeetingForm"><input id="fullname"></form>'), '/joinmeeting')).toBe('pre-join');
    expect(phase(handMade(words, '<div data-test="guestMessage"></div><div data-test="positionInWaitingQueue">1</div>'), client)).toBe('waiting');
    expect(phase(handMade(words, `${inside}<button data-test="muteMicButton">${words.mute}</button><button data-test="leaveAudio"></button>`), client)).toBe(
      'in-meeting',
    );
    expect(phase(handMade(words, `${inside}<button data-test="leaveListenOnly"></button>`), client)).toBe('in-meeting');
    expect(phase(handMade(words, '<div data-test="meetingEndedModal"></div>'), client)).toBe('ended');
  });

  it('is not yet inside while the page is up and no audio is joined', () => {
    expect(phase(handMade(words, `${inside}<button data-test="joinAudio"></button>`), client)).toBe('unknown');
  });

  it('reads the devices', () => {
    const call = (mic: string, camera: string) =>
      readMeeting(site, handMade(words, `${inside}<button data-test="${mic}"></button><button data-test="${camera}"></button>`), client);
    expect(call('muteMicButton', 'joinVideo')).toMatchObject({ microphone: 'on', camera: 'off' });
    expect(call('unmuteMicButton', 'leaveVideo')).toMatchObject({ microphone: 'off', camera: 'on' });
  });
});

it('is recognised on any host, and other pages are not', () => {
  expect(site.recognises?.(openPage(inside, client))).toBe(true);
  expect(site.recognises?.(openPage('<button data-test="join-button"></button>', '/'))).toBe(false);
});

test('an ordinary page has no meeting', () => expect(phase('<h1>Rooms</h1>', '/rooms')).toBe(null));
