/** Match patterns (`https://*.example.org/*`), as far as their host goes. */

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

/** Whether every page of one pattern is a page of another. Paths are not looked at. */
export function patternCovers(wide: string, narrow: string): boolean {
  const host = parts.exec(narrow)?.[1] ?? '';
  if (host.startsWith('*.')) return parts.exec(wide)?.[1] === '*' || (parts.exec(wide)?.[1] ?? '').startsWith('*.') ? hostFits(wide, host.slice(2)) : false;
  return host !== '' && host !== '*' && hostFits(wide, host);
}
