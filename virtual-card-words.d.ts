declare module 'virtual:card-words' {
  type Words = Readonly<Record<string, import('./core/message').CatalogEntry>>;
  /** Texts of reminders by language, complete in each: what is not translated is there in English. */
  const words: Readonly<Record<'en', () => Promise<Words>> & Record<string, () => Promise<Words>>>;
  export default words;
}
