/** Ctrl or Cmd with P, pressed by a person. In a file of its own, because the sentinel carries it too. */
export const isPrintKey = (event: KeyboardEvent): boolean =>
  event.isTrusted && (event.ctrlKey || event.metaKey) && !event.altKey && !event.repeat && event.key.toLowerCase() === 'p';
