import type { DeviceState } from '../core/observation';
import type { PhaseSignals } from '../page/meeting';
import { attributeOf, decoded, firstOf, hintsOf, isThere } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * LiveKit Meet and pages built of LiveKit's components. Signals: default classes and attributes of livekit/components-js @aac048a9 (2026),
 * which applications restyle and rarely rename (`research/meeting-dom.md` §5).
 */
const signals = {
  preJoin: ['.lk-prejoin', '.lk-join-button'],
  inMeeting: ['.lk-disconnect-button', '.lk-video-conference', '.lk-control-bar'],
} satisfies PhaseSignals;

function device(root: HTMLElement, source: string): DeviceState {
  const button = firstOf(root, [`[data-lk-source="${source}"]`]);
  const enabled = button && attributeOf(button, 'data-lk-enabled');
  return enabled === 'true' ? 'on' : enabled === 'false' ? 'off' : 'unknown';
}

/** Room behind `/rooms/`, else the whole path. */
export function liveKitRoom(address: URL): string | null {
  return /\/rooms?\/([^/]+)/.exec(decoded(address.pathname))?.[1]?.toLowerCase() ?? null;
}

export default defineSite({
  id: 'livekit',
  name: 'LiveKit',
  matches: ['https://meet.livekit.io/*'],
  hints: hintsOf(signals),
  recognises: (page) => isThere(page, hintsOf(signals)),
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: liveKitRoom,
      camera: (root) => device(root, 'camera'),
      microphone: (root) => device(root, 'microphone'),
      places: {
        controls: ['.lk-join-button', '.lk-disconnect-button'],
        fields: ['.lk-prejoin input', '.lk-button-group-container', '.lk-control-bar', '.lk-prejoin video'],
      },
    }),
  },
});
