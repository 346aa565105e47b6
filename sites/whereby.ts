import { decoded } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * Whereby. Its rooms are told by their addresses (`research/meeting-dom.md` §7; whereby/sdk @0a475925); of its markup nothing is verified,
 * so the phase comes from generic reading.
 */
const notRooms = /^(?:information|blog|user|users|pricing|sitemap|org|login|signup|about|help|legal|embed-demo)$/i;

/** Organisation and room. */
export function wherebyRoom(address: URL): string | null {
  const [room = '', ...more] = decoded(address.pathname).split('/').filter(Boolean);
  const organisation = /^(.+)\.whereby\.com$/.exec(address.hostname)?.[1];
  return room === '' || more.length > 0 || notRooms.test(room) || organisation === 'www'
    ? null
    : [organisation ?? '', room.toLowerCase()].filter(Boolean).join('/');
}

export default defineSite({
  id: 'whereby',
  name: 'Whereby',
  matches: ['https://whereby.com/*', 'https://*.whereby.com/*'],
  hints: [],
  doors: ['^https://(?:[\\w-]+\\.)?whereby\\.com/[^/]'],
  surfaces: { meeting: describedMeeting({ signals: {}, codeOf: wherebyRoom, places: { controls: [], fields: [] } }) },
});
