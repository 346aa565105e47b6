import type { PhaseSignals } from '../page/meeting';
import { deviceState, hintsOf, isThere } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * BigBlueButton on any host. Signals: its own end-to-end tests (bigbluebutton-tests/playwright/core/elements.ts @98642186, 2026;
 * `research/meeting-dom.md` §5); the same names since 2.4.
 * The client is a page with the meeting already in it; the audio dialog on top is the moment before the microphone opens.
 * So a person counts as inside only once audio is joined: `leaveMeetingDropdown` is there before that too.
 * `#joinMeetingForm` is the entrance of the French state's "Webinaire".
 */
const signals = {
  ended: ['[data-test="meetingEndedModal"]'],
  preJoin: [
    '[data-test="audioModal"]',
    '[data-test="microphoneBtn"]',
    '[data-test="listenOnlyBtn"]',
    '[data-test="joinEchoTestButton"]',
    '[data-test="echoYesBtn"]',
    '#joinMeetingForm',
  ],
  waiting: ['[data-test="guestMessage"]', '[data-test="positionInWaitingQueue"]'],
  inMeeting: ['[data-test="leaveAudio"]', '[data-test="leaveListenOnly"]', '[data-test="muteMicButton"]', '[data-test="unmuteMicButton"]'],
} satisfies PhaseSignals;

const marks = ['[data-test="leaveMeetingDropdown"]', '[data-test="directLogoutButton"]', '[data-test="joinAudio"]'];

export default defineSite({
  id: 'bigbluebutton',
  name: 'BigBlueButton',
  matches: [],
  hints: [...hintsOf(signals), ...marks],
  doors: ['/html5client/'],
  recognises: (page) => isThere(page, [...hintsOf(signals), ...marks]),
  surfaces: {
    meeting: describedMeeting({
      signals,
      marks: [...hintsOf(signals), ...marks],
      // The address has a token made for one visit: it names no meeting.
      codeOf: () => null,
      camera: (root) => deviceState(isThere(root, ['[data-test="leaveVideo"]']) ? true : isThere(root, ['[data-test="joinVideo"]']) ? false : null),
      microphone: (root) =>
        deviceState(isThere(root, ['[data-test="muteMicButton"]']) ? true : isThere(root, ['[data-test="unmuteMicButton"]']) ? false : null),
      places: {
        controls: [...signals.preJoin, ...marks, '[data-test="endMeeting"]'],
        fields: ['#fullname', '[data-test="startScreenShare"]', '[data-test="muteMicButton"]', '[data-test="unmuteMicButton"]'],
      },
    }),
  },
});
