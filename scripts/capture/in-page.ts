/** What `npm run capture` runs in the page that is captured, and in the test page made of it. */
import type { DomSite } from '../../page/site';
import { type Censored, censor, wordsOfSource } from './censor';
import { type PageReading, readPage } from './reading';
import { openSaved } from './saved';

const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../../sites/*.ts', { eager: true, import: 'default' })).sort(
  (a, b) => Number(a.id.startsWith('any-')) - Number(b.id.startsWith('any-')),
);
const sources = Object.values(import.meta.glob<string>(['../../sites/*.ts', '../../page/*.ts'], { eager: true, query: '?raw', import: 'default' }));

/** The site of this page: the named one, else the first that reads a compose or a meeting here. */
const siteFor = (id: string | null, page: Document): DomSite | null =>
  id === null ? (sites.find((site) => site.recognises?.(page)) ?? null) : (sites.find((site) => site.id === id) ?? null);

export function capture(id: string | null, keep: readonly string[]): Censored & { readonly reading: PageReading | null } {
  const site = siteFor(id, document);
  return { ...censor(document, { vocabulary: wordsOfSource(sources), keep: new Set(keep) }), reading: site && readPage(site, document) };
}

/** Reads a test page as tests do. */
export function readBack(id: string, html: string): { readonly reading: PageReading | null; readonly recipients: readonly (readonly string[])[] } {
  const site = siteFor(id, document);
  if (!site) return { reading: null, recipients: [] };
  const { page, close } = openSaved(html);
  const reading = readPage(site, page);
  close();
  return { reading, recipients: reading.composes.map((compose) => compose.recipients) };
}
