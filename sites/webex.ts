import type { PhaseSignals } from '../page/meeting';
import { decoded, hintsOf, someOf, stateByName } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { cameraName, microphoneName } from '../page/meeting-words';
import { defineSite } from '../page/site';

/**
 * Webex: chooser page, guest and signed-in client, the latter often in a frame of its own, which the engine of that frame reads.
 * Signals: `research/meeting-dom.md` §4 (one project, 2026). The join button is a web component: its host carries the attribute, its shadow root the text.
 */
const signals = {
  launcher: ['[data-test="join-browser-button"]'],
  preJoin: ['[data-test="join-button"]', 'button[title="Join meeting"]'],
  waiting: ['[data-test="lobby-container"]'],
  inMeeting: ['[data-test="leave-button"]', '[data-test="participants-toggle-button"]'],
} satisfies PhaseSignals;

/** `/meet/<name>`, `/join/<name>`, `/<site>/j.php?MTID=`, `/webappng/sites/<site>/meeting/…/<id>`, `/wbxmjs/joinservice/…/<id>`. */
export function webexMeetingCode(address: URL): string | null {
  const path = decoded(address.pathname);
  const personal = /^\/(?:meet|join)\/([^/]+)/.exec(path)?.[1];
  const ticket = /\/j\.php$/.test(path) ? address.searchParams.get('MTID') : null;
  const client = /^\/(?:webappng|wbxmjs)\/.*\/(?:meeting|download|info)\/(?:[a-z]+\/)?([\w-]{8,})/.exec(path)?.[1];
  return personal?.toLowerCase() ?? ticket ?? client ?? null;
}

export default defineSite({
  id: 'webex',
  name: 'Webex',
  matches: ['https://*.webex.com/*'],
  hints: hintsOf(signals),
  doors: ['^https://[\\w.-]+\\.webex\\.com/(?:meet/|join/|webappng/|wbxmjs/|[\\w-]+/j\\.php)'],
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: webexMeetingCode,
      camera: (root) => stateByName(someOf(root, ['[data-test="camera-button"]']), cameraName),
      microphone: (root) => stateByName(someOf(root, ['[data-test="microphone-button"]']), microphoneName),
      places: {
        controls: hintsOf(signals),
        fields: ['[data-test="microphone-button"]', '[data-test="camera-button"]', '[data-test^="Name"]', '[data-test^="Email"]'],
      },
    }),
  },
});
