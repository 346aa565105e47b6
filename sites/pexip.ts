import type { PhaseSignals } from '../page/meeting';
import { decoded, hintsOf, isThere } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * Pexip's web app on any host, the Cloud Video Platform of the courts of England and Wales among them.
 * Signals: test ids shipped in npm @pexip/media-components 27.0.0; routes from public code of the Ministry of Justice (`research/meeting-dom.md` §6).
 * Older web apps (`/webapp/`, `/webapp2/`) have none of these ids; generic reading covers them.
 */
const signals = {
  preJoin: [
    '[data-testid="button-join-meeting"]',
    '[data-testid="button-join-meeting-with-options"]',
    '[data-testid="button-join-with-video"]',
    '[data-testid="button-join-audio-only"]',
  ],
  inMeeting: ['[data-testid="button-leave"]', '[data-testid="meeting-wrapper"]'],
} satisfies PhaseSignals;

/**
 * Conference alias: `#?conference=…`, `?conference=…`, `/webapp3/m/<alias>`, or the host's first label (`hmcts1234.meet.video.justice.gov.uk`).
 * The part behind `@` is the same for every room of a host.
 */
export function pexipConference(address: URL): string | null {
  const query = address.searchParams.get('conference') ?? new URLSearchParams(address.hash.replace(/^#\/?\??/, '')).get('conference');
  const alias = query ?? /\/webapp\d?\/(?:m|conference|home\/)?\/?([^/]+)/.exec(decoded(address.pathname))?.[1];
  const room = /^(hmcts\d+)\./i.exec(address.hostname)?.[1];
  return (alias ?? room)?.split('@')[0]?.toLowerCase() || null;
}

export default defineSite({
  id: 'pexip',
  name: 'Pexip and Cloud Video Platform',
  matches: ['https://*.meet.video.justice.gov.uk/*', 'https://pexip.me/*', 'https://*.pexip.me/*'],
  hints: hintsOf(signals),
  doors: ['^https://[\\w.-]+\\.meet\\.video\\.justice\\.gov\\.uk/', '/webapp\\d?/'],
  recognises: (page) => isThere(page, hintsOf(signals)),
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: pexipConference,
      places: {
        controls: hintsOf(signals),
        fields: ['[data-testid="video-selfview"]', '[data-testid="devices-selection"]', 'input[type="text"]', 'input[type="password"]'],
      },
    }),
  },
});
