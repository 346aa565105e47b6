/** Reads test pages and compares what was read with their truth, for `scripts/accuracy/sites.mjs` (which runs this in a browser). */
import { wordsOf } from '../../core/text';
import type { DomSite } from '../../page/site';
import { openSaved } from '../../scripts/capture/saved';
import { closePages, nothingNoticed, openPage } from '../support/compose-page';
import { type ComposeTruth, handMadePages, sharedTruth, type TestPage, truthOf } from './pages';
import { phasePages } from './phase-pages';

interface FilePage {
  readonly name: string;
  readonly html: string;
}
interface Result {
  readonly group: string;
  /** Pages; composes, found, missed, false; recipients, found, missed, false; complete readings. */
  readonly counts: readonly number[];
  readonly misses: readonly string[];
}

const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../../sites/*.ts', { eager: true, import: 'default' }));
const siteNamed = (id: string): DomSite => {
  const site = sites.find((one) => one.id === id);
  if (!site) throw new Error(id);
  return site;
};

function open({ html, frame }: Pick<TestPage, 'html' | 'frame'>): Document {
  const page = openPage(html, '/mail/');
  for (const host of page.querySelectorAll('iframe')) {
    const inner = host.contentDocument;
    if (!frame || !inner) continue;
    inner.open();
    inner.write(frame);
    inner.close();
  }
  return page;
}

interface Read {
  readonly recipients: readonly string[];
  readonly complete: boolean;
}

function readWith(site: DomSite, page: Document): readonly Read[] {
  const reader = site.surfaces.compose;
  return (reader?.find(page) ?? []).flatMap((root) => {
    const reading = reader?.read(root, nothingNoticed);
    if (!reading) return [];
    const { items, completeness } = reading.recipients;
    return [
      { recipients: items.map(({ address, name }) => address ?? (name === null ? '' : wordsOf(name).toLowerCase())), complete: completeness === 'complete' },
    ];
  });
}

function compare(group: string, page: TestPage, found: readonly Read[]): Result {
  const misses: string[] = [];
  const common = Math.min(page.composes.length, found.length);
  if (found.length < page.composes.length) misses.push(`${page.site} ${page.name}: ${page.composes.length - found.length} compose not found`);
  if (found.length > page.composes.length) misses.push(`${page.site} ${page.name}: ${found.length - page.composes.length} compose too many`);
  let [wanted, right, missed, wrong] = [0, 0, 0, 0];
  for (let at = 0; at < page.composes.length; at += 1) {
    const truth: ComposeTruth = page.composes[at] ?? null;
    const read = found[at]?.recipients ?? [];
    wanted += truth?.length ?? 0;
    const gone = (truth ?? []).filter((address) => !read.includes(address));
    const strange = read.filter((address) => !(truth ?? []).includes(address));
    right += (truth?.length ?? 0) - gone.length;
    missed += gone.length;
    wrong += strange.length;
    for (const address of gone) misses.push(`${page.site} ${page.name}: ${address} not read`);
    for (const address of strange) misses.push(`${page.site} ${page.name}: ${address} is not a recipient`);
  }
  const complete = found.slice(0, common).filter((read) => read.complete).length;
  return {
    group,
    counts: [1, page.composes.length, common, page.composes.length - common, found.length - common, wanted, right, missed, wrong, complete],
    misses,
  };
}

const pageOfShared = ({ name, html }: FilePage): TestPage => {
  const known = sharedTruth[name];
  const site = known?.site ?? (name.startsWith('gmail/') ? 'gmail' : name.startsWith('outlook/') ? 'outlook-web' : 'any-webmail');
  return { site, name: `${name} (real)`, html, composes: known?.composes ?? [] };
};

const pageOfSaved = ({ name, html }: FilePage): TestPage => {
  const { site, composes } = truthOf(html);
  return { site, name: `${name} (saved)`, html, composes: composes.map(({ recipients }) => recipients) };
};

/** Reads every page by its own site's file, or by generic reading. */
export function readAll(files: { readonly saved: readonly FilePage[]; readonly shared: readonly FilePage[] }, how: 'site' | 'generic'): readonly Result[] {
  const pages = [...handMadePages(), ...files.saved.map(pageOfSaved), ...files.shared.map(pageOfShared)];
  return pages.map((page) => {
    const saved = page.name.endsWith('(saved)') ? openSaved(page.html) : null;
    const result = compare(page.site, page, readWith(siteNamed(how === 'site' ? page.site : 'any-webmail'), saved?.page ?? open(page)));
    saved?.close();
    closePages();
    return result;
  });
}

/** Reads the phase of every hand-made meeting page: found, missed (unknown), false (another phase). */
export function readPhases(): { readonly rows: readonly (readonly (string | number)[])[]; readonly misses: readonly string[] } {
  const rows = new Map<string, [number, number, number, number]>();
  const misses: string[] = [];
  for (const { site, name, html, path, phase } of phasePages()) {
    const reader = siteNamed(site).surfaces.meeting;
    const page = openPage(html, path);
    const [root] = reader?.find(page) ?? [];
    const read = root ? (reader?.read(root, null)?.phase ?? 'unknown') : 'unknown';
    closePages();
    const row = rows.get(site) ?? [0, 0, 0, 0];
    row[0] += 1;
    row[read === phase ? 1 : read === 'unknown' ? 2 : 3] += 1;
    rows.set(site, row);
    if (read !== phase) misses.push(`${site} ${name}: ${read}, should be ${phase}`);
  }
  return { rows: [...rows].map(([site, numbers]) => [site, ...numbers]), misses };
}
