/**
 * Fuzzing: short in `npm test`, long with `npm run fuzz`, which prints a seed that plays the same cases again.
 * What it finds becomes a case in the tables of the module, in its own test file.
 */
import fc from 'fast-check';
import { inject, it } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Seconds for each property, and the seed; 0 seconds for a short run with a fixed number of cases. */
    fuzz: { readonly seconds: number; readonly seed: number };
  }
}

/** How many cases a property gets in a short run. */
const shortRuns = 150;

/** Checks a property for many made-up cases. */
export function fuzz<T>(name: string, cases: fc.Arbitrary<T>, holds: (value: T) => void | Promise<void>, runs = shortRuns): void {
  const { seconds, seed } = inject('fuzz');
  it(`${name} (seed ${seed})`, { timeout: seconds * 1000 + 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(cases, async (value) => holds(value)),
      seconds > 0 ? { seed, numRuns: 100_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false } : { seed, numRuns: runs },
    ),
  );
}

/** Texts made of pieces that mean something to the reader under test, and of anything else. */
export const textOf = (pieces: readonly string[], maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }), {
      maxLength,
    })
    .map((parts) => parts.join(''));

/** Values of any shape, with names and words that the schemas know among them. */
export const anyValue = (words: readonly string[]): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(null, undefined, true, false, 0, -1, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '', ...words),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.integer(),
      fc.array(tie('value'), { maxLength: 6 }),
      fc.dictionary(fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', ...words), fc.string({ maxLength: 8 })), tie('value'), { maxKeys: 6 }),
    ),
  })).value;
