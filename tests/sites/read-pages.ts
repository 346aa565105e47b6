/** Reads test pages and compares what was read with their truth, for `scripts/accuracy/sites.mjs` (which runs this in a browser). */
import { wordsOf } from '../../core/text';
import type { DomSite } from '../../page/site';
import { openSaved } from '../../scripts/capture/saved';
import { messageFamilies } from '../page/message-families';
import { noMessages, unseenMessages } from '../page/unseen-messages';
import { silent } from '../page/unseen-pages';
import { languages, peopleOf, unseen } from '../page/unseen-webmail';
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

/** Opens a page and writes into its frames, late and by script as editors do it; a frame in a frame is an editor of its own. */
export function open({ html, frame }: Pick<TestPage, 'html' | 'frame'>): Document {
  const page = openPage(html, '/mail/');
  for (const host of page.querySelectorAll('iframe')) {
    const inner = host.contentDocument;
    if (!frame || !inner) continue;
    inner.open();
    inner.write(frame);
    inner.close();
    for (const deeper of inner.querySelectorAll('iframe')) deeper.contentDocument?.write('<body contenteditable="true"><p>Hello</p></body>');
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

/** Reads every page by its own site's file, or by generic reading; `unseen`: the pages of products that the reading was not tuned on, generically. */
export function readAll(
  files: { readonly saved: readonly FilePage[]; readonly shared: readonly FilePage[] },
  how: 'site' | 'generic' | 'unseen',
): readonly Result[] {
  if (how === 'unseen') return readUnseen();
  const pages = [...handMadePages(), ...files.saved.map(pageOfSaved), ...files.shared.map(pageOfShared)];
  return pages.map((page) => {
    const saved = page.name.endsWith('(saved)') ? openSaved(page.html) : null;
    const result = compare(page.site, page, readWith(siteNamed(how === 'site' ? page.site : 'any-webmail'), saved?.page ?? open(page)));
    saved?.close();
    closePages();
    return result;
  });
}

/** Every product of `unseen-webmail.ts` in every language, and the pages on which nobody writes a mail. */
export const unseenPages = (): readonly TestPage[] => [
  ...unseen.flatMap((one) =>
    languages.map((words) => ({
      site: one.name,
      name: words.language,
      html: one.html(words),
      ...(one.frame === undefined ? {} : { frame: one.frame }),
      composes: [peopleOf(one)],
    })),
  ),
  ...silent.flatMap(({ name, html }) =>
    languages.map((words) => ({
      site: 'pages without a compose',
      name: `${name} (${words.language})`,
      html: `<!doctype html><body>${html(words)}`,
      composes: [],
    })),
  ),
];

const readUnseen = (): readonly Result[] =>
  unseenPages().map((page) => {
    const result = compare(page.site, page, readWith(siteNamed('any-webmail'), open(page)));
    closePages();
    return result;
  });

interface MessagePage extends Pick<TestPage, 'site' | 'name' | 'html' | 'frame'> {
  readonly messages: readonly { readonly from: string; readonly to: readonly string[] }[];
}

const ofMessages = (): readonly MessagePage[] => [
  ...messageFamilies.map(({ site, html, frame }) => ({
    site: site.id,
    name: 'open message',
    html: `<!doctype html>${html()}`,
    ...(frame === undefined ? {} : { frame: `<!doctype html>${frame}` }),
    messages: [{ from: 'ann@outside.example', to: ['jane.smith@justice.example'] }],
  })),
  ...handMadePages().flatMap(({ site, name, html, frame }) =>
    // Gmail's and Outlook's page around a compose, and every page of other products: nothing is open there.
    name === 'message' || site === 'outlook-web' ? [] : [{ site, name, html, ...(frame === undefined ? {} : { frame }), messages: [] }],
  ),
];

const unseenOfMessages = (): readonly MessagePage[] => [
  ...unseenMessages.flatMap(({ name, html, frame, from, to }) =>
    languages.map((words) => ({
      site: name,
      name: words.language,
      html: html(words),
      ...(frame === undefined ? {} : { frame: `<!doctype html>${frame}` }),
      messages: [{ from, to }],
    })),
  ),
  ...[...silent.filter(({ name }) => !name.startsWith('open message')), ...noMessages].flatMap(({ name, html }) =>
    languages.map((words) => ({
      site: 'pages without a message',
      name: `${name} (${words.language})`,
      html: `<!doctype html><body>${html(words)}`,
      messages: [],
    })),
  ),
];

/** Open messages: who sent them, and to whom. Real pages beside the repository show the senders that their index states. */
export function readMessagePages(which: 'known' | 'unseen', how: 'site' | 'generic'): readonly Result[] {
  return (which === 'known' ? ofMessages() : unseenOfMessages()).map((page) => {
    const reader = siteNamed(which === 'known' && how === 'site' ? page.site : 'any-webmail').surfaces.message;
    const document = open(page);
    const found = (reader?.find(document) ?? []).flatMap((root) => reader?.read(root, null) ?? []);
    closePages();
    const misses: string[] = [];
    const common = Math.min(found.length, page.messages.length);
    if (found.length !== page.messages.length) misses.push(`${page.site} ${page.name}: ${found.length} messages instead of ${page.messages.length}`);
    let [senders, wrongSenders, wanted, right, wrong] = [0, 0, 0, 0, 0];
    for (const [at, truth] of page.messages.entries()) {
      const reading = found[at];
      const sender = reading?.sender?.address ?? null;
      const people = (reading?.recipients.items ?? []).map(({ address }) => address);
      if (sender === truth.from) senders += 1;
      else if (sender !== null) wrongSenders += 1;
      if (sender !== truth.from) misses.push(`${page.site} ${page.name}: sender ${sender}`);
      wanted += truth.to.length;
      right += truth.to.filter((address) => people.includes(address)).length;
      wrong += people.filter((address) => address === null || !truth.to.includes(address)).length;
      if (truth.to.some((address) => !people.includes(address))) misses.push(`${page.site} ${page.name}: recipients ${people.join(', ') || 'none'}`);
    }
    return {
      group: page.site,
      counts: [
        1,
        page.messages.length,
        common,
        page.messages.length - common,
        found.length - common,
        senders,
        wrongSenders,
        wanted,
        right,
        wanted - right,
        wrong,
      ],
      misses,
    };
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
