declare module 'virtual:hints' {
  /** By host, or `*.` and a domain for that domain and all below it: the place in `known`. */
  export const hosts: Readonly<Record<string, number>>;
  /** Of every site with addresses of its own: its hints, and its doors as one regular expression. */
  export const known: readonly (readonly [hints: readonly string[], doors: string])[];
  /** The same of the generic sites, which may be anywhere. */
  export const anywhere: readonly [hints: readonly string[], doors: string];
  /** The same of products that stand at addresses of their owners. */
  export const elsewhere: readonly [hints: readonly string[], doors: string];
}
