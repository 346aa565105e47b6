/** What came of domains that a person typed or pasted, as data for the screen. */
import type { Standing } from './rule';

/** Why something typed cannot stand in a list of domains. */
export type DomainRefusal =
  | 'not-a-domain'
  /** It holds pictures or signs that no name of an organisation has. */
  | 'symbols'
  /** It holds characters that turn the order of letters around, so that it is not what it looks like. */
  | 'reordered'
  | 'ip-address'
  /** Others register their own names under it: `co.uk`. */
  | 'public-suffix'
  /** Thousands of bodies share it: `onmicrosoft.com`. */
  | 'shared'
  /** Anyone can have a mailbox there: `gmail.com`. */
  | 'personal'
  /** Lines like `Received: from …`: the domains in them are other people's. */
  | 'mail-header'
  /** In a list of addresses. */
  | 'no-address'
  /** The list holds as many entries as it can. */
  | 'too-many';

/** What is worth knowing about a domain that was read. */
export type DomainRemark =
  | { readonly kind: 'duplicate'; readonly domain: string }
  /** A listed domain covers it already, as its subdomain. */
  | { readonly kind: 'covered'; readonly domain: string; readonly by: string }
  /** It covers one that was listed before. */
  | { readonly kind: 'covers'; readonly domain: string; readonly by: string }
  /** It was taken from the name of a web server (`www.example.org`), at which nobody has a mailbox. */
  | { readonly kind: 'web-server'; readonly domain: string; readonly by: string }
  /** It is known as a personal mail provider anyway. */
  | { readonly kind: 'known'; readonly domain: string }
  /** It is in the other list as well. */
  | { readonly kind: 'other-list'; readonly domain: string };

export interface DomainReading {
  /** Lower-case ASCII domains to add, in order. */
  readonly accepted: readonly string[];
  readonly refused: readonly { readonly text: string; readonly reason: DomainRefusal }[];
  readonly remarks: readonly DomainRemark[];
}

/** What Second Glance makes of one address. */
export type TriedAddress =
  | { readonly kind: 'no-address' }
  | {
      readonly kind: 'address';
      readonly domain: string;
      readonly standing: Standing;
      /** The listed domain that decided, or `null` when none did. */
      readonly by: string | null;
      /** The mailbox is at a personal mail provider. */
      readonly personal: boolean;
      /** The domain inside a secure-mail form, where it is one. */
      readonly inside: string | null;
    };

/** What came of a server that a person wants to add. */
export type ServerReading =
  | { readonly kind: 'server' /** Match pattern, `https://mail.example.org/*`. */; readonly pattern: string; readonly host: string }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'not-a-server' | 'not-encrypted' | 'built-in' | 'added' | 'too-wide' };
