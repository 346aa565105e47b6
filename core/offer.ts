/** What the popup may offer for the tab in front. */
import type { PageKind } from './site';

export type SiteOffer =
  | { readonly kind: 'none' }
  /** Second Glance may work on this server already. */
  | { readonly kind: 'allowed'; readonly host: string }
  | {
      readonly kind: 'looks-like';
      readonly looksLike: PageKind;
      readonly host: string;
      /** Match patterns to ask the browser for. */
      readonly patterns: readonly string[];
    }
  /** The organisation suggests this server. */
  | { readonly kind: 'suggested'; readonly host: string; readonly patterns: readonly string[] }
  /** It worked here, and the browser does not allow it any more. */
  | { readonly kind: 'withdrawn'; readonly host: string; readonly patterns: readonly string[] }
  /** The browser keeps Second Glance away from other sites. */
  | { readonly kind: 'elsewhere'; readonly count: number; readonly patterns: readonly string[] };
