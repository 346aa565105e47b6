/** What the popup may offer on the tab in front: to work there, or to work there again. */

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { SiteOffer } from '../core/offer';
import type { PageKind } from '../core/site';
import { builtInHosts, patternsFor, readAccess } from './hosts';

const kind = v.picklist(['webmail', 'meeting'] as const satisfies readonly PageKind[]);

/**
 * Opening the popup is the only moment a page of another host is looked at. The browser then allows it for this tab (`activeTab`);
 * each frame gives one word, and nothing is kept.
 */
async function lookAt(tabId: number): Promise<PageKind | null> {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/look.js'] });
    return (results.map(({ result }) => v.safeParse(kind, result)).find(({ success }) => success)?.output as PageKind | undefined) ?? null;
  } catch {
    // A page of the browser, of a store, or one that a policy protects.
    return null;
  }
}

/**
 * @param readOffered reads the servers that a policy offers; it is asked only where there are any
 * @param offered those servers as the administrator wrote them
 */
export async function readSiteOffer(offered: readonly string[], readOffered: (texts: readonly string[]) => Promise<readonly string[]>): Promise<SiteOffer> {
  const [access, suggested, [tab]] = await Promise.all([
    readAccess(),
    offered.length > 0 ? readOffered(offered) : [],
    browser.tabs.query({ active: true, currentWindow: true }),
  ]);
  // The address is only told where Second Glance works, or after a press of the toolbar button.
  const url = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const host = url?.protocol === 'https:' ? url.hostname : null;
  const missing = [...access.withheld, ...access.lost];
  if (host !== null && tab?.id !== undefined) {
    const here = patternsFor(missing, host);
    if (here.length > 0) return { kind: 'withdrawn', host, patterns: here };
    const bySuggestion = patternsFor(suggested, host).filter((pattern) => !access.added.includes(pattern));
    if (bySuggestion.length > 0) return { kind: 'suggested', host, patterns: bySuggestion };
    // Built-in hosts that the browser withholds were offered above; the others are allowed from the start.
    if (patternsFor([...access.added, ...builtInHosts()], host).length > 0) return { kind: 'allowed', host };
    const looksLike = await lookAt(tab.id);
    if (looksLike) return { kind: 'looks-like', looksLike, host, patterns: [`https://${host}/*`] };
  }
  if (missing.length > 0) return { kind: 'elsewhere', count: missing.length, patterns: missing };
  return { kind: 'none' };
}
