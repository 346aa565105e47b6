import type { PhaseSignals } from '../page/meeting';
import { decoded, firstOf, hintsOf, mentions, switchState } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * Microsoft Teams: launcher, classic, v2 and the light client for guests, in one table, as their `data-tid`s agree.
 * Signals: `research/meeting-dom.md` §2 (gathered 2026-11).
 * - `joinOnWeb`, `joinInApp`: the launcher's choice (captured 2026-07-06)
 * - `prejoin-join-button`: attribute and id, classic 2020 to v2 2026-10; `calling-prejoin-screen` around it (captures of 2026-07)
 * - `calling-retry-screen`: replaces the page when a meeting does not exist or is over (captured 2026-07-19)
 * - `hangup-main-btn` (v2, captured 2026-07-06), `hangup-button` and `call-hangup` (classic), `call-duration`
 * - `calling-lobby-screen`: inferred by two projects, unverified
 * Names carry versions (`prejoin-v2-…`), so only names without one are used. `toggle-mute` and `toggle-video` are the same before and in a call.
 */
const signals = {
  ended: ['[data-tid="calling-retry-screen"]'],
  launcher: ['[data-tid="joinOnWeb"]', '[data-tid="joinInApp"]'],
  preJoin: [
    '[data-tid="prejoin-join-button"]',
    '#prejoin-join-button',
    '[data-tid="calling-prejoin-screen"]',
    '[data-tid="prejoin-screen"]',
    '[data-tid="prejoin-display-name-input"]',
  ],
  waiting: ['[data-tid="calling-lobby-screen"]'],
  inMeeting: [
    '[data-tid="hangup-main-btn"]',
    '#hangup-button',
    '[data-inp="hangup-button"]',
    '[data-tid="hangup-button"]',
    '[data-tid="call-hangup"]',
    '[data-tid="call-duration"]',
    '[data-tid^="ubar-"]',
  ],
} satisfies PhaseSignals;

/** Words of the lobby, which may come after the pre-join page is gone and before its own attribute is known (Vexa msteams/selectors.ts 2026-08). */
const lobbyWords = ['let you in soon', 'let you in shortly', "you're in the lobby", 'waiting for someone to let you in', 'wait for someone to admit you'];

/** The address without its encodings, which launcher pages wrap around each other; the light client adds base64 in `coords`. */
function spelledOut(address: URL): string {
  const coords = address.searchParams.get('coords');
  let inner = '';
  try {
    inner = coords ? atob(coords.replaceAll('-', '+').replaceAll('_', '/')) : '';
  } catch {
    // Not base64: the rest of the address may still tell.
  }
  return `${decoded(address.href)}\n${decoded(inner)}`;
}

/**
 * The meeting of an address: thread id (`19:meeting_…@thread.v2`) or meeting number. `null` where it names none.
 * The same for every address of one join: `/l/meetup-join/…`, `/meet/…`, `/dl/launcher/launcher.html?url=…`, `/v2/?meetingjoin=true#/…`,
 * `/light-meetings/launch?…coords=…`, classic `/_#/l/meetup-join/…`.
 */
export function teamsMeetingCode(address: URL): string | null {
  const text = spelledOut(address);
  const thread = /\/l\/meetup-join\/([^/?#&"\\\s]+)/.exec(text)?.[1];
  return thread ?? /\/meet\/(\d{6,})/.exec(text)?.[1] ?? /"meetingCode"\s*:\s*"(\d{6,})"/.exec(text)?.[1] ?? null;
}

export default defineSite({
  id: 'microsoft-teams',
  name: 'Microsoft Teams',
  matches: ['https://teams.microsoft.com/*', 'https://teams.live.com/*', 'https://teams.cloud.microsoft/*', 'https://*.teams.microsoft.us/*'],
  hints: hintsOf(signals),
  doors: ['/l/meetup-join/', '^https://teams\\.[\\w.]+/(?:meet/\\d|light-meetings/)'],
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: teamsMeetingCode,
      // The signed-in client is one page for chats, calendar and calls, and often does not put the meeting into its address: there the signals tell.
      // The launcher opens links to chats and files too: it counts only with a meeting in its address.
      marks: [...signals.ended, ...signals.preJoin, ...signals.waiting, ...signals.inMeeting],
      repair: (told, root, code) => (told === 'unknown' && code !== null && mentions(root, lobbyWords) ? 'waiting' : told),
      camera: (root) => switchState(firstOf(root, ['input[data-tid="toggle-video"]', '[role="switch"][data-tid="toggle-video"]']), 'on'),
      microphone: (root) => switchState(firstOf(root, ['input[data-tid="toggle-mute"]', '[role="switch"][data-tid="toggle-mute"]']), 'on'),
      places: {
        controls: [
          '[data-tid="prejoin-join-button"]',
          '#prejoin-join-button',
          '[data-tid="prejoin-cancel-button"]',
          ...signals.launcher,
          '[data-tid="hangup-main-btn"]',
          '#hangup-button',
        ],
        fields: [
          '[data-tid="prejoin-display-name-input"]',
          '[data-tid="toggle-video"]',
          '[data-tid="toggle-mute"]',
          '[data-tid*="video-preview"]',
          '[data-tid*="audio-common-header"]',
        ],
      },
    }),
  },
});
