/**
 * One print, one card, where the person looks. Background only.
 *
 * Webmail prints from hidden frames, from windows that it opens and from its own page. Cards are shown by the page in the tab's top frame:
 * it learns here of prints in its frames, and gives way when the print goes on in another window. When that window closes, the page that
 * opened it tells the rest. All of it is kept in storage.session (memory only), as the background may be stopped in between.
 */
import { browser } from 'wxt/browser';
import type { Printed } from '../core/observation';
import type { PageNews } from '../core/ports';
import type { PrintSign } from '../core/printing';
import { tellPage } from './messages';
import { inTurn } from './turn';

/** Pages that told of the same print, the one that tells of it now last. */
interface Claims {
  readonly tabs: readonly number[];
  /** Ms since 1970. */
  readonly at: number;
}

type Print = { readonly sign: PrintSign; readonly what: Printed };

const claimsKey = 'printing';
const newsKey = (tabId: number): string => `printing.${tabId}`;
/** A window that is opened to print comes within this time (ms) of the press. */
const samePrintMs = 60_000;
/** A window that was opened to print is looked at for so long (ms) at most; after that, nobody remembers what it was about. */
const windowLastsMs = 600_000;
/** An engine that is on its way asks within this time (ms). */
const newsLastMs = 10_000;

const readClaims = async (): Promise<Claims> => ((await browser.storage.session.get(claimsKey))[claimsKey] as Claims | undefined) ?? { tabs: [], at: 0 };
const keepClaims = (claims: Claims): Promise<void> =>
  claims.tabs.length > 0 ? browser.storage.session.set({ [claimsKey]: claims }) : browser.storage.session.remove(claimsKey);

/**
 * Something in a tab prints whose frame shows no cards: tells the tab's own page.
 * @param wake brings an engine into that page; one that is there already ignores it
 */
export async function keepPrint(tabId: number, print: Print, wake: () => Promise<unknown>): Promise<void> {
  await browser.storage.session.set({ [newsKey(tabId)]: { print, at: Date.now() } });
  await wake().catch(() => undefined);
  await tellPage(tabId, { print });
}

/** What a page's engine that has just come has to know of a print; told once. */
export async function takePrint(tabId: number): Promise<PageNews | null> {
  const key = newsKey(tabId);
  const kept = (await browser.storage.session.get(key))[key] as { readonly print: Print; readonly at: number } | undefined;
  if (!kept) return null;
  await browser.storage.session.remove(key);
  return Date.now() - kept.at < newsLastMs ? { print: kept.print } : null;
}

/** A page tells of a print now. The page that told of it until now gives way. */
export const claimPrint = (tabId: number): Promise<void> =>
  inTurn('printing', async () => {
    const { tabs, at } = await readClaims();
    const now = Date.now();
    const others = now - at < samePrintMs ? tabs.filter((tab) => tab !== tabId) : [];
    await keepClaims({ tabs: [...others, tabId], at: now });
    const before = others.at(-1);
    if (before !== undefined) void tellPage(before, { print: null });
  });

/** A tab closed. Was it a window that printed, the page before it tells the rest. */
export const printTabGone = (tabId: number): Promise<void> =>
  inTurn('printing', async () => {
    await browser.storage.session.remove(newsKey(tabId));
    const { tabs, at } = await readClaims();
    if (!tabs.includes(tabId)) return;
    const others = tabs.filter((tab) => tab !== tabId);
    await keepClaims({ tabs: others, at });
    const before = others.at(-1);
    if (before !== undefined && tabs.at(-1) === tabId && Date.now() - at < windowLastsMs) void tellPage(before, { print: { sign: 'over', what: 'unknown' } });
  });
