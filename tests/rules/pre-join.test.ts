import { describe, expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import { type AudioOutput, type DeviceState, type MeetingObservation, type MeetingPhase, unknownHearing, unknownShare } from '../../core/observation';
import preJoin from '../../rules/pre-join';
import { contextOf } from '../support/observations';

const context = contextOf({ own: [], now: 0 });
const observe = (changes: Partial<MeetingObservation> = {}): MeetingObservation => ({
  surface: 'meeting',
  phase: 'pre-join',
  code: 'abc-defg-hij',
  camera: 'unknown',
  microphone: 'unknown',
  hearing: unknownHearing,
  share: unknownShare,
  ...changes,
});
const facts = (camera: DeviceState, microphone: DeviceState) => preJoin.check(observe({ camera, microphone }), context)?.facts.map((fact) => fact.name);

test.each<[MeetingPhase, boolean]>([
  ['launcher', true],
  ['pre-join', true],
  ['waiting', true],
  ['in-meeting', false],
  ['ended', false],
  ['unknown', false],
])('in phase %s it speaks: %s', (phase, speaks) => expect(preJoin.check(observe({ phase }), context) !== null).toBe(speaks));

test.each<[DeviceState, DeviceState, string[]]>([
  ['on', 'on', ['camera', 'private-space', 'headphones']],
  ['on', 'off', ['camera', 'private-space', 'headphones']],
  ['on', 'unknown', ['camera', 'private-space', 'headphones']],
  ['off', 'on', ['microphone', 'headphones', 'private-space']],
  ['off', 'off', ['headphones', 'overheard', 'private-space']],
  ['off', 'unknown', ['headphones', 'overheard', 'private-space']],
  ['unknown', 'on', ['microphone', 'headphones', 'private-space']],
  ['unknown', 'off', ['private-space', 'headphones', 'smart-speakers']],
  ['unknown', 'unknown', ['private-space', 'headphones', 'smart-speakers']],
])('camera %s, microphone %s: %j', (camera, microphone, expected) => expect(facts(camera, microphone)).toEqual(expected));

describe('every state', () => {
  const states = (['on', 'off', 'unknown'] as const).flatMap((camera) => (['on', 'off', 'unknown'] as const).map((microphone) => ({ camera, microphone })));

  it.each(states)('says each advice once, all of it, and names only devices that are on: $camera, $microphone', (state) => {
    const finding = preJoin.check(observe(state), context);
    const said = [...(finding?.facts ?? []), ...(finding?.details ?? [])].map((part) => part.message.key);
    expect(finding?.facts).toHaveLength(3);
    expect(new Set(said).size).toBe(said.length);
    const advice = [
      'private-space',
      'headphones-ask',
      'overheard',
      'smart-speakers',
      'window',
      'badge',
      'privacy-screen',
      'surroundings',
      'overlooked',
      'advertise',
    ];
    expect(said).toEqual(expect.arrayContaining(advice.map((name) => `pre-join.${name}`)));
    if (state.camera !== 'on') expect(said).not.toContain('pre-join.camera');
    if (state.microphone !== 'on') expect(said).not.toContain('pre-join.microphone');
  });

  it('has words for everything it says, and none that it never says', () => {
    const used = new Set<string>();
    for (const state of [...states, { hearing: { ...unknownHearing, output: 'loudspeakers' as const } }]) {
      const finding = preJoin.check(observe(state), context);
      if (!finding) continue;
      for (const message of [finding.line, ...finding.titles, ...[...finding.facts, ...finding.details].map((part) => part.message)]) used.add(message.key);
    }
    expect([...used].sort()).toEqual(Object.keys(english).filter((key) => key.startsWith('pre-join.')));
  });
});

it('is about the meeting, so that a switched camera is no new reason', () => {
  expect(preJoin.check(observe({ camera: 'on' }), context)?.subject).toBe(preJoin.check(observe({ camera: 'off' }), context)?.subject);
  expect(preJoin.check(observe({ code: null }), context)?.subject).toBe('');
});

describe('headphones', () => {
  const heard = (output: AudioOutput) => {
    const finding = preJoin.check(observe({ camera: 'off', hearing: { ...unknownHearing, output } }), context);
    return { facts: finding?.facts.map((fact) => fact.name), keys: [...(finding?.facts ?? []), ...(finding?.details ?? [])].map((part) => part.message.key) };
  };

  it('are not brought up where a headset is in use', () => {
    expect(heard('headset').facts).toEqual(['overheard', 'private-space', 'smart-speakers']);
    expect(heard('headset').keys.filter((key) => key.includes('headphones'))).toEqual([]);
  });

  it('are advised where the sound looks set to loudspeakers, and asked about otherwise', () => {
    expect(heard('loudspeakers').keys).toContain('pre-join.headphones-loudspeakers');
    expect(heard('unknown').keys).toContain('pre-join.headphones-ask');
    expect(heard('loudspeakers').facts?.[0]).toBe('headphones');
  });
});
