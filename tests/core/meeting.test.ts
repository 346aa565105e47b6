import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MeetingMemory } from '../../core/meeting';
import {
  answerMeeting,
  bounceMs,
  emptyMeetingMemory,
  flickerMs,
  isReminding,
  joinMs,
  launcherMs,
  meetingKey,
  noticeMeeting,
  quietAgainMs,
  recordsToKeep,
  settledPhase,
  withRecords,
} from '../../core/meeting';
import type { MeetingPhase } from '../../core/observation';

const start = 1_800_000_000_000;
const minute = 60_000;
type Step = MeetingPhase | 'answer' | 'reload' | `wait ${number}`;

/** Plays a story of one meeting, a second per step, and writes down after which steps the reminder was up. */
function play(steps: readonly Step[], { nameless = false } = {}): string {
  let now = start;
  let memory: MeetingMemory = emptyMeetingMemory;
  const seen: string[] = [];
  for (const step of steps) {
    now += 1000;
    if (step === 'answer') memory = answerMeeting(memory);
    else if (step === 'reload') memory = withRecords(emptyMeetingMemory, recordsToKeep(memory.records, now));
    else if (step.startsWith('wait')) now += Number(step.slice(5));
    else memory = noticeMeeting(memory, { key: 7, nameless, phase: step as MeetingPhase }, now);
    seen.push(isReminding(memory) ? 'R' : '-');
  }
  return seen.join('');
}

describe('one meeting, one reminder', () => {
  test.each<[string, Step[], string]>([
    ['from launcher to call', ['launcher', 'pre-join', 'waiting', 'in-meeting', 'ended'], 'RRR--'],
    ['unknown at first shows nothing', ['unknown', 'unknown', 'pre-join'], '--R'],
    ['unknown in between keeps what was there', ['pre-join', 'unknown', 'pre-join', 'unknown', 'in-meeting', 'unknown'], 'RRRR--'],
    ['straight into the call', ['in-meeting', 'unknown', 'in-meeting'], '---'],
    ['answered, and it stays away in this approach', ['pre-join', 'answer', 'pre-join', 'waiting', 'pre-join'], 'R----'],
    ['the redirects of a join carry it along', ['launcher', 'reload', 'unknown', 'pre-join', 'reload', 'pre-join', 'in-meeting'], 'R--R-R-'],
    ['a redirect after it was there for a while does not bring it up again', ['launcher', `wait ${joinMs}`, 'reload', 'pre-join'], 'RR--'],
    ['a reload after the answer', ['pre-join', 'answer', 'reload', 'pre-join'], 'R---'],
    ['a reload in the call', ['pre-join', 'in-meeting', 'reload', 'pre-join', 'in-meeting'], 'R----'],
    ['a reload in a long call, by way of the door', ['pre-join', 'in-meeting', `wait ${2 * quietAgainMs}`, 'in-meeting', 'reload', 'pre-join'], 'R-----'],
    ['a bounce in a long call', ['pre-join', 'in-meeting', `wait ${2 * quietAgainMs}`, 'pre-join', 'in-meeting'], 'R----'],
    ['back to the waiting room', ['pre-join', 'waiting', 'in-meeting', 'waiting', 'in-meeting'], 'RR---'],
    ['a kick and a rejoin', ['pre-join', 'in-meeting', 'ended', 'pre-join', 'in-meeting'], 'R----'],
    ['a rejoin ten minutes later', ['pre-join', 'in-meeting', 'ended', `wait ${10 * minute}`, 'pre-join'], 'R----'],
    ['again after an hour', ['pre-join', 'in-meeting', 'ended', `wait ${quietAgainMs}`, 'pre-join'], 'R---R'],
    ['again after an hour, in a new document', ['pre-join', 'answer', `wait ${quietAgainMs}`, 'reload', 'pre-join'], 'R---R'],
    ['sitting at the door for an hour is one approach', ['pre-join', 'answer', `wait ${quietAgainMs}`, 'pre-join'], 'R---'],
    ['installed in the middle of a call, then sent to the door', ['in-meeting', 'pre-join', `wait ${bounceMs}`, 'ended', 'pre-join'], '----R'],
    ['a launch page that was left behind', ['launcher', `wait ${launcherMs}`, 'launcher', 'launcher'], 'RR--'],
    ['a launch page that was left behind, seen only by a tick', ['launcher', `wait ${launcherMs}`, 'unknown', 'launcher'], 'RR--'],
  ])('%s', (_, steps, expected) => expect(play(steps)).toBe(expected));

  it('asks again sooner where the page does not tell which meeting it is', () => {
    const story: Step[] = ['pre-join', 'in-meeting', 'ended', `wait ${11 * minute}`, 'pre-join'];
    expect(play(story, { nameless: true })).toBe('R---R');
    expect(play(story)).toBe('R----');
  });
});

it('goes on when the page looked like a call for a moment while it was built', () => {
  const see = (memory: MeetingMemory, phase: MeetingPhase, at: number) => noticeMeeting(memory, { key: 1, nameless: false, phase }, start + at);
  const flickered = see(see(emptyMeetingMemory, 'launcher', 0), 'in-meeting', 100);
  expect(isReminding(flickered)).toBe(false);
  expect(isReminding(see(flickered, 'pre-join', 100 + flickerMs - 1))).toBe(true);
  expect(isReminding(see(flickered, 'pre-join', 100 + flickerMs))).toBe(false);
  const first = see(emptyMeetingMemory, 'in-meeting', 0);
  expect(isReminding(see(first, 'pre-join', flickerMs - 1))).toBe(true);
  expect(isReminding(see(first, 'pre-join', flickerMs))).toBe(false);
  const long = see(see(emptyMeetingMemory, 'pre-join', 0), 'in-meeting', 10 * minute);
  expect(isReminding(see(long, 'waiting', 10 * minute + 1))).toBe(true);
});

describe('several meetings', () => {
  const see = (memory: MeetingMemory, key: number, phase: MeetingPhase, now: number, nameless = false) => noticeMeeting(memory, { key, nameless, phase }, now);

  it('reminds of each in one document', () => {
    let memory = see(emptyMeetingMemory, 1, 'pre-join', start);
    memory = see(answerMeeting(memory), 2, 'pre-join', start + 1000);
    expect(isReminding(memory)).toBe(true);
    memory = see(memory, 1, 'pre-join', start + 2000);
    expect(isReminding(memory)).toBe(false);
  });

  it('stays at the meeting when the address stops telling it', () => {
    let memory = see(emptyMeetingMemory, 1, 'pre-join', start);
    memory = see(memory, 99, 'in-meeting', start + 1000, true);
    expect(memory.current?.key).toBe(1);
    memory = see(memory, 99, 'ended', start + 2000, true);
    memory = see(memory, 99, 'pre-join', start + 3000, true);
    expect(isReminding(memory)).toBe(false);
    memory = see(see(memory, 99, 'ended', start + 4000, true), 99, 'pre-join', start + 4000 + bounceMs, true);
    expect(memory.current?.key).toBe(99);
    expect(isReminding(memory)).toBe(true);
  });

  it('keeps one reminder when the address begins to tell the meeting', () => {
    let memory = answerMeeting(see(emptyMeetingMemory, 99, 'pre-join', start, true));
    memory = see(memory, 1, 'pre-join', start + 1000);
    expect(isReminding(memory)).toBe(false);
    expect(memory.records[1]).toMatchObject({ reminded: start, settled: true });
  });

  describe('a join that ends at an address without the meeting', () => {
    const named = { key: 1, siteKey: 99, nameless: false, phase: 'launcher' } as const;
    const nameless = { key: 99, siteKey: 99, nameless: true, phase: 'pre-join' } as const;
    const reloaded = (memory: MeetingMemory) => withRecords(emptyMeetingMemory, recordsToKeep(memory.records, start + 1000));

    it('goes on with its reminder', () => {
      const memory = noticeMeeting(reloaded(noticeMeeting(emptyMeetingMemory, named, start)), nameless, start + 2000);
      expect(isReminding(memory)).toBe(true);
      expect(memory.records[99]?.reminded).toBe(start);
    });
    it('keeps the answer', () => {
      const answered = answerMeeting(noticeMeeting(emptyMeetingMemory, named, start));
      expect(isReminding(noticeMeeting(reloaded(answered), nameless, start + 2000))).toBe(false);
    });
    it('is not taken for one of another site', () => {
      const answered = answerMeeting(noticeMeeting(emptyMeetingMemory, named, start));
      expect(isReminding(noticeMeeting(reloaded(answered), { ...nameless, key: 98, siteKey: 98 }, start + 2000))).toBe(true);
    });
  });

  it('knows a meeting that another tab reminded of', () => {
    const other = answerMeeting(see(emptyMeetingMemory, 1, 'pre-join', start));
    expect(isReminding(see(withRecords(emptyMeetingMemory, other.records), 1, 'pre-join', start + minute))).toBe(false);
  });
});

describe('memory', () => {
  it('gives the same object back when nothing changed', () => {
    for (const phase of ['launcher', 'pre-join', 'waiting', 'in-meeting', 'ended'] as const) {
      const memory = noticeMeeting(emptyMeetingMemory, { key: 1, nameless: false, phase }, start);
      expect(noticeMeeting(memory, { key: 1, nameless: false, phase }, start + 500)).toBe(memory);
      expect(noticeMeeting(memory, { key: 2, nameless: false, phase: 'unknown' }, start + 1000)).toBe(memory);
    }
  });

  it('says the last known phase', () => {
    const memory = noticeMeeting(emptyMeetingMemory, { key: 1, nameless: false, phase: 'waiting' }, start);
    expect(settledPhase(noticeMeeting(memory, { key: 1, nameless: false, phase: 'unknown' }, start))).toBe('waiting');
    expect(settledPhase(emptyMeetingMemory)).toBe('unknown');
  });

  it('keeps the newest records, and none that no longer matter', () => {
    const record = (reminded: number) => ({ reminded, settled: true, inside: 0 });
    const records = { 1: record(start - quietAgainMs), 2: record(start - minute), 3: record(start) };
    expect(Object.keys(recordsToKeep(records, start))).toEqual(['2', '3']);
    expect(Object.keys(recordsToKeep(records, start, 1))).toEqual(['3']);
  });

  it('never reminds inside a call, and never anew within an hour', () => {
    const phases = fc.constantFrom<MeetingPhase>('launcher', 'pre-join', 'waiting', 'in-meeting', 'ended', 'unknown');
    fc.assert(
      fc.property(fc.array(fc.record({ phase: phases, after: fc.integer({ min: flickerMs, max: 20 * minute }) }), { maxLength: 60 }), (steps) => {
        let now = start;
        let memory = emptyMeetingMemory;
        let last = 0;
        for (const { phase, after } of steps) {
          now += after;
          const before = isReminding(memory);
          memory = noticeMeeting(memory, { key: 1, nameless: false, phase }, now);
          if (isReminding(memory)) expect(['launcher', 'pre-join', 'waiting']).toContain(settledPhase(memory));
          if (!before && isReminding(memory)) {
            const goesOn = now - last < joinMs;
            expect(goesOn || now - last >= quietAgainMs).toBe(true);
            if (!goesOn) last = now;
          }
        }
      }),
    );
  });
});

describe('meetingKey', () => {
  it('is a safe whole number that depends on salt, site and code', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), fc.string(), (site, code, salt) => {
        const key = meetingKey(site, code, salt);
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
        expect(meetingKey(site, code, `${salt}x`)).not.toBe(key);
        expect(meetingKey(site, `${code ?? ''}x`, salt)).not.toBe(key);
        expect(meetingKey(`${site}x`, code, salt)).not.toBe(key);
      }),
    );
  });

  it('has no collisions among a hundred thousand codes', () => {
    const keys = new Set(Array.from({ length: 100_000 }, (_, at) => meetingKey('zoom', String(80_000_000_000 + at), 'salt')));
    expect(keys.size).toBe(100_000);
  });
});
