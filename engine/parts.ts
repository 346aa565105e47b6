/**
 * The parts that one page needs: each `import()` is a file of its own in the engine's build (docs/decisions/0010), and a chunk where the engine runs
 * in a page of the extension. Sites and rules are found by their files: a new one needs no line here.
 */

import pageRules from 'virtual:rules/page';
import siteIndex from 'virtual:site-index';
import type { Printed } from '../core/observation';
import type { AnyRule } from '../core/rule';
import { fitsAddressOf } from '../page/address';
import { printedIn } from '../page/printing';
import type { DomSite } from '../page/site';
import type { Frame, Watches } from './frame';

const siteFiles = import.meta.glob<DomSite>('../sites/*.ts', { import: 'default' });

/** What a page needs of sites, rules and watches. The list of rules grows when a part comes. */
export interface Parts {
  /** The site of the page: the one whose addresses it has, else the first that recognises it. `null` as long as there is none. */
  siteOf(): DomSite | null;
  readonly rules: readonly AnyRule[];
  readonly watches: Watches;
}

/** Reads the parts for a page. Rejects when they did not come. */
export async function partsFor(page: Document): Promise<Parts> {
  const fits = fitsAddressOf(page);
  const known = siteIndex.filter(({ matches }) => matches.some(fits)).slice(0, 1);
  const wanted = known.length > 0 ? known : siteIndex.filter(({ elsewhere }) => elsewhere);
  // Products first, generic reading (`any-…`) last.
  const ids = wanted.map(({ id }) => id).sort((a, b) => Number(a.startsWith('any-')) - Number(b.startsWith('any-')));
  const sites = await Promise.all(ids.flatMap((id) => siteFiles[`../sites/${id}.ts`]?.() ?? []));
  const has = (surface: keyof DomSite['surfaces']): boolean => sites.some(({ surfaces }) => surfaces[surface]);
  const rules: AnyRule[] = [...pageRules];
  const watches: { -readonly [K in keyof Watches]: Watches[K] } = {};
  if (has('compose')) rules.push(...(await import('virtual:rules/compose')).default);
  if (has('meeting')) {
    const [{ watchMeeting }, meetingRules] = await Promise.all([import('./meeting-watch'), import('virtual:rules/meeting')]);
    rules.push(...meetingRules.default);
    watches.meeting = watchMeeting;
  }
  if (has('message')) watches.message = lateMessages(rules);
  return { siteOf: () => (known.length > 0 ? (sites[0] ?? null) : (sites.find((site) => site.recognises?.(page)) ?? null)), rules, watches };
}

/** Open messages are watched from the first one on: many mail pages never have one. */
function lateMessages(rules: AnyRule[]): NonNullable<Watches['message']> {
  let watch: typeof import('./message-watch')['watchMessages'] | null = null;
  let asked = false;
  return (frame: Frame, onReady: () => void) => {
    if (watch) return watch(frame);
    if (asked) return null;
    asked = true;
    Promise.all([import('./message-watch'), import('virtual:rules/message')]).then(
      ([{ watchMessages }, messageRules]) => {
        rules.push(...messageRules.default);
        watch = watchMessages;
        onReady();
      },
      () => {
        asked = false;
        frame.failed('read');
      },
    );
    return null;
  };
}

/** What this window prints when it was opened to be printed, by any site's description; `null` for other pages. */
export function printWindow(page: Document): Printed | null {
  const fits = fitsAddressOf(page);
  return (
    siteIndex
      .filter(({ matches }) => matches.length === 0 || matches.some(fits))
      .map(({ prints }) => printedIn(page, prints))
      .find((what) => what !== null) ?? null
  );
}
