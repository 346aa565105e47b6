/** The links of an open message: what a person reads, and where each goes. Read in slices; quoted messages are left out. */
import type { MessageLink, Reading } from '../core/observation';
import { pageTextOf } from '../core/text';
import { asciiDomain, visibleText } from '../mail/addresses';
import { quoted } from './message-parts';
import { inSlices } from './slices';
import { all, attribute, childNodesOf, closest, documentOf, first, matches } from './tree';

/** More links than that are a newsletter of newsletters. */
const mostLinks = 600;
const longestShown = 300;
const longestTarget = 4000;
/** What stands after these in the document is an earlier message (Outlook, `research/webmail-dom.md` §14). */
const cut = '#divRplyFwdMsg,#appendonsend,#x_divRplyFwdMsg,#x_appendonsend';

/**
 * @param text what `MessageReading.text` is
 * @param stale whether nobody waits for the answer any more; then it is `null`
 */
export async function readLinks(text: HTMLElement | null, stale: () => boolean): Promise<Reading<MessageLink> | null> {
  return text ? inSlices(linksOf(text), stale) : { items: [], completeness: 'unknown' };
}

function* linksOf(text: HTMLElement): Generator<void, Reading<MessageLink>> {
  const items: MessageLink[] = [];
  const end = first(text, cut);
  const elements = all(text, 'a[href],area[href]');
  for (const [index, element] of elements.entries()) {
    if (index % 16 === 15) yield;
    if (items.length >= mostLinks) return { items, completeness: 'collapsed' };
    if (end && (end.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0) break;
    if (closest(element, quoted)) continue;
    const link = linkOf(element);
    if (link) items.push(link);
  }
  return { items, completeness: 'complete' };
}

/** A web link; `null` for mail, telephone and places in the text itself. */
function linkOf(element: HTMLElement): MessageLink | null {
  const href = attribute(element, 'href') ?? '';
  const base = documentOf(element).baseURI;
  if (!/^\s*(?:https?:)?\/\//i.test(href) || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return { shown: pageTextOf(shownIn(element)), host: asciiDomain(url.hostname), target: pageTextOf(url.href.slice(0, longestTarget)) };
}

/** The words of a link, without what a picture or a style sheet brings. */
function shownIn(element: HTMLElement): string {
  let text = '';
  const visit = (node: Node): void => {
    for (const child of childNodesOf(node)) {
      if (text.length >= longestShown) return;
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      else if (child.nodeType === 1 && !matches(child as Element, 'style,script,template')) {
        visit(child);
        text += matches(child as Element, 'br,p,div,td') ? ' ' : '';
      }
    }
  };
  visit(element);
  return visibleText(text.slice(0, longestShown));
}
