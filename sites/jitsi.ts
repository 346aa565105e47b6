import type { DeviceState } from '../core/observation';
import type { PhaseSignals } from '../page/meeting';
import { attributeOf, decoded, firstKnown, hintsOf, isThere, nameOf, someOf } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { cameraName, microphoneName, stateByAction } from '../page/meeting-words';
import { defineSite } from '../page/site';

/**
 * Jitsi Meet, on its own hosts and on any other. Signals from its source (jitsi/jitsi-meet: Prejoin.tsx @074bb82b, LobbyScreen.tsx @1a3b3af7,
 * Conference.tsx @06c0b419, ToolboxItem.web.tsx @1c8216eb; see `research/meeting-dom.md` §5). The test ids are unchanged since 2021.
 * Pre-join can be switched off by configuration: then the first thing to see is the call.
 * While the pre-join page or the lobby is up, the page shows neither hang-up button nor filmstrip.
 */
const signals = {
  preJoin: [
    '[data-testid="prejoin.joinMeeting"]',
    '[data-testid="prejoin.screen"]',
    '[data-testid="lobby.knockButton"]',
    '[data-testid="lobby.passwordJoinButton"]',
    '.premeeting-screen:not(.lobby-screen)',
  ],
  waiting: ['.lobby-screen'],
  inMeeting: ['.hangup-button', '.hangup-menu-button', '#filmstripLocalVideo'],
} satisfies PhaseSignals;

/** What only a Jitsi page has; the library's file name stands in its `index.html`. */
const marks = ['#videoconference_page', '.premeeting-screen [data-testid^="prejoin."]', 'script[src*="lib-jitsi-meet"]'];

/** Room of an address with its tenant, in lower case as Jitsi compares it. `null` on the welcome page and on pages of files. */
export function jitsiRoom(address: URL): string | null {
  const path = decoded(address.pathname)
    .replaceAll(/^\/+|\/+$/g, '')
    .toLowerCase();
  return path === '' || path.includes('.html') || /^(?:static|libs|images|css|sounds|lang)(?:\/|$)/.test(path) ? null : path;
}

/** A pressed button is a muted device (`_isToggled` of AbstractAudioMuteButton and AbstractVideoMuteButton); otherwise its name tells, as in "Mute microphone". */
function device(root: HTMLElement, name: RegExp): DeviceState {
  const buttons = someOf(root, ['.toolbox-button[aria-label]', '.new-toolbox [role="button"][aria-label]'], 30).filter((button) => name.test(nameOf(button)));
  const states = buttons.map((button): DeviceState => {
    const pressed = attributeOf(button, 'aria-pressed');
    return pressed === 'true' ? 'off' : pressed === 'false' ? 'on' : stateByAction(nameOf(button));
  });
  return firstKnown(...states);
}

export default defineSite({
  id: 'jitsi',
  name: 'Jitsi Meet',
  matches: ['https://meet.jit.si/*', 'https://8x8.vc/*'],
  hints: [...hintsOf(signals), '#videoconference_page'],
  recognises: (page) => isThere(page, marks),
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: jitsiRoom,
      marks: [...hintsOf(signals), '#videoconference_page'],
      camera: (root) => device(root, cameraName),
      microphone: (root) => device(root, microphoneName),
      places: {
        controls: [...signals.preJoin.slice(0, 1), ...signals.preJoin.slice(2, 4), '.hangup-button'],
        fields: ['#premeeting-name-input', '.premeeting-screen input', '#new-toolbox', '#preview'],
      },
    }),
  },
});
