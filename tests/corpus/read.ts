/** Runs the rules over the situations. Used by the test of the corpus and by `npm run accuracy`. */
import { type Candidate, evaluate } from '../../core/evaluate';
import type { AnyRule } from '../../core/rule';
import groupAddress from '../../rules/group-address';
import lookalikeDomain from '../../rules/lookalike-domain';
import outsideRecipient from '../../rules/outside-recipient';
import passwordInMessage from '../../rules/password-in-message';
import personalAddress from '../../rules/personal-address';
import quotedThread from '../../rules/quoted-thread';
import replyAllAudience from '../../rules/reply-all-audience';
import visibleRecipients from '../../rules/visible-recipients';
import workInPersonalAccount from '../../rules/work-in-personal-account';
import { compose, contextOf, threadOf } from '../support/observations';
import { accounts } from './accounts';
import { chains } from './chains';
import { groups } from './groups';
import { lookalikes } from './lookalikes';
import { mailings } from './mailings';
import { outsiders } from './outsiders';
import { passwords } from './passwords';
import { personal } from './personal';
import { replies } from './replies';
import { secondLook } from './second-look';
import { expectedOf, type Given, organisation, type Situation, sender } from './situation';

export const composeRules: readonly AnyRule[] = [
  groupAddress,
  lookalikeDomain,
  outsideRecipient,
  passwordInMessage,
  personalAddress,
  quotedThread,
  replyAllAudience,
  visibleRecipients,
  workInPersonalAccount,
];

export const situations: readonly Situation[] = [
  ...chains,
  ...personal,
  ...groups,
  ...replies,
  ...mailings,
  ...outsiders,
  ...lookalikes,
  ...passwords,
  ...accounts,
  ...secondLook,
];

const listOf = (text = ''): string[] => text.split(/,\s*/).filter(Boolean);
/** "All, Sam <…>" is one person. */
const peopleOf = (text = ''): string[] => text.split(/,\s*(?!\p{Lu}[\p{L}]* <)/u).filter(Boolean);

/** What the rules get to see of a situation. */
export function observationOf(given: Given) {
  const { mode = 'new', from = sender, thread } = given;
  const to = peopleOf(given.to);
  const cc = peopleOf(given.cc);
  const everyone = [...to, ...cc, ...peopleOf(given.bcc)];
  const answers = mode !== 'new' && mode !== 'forward';
  const initial = given.began === 'unknown' ? null : given.began === undefined ? (answers ? everyone : []) : peopleOf(given.began);
  const messages = (thread ?? []).map((line) => {
    const [writer = '', readers = ''] = line.split(/ > /);
    return { from: writer, to: peopleOf(readers) };
  });
  return compose({
    replyMode: mode,
    account: from,
    to,
    cc,
    bcc: peopleOf(given.bcc),
    initial,
    subject: given.subject ?? '',
    authored: given.text ?? '',
    files: listOf(given.files),
    ...(messages.length > 0 ? { thread: threadOf(...messages) } : {}),
  });
}

export function findingsOf([, , given]: Situation): readonly Candidate[] {
  const context = contextOf({ ...organisation, known: listOf(given.known) });
  const failed: string[] = [];
  const found = evaluate(composeRules, observationOf(given), context, (id) => failed.push(id));
  if (failed.length > 0) throw new Error(`${failed.join()} failed`);
  return found;
}

/** Ids of the rules that speak. */
export const speakersOf = (situation: Situation): string[] => findingsOf(situation).map(({ rule }) => rule.id);

export interface Score {
  readonly rule: string;
  /** Situations in which the rule must speak. */
  readonly due: number;
  readonly hits: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** How each rule did: due and heard, missed, and spoke without being due (where it may speak, neither). */
export function scores(of: readonly Situation[] = situations): readonly Score[] {
  const results = of.map((situation) => ({ what: situation[0], expected: expectedOf(situation), spoke: speakersOf(situation) }));
  return composeRules.map(({ id }) => {
    const due = results.filter(({ expected }) => expected.speaks.includes(id));
    const hits = due.filter(({ spoke }) => spoke.includes(id));
    return {
      rule: id,
      due: due.length,
      hits: hits.length,
      misses: due.filter((one) => !hits.includes(one)).map(({ what }) => what),
      falseAlarms: results
        .filter(({ expected, spoke }) => spoke.includes(id) && !expected.speaks.includes(id) && !expected.may?.includes(id))
        .map(({ what }) => what),
    };
  });
}
