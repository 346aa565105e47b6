declare module 'punycode/punycode.es6.js' {
  /** Converts a domain name to its ASCII form; throws RangeError on input that is no Unicode. */
  export function toASCII(domain: string): string;
}
