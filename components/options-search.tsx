import { useEffect, useRef } from 'preact/hooks';
import { useWords } from './words';

export interface OptionsSearchProps {
  readonly query: string;
  /** How many things fit; `null` while nothing is searched. */
  readonly count: number | null;
  onQuery(query: string): void;
  /** Goes to the first thing found. */
  onFirst(): void;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Searches all sections of the options. `/` goes to it from anywhere, Enter to the first result, Escape ends it. */
export function OptionsSearch({ query, count, onQuery, onFirst }: OptionsSearchProps) {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    const ending = new AbortController();
    document.addEventListener('keydown', onKey, { signal: ending.signal });
    return () => ending.abort();
  }, []);
  return (
    <search class="options-search">
      <label for="options-query">{say('options.search')}</label>
      <input
        ref={input}
        id="options-query"
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="options-query-hint"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            onQuery('');
          }
          if (event.key === 'Enter' && (count ?? 0) > 0) {
            event.preventDefault();
            onFirst();
          }
        }}
      />
      <p class="hint" id="options-query-hint">
        {say('options.search.hint')}
      </p>
      <p role="status" class="note" data-results={count}>
        {count !== null && say('options.search.results', { count })}
      </p>
    </search>
  );
}
