declare module 'virtual:card-packs' {
  type Languages = Readonly<Record<'en', () => Promise<import('./guidance/pack').Pack>> & Record<string, () => Promise<import('./guidance/pack').Pack>>>;
  /** The shipped packs as cards show them, by pack and language. */
  const packs: Readonly<Record<'general' | 'moj', Languages>>;
  export default packs;
}
