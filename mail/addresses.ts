/** Mail addresses as people and pages write them. Pure. */
import { toASCII } from 'punycode/punycode.es6.js';

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Removes characters that a reader cannot see (zero-width, direction marks and overrides, soft hyphen) and makes every white space one space.
 * Gmail and Outlook put some of them into labels and recipient fields.
 */
export const visibleText = (text: string): string => text.replace(invisible, '').replace(/\s+/g, ' ').trim();

/**
 * An address in the form that everything here compares: lower case, domain in ASCII (`xn--`).
 * `null` where the text is not one plausible address. Linear in the length of the text.
 */
export function normaliseAddress(text: string): string | null {
  const address = visibleText(text)
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 320) return null;
  const local = address.slice(0, at);
  const domain = asciiDomain(address.slice(at + 1));
  return domain && /^[^\s@<>()[\]\\,;:"]+$/.test(local) ? `${local}@${domain}` : null;
}

/** A domain in lower-case ASCII form, or `null` where it cannot be one (no dot, empty or overlong label, characters no host has). */
export function asciiDomain(text: string): string | null {
  let domain: string;
  try {
    domain = toASCII(text.normalize('NFKC').trim().toLowerCase().replace(/\.$/, ''));
  } catch {
    return null;
  }
  const labels = domain.split('.');
  const plausible = labels.length > 1 && domain.length <= 253 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  return plausible ? domain : null;
}

/** The domain of a normalised address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether a domain is, or is below, one of the listed ones. */
export const isWithin = (domain: string, listed: readonly string[]): boolean => listed.some((own) => domain === own || domain.endsWith(`.${own}`));
