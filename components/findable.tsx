/** Searching a page: what does not fit the words is hidden; headings and sections go with their last content (see options.css). */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';

/** For comparing: no accents, no marks of direction, no capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();

const QueryContext = createContext('');
const TitleContext = createContext('');

/** Everything below is searched by this query; empty shows all. */
export const Finding = ({ query, children }: { readonly query: string; readonly children: ComponentChildren }) => (
  <QueryContext.Provider value={query}>{children}</QueryContext.Provider>
);

/** A title that counts for everything below it: whoever looks for "history" sees all of the history. */
export const FindingTitle = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <TitleContext.Provider value={title}>{children}</TitleContext.Provider>
);

/** Whether these texts hold every word of the query. */
export function useFound(texts: readonly string[]): boolean {
  const query = useContext(QueryContext);
  const title = useContext(TitleContext);
  const all = plain([title, ...texts].join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Whether the page is being searched. */
export const useFinding = (): boolean => useContext(QueryContext).trim() !== '';

/** Whether one text holds a word of the query; `null` where nothing is searched. */
export function useFits(): ((text: string) => boolean) | null {
  const words = plain(useContext(QueryContext)).split(/\s+/).filter(Boolean);
  return words.length === 0 ? null : (text) => words.some((word) => plain(text).includes(word));
}

export interface FindableProps extends Omit<JSX.HTMLAttributes<HTMLElement>, 'as' | 'texts'> {
  /** Title, description and whatever else a person may look for. */
  readonly texts: readonly string[];
  readonly as?: 'div' | 'li' | 'section';
  readonly children: ComponentChildren;
}

/** One thing that the search finds: a setting, a rule, a site, a contact. Counted as one result. */
export function Findable({ texts, as: Tag = 'div', children, ...rest }: FindableProps) {
  const found = useFound(texts);
  return (
    <Tag {...(rest as object)} data-findable={String(found)} hidden={!found}>
      {children}
    </Tag>
  );
}
