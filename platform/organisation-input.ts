/** Reading domains and servers as people type and paste them. For pages of the extension only: it carries the public suffix list. */
import { toUnicode } from 'punycode/punycode.es6.js';
import { parse } from 'tldts-icann';
import type { DomainReading, DomainRefusal, DomainRemark, ServerReading, TriedAddress } from '../core/domain-input';
import { hostFits } from '../core/match-pattern';
import type { RuleContext } from '../core/rule';
import { asciiDomain, domainOf, isWithin, normaliseAddress, visibleText } from '../mail/addresses';
import { closedSuffixes, isSharedByTenants, standingOfDomain, withoutSecureMail } from '../mail/domains';
import { isPersonalMail } from '../mail/personal-mail';
import { listedAddress, listedDomain, listLimit } from './setting-definitions';

/** Sets of partners that can be trusted with one press. */
export const trustedPresets: readonly { readonly id: 'government' | 'police' | 'health'; readonly domains: readonly string[] }[] = [
  { id: 'government', domains: ['gov.uk', 'gov.scot', 'gov.wales', 'llyw.cymru', 'parliament.uk', 'mod.uk'] },
  { id: 'police', domains: ['police.uk', 'cps.gov.uk', 'judiciary.uk'] },
  { id: 'health', domains: ['nhs.uk', 'nhs.net'] },
];

/** Pieces of a text that can be meant as domains. In a line with addresses or links, the words around them are names. */
function pieces(text: string): readonly Piece[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const words = wordsOf(line);
    const hasAddress = words.some(({ text: word }) => /.@|:\/\//.test(word));
    return hasAddress ? words.filter(({ text: word }) => /@|:\/\/|[^.]\.[^.]/.test(word)) : words;
  });
}

interface Piece {
  readonly text: string;
  /** It stands in a line that is read in another order than it is written. */
  readonly reordered: boolean;
}

/** Overrides (U+202D, U+202E) make "moc.elgoog" look like "google.com". Marks and isolates do not, and are pasted along from mail programs and from this page. */
const override = /[\u202d\u202e]/;

const wordsOf = (line: string): readonly Piece[] => {
  const reordered = override.test(line);
  return line
    .split(/[\s,;|<>"'()[\]]+/)
    .filter(Boolean)
    .map((text) => ({ text, reordered }));
};

/** What stays in the field: without what nobody can see, so that it reads as it is. */
const shownOf = ({ text, reordered }: Piece): string => (reordered ? visibleText(text) : text).slice(0, 300);

/** `https://mail.example.org/x`, `*.example.org`, `@example.org`, `ann@example.org`, `example.org:443` → the part that is a domain. */
function domainPart(piece: string): string {
  const host = visibleText(piece)
    .replace(/^mailto:/i, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/, '');
  return host
    .slice(host.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .replace(/^\*?\.+/, '')
    .replace(/\.+$/, '');
}

/**
 * The domain behind the name of a web server: `www.example.org` → `example.org`, because people paste links and nobody has a mailbox at `www`.
 * `www.gov.uk` stays as it is: what is left would be everyone's. So does what somebody wrote as an address.
 */
function withoutWebServer(domain: string, piece: string): string {
  const behind = domain.replace(/^www\d?\./, '');
  return /^[^/?#]*@/.test(piece.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')) || asciiDomain(behind) === null || isPublicSuffix(behind) ? domain : behind;
}

function refusalOf(domain: string | null, part: string, list: 'own' | 'trusted' | 'personal'): DomainRefusal | null {
  const parsed = parse(domain ?? part);
  if (parsed.isIp || /^[\d.]+$/.test(part) || part.startsWith('[')) return 'ip-address';
  if (domain === null) return asciiDomain(part) === null ? 'not-a-domain' : 'symbols';
  if (isPublicSuffix(domain)) return list === 'trusted' && closedSuffixes.includes(domain) ? null : 'public-suffix';
  if (list === 'personal') return null;
  if (isSharedByTenants(domain)) return 'shared';
  return isPersonalMail(domain, []) ? 'personal' : null;
}

const isPublicSuffix = (domain: string): boolean => parse(domain).publicSuffix === domain;

/**
 * Reads domains from anything a person may type or paste: one or many, in any separators, as addresses, links or wildcards.
 * Nothing is dropped silently: what is not accepted is refused with a reason or remarked on.
 */
export function readDomains(text: string, list: 'own' | 'trusted', listed: RuleContext['organisation']): DomainReading {
  const accepted: string[] = [];
  const refused: { text: string; reason: DomainRefusal }[] = [];
  const remarks: DomainRemark[] = [];
  const here = listed[list];
  const there = listed[list === 'own' ? 'trusted' : 'own'];
  const known = new Set(here);
  if (mailHeader.test(text)) return { accepted, refused: [{ text: text.trim().slice(0, 100), reason: 'mail-header' }], remarks };
  for (const piece of pieces(text)) {
    const part = domainPart(piece.text);
    const written = listedDomain(part);
    const domain = written === null ? null : withoutWebServer(written, piece.text);
    const reason = piece.reordered ? 'reordered' : refusalOf(domain, part, list);
    if (reason !== null || domain === null) {
      refused.push({ text: shownOf(piece).slice(0, 100), reason: reason ?? 'not-a-domain' });
      continue;
    }
    if (here.length + accepted.length >= listLimit) {
      refused.push({ text: shownOf(piece), reason: 'too-many' });
      continue;
    }
    if (known.has(domain)) {
      remarks.push({ kind: 'duplicate', domain });
      continue;
    }
    const by = widerThan(domain).find((wider) => known.has(wider));
    if (by !== undefined) {
      remarks.push({ kind: 'covered', domain, by });
      continue;
    }
    const under = `.${domain}`;
    for (const narrower of known) if (narrower.endsWith(under)) remarks.push({ kind: 'covers', domain: narrower, by: domain });
    if (there.includes(domain)) remarks.push({ kind: 'other-list', domain });
    if (written !== null && written !== domain) remarks.push({ kind: 'web-server', domain, by: written });
    accepted.push(domain);
    known.add(domain);
  }
  return { accepted, refused, remarks };
}

/** Fields that only the header of a message has (RFC 5322, section 3.6.7; RFC 6376), where the names of strangers' servers stand. */
const mailHeader = /^(?:Received|Return-Path|Message-ID|DKIM-Signature|Authentication-Results|Delivered-To|X-[\w-]+):/im;

/** `a.b.example.org` → `b.example.org`, `example.org`, `org`. */
const widerThan = (domain: string): readonly string[] => {
  const labels = domain.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
};

/** Reads further personal mail providers, in whatever form they are typed or pasted. */
export function readProviders(text: string, listed: readonly string[]): DomainReading {
  const accepted: string[] = [];
  const refused: { text: string; reason: DomainRefusal }[] = [];
  const remarks: DomainRemark[] = [];
  const known = new Set(listed);
  for (const piece of pieces(text)) {
    const part = domainPart(piece.text);
    const written = listedDomain(part);
    const domain = written === null ? null : withoutWebServer(written, piece.text);
    const reason = piece.reordered ? 'reordered' : refusalOf(domain, part, 'personal');
    if (reason !== null || domain === null) refused.push({ text: shownOf(piece).slice(0, 100), reason: reason ?? 'not-a-domain' });
    else if (known.has(domain)) remarks.push({ kind: 'duplicate', domain });
    else if (isPersonalMail(domain, [])) remarks.push({ kind: 'known', domain });
    else if (listed.length + accepted.length >= listLimit) refused.push({ text: shownOf(piece), reason: 'too-many' });
    else {
      accepted.push(domain);
      known.add(domain);
    }
  }
  return { accepted, refused, remarks };
}

/** Reads addresses in whatever form they are typed or pasted: one or many, with names or without. */
export function readAddresses(text: string, listed: readonly string[]): DomainReading {
  const accepted: string[] = [];
  const refused: { text: string; reason: DomainRefusal }[] = [];
  const remarks: DomainRemark[] = [];
  const known = new Set(listed);
  for (const line of text.split(/\r?\n/)) {
    const words = wordsOf(line);
    const hasAddress = words.some(({ text: word }) => /.@/.test(word));
    for (const word of hasAddress ? words.filter((candidate) => candidate.text.includes('@')) : words) {
      const address = listedAddress(visibleText(word.text).replace(/^mailto:/i, ''));
      if (word.reordered) refused.push({ text: shownOf(word).slice(0, 100), reason: 'reordered' });
      else if (address === null) refused.push({ text: word.text.slice(0, 100), reason: 'no-address' });
      else if (known.has(address)) remarks.push({ kind: 'duplicate', domain: address });
      else if (listed.length + accepted.length >= listLimit) refused.push({ text: shownOf(word), reason: 'too-many' });
      else {
        accepted.push(address);
        known.add(address);
      }
    }
  }
  return { accepted, refused, remarks };
}

/** Says what Second Glance makes of an address, and which listed domain decided. */
export function tryAddress(text: string, organisation: RuleContext['organisation'], personalDomains: readonly string[]): TriedAddress {
  const inAngles = /<([^<>]*)>\s*$/.exec(text)?.[1];
  const address = normaliseAddress(inAngles ?? text);
  if (address === null) return { kind: 'no-address' };
  const domain = domainOf(address);
  const standing = standingOfDomain(domain, organisation);
  const real = withoutSecureMail(domain);
  const by = standing === 'outside' ? null : (organisation[standing].find((listed) => isWithin(real, [listed]) || isWithin(domain, [listed])) ?? null);
  return {
    kind: 'address',
    domain,
    standing,
    by,
    personal: standing === 'outside' && isPersonalMail(domain, personalDomains),
    inside: real === domain ? null : real,
  };
}

/** A domain as people read it; an international one with its technical form, because look-alike letters hide there. */
export function readableDomain(domain: string): string {
  if (!domain.includes('xn--')) return domain;
  try {
    const readable = toUnicode(domain);
    return readable === domain || /[^\p{L}\p{N}.-]/u.test(readable) ? domain : `${readable} (${domain})`;
  } catch {
    return domain;
  }
}

/**
 * Reads the address of a mail or meeting server.
 * @param builtIn match patterns of sites that are watched anyway
 * @param added match patterns that were added before
 */
export function readServer(text: string, builtIn: readonly string[], added: readonly string[]): ServerReading {
  const written = visibleText(text);
  if (override.test(text)) return { kind: 'refused', reason: 'not-a-server' };
  if (written === '') return { kind: 'refused', reason: 'empty' };
  if (/^http:\/\//i.test(written)) return { kind: 'refused', reason: 'not-encrypted' };
  if (written.includes('*')) return { kind: 'refused', reason: 'too-wide' };
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written) && !/^https:\/\//i.test(written)) return { kind: 'refused', reason: 'not-a-server' };
  const full = /^https:\/\//i.test(written);
  let host: string;
  try {
    host = new URL(full ? written : `https://${written}`).hostname.replace(/\.$/, '');
  } catch {
    return { kind: 'refused', reason: 'not-a-server' };
  }
  // A name without a dot is a server of the house when it was pasted as an address, and a word when it was typed.
  const single = /^[a-z0-9-]+$/.test(host) && (full || host === 'localhost');
  if (!/^[a-z0-9.-]+$/.test(host) || (listedDomain(host) === null && !single)) return { kind: 'refused', reason: 'not-a-server' };
  if (!single && isPublicSuffix(host)) return { kind: 'refused', reason: 'too-wide' };
  const pattern = `https://${host}/*`;
  if (builtIn.some((known) => fitsAll(known, host))) return { kind: 'refused', reason: 'built-in' };
  if (added.some((known) => fitsAll(known, host))) return { kind: 'refused', reason: 'added' };
  return { kind: 'server', pattern, host };
}

/** Whether a match pattern covers all of an https host, whatever the path. */
const fitsAll = (pattern: string, host: string): boolean => /^(?:\*|https):\/\/[^/]+\/\*$/.test(pattern) && hostFits(pattern, host);

/**
 * Reads the servers that a policy offers, as administrators write them.
 * @returns match patterns, without those that Second Glance works on anyway; what is no server is left out
 */
export function readOfferedServers(offered: readonly string[], builtIn: readonly string[]): readonly string[] {
  const readings = offered.map((text) => readServer(text.replace(/\/\*$/, '/'), builtIn, []));
  return [...new Set(readings.flatMap((reading) => (reading.kind === 'server' ? [reading.pattern] : [])))];
}
