declare module 'virtual:first-pictures' {
  /** The popup's first picture by language, with the guidance of a new installation. */
  const pictures: Readonly<Record<string, readonly import('./components/still').Still[]>>;
  export default pictures;
}
