/** A text as lines with their depth of quoting: the one representation that text and markup meet in. */
import { visibleText } from '../addresses';

/** One line. Offsets are UTF-16 units into the whole text. */
export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Where the words begin, after any `>`. */
  readonly at: number;
  /** How often the line is quoted: `>` marks and enclosing quote elements. */
  readonly depth: number;
}

/** A place where the depth of enclosing quote elements changes. Ascending by `at`. */
export interface DepthChange {
  readonly at: number;
  readonly depth: number;
}

const space = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0xfeff || code === 0x200b;

/** Splits a text into lines; yields so that the caller can pause. */
export function* linesOf(text: string, depths: readonly DepthChange[]): Generator<void, Line[]> {
  const lines: Line[] = [];
  let start = 0;
  let change = 0;
  let outer = 0;
  let paused = 0;
  let blanks = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    let end = found < 0 ? text.length : found;
    const next = end + 1;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    while (change < depths.length && (depths[change]?.at ?? 0) <= start) outer = depths[change++]?.depth ?? 0;
    let at = start;
    let depth = outer;
    for (;;) {
      let ahead = at;
      // At most one space or two before the next mark: "> >" and ">>" are both two levels, "a > b" is none.
      while (ahead < end && ahead - at < 3 && space(text.charCodeAt(ahead))) ahead++;
      if (text.charCodeAt(ahead) !== 62 || ahead >= end) break;
      depth++;
      at = ahead + 1;
    }
    while (at < end && space(text.charCodeAt(at))) at++;
    blanks = at < end ? 0 : blanks + 1;
    // Nothing tells five blank lines from a thousand, and a million of them would cost memory for nothing.
    if (blanks < 6 || depth !== lines.at(-1)?.depth) lines.push({ start, end, at, depth });
    start = next;
    if (lines.length % 512 === 0 || start - paused > 32_768) {
      paused = start;
      yield;
    }
  }
  return lines;
}

/** Longest piece of a line that is looked at for marks; header values are read in full elsewhere. */
const longestLook = 1000;

/**
 * Old archives keep pieces of quoted-printable in their text (`=09`, `=20`, a `=` at the end of a line): they are white space.
 * One for one, so that places stay.
 */
export const withoutEncoding = (text: string): string => (text.includes('=') ? text.replace(/=(?:09|20|0A)/g, '   ').replace(/=\s*$/, ' ') : text);

/** Reads the words of lines, and remembers them. */
export class LineWords {
  readonly #words: (string | undefined)[] = [];
  readonly text: string;
  readonly lines: readonly Line[];

  constructor(text: string, lines: readonly Line[]) {
    this.text = text;
    this.lines = lines;
  }

  /** The visible words of a line, at most 1,000 characters; empty beyond the last line. */
  at(index: number): string {
    const known = this.#words[index];
    if (known !== undefined) return known;
    const line = this.lines[index];
    if (line && line.at >= line.end) return '';
    const words = line ? visibleText(withoutEncoding(this.text.slice(line.at, Math.min(line.end, line.at + longestLook)))) : '';
    this.#words[index] = words;
    return words;
  }

  depth(index: number): number {
    return this.lines[index]?.depth ?? 0;
  }

  /** The next line from `index` on that has words, looking at no more than `reach` lines; -1 where there is none. */
  nextWith(index: number, reach: number): number {
    for (let i = index; i < Math.min(this.lines.length, index + reach); i++) if (this.at(i)) return i;
    return -1;
  }
}
