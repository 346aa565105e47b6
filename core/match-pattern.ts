/** Match patterns (`https://*.example.org/*`); ports do not count. */

/** A page's address in parts. */
export interface Address {
  /** With its colon: `https:`. */
  readonly protocol: string;
  /** Lower case, ASCII, without the port. */
  readonly host: string;
  /** With the query. */
  readonly path: string;
}

const parts = /^(?:\*|https?):\/\/([^/]+)\/.*$/;

/** The host of a pattern as people read it: `*.example.org` → `example.org`. `''` for what is no pattern. */
export const hostOfPattern = (pattern: string): string => (parts.exec(pattern)?.[1] ?? '').replace(/:\d+$/, '').replace(/^\*\.?/, '');

/** Whether a pattern covers pages of this host (lower case, ASCII). Schemes and paths are not looked at. */
export function hostFits(pattern: string, host: string): boolean {
  const wanted = parts.exec(pattern)?.[1]?.replace(/:\d+$/, '');
  if (wanted === undefined) return false;
  if (!wanted.startsWith('*.')) return wanted === '*' || wanted === host;
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}

/** What a table has for a host, or for a domain above it (`*.example.org`); the nearest counts. */
export function entryOf<T>(table: Readonly<Record<string, T>>, host: string): T | undefined {
  const own = (name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
  let found = own(host);
  for (let domain = host; found === undefined && domain !== ''; domain = domain.slice(`${domain}.`.indexOf('.') + 1)) found = own(`*.${domain}`);
  return found;
}

/** Whether every page of one pattern is a page of another. Paths are not looked at. */
export function patternCovers(wide: string, narrow: string): boolean {
  const host = parts.exec(narrow)?.[1] ?? '';
  if (host.startsWith('*.')) return parts.exec(wide)?.[1] === '*' || (parts.exec(wide)?.[1] ?? '').startsWith('*.') ? hostFits(wide, host.slice(2)) : false;
  return host !== '' && host !== '*' && hostFits(wide, host);
}

/** Whether a pattern covers this address, its path too. */
export function patternFits(pattern: string, { protocol, host, path }: Address): boolean {
  const [, scheme, wanted] = /^(\*|https?):\/\/[^/]+(\/.*)$/.exec(pattern) ?? [];
  if (scheme === undefined || wanted === undefined || !/^https?:$/.test(protocol)) return false;
  return (scheme === '*' || `${scheme}:` === protocol) && hostFits(pattern, host) && pathFits(wanted, path);
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
