/** Only a person's own press counts: a page can dispatch events, but cannot make them trusted. */
export const trusted = (act: () => void) => (event: Event) => {
  if (!event.isTrusted) return;
  try {
    act();
  } catch {
    // A press that fails must not reach the page; what is shown stays, and the person can press again.
  }
};
