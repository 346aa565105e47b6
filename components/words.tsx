/** The person's language for everything below it. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { dayText } from '../core/days';
import { type Catalog, type MessageValue, messageText } from '../core/message';
import { type Pack, type PackText, wordsIn } from '../guidance/pack';

const CatalogContext = createContext<Catalog>({ language: 'en-GB', entries: {} });

export interface Words {
  /** BCP 47 tag. */
  readonly language: string;
  /** A text of the language files. */
  say(key: string, values?: Readonly<Record<string, MessageValue>>): string;
  /** A day, `2026-11-21`, as people write it. */
  day(day: string): string;
  /** A text of a guidance pack. */
  pack(pack: Pick<Pack, 'languages'>, text: PackText): string;
}

export function WordsProvider({ catalog, children }: { readonly catalog: Catalog; readonly children: ComponentChildren }) {
  return <CatalogContext.Provider value={catalog}>{children}</CatalogContext.Provider>;
}

/** A text of a guidance pack, marked with its language where that is not the page's, so that it is read out right. */
export function PackWords({ pack, text }: { readonly pack: Pick<Pack, 'languages'>; readonly text: PackText }) {
  const { language } = useCatalog();
  const [own] = language.split('-');
  const known = typeof text === 'string' ? pack.languages[0] : Object.hasOwn(text, own ?? '') ? own : pack.languages[0];
  const words = wordsIn(pack, text, language);
  return known === undefined || known === own ? <>{words}</> : <span lang={known}>{words}</span>;
}

export const useCatalog = (): Catalog => useContext(CatalogContext);

export function useWords(): Words {
  const catalog = useCatalog();
  return useMemo(
    () => ({
      language: catalog.language,
      say: (key, values) => messageText(catalog, values ? { key, values } : { key }),
      day: (day) => dayText(catalog, day),
      pack: (pack, text) => wordsIn(pack, text, catalog.language),
    }),
    [catalog],
  );
}
