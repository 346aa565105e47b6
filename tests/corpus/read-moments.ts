/** Runs the rules over the moments of `moments.ts`, with the state that the engine would have. Used by its test and by `npm run accuracy -- moments`. */
import { audioOutputOf } from '../../core/audio-output';
import { evaluate } from '../../core/evaluate';
import { type IdleMemory, type IdleSign, noticeIdle, owedNow, somebodyThere } from '../../core/left-unlocked';
import { type Hearing, type Observation, type Printed, type Printing, type ScreenShare, unknownHearing, unknownShare } from '../../core/observation';
import { isPrintOver, noticePrint, type PrintSign } from '../../core/printing';
import type { AnyRule, Finding } from '../../core/rule';
import { pageTextOf } from '../../core/text';
import loudspeakers from '../../rules/loudspeakers';
import preJoin from '../../rules/pre-join';
import print from '../../rules/print';
import screenShare from '../../rules/screen-share';
import sharingWhileWriting from '../../rules/sharing-while-writing';
import unlockedScreen from '../../rules/unlocked-screen';
import { compose, contextOf } from '../support/observations';
import { type Given, type Moment, moments, type Sound } from './moments';
import { organisation, sender } from './situation';

export const momentRules: readonly AnyRule[] = [print, unlockedScreen, preJoin, loudspeakers, screenShare, sharingWhileWriting];

const start = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
const words = (text: string): readonly string[][] => text.split(/,\s*/).flatMap((sign) => (sign === '' ? [] : [sign.split(' ')]));

function printingAt(signs: string, look: number): Printing | null {
  let printing: Printing | null = null;
  for (const [sign, second, what = 'unknown'] of words(signs))
    printing = noticePrint(printing, sign as PrintSign, what as Printed, start + Number(second) * 1000);
  return printing && !isPrintOver(printing, start + look * 1000) ? printing : null;
}

/** After how many minutes the browser calls the computer idle. */
const threshold = 10 * minute;
function awayBy(signs: string, look: number | undefined) {
  let memory: IdleMemory = somebodyThere;
  let now = start;
  for (const [sign = '', time = ''] of words(signs)) {
    const watching = time.endsWith('!');
    const [from = 0, to = from] = time.replace('!', '').split('-').map(Number);
    const kind = (sign === 'ticks' ? 'tick' : sign) as IdleSign;
    for (let at = from; at <= to; at++) {
      now = start + at * minute;
      memory = noticeIdle(memory, kind, watching, threshold, now);
    }
  }
  return owedNow(memory, look === undefined ? now : start + look * minute);
}

const heard = ([before, now]: Sound): Hearing => ({
  output: audioOutputOf(now),
  outputLabel: pageTextOf(now),
  outputBefore: before === null ? 'unknown' : audioOutputOf(before),
});
function shared(text: string): ScreenShare {
  const [what = '', minutes] = text.split(' ');
  if (minutes !== undefined) return { state: 'on', what: what as ScreenShare['what'], since: start - Number(minutes) * minute };
  return what === 'about-to' || what === 'off' ? { state: what, what: 'unknown', since: null } : unknownShare;
}

/** What the rules get to see of a moment. */
function observationOf(given: Given): Observation {
  if ('print' in given) return { surface: 'page', printing: printingAt(given.print, given.look), leftUnlocked: null };
  if ('away' in given) return { surface: 'page', printing: null, leftUnlocked: awayBy(given.away, given.look) };
  if ('writing' in given) return compose({ account: sender, to: ['ann.lee@justice.gov.uk'], authored: 'See you at ten.' });
  const { call, sound, share } = given;
  return {
    surface: 'meeting',
    phase: 'in-meeting',
    code: 'abc-defg-hij',
    camera: 'unknown',
    microphone: 'unknown',
    ...call,
    hearing: sound ? heard(sound) : unknownHearing,
    share: share === undefined ? { ...unknownShare, state: 'off' } : shared(share),
  };
}

export function findingsOf([, , given]: Moment): readonly (Finding & { readonly rule: AnyRule })[] {
  const sharingScreen = 'writing' in given && given.writing === 'while the whole screen is shared';
  const failed: string[] = [];
  const found = evaluate(momentRules, observationOf(given), contextOf({ ...organisation, now: start, sharingScreen }), (id) => failed.push(id));
  if (failed.length > 0) throw new Error(`${failed.join()} failed`);
  return found;
}

export interface MomentScore {
  readonly rule: string;
  readonly due: number;
  readonly hits: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
  /** It spoke in words for another moment. */
  readonly otherWords: readonly string[];
}

export function momentScores(): readonly MomentScore[] {
  const results = moments.map((moment) => {
    const [rule = '', word = ''] = moment[1].split('/');
    return { what: moment[0], rule, word, found: findingsOf(moment) };
  });
  return momentRules.map(({ id }) => {
    const spoke = (found: readonly { readonly rule: AnyRule }[]): boolean => found.some((one) => one.rule.id === id);
    const due = results.filter(({ rule }) => rule === id);
    return {
      rule: id,
      due: due.length,
      hits: due.filter(({ found }) => spoke(found)).length,
      misses: due.filter(({ found }) => !spoke(found)).map(({ what }) => what),
      falseAlarms: results.filter(({ rule, found }) => rule !== id && spoke(found)).map(({ what }) => what),
      otherWords: due
        .filter(({ word, found }) => spoke(found) && !found.some((one) => one.rule.id === id && one.titles[0].key.slice(id.length).includes(word)))
        .map(({ what }) => what),
    };
  });
}
