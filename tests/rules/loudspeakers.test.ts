import { expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import { type AudioOutput, type MeetingObservation, type MeetingPhase, unknownShare } from '../../core/observation';
import { pageTextOf } from '../../core/text';
import loudspeakers from '../../rules/loudspeakers';
import { contextOf } from '../support/observations';

const check = (output: AudioOutput, outputBefore: AudioOutput, phase: MeetingPhase = 'in-meeting', label: string | null = 'MacBook Pro Speakers') => {
  const observation: MeetingObservation = {
    surface: 'meeting',
    phase,
    code: 'abc',
    camera: 'on',
    microphone: 'on',
    hearing: { output, outputLabel: label === null ? null : pageTextOf(label), outputBefore },
    share: unknownShare,
  };
  return loudspeakers.check(observation, contextOf({}));
};

test.each<[AudioOutput, AudioOutput, boolean]>([
  ['loudspeakers', 'unknown', true],
  ['loudspeakers', 'headset', true],
  ['loudspeakers', 'loudspeakers', false],
  ['headset', 'unknown', false],
  ['headset', 'loudspeakers', false],
  ['unknown', 'headset', false],
  ['unknown', 'unknown', false],
])('sound from %s, before that %s: speaks %s', (output, before, speaks) => expect(check(output, before) !== null).toBe(speaks));

test.each<MeetingPhase>(['launcher', 'pre-join', 'waiting', 'ended', 'unknown'])('says nothing in phase %s', (phase) => {
  expect(check('loudspeakers', 'unknown', phase)).toBe(null);
});

it('says that the headset looks disconnected only where there was one', () => {
  expect(check('loudspeakers', 'headset')?.titles[0].key).toBe('loudspeakers.title-unplugged');
  expect(check('loudspeakers', 'unknown')?.titles[0].key).toBe('loudspeakers.title');
});

it('is a new reason when the headset is unplugged after the first time', () => {
  expect(check('loudspeakers', 'headset')?.subject).not.toBe(check('loudspeakers', 'unknown')?.subject);
});

it('has words for everything, with and without a label', () => {
  for (const before of ['headset', 'unknown'] as const)
    for (const label of ['MacBook Pro Speakers', null]) {
      const finding = check('loudspeakers', before, 'in-meeting', label);
      if (!finding) throw new Error('no finding');
      for (const message of [finding.line, ...finding.titles, ...[...finding.facts, ...finding.details].map((part) => part.message)])
        expect(english).toHaveProperty([message.key]);
    }
});
