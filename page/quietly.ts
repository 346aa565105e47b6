/** The outermost of all: nothing stands around it, so it does nothing else. */

/** What is thrown at the very start ends here: the page goes on as without us, and its console stays empty. */
export const quietly =
  (start: () => void): (() => void) =>
  () => {
    try {
      start();
    } catch {
      // Nothing of ours runs yet that could be told.
    }
  };
