declare module 'virtual:site-index' {
  /** Every site file, in the order of their ids: where it is, and what of it must be known before it is read. */
  const sites: readonly {
    readonly id: string;
    readonly matches: readonly string[];
    /** It recognises itself at other addresses. */
    readonly elsewhere: boolean;
    readonly prints?: import('./core/site').Prints;
  }[];
  export default sites;
}
