/** The address of a document, also of the windows and frames that a page makes by script. */
import { viewOf } from './tree';

/** An `about:blank` or `srcdoc` document belongs to the origin that made it. */
function originOf(page: Document): URL | null {
  const view = viewOf(page);
  if (!view) return null;
  const own = view.location.protocol === 'about:' ? view.origin : view.location.href;
  return URL.canParse(own) ? new URL(own) : null;
}

/** Whether a match pattern (`https://*.example.org/*`) covers a document. Paths in patterns count, ports do not. */
export function addressFits(pattern: string, page: Document): boolean {
  const url = originOf(page);
  const parts = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern);
  if (!url || !parts) return false;
  const [, scheme = '', host = '', path = ''] = parts;
  if (!/^https?:$/.test(url.protocol) || (scheme !== '*' && `${scheme}:` !== url.protocol)) return false;
  const name = host.replace(/:\d+$/, '');
  const hostFits = name === '*' || (name.startsWith('*.') ? url.hostname === name.slice(2) || url.hostname.endsWith(name.slice(1)) : url.hostname === name);
  return hostFits && pathFits(path, url.pathname + url.search);
}

/** `*` stands for any characters; each piece is looked for after the one before, so this is linear. */
function pathFits(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!path.startsWith(first)) return false;
  if (rest.length === 0) return path === first;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
