/** Gives a pack a further language from a list of its sentences. */
import type { Pack, PackText } from './pack';

/**
 * The same pack, with every text that the list knows in both languages.
 * @param tag BCP 47 tag of the further language
 * @param texts by the words in the pack's first language
 */
export function withLanguage(pack: Pack, tag: string, texts: Readonly<Record<string, string>>): Pack {
  const [first = 'en'] = pack.languages;
  function told(text: PackText): PackText;
  function told(text: PackText | undefined): PackText | undefined;
  function told(text: PackText | undefined): PackText | undefined {
    const other = typeof text === 'string' && Object.hasOwn(texts, text) ? texts[text] : undefined;
    return typeof text !== 'string' || other === undefined ? text : { [first]: text, [tag]: other };
  }
  /** An item with these of its fields in both languages. */
  const both = <Item extends object, Field extends keyof Item>(item: Item, ...fields: readonly Field[]): Item => ({
    ...item,
    ...Object.fromEntries(fields.flatMap((field) => (item[field] === undefined ? [] : [[field, told(item[field] as PackText)]]))),
  });
  return {
    ...pack,
    languages: [...pack.languages, tag],
    organisation: both(pack.organisation, 'name'),
    ifUnsure: told(pack.ifUnsure),
    documents: pack.documents.map((document) => both(document, 'note')),
    points: pack.points.map((point) => both(point, 'text', 'detail')),
    groups: pack.groups.map((group) => both(group, 'title', 'note')),
    contacts: pack.contacts.map((contact) => ({
      ...both(contact, 'note', 'for', 'hours'),
      channels: contact.channels.map((channel) => both(channel, 'label', 'note')),
    })),
    situations: pack.situations.map((situation) => ({
      ...both(situation, 'title', 'keywords'),
      firstSteps: situation.firstSteps.map((step) => told(step)),
      haveReady: situation.haveReady.map((thing) => told(thing)),
    })),
    stories: pack.stories.map((story) => ({ ...both(story, 'title', 'notice'), paragraphs: story.paragraphs.map((paragraph) => told(paragraph)) })),
    links: pack.links.map((link) => both(link, 'title', 'note')),
  };
}
