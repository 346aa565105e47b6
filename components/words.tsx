/** The person's language for everything below it. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { dayText } from '../core/days';
import { type Catalog, type MessageValue, messageText } from '../core/message';
import { languageOf, type Pack, type PackText, plainIn, wordsIn } from '../guidance/pack';
import { Prose } from './prose';

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

interface PackTextProps {
  readonly pack: Pick<Pack, 'languages'>;
  readonly text: PackText;
}

/** The language of a pack's text, where that is not the page's: so that it is read out right. */
function useOtherLanguage({ pack, text }: PackTextProps): string | undefined {
  const { language } = useCatalog();
  const known = languageOf(pack, text, language);
  return known === undefined || known.split('-')[0] === language.split('-')[0] ? undefined : known;
}

/** A text of a guidance pack as plain words: titles, names, choices. */
export function PackWords(props: PackTextProps) {
  const { language } = useCatalog();
  const other = useOtherLanguage(props);
  const words = plainIn(props.pack, props.text, language);
  return other === undefined ? words : <span lang={other}>{words}</span>;
}

/** A text of a guidance pack with its paragraphs, lists, bold words and links. Stands where blocks may stand. */
export function PackProse(props: PackTextProps) {
  const { language } = useCatalog();
  const other = useOtherLanguage(props);
  const prose = <Prose text={wordsIn(props.pack, props.text, language)} />;
  return other === undefined ? prose : <div lang={other}>{prose}</div>;
}

export const useCatalog = (): Catalog => useContext(CatalogContext);

export function useWords(): Words {
  const catalog = useCatalog();
  return useMemo(
    () => ({
      language: catalog.language,
      say: (key, values) => messageText(catalog, values ? { key, values } : { key }),
      day: (day) => dayText(catalog, day),
      pack: (pack, text) => plainIn(pack, text, catalog.language),
    }),
    [catalog],
  );
}
