/** The address of a document, also of the windows and frames that a page makes by script. */
import { type Address, patternFits } from '../core/match-pattern';
import { viewOf } from './tree';

/** An `about:blank` or `srcdoc` document belongs to the origin that made it. `null` where there is no address. */
function addressOf(page: Document): Address | null {
  const location = locationOf(page);
  return location && { protocol: location.protocol, host: location.hostname, path: location.pathname + location.search };
}

function locationOf(page: Document): Location | URL | null {
  const view = viewOf(page);
  if (!view) return null;
  if (view.location.protocol !== 'about:') return view.location;
  return URL.canParse(view.origin) ? new URL(view.origin) : null;
}

/** The host of a document, without the port; `''` where there is none. */
export const hostOf = (page: Document): string => locationOf(page)?.hostname ?? '';

/** A test whether a match pattern (`https://*.example.org/*`) covers a document as it is addressed now. Paths in patterns count, ports do not. */
export function fitsAddressOf(page: Document): (pattern: string) => boolean {
  const address = addressOf(page);
  return (pattern) => address !== null && patternFits(pattern, address);
}
