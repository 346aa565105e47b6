declare module 'punycode/punycode.es6.js' {
  /** Converts a domain name to its ASCII form; throws RangeError on input that is no Unicode. */
  export function toASCII(domain: string): string;
  /** Converts a domain name to its readable form; throws RangeError on labels that are no punycode. */
  export function toUnicode(domain: string): string;
}
