/** A pause that the person made in the popup: everywhere or on one site, until a time. Pure; kept by `platform/pause`. */

export interface Pause {
  /** Milliseconds since 1970; 0 for no pause. */
  readonly everywhere: number;
  /** The same by site id. */
  readonly sites: Readonly<Record<string, number>>;
}

export const noPause: Pause = { everywhere: 0, sites: {} };

/** Until when reminders on a site are paused (ms since 1970), `null` where they are not. */
export function pausedUntil({ everywhere, sites }: Pause, site: string | null, now: number): number | null {
  const here = site !== null && Object.hasOwn(sites, site) ? (sites[site] ?? 0) : 0;
  const until = Math.max(everywhere, here);
  return until > now ? until : null;
}

/** A pause more; those that are over are dropped. @param where a site id, or `null` for everywhere */
export function withPause(pause: Pause, where: string | null, until: number, now: number): Pause {
  const live = Object.fromEntries(Object.entries(pause.sites).filter(([, end]) => end > now));
  return where === null ? { everywhere: until, sites: live } : { everywhere: pause.everywhere, sites: { ...live, [where]: until } };
}

/** The next time at which a pause ends (ms since 1970), `null` where there is none. */
export function nextEnd({ everywhere, sites }: Pause, now: number): number | null {
  const ends = [everywhere, ...Object.values(sites)].filter((end) => end > now);
  return ends.length > 0 ? Math.min(...ends) : null;
}
