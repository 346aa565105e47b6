/** Runs `unexpected-sender` over the messages of `reading.ts`. Used by its test and by `npm run accuracy -- reading`. */
import rule from '../../rules/unexpected-sender';
import { contextOf, message } from '../support/observations';
import { readingSituations } from './reading';
import { organisation, sender } from './situation';

export interface ReadingScore {
  /** Situations in which it must speak. */
  readonly due: number;
  readonly hits: number;
  readonly harmless: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
  /** It spoke, and named other signs than it should. */
  readonly otherSigns: readonly string[];
}

export function readingScore(): ReadingScore {
  const context = contextOf({ ...organisation, known: ['known@oldfriend.example', 'oldfriend.example'] });
  const results = readingSituations.map(([what, signs, given]) => {
    const finding = rule.check(message({ account: sender, ...given }), context);
    const named = (finding?.facts ?? []).map(({ name }) => name).filter((name) => name !== 'advice');
    return { what, signs: signs.split(' ').filter(Boolean), named };
  });
  const due = results.filter(({ signs }) => signs.length > 0);
  const heard = due.filter(({ named }) => named.length > 0);
  const harmless = results.filter(({ signs }) => signs.length === 0);
  return {
    due: due.length,
    hits: heard.length,
    harmless: harmless.length,
    misses: due.filter(({ named }) => named.length === 0).map(({ what }) => what),
    falseAlarms: harmless.filter(({ named }) => named.length > 0).map(({ what, named }) => `${what}: ${named.join(' ')}`),
    otherSigns: heard
      .filter(({ signs, named }) => signs.join() !== named.join())
      .map(({ what, signs, named }) => `${what}: ${named.join(' ')} instead of ${signs.join(' ')}`),
  };
}
