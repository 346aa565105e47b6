/** Shows a place in the page without changing the document: scrolls to it and paints it with the CSS Custom Highlight API. */

import { documentOf, parentOf, viewOf } from './tree';

/** `place`: shown for a moment, on demand. `mark`: stands for as long as its card does. */
type HighlightKind = 'place' | 'mark';
/** A mark is an underline: what is being written stays as readable as it was. */
const looks: Readonly<Record<HighlightKind, string>> = {
  place: 'background-color: #ffdd00; color: #0b0c0c;',
  mark: 'background-color: rgb(255 221 0 / 35%); text-decoration: underline 2px #b8590b;',
};
const nameOf = (kind: HighlightKind): string => `second-glance-${kind}`;

/**
 * Scrolls to the first range and highlights all of them until `signal` aborts or another place is shown.
 * Focus and selection stay where they are; nothing that will be sent changes. Where the browser has no highlights, it only scrolls.
 */
export function showPlaces(ranges: readonly Range[], signal: AbortSignal): void {
  const [first] = ranges;
  if (!first) return;
  scrollTo(first);
  paint(ranges, 'place', signal);
}

/** Marks ranges until `signal` aborts. Nothing moves: the person is writing there. */
export const markPlaces = (ranges: readonly Range[], signal: AbortSignal): void => paint(ranges, 'mark', signal);

function scrollTo(range: Range): void {
  const view = viewOf(documentOf(range.startContainer));
  const element = range.startContainer.nodeType === 1 ? (range.startContainer as Element) : parentOf(range.startContainer);
  if (!view || !element) return;
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  Element.prototype.scrollIntoView.call(element, { block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}

/** Several composes of one document may have marks: they share one highlight, and each takes away its own. */
function paint(ranges: readonly Range[], kind: HighlightKind, signal: AbortSignal): void {
  const [first] = ranges;
  const page = first && documentOf(first.startContainer);
  const view = page && viewOf(page);
  if (!first || !page || !view || signal.aborted) return;
  const { CSS: css, Highlight: HighlightOf } = view as unknown as { CSS?: typeof CSS; Highlight?: typeof Highlight };
  if (!css?.highlights || !HighlightOf) return;
  const name = nameOf(kind);
  const sheet = styleOf(page, view as unknown as { CSSStyleSheet: typeof CSSStyleSheet }, kind);
  const highlight = css.highlights.get(name) ?? new HighlightOf();
  for (const range of ranges) highlight.add(range);
  css.highlights.set(name, highlight);
  signal.addEventListener(
    'abort',
    () => {
      for (const range of ranges) highlight.delete(range);
      if (highlight.size === 0) css.highlights.delete(name);
      if (sheet) page.adoptedStyleSheets = [...page.adoptedStyleSheets].filter((one) => one !== sheet);
    },
    { once: true },
  );
}

/**
 * Scrolls a plain text area so that a place of its text is in view. There is nothing to paint in a text area, and a selection would move the
 * caret, so focus, selection and text stay as they are.
 * @param text the text that `place` points into, a part of what the area holds
 */
export function scrollTextArea(area: HTMLTextAreaElement, text: string, place: { readonly start: number; readonly end: number }): void {
  const line = text
    .slice(place.start, place.end)
    .split('\n')
    .find((candidate) => candidate.trim().length > 0);
  const at = line === undefined ? -1 : area.value.indexOf(line.trim());
  if (at < 0) return;
  const style = getComputedStyle(area);
  const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2;
  // Monospaced or not, this only has to be good enough to bring the place into the middle of the view.
  const columns = Math.max(20, area.clientWidth / (Number.parseFloat(style.fontSize) * 0.6));
  const rows = area.value
    .slice(0, at)
    .split('\n')
    .reduce((sum, before) => sum + Math.max(1, Math.ceil(before.length / columns)), 0);
  area.scrollTop = rows * lineHeight - area.clientHeight / 3;
}

/** The sheet that colours the highlight, once per document; `null` where a browser refuses one from an extension. */
function styleOf(page: Document, view: { CSSStyleSheet: typeof CSSStyleSheet }, kind: HighlightKind): CSSStyleSheet | null {
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(`::highlight(${nameOf(kind)}) { ${looks[kind]} }`);
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    return null;
  }
}
