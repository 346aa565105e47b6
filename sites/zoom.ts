import type { DeviceState } from '../core/observation';
import type { PhaseSignals } from '../page/meeting';
import { addressOf, firstOf, nameOf } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { stateByAction } from '../page/meeting-words';
import { defineSite } from '../page/site';
import { viewOf } from '../page/tree';

/**
 * Zoom in the browser: the launch page, where the app takes over on most computers, and the web client.
 * Signals: `research/meeting-dom.md` §3 (gathered 2026-11), counted in four generations of Zoom's own packages (2.18.2 to 6.2.0, 2022 to 2026),
 * except `#joinBtn` and `#inputname` of the classic client (Vexa zoom/selectors.ts 2026-08) and `#zoom-ui-frame` of the launch page
 * (extensions and bots since 2021; still there in 2025).
 *
 * The web client sits in `iframe#webclient` of the same origin, or is the page itself when visited directly.
 * Each document is read by the engine of its own frame: the frame is as large as the window, so a card in it is where the person looks,
 * its measures are those of the client's buttons, and the shell around it has none of the signals. So there is one card, whichever way the client came.
 */
const signals = {
  preJoin: ['button.preview-join-button', 'body:has(#inputname) #joinBtn'],
  waiting: ['.waiting-room-container', '.wr-leave-btn'],
  inMeeting: ['.footer__leave-btn-container', '.footer__leave-btn', '#wc-footer', '#foot-bar', '#audioOptionMenu'],
} satisfies PhaseSignals;

const launchFrame = '#zoom-ui-frame';
const launchPath = /^\/(?:[jws]\/(?<id>\d{8,13})|(?<name>my\/[\w.-]+))\/?$/;
const clientPath = /^\/wc\/(?:join\/(?<joined>\d{8,13})|(?<id>\d{8,13})\/(?:join|start)|(?<name>my\/[\w.-]+))/;

/** Meeting number or personal room of an address; `null` for others, like the client's home page. */
export function zoomMeetingCode(address: URL): string | null {
  const groups = (launchPath.exec(address.pathname) ?? clientPath.exec(address.pathname))?.groups;
  return groups ? (groups['id'] ?? groups['joined'] ?? groups['name']?.toLowerCase() ?? null) : null;
}

/** The client's frame may have an address of its own that tells nothing: then that of the page around it. */
function codeOf(address: URL, page: Document): string | null {
  const own = zoomMeetingCode(address);
  if (own !== null) return own;
  try {
    const above = viewOf(page)?.parent.location.href;
    return above && URL.canParse(above) ? zoomMeetingCode(new URL(above)) : null;
  } catch {
    return null;
  }
}

/** The buttons are named by what they do: "Mute", "mute my microphone", "Stop Video", "ビデオの停止". */
function device(root: HTMLElement, selectors: readonly string[]): DeviceState {
  const button = firstOf(root, selectors);
  return button ? stateByAction(nameOf(button)) : 'unknown';
}

export default defineSite({
  id: 'zoom',
  name: 'Zoom',
  matches: ['https://*.zoom.us/*', 'https://*.zoom.com/*', 'https://*.zoomgov.com/*'],
  hints: ['button.preview-join-button', '#joinBtn', ...signals.waiting, ...signals.inMeeting, launchFrame],
  doors: ['^https://(?:[\\w-]+\\.)*zoom(?:gov)?\\.(?:us|com)/(?:[jws]/\\d|my/|wc/(?:join/)?\\d)'],
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf,
      repair: (told, root) => (told === 'unknown' && launchPath.test(addressOf(root.ownerDocument)?.pathname ?? '') ? 'launcher' : told),
      camera: (root) => device(root, ['#preview-video-control-button', '.send-video-container__btn']),
      microphone: (root) => device(root, ['#preview-audio-control-button', '.join-audio-container__btn']),
      places: {
        controls: ['.preview-join-button', '#joinBtn', '.wr-leave-btn', '.footer__leave-btn', `${launchFrame} [role="button"]`, `${launchFrame} a`],
        fields: ['#input-for-name', '#input-for-pwd', '#inputname', '#inputpasscode', '#preview-audio-control-button', '#preview-video-control-button'],
      },
    }),
  },
});
