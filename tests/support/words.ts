/** What a person reads, in English, without the marks that isolate directions. */
import english from '../../assets/language/en.json';
import { type CatalogEntry, type Message, messageText } from '../../core/message';
import type { Finding } from '../../core/rule';

export const words = (message: Message): string => messageText({ language: 'en', entries: english }, message).replace(/[\u2068\u2069]/g, '');

/** Every message of a finding. */
export const messagesOf = ({ titles, line, facts, details }: Finding): Message[] => [...titles, line, ...[...facts, ...details].map(({ message }) => message)];

/** Keys of a rule's own words in the language file. */
export const keysOf = (rule: string): string[] => Object.keys(english).filter((key) => key.startsWith(`${rule}.`));

/** Messages whose key or value is missing: what a person would see as a hole. */
export const holesIn = (finding: Finding): string[] =>
  messagesOf(finding).flatMap(({ key, values }) => {
    const entry = (english as Record<string, CatalogEntry>)[key];
    if (entry === undefined) return [`${key}: no text`];
    const texts = typeof entry === 'string' ? [entry] : Object.values(entry);
    return texts.flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (values?.[name] === undefined || values[name] === '' ? [`${key}: {${name}} is empty`] : [])),
    );
  });
