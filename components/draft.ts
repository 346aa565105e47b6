import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const keyOf = (field: string): string => `draft.${field}`;

function stored(field: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(field));
  } catch {
    return null;
  }
}

function store(field: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(field));
    else sessionStorage.setItem(keyOf(field), text);
  } catch {
    // Without a place to keep it the draft lives as long as the page.
  }
}

/**
 * What a person has typed into a field and not applied yet. It outlives a reload of the page and ends with its tab.
 * @param field id of the field
 * @returns the draft, `null` where there is none, and how to change it
 */
export function useDraft(field: string): readonly [string | null, (text: string | null) => void] {
  const [draft, setDraft] = useState(() => stored(field));
  const change = (text: string | null): void => {
    setDraft(text);
    store(field, text);
  };
  return [draft, change];
}

/** So much text (UTF-16 units) is stored with every key; more of it when the typing rests. */
const littleText = 2000;
const restMs = 300;
const mostRows = 6;

/** Lines of a text, as far as they matter for the height of its field. */
function rowsOf(text: string): number {
  let rows = 1;
  for (let at = text.indexOf('\n'); at !== -1 && rows < mostRows; at = text.indexOf('\n', at + 1)) rows += 1;
  return rows;
}

export interface DraftArea {
  readonly area: RefObject<HTMLTextAreaElement>;
  /** What the field holds at first. */
  readonly begin: string;
  readonly rows: number;
  onInput(): void;
  /** Puts another text into the field. */
  put(text: string): void;
}

/** The same for a field of many lines: it may hold thousands, so what is in it is neither drawn nor stored with every key. */
export function useDraftArea(field: string): DraftArea {
  const area = useRef<HTMLTextAreaElement>(null);
  const [begin] = useState(() => stored(field) ?? '');
  const [rows, setRows] = useState(() => rowsOf(begin));
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = (): void => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const text = area.current?.value ?? '';
    store(field, text === '' ? null : text);
  };
  useEffect(() => {
    const ending = new AbortController();
    const leave = (): void => {
      if (waiting.current !== undefined) keep();
    };
    addEventListener('pagehide', leave, { signal: ending.signal });
    return () => {
      ending.abort();
      clearTimeout(waiting.current);
    };
  }, []);
  return {
    area,
    begin,
    rows,
    onInput() {
      const { value = '' } = area.current ?? {};
      setRows(rowsOf(value));
      clearTimeout(waiting.current);
      if (value.length < littleText) keep();
      else waiting.current = setTimeout(keep, restMs);
    },
    put(text) {
      if (area.current) area.current.value = text;
      setRows(rowsOf(text));
      keep();
    },
  };
}
