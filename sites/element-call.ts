import type { PhaseSignals } from '../page/meeting';
import { decoded, hintsOf, isThere } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * Element Call, by itself or as a widget in Element. Signals from its source and the snapshots of its components
 * (element-hq/element-call @b51a33c4, 2026-08: LobbyView.tsx, InCallView, CallFooter.tsx; `research/meeting-dom.md` §5).
 * The lobby has the leave and mute controls of the call; what tells it is the join button.
 */
const signals = {
  ended: ['[data-testid="home_go"]'],
  preJoin: ['[data-testid="lobby_joinCall"]'],
  inMeeting: ['[data-testid="incall_leave"]'],
} satisfies PhaseSignals;

/** Room behind `/room/`, as a path or as a route behind `#`; passwords in the address are left out. */
export const elementCallRoom = (address: URL): string | null =>
  /\/room\/?(?:#\/?)?(?:\?[^#]*roomId=)?([^?&#]+)/.exec(decoded(address.pathname + address.hash))?.[1]?.toLowerCase() ?? null;

export default defineSite({
  id: 'element-call',
  name: 'Element Call',
  matches: ['https://call.element.io/*'],
  hints: hintsOf(signals),
  recognises: (page) => isThere(page, [...signals.preJoin, ...signals.inMeeting]),
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: elementCallRoom,
      places: {
        controls: [...signals.preJoin, ...signals.inMeeting],
        fields: ['[data-testid="incall_mute"]', '[data-testid="incall_videomute"]', '[data-testid^="settings-bottom"]'],
      },
    }),
  },
});
