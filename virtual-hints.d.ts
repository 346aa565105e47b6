declare module 'virtual:hints' {
  /** One selector list made from every site's hints. */
  const hints: string;
  export default hints;
  /** One regular expression made from every site's doors; empty when there are none. */
  export const doors: string;
}
