import { useState } from 'preact/hooks';

const keyOf = (field: string): string => `draft.${field}`;

function stored(field: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(field));
  } catch {
    return null;
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
    try {
      if (text === null) sessionStorage.removeItem(keyOf(field));
      else sessionStorage.setItem(keyOf(field), text);
    } catch {
      // Without a place to keep it the draft lives as long as the page.
    }
  };
  return [draft, change];
}
