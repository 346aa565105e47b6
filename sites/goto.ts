import { addressOf, decoded } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/** GoTo Meeting. Only its addresses are known (`research/meeting-dom.md` §7): the launch page by address, the rest by generic reading. */
const launch = /^\/(?:join|launch)\/\d+/;

/** Meeting number, or the name of a personal room. */
export function goToMeetingCode(address: URL): string | null {
  const path = decoded(address.pathname);
  const number = /^\/(?:meeting\/|join\/|launch\/)?(\d{6,12})(?:\/|$)/.exec(path)?.[1];
  const personal = /^(?:www\.)?gotomeet\.me$|^meet\.goto\.com$/.test(address.hostname) ? /^\/([\w.-]{3,})\/?$/.exec(path)?.[1] : undefined;
  return number ?? personal?.toLowerCase() ?? null;
}

export default defineSite({
  id: 'goto',
  name: 'GoTo Meeting',
  matches: ['https://meet.goto.com/*', 'https://app.goto.com/*', 'https://global.gotomeeting.com/*', 'https://gotomeet.me/*', 'https://www.gotomeet.me/*'],
  hints: [],
  doors: ['^https://(?:meet\\.goto\\.com/.|app\\.goto\\.com/meeting/|global\\.gotomeeting\\.com/(?:join|launch)/|(?:www\\.)?gotomeet\\.me/.)'],
  surfaces: {
    meeting: describedMeeting({
      signals: {},
      codeOf: goToMeetingCode,
      repair: (told, root) => (launch.test(addressOf(root.ownerDocument)?.pathname ?? '') ? 'launcher' : told),
      places: { controls: [], fields: [] },
    }),
  },
});
