import { expect, it, test } from 'vitest';
import english from '../../assets/language/en.json';
import { type MeetingObservation, type MeetingPhase, type ScreenShare, unknownHearing } from '../../core/observation';
import { emptyMemory, pace, workingDayMs } from '../../core/pacing';
import screenShare, { longShareMs } from '../../rules/screen-share';
import { contextOf } from '../support/observations';

const now = Date.UTC(2026, 10, 21, 9);
const check = (share: ScreenShare, phase: MeetingPhase = 'in-meeting') => {
  const observation: MeetingObservation = { surface: 'meeting', phase, code: 'abc', camera: 'on', microphone: 'on', hearing: unknownHearing, share };
  return screenShare.check(observation, contextOf({ now }));
};
const aboutTo: ScreenShare = { state: 'about-to', what: 'unknown', since: null };
const on = (what: ScreenShare['what'], ago: number): ScreenShare => ({ state: 'on', what, since: now - ago });

it('speaks up at the share button', () => {
  const finding = check(aboutTo);
  expect(finding?.quiet).toBeUndefined();
  expect(finding?.facts.map((fact) => fact.name)).toEqual(['share-window', 'close-mail']);
});

test.each<[string, ScreenShare, string[] | null]>([
  ['a window, just now', on('window', 0), null],
  ['a tab for ten minutes', on('tab', 10 * 60_000), null],
  ['something for ten minutes', on('unknown', 10 * 60_000), null],
  ['the whole screen, just now', on('screen', 0), ['whole-screen']],
  ['a window for twenty minutes', on('window', longShareMs), ['running']],
  ['the whole screen for an hour', on('screen', 60 * 60_000), ['whole-screen', 'running']],
  ['nothing', { state: 'off', what: 'unknown', since: null }, null],
  ['nobody knows', { state: 'unknown', what: 'unknown', since: null }, null],
])('%s: %s', (_, share, expected) => {
  const finding = check(share);
  expect(finding?.facts.map((fact) => fact.name) ?? null).toEqual(expected);
  if (expected) expect(finding?.quiet).toBe(true);
});

test.each<MeetingPhase>(['launcher', 'pre-join', 'waiting', 'ended'])('says nothing in phase %s', (phase) => expect(check(aboutTo, phase)).toBe(null));

it('counts the minutes, and is a new reason for each share and when it has run long', () => {
  expect(check(on('window', 25 * 60_000))?.facts[0]).toMatchObject({ name: 'running', count: 25 });
  const subjects = [check(on('screen', 0)), check(on('screen', 60_000)), check(on('screen', 60 * 60_000)), check(aboutTo)].map((finding) => finding?.subject);
  expect(new Set(subjects).size).toBe(4);
});

it('comes as a card once a working day, whichever call it is', () => {
  const finding = check(aboutTo) ?? expect.fail();
  const form = (ago: number) =>
    pace([{ ...finding, rule: screenShare }], {}, { ...emptyMemory, dealtWith: { 'screen-share': now - ago } }, new Set(), now)?.form;
  expect([form(60_000), form(workingDayMs)]).toEqual(['chip', 'card']);
});

it('has words for everything', () => {
  for (const share of [aboutTo, on('screen', 0), on('screen', 60 * 60_000)]) {
    const finding = check(share);
    if (!finding) throw new Error('no finding');
    for (const message of [finding.line, ...finding.titles, ...[...finding.facts, ...finding.details].map((part) => part.message)])
      expect(english).toHaveProperty([message.key]);
  }
});
