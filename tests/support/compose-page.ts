/** Compose pages for tests: opens a page, reads its composes, and says what was read in words that are easy to compare. */
import type { Recipient } from '../../core/observation';
import { wordsOf } from '../../core/text';
import type { ComposeMemory, DomSite } from '../../page/site';
import { closePages, openPage } from '../page/meeting-page';

export { closePages, openPage };

export const nothingNoticed: ComposeMemory = { files: [], pressed: null };

/** `Ann <ann@x.example>`, `ann@x.example`, `Ann` (no address), with ` ~` behind what is still being typed. */
const written = ({ address, name, typed }: Recipient): string => {
  const words = name === null ? '' : wordsOf(name);
  return `${address === null ? words : words ? `${words} <${address}>` : address}${typed ? ' ~' : ''}`;
};

/** Everything that a site reads of the composes on a page. */
export function readComposes(site: DomSite, page: Document, memory: ComposeMemory = nothingNoticed) {
  const reader = site.surfaces.compose;
  if (!reader) throw new Error(`${site.id} reads no compose`);
  return reader.find(page).map((root) => {
    const reading = reader.read(root, memory);
    if (!reading) throw new Error('found, but not read');
    const { recipients, attachments, account, subject, replyMode, body } = reading;
    const field = (kind: string) => recipients.items.filter((item) => item.field === kind).map(written);
    const layout = reader.layout(root);
    return {
      to: field('to'),
      cc: field('cc'),
      bcc: field('bcc'),
      complete: recipients.completeness,
      subject: wordsOf(subject),
      mode: replyMode,
      account: account?.address ?? null,
      files: attachments.items.map(({ name, origin }) => `${wordsOf(name)} (${origin})`),
      text: body.kind === 'text' ? body.editor.value : (body.editor.textContent ?? '').trim(),
      hiddenHtml: body.kind === 'html' ? body.hiddenHtml : null,
      keepClear: layout.keepClear.filter(({ how }) => how === 'never').length,
      root,
      reading,
      layout,
    };
  });
}

/** The only compose of a page. */
export function readCompose(site: DomSite, html: string, memory: ComposeMemory = nothingNoticed, path = '/mail/') {
  const composes = readComposes(site, openPage(html, path), memory);
  const [only] = composes;
  if (!only || composes.length > 1) throw new Error(`${composes.length} composes`);
  return only;
}

/** Real pages beside the repository, by their path under `shared/pages/webmail/`. Empty in a fresh clone. */
export const sharedPages: Readonly<Record<string, () => Promise<string>>> = Object.fromEntries(
  Object.entries(import.meta.glob<string>('../../../shared/pages/webmail/**/*.html', { query: '?raw', import: 'default' })).map(([path, load]) => [
    path.replace(/^.*\/pages\/webmail\//, ''),
    load,
  ]),
);

/** A class as rotating builds make it. Of digits: letters once made the word “cloud”. */
export const noise = (): string => `c${Math.random().toFixed(12).slice(2)}`;
