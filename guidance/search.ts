/** Searching a pack by words, as people type them. */
import type { Pack, PackContact, PackPoint, PackSituation, PackText } from './pack';

export interface PackMatches {
  readonly situations: readonly PackSituation[];
  readonly contacts: readonly PackContact[];
  readonly points: readonly PackPoint[];
}

/** Letters and digits only, without accents and case: `Café` and `cafe` are one. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOfText = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}#@]+/u)
    .filter(Boolean);

/**
 * What fits every word of the query; a word fits from its beginning, and digits fit through the spaces of a phone number.
 * An empty query fits nothing.
 */
export function searchPack(pack: Pack, query: string): PackMatches {
  const wanted = wordsOfText(query);
  const digits = query.replace(/\D/g, '');
  // A person may know the words of any of the pack's languages.
  const say = (text: PackText | undefined) => (text === undefined ? '' : typeof text === 'string' ? text : Object.values(text).join(' '));
  const fits = (...texts: readonly string[]): boolean => {
    if (wanted.length === 0) return false;
    const words = texts.flatMap(wordsOfText);
    if (wanted.every((start) => words.some((word) => word.startsWith(start)))) return true;
    return digits.length >= 4 && texts.some((text) => text.replace(/\D/g, '').includes(digits));
  };
  const contactTexts = (contact: PackContact) => [
    say(contact.team),
    say(contact.for),
    say(pack.groups.find((group) => group.id === contact.group)?.title),
    ...contact.channels.flatMap((channel) => [channel.value, say(channel.label)]),
  ];
  const wholeWordsFirst = (found: readonly PackContact[]) => {
    const isWhole = (contact: PackContact) => {
      const words = contactTexts(contact).flatMap(wordsOfText);
      return wanted.every((word) => words.includes(word));
    };
    return [...found.filter(isWhole), ...found.filter((contact) => !isWhole(contact))];
  };
  return {
    situations: pack.situations.filter((situation) => fits(say(situation.title), say(situation.keywords), ...situation.firstSteps.map(say))),
    contacts: wholeWordsFirst(pack.contacts.filter((contact) => fits(...contactTexts(contact)))),
    points: pack.points.filter((point) => fits(say(point.text), say(point.detail))),
  };
}
