/**
 * The markup that texts of a pack may have: paragraphs (an empty line between), lists (lines that begin with `- `), **bold**, and
 * `[words](https://…)`. Everything else is text. Anyone can write a pack, and everyone sees it: nothing here makes HTML, and what turns text around,
 * hides it or steers a screen is taken out.
 */

export type Inline = { readonly kind: 'text' | 'bold'; readonly text: string } | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

/**
 * Without control characters (but for line ends and tabs), bidirectional embeddings, overrides and isolates, and characters that nobody sees
 * (Unicode 17, categories Cc and Cf; joiners stay, as some scripts need them).
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu,
      '',
    );

/** `**bold**` of one line, and a link of at most so many characters: nothing that a long text could make slow. */
const marks = /\*\*([^*\n]{1,400})\*\*|\[([^\][\n]{1,200})\]\((https:\/\/[^\s()<>]{1,2000})\)/g;

/** The address, or `null` where it is none that a pack may lead to. */
function safeAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

function inlinesOf(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const text = (until: number): void => {
    if (until > from) parts.push({ kind: 'text', text: line.slice(from, until) });
  };
  for (const match of line.matchAll(marks)) {
    const [whole, bold, label, address] = match;
    const url = address === undefined ? null : safeAddress(address);
    if (bold === undefined && url === null) continue;
    text(match.index);
    if (bold !== undefined) parts.push({ kind: 'bold', text: bold });
    // Where a link leads is always said, so that its words cannot pretend another place.
    else if (url && label !== undefined) parts.push({ kind: 'link', text: label.includes(url.host) ? label : `${label} (${url.host})`, href: url.href });
    from = match.index + whole.length;
  }
  text(line.length);
  return parts;
}

/** A text as blocks. One without markup is one paragraph. */
export function blocksOf(text: string): readonly Block[] {
  return cleanText(text)
    .split(/\n[\t ]*\n\s*/)
    .flatMap((paragraph): readonly Block[] => {
      const blocks: Block[] = [];
      let items: (readonly Inline[])[] = [];
      let lines: string[] = [];
      const flush = (): void => {
        if (lines.length > 0) blocks.push({ kind: 'paragraph', content: inlinesOf(lines.join(' ')) });
        if (items.length > 0) blocks.push({ kind: 'list', items });
        lines = [];
        items = [];
      };
      for (const line of paragraph
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)) {
        const item = /^- +(.+)$/.exec(line)?.[1];
        if (item !== undefined) {
          if (lines.length > 0) flush();
          items.push(inlinesOf(item));
        } else {
          if (items.length > 0) flush();
          lines.push(line);
        }
      }
      flush();
      return blocks;
    });
}

const wordsOfInlines = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

/** The words alone, for where there is no room for markup: titles, choices, search. */
export const plainText = (text: string): string =>
  blocksOf(text)
    .flatMap((block) => (block.kind === 'paragraph' ? [wordsOfInlines(block.content)] : block.items.map(wordsOfInlines)))
    .join(' ');
