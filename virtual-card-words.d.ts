declare module 'virtual:card-words' {
  /** Texts of reminders by language. */
  const words: import('./platform/catalog').Texts;
  export default words;
}
