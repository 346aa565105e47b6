/** Pages with an open message for tests: says what was read in words that are easy to compare. */
import type { Correspondent } from '../../core/observation';
import { wordsOf } from '../../core/text';
import { readLinks } from '../../page/message-links';
import type { DomSite } from '../../page/site';
import { rawTextOf } from '../../page/tree';
import { openPage } from './compose-page';

/** `Ann <ann@x.example>`, `ann@x.example`, or `Ann`. */
export const written = ({ address, name }: Correspondent): string => {
  const words = name === null ? '' : wordsOf(name);
  return address === null ? words : words ? `${words} <${address}>` : address;
};

/** Everything that a site reads of the messages that are open on a page. */
export function readMessages(site: DomSite, page: Document) {
  const reader = site.surfaces.message;
  if (!reader) throw new Error(`${site.id} reads no message`);
  return reader.find(page).map((root) => {
    const reading = reader.read(root, null);
    if (!reading) throw new Error('found, but not read');
    const { sender, onBehalfOf, recipients, replyTo, account, mailing, warned, text } = reading;
    return {
      from: sender && written(sender),
      behalf: onBehalfOf && written(onBehalfOf),
      to: recipients.items.filter(({ field }) => field === 'to').map(written),
      cc: recipients.items.filter(({ field }) => field === 'cc').map(written),
      complete: recipients.completeness,
      replyTo: replyTo.items.map(written),
      account: account?.address ?? null,
      mailing,
      warned,
      text: text && rawTextOf(text).trim(),
      root,
      reading,
      layout: reader.layout(root),
      links: async () => (await readLinks(text, () => false))?.items.map(({ shown, host }) => `${wordsOf(shown)} → ${host}`) ?? null,
    };
  });
}

/** Opens a page with a message; `frame` is written into its frames by script. */
export function openMessagePage({ html, frame }: { readonly html: () => string; readonly frame?: string }, path = '/mail/'): Document {
  const page = openPage(`<!doctype html>${html()}`, path);
  for (const host of page.querySelectorAll('iframe')) {
    host.contentDocument?.open();
    host.contentDocument?.write(`<!doctype html>${frame ?? ''}`);
    host.contentDocument?.close();
  }
  return page;
}
