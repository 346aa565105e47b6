declare module 'virtual:sites' {
  /** Every site file's id, product name and built-in match patterns, in the order of their ids. */
  const sites: readonly { readonly id: string; readonly name: string; readonly matches: readonly string[] }[];
  export default sites;
}
