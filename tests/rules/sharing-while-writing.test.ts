import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate';
import { defaultPacing, emptyMemory, pace } from '../../core/pacing';
import type { AnyRule } from '../../core/rule';
import personalAddress from '../../rules/personal-address';
import sharingWhileWriting from '../../rules/sharing-while-writing';
import { compose, contextOf } from '../support/observations';
import { holesIn, keysOf, messagesOf } from '../support/words';

const now = Date.UTC(2026, 10, 21, 9);
const check = (at = now) => sharingWhileWriting.check(compose({}), contextOf({ sharingScreen: true, now: at }));
const nudge = (rules: readonly AnyRule[], to: string[]) =>
  pace(
    evaluate(rules, compose({ to }), contextOf({ sharingScreen: true, now }), (id) => expect.fail(id)),
    {},
    emptyMemory,
    new Set(),
    now,
    new Set(),
    defaultPacing,
  );

it('is silent while nothing is shared', () => {
  expect(sharingWhileWriting.check(compose({}), contextOf({}))).toBeNull();
});

describe('while the screen is shared', () => {
  it('is a chip by itself', () => {
    expect(nudge([sharingWhileWriting], [])).toMatchObject({
      form: 'chip',
      candidates: [{ titles: [{ key: 'sharing-while-writing.title' }, { key: 'sharing-while-writing.title-seen' }] }],
    });
  });

  it('is one line in a card that something else leads', () => {
    const shown = nudge([sharingWhileWriting, personalAddress], ['jane.smith84@gmail.com']);
    expect(shown?.form).toBe('card');
    expect(shown?.candidates.map(({ rule }) => rule.id)).toEqual(['personal-address', 'sharing-while-writing']);
  });

  it('is the same reason all day, and a new one the next day', () => {
    expect(check(now + 8 * 3_600_000)?.subject).toBe(check()?.subject);
    expect(check(now + 24 * 3_600_000)?.subject).not.toBe(check()?.subject);
  });
});

it('has words for all it says, and none that it never says', () => {
  const finding = check() ?? expect.fail();
  expect(holesIn(finding)).toEqual([]);
  expect([...new Set(messagesOf(finding).map(({ key }) => key))].sort()).toEqual(keysOf('sharing-while-writing'));
});
