declare module 'virtual:popup-words' {
  /** Texts of the popup by language. */
  const words: import('./platform/catalog').Texts;
  export default words;
}
