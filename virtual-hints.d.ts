declare module 'virtual:hints' {
  /** One selector list made from every site's hints. */
  const hints: string;
  export default hints;
}
