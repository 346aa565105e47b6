import type { PhaseSignals } from '../page/meeting';
import { decoded, hintsOf } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/** Amazon Chime. Addresses and the button that ends a meeting are known (`research/meeting-dom.md` §7); generic reading does the rest. */
const signals = { inMeeting: ['#endMeeting'] } satisfies PhaseSignals;

/** Number or name behind `/meetings/`. */
export const chimeMeetingCode = (address: URL): string | null => /^\/meetings\/([\w-]{3,})/.exec(decoded(address.pathname))?.[1]?.toLowerCase() ?? null;

export default defineSite({
  id: 'amazon-chime',
  name: 'Amazon Chime',
  matches: ['https://app.chime.aws/*'],
  hints: hintsOf(signals),
  doors: ['^https://app\\.chime\\.aws/meetings/.'],
  surfaces: { meeting: describedMeeting({ signals, codeOf: chimeMeetingCode, places: { controls: signals.inMeeting, fields: ['#name'] } }) },
});
