import type { MeetingPhase } from '../core/observation';
import { addressOf, bodyOf, decoded, meetingReading, videosBeside } from '../page/meeting';
import { type CallSigns, callSigns, embeddedCall, genericDevice, genericPhase, tracksOf } from '../page/meeting-generic';
import { defineSite } from '../page/site';

/** Query parameters by which self-hosted meeting pages name the room. */
const roomParameters = ['room', 'roomid', 'room_id', 'roomname', 'meeting', 'meetingid', 'conference', 'conf', 'call', 'session', 'code', 'id'];

/** What names the meeting in an address: path, a room parameter, a route behind `#`. `null` for a page that serves every room from one address. */
export function anyMeetingCode(address: URL): string | null {
  const path = decoded(address.pathname)
    .replace(/\/(?:index\.\w+)?$/, '')
    .toLowerCase();
  const parameters = [...address.searchParams].filter(([name]) => roomParameters.includes(name.toLowerCase())).map(([, value]) => value);
  const route = /^#!?\/?[\w/-]{3,}/.exec(decoded(address.hash))?.[0] ?? '';
  const code = [path.slice(1), ...parameters, route].filter(Boolean).join(' ');
  return code === '' || /\.html?$/.test(code) ? null : code.slice(0, 300);
}

/** What goes on in a frame of another host cannot be seen: such a page is the door as long as it shows nothing else. */
function phaseOf(signs: CallSigns, root: HTMLElement): MeetingPhase {
  const phase = genericPhase(signs, root);
  return phase === 'unknown' && embeddedCall(root) ? 'launcher' : phase;
}

/**
 * Any other meeting page, on hosts that the person or the organisation added. See `page/meeting-generic` for what it goes by.
 * The reminder errs on the early side: a page is a meeting when it looks like the door of one.
 */
export default defineSite({
  id: 'any-meeting',
  name: 'Meeting page',
  matches: [],
  hints: ['video', 'audio', 'iframe[allow*="display-capture"]'],
  doors: ['[/.?#&=_-](?:meet|room|call|conf|video|webinar|huddle)'],
  recognises(page) {
    const body = bodyOf(page);
    if (!body) return false;
    const phase = phaseOf(callSigns(body), body);
    return phase === 'pre-join' || phase === 'in-meeting' || phase === 'launcher';
  },
  surfaces: {
    meeting: {
      find(page) {
        const body = bodyOf(page);
        return body ? [body] : [];
      },
      read(root) {
        const signs = callSigns(root);
        const own = genericPhase(signs, root);
        const inFrame = own === 'unknown' && embeddedCall(root) !== null;
        const phase = inFrame ? 'launcher' : own;
        // Here nothing is known of the page between door and call: the reminder stands only as long as the door does.
        if (phase === 'unknown') return null;
        const address = addressOf(root.ownerDocument);
        const tracks = tracksOf(signs.preview);
        const reading = meetingReading(
          phase,
          address && anyMeetingCode(address),
          genericDevice(signs.cameras, tracks.camera),
          genericDevice(signs.microphones, tracks.microphone),
        );
        return inFrame ? { ...reading, inFrame } : reading;
      },
      layout(root) {
        const signs = callSigns(root);
        const clear = [...signs.joins.slice(0, 4), ...signs.leaves.slice(0, 4), ...signs.shares.slice(0, 2), ...signs.cameras, ...signs.microphones].slice(
          0,
          16,
        );
        return {
          anchor:
            signs.joins.length > 0
              ? (signs.preview ?? signs.joins[0] ?? root)
              : (signs.shares[0] ?? signs.leaves[0] ?? signs.preview ?? embeddedCall(root) ?? root),
          keepClear: [
            ...clear.map((element) => ({ element, how: 'never' as const })),
            ...videosBeside(root, 4).map((element) => ({ element, how: signs.remote ? ('avoid' as const) : ('never' as const) })),
            ...(signs.nameField ? [{ element: signs.nameField, how: 'never' as const }] : []),
          ],
        };
      },
    },
  },
});
