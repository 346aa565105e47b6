declare module 'virtual:rules/*' {
  /** The rules of one surface, in the order of their ids. */
  const rules: readonly import('./core/rule').AnyRule[];
  export default rules;
}
