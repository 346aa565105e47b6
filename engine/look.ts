/** The one look at a page of a host that is not allowed yet; see `entrypoints/look`. */
import type { PageKind } from '../core/site';
import type { DomSite } from '../page/site';
import { looksLikeWebmail } from '../page/webmail-signs';
import { sites } from './registry';

const recognises = (site: DomSite, page: Document): boolean => {
  try {
    return site.recognises?.(page) === true;
  } catch {
    return false;
  }
};

/** What a page looks like: a product that a site file recognises, else anything with a compose, a call or mail folders. `null` for all other pages. */
export function kindOfPage(page: Document): PageKind | null {
  // A sign-in page shows nothing of what lies behind it; the offer can wait until something is there.
  const site = sites.find((candidate) => recognises(candidate, page));
  if (site) return site.surfaces.compose ? 'webmail' : 'meeting';
  return looksLikeWebmail(page) ? 'webmail' : null;
}
