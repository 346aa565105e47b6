/** People in a text that someone typed or a page keeps: `a@x.example, "Hughes, Tom" <t@x.example>; Priya`. */
import { normaliseAddress, parsePeople, visibleText } from '../mail/addresses';

export interface TypedPerson {
  readonly address: string | null;
  readonly name: string | null;
}

/** Every person of a list, in order; text that is no address is a person with only a name. */
export function typedPeople(text: string): TypedPerson[] {
  // Outlook's wells hold invisible marks between chips; a line end ends a person.
  return text.split('\n').flatMap((line) => (visibleText(line) ? parsePeople(line).map(({ address, name }) => ({ address, name })) : []));
}

/** One person as written: `Name <address>`, `address`, `address (Name)` or only words. `null` for nothing. */
export function personOf(text: string): TypedPerson | null {
  const plain = visibleText(text);
  if (!plain || /^[,;\s]*$/.test(plain)) return null;
  const open = plain.lastIndexOf('<');
  if (open >= 0) {
    const close = plain.indexOf('>', open);
    const address = normaliseAddress(plain.slice(open + 1, close < 0 ? undefined : close));
    if (address) return { address, name: nameFrom(plain.slice(0, open)) };
  }
  const address = normaliseAddress(plain);
  if (address) return { address, name: null };
  const comment = /^(\S+@\S+)\s*\(([^()]*)\)$/.exec(plain);
  if (comment?.[1]) {
    const before = normaliseAddress(comment[1]);
    if (before) return { address: before, name: nameFrom(comment[2] ?? '') };
  }
  return { address: null, name: nameFrom(plain) };
}

const nameFrom = (text: string): string | null =>
  text
    .replace(/^[\s"'“”]+|[\s"'“”,;:]+$/g, '')
    .replace(/\\"/g, '"')
    .trim() || null;

const wordWithAt = /[^\s<>"“”'()[\]{},;:|]+@[^\s<>"“”'()[\]{},;:|]+/g;

/** Every address that stands in a label or a text, in order, without repeats. */
export function addressesIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const found = new Set<string>();
  for (const [word] of text.slice(0, 20_000).matchAll(wordWithAt)) {
    const address = normaliseAddress(word.replace(/[.!?]+$/, ''));
    if (address) found.add(address);
  }
  return [...found];
}
