declare module 'virtual:hints' {
  /** Of every site its match patterns (`*` for the generic ones) and its hints as one selector list. */
  const sites: readonly (readonly [matches: readonly string[], hints: string])[];
  export default sites;
  /** One regular expression made from every site's doors; empty when there are none. */
  export const doors: string;
}
