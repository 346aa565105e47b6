/** The address of a document, also of the windows and frames that a page makes by script. */
import { type Address, patternFits } from '../core/match-pattern';
import { viewOf } from './tree';

/** An `about:blank` or `srcdoc` document belongs to the origin that made it. `null` where there is no address. */
function addressOf(page: Document): Address | null {
  const view = viewOf(page);
  if (!view) return null;
  const own = view.location.protocol === 'about:' ? view.origin : view.location.href;
  if (!URL.canParse(own)) return null;
  const { protocol, hostname, pathname, search } = new URL(own);
  return { protocol, host: hostname, path: pathname + search };
}

/** Whether a match pattern (`https://*.example.org/*`) covers a document. Paths in patterns count, ports do not. */
export function addressFits(pattern: string, page: Document): boolean {
  const address = addressOf(page);
  return address !== null && patternFits(pattern, address);
}
