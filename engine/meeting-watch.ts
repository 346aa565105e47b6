/** Watches the meeting of one frame: phases over time, one reminder per meeting before the join, and what goes on inside. */
import { answerMeeting, emptyMeetingMemory, isReminding, type MeetingMemory, meetingKey, noticeMeeting, settledPhase, withRecords } from '../core/meeting';
import { watchAudioOutput } from '../page/audio-output';
import { createSchedule } from '../page/schedule';
import { watchScreenShare } from '../page/screen-share';
import type { Frame } from './frame';
import { createNudging } from './nudging';

export interface MeetingWatch {
  refresh(): void;
  moveTo(root: HTMLElement): void;
  stop(): void;
}

const calm = 150;
const longest = 500;
/** Nothing on the page changes when a reminder on a launch page has stood long enough. */
const reviewEvery = 60_000;

export function watchMeeting(firstRoot: HTMLElement, frame: Frame): MeetingWatch {
  const reader = frame.site.surfaces.meeting;
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, frame.signal]);
  let root = firstRoot;
  let memory: MeetingMemory | null = null;
  let salt = '';

  const keep = (next: MeetingMemory): void => {
    if (memory && next.records !== memory.records) frame.ports.keepMeetings(next.records);
    memory = next;
  };

  const review = (): void => {
    if (!memory) return;
    const observation = frame.contained('read', () => reader?.read(root, null) ?? null, null);
    if (!observation) {
      // The person went elsewhere in the same document; should the meeting come back, the memory goes on.
      nudging.clear();
      return;
    }
    const { now } = frame.ports.situation().context;
    const seen = { key: meetingKey(frame.site.id, observation.code, salt), nameless: observation.code === null, phase: observation.phase };
    const before = isReminding(memory);
    keep(noticeMeeting(memory, seen, now));
    const phase = settledPhase(memory);
    const reminding = isReminding(memory);
    // Another approach, an hour later: what was dismissed then is a new reason now.
    if (reminding && !before) dismissed.clear();
    if (before && !reminding) nudging.end(phase === 'in-meeting' ? 'joined' : 'closed');
    if (!reminding && phase !== 'in-meeting') {
      nudging.clear();
      return;
    }
    const hearing = output.current();
    if (phase !== 'in-meeting') output.told();
    nudging.show(
      { ...observation, phase, hearing, share: share.current(now) },
      () => reader?.layout(root) ?? { anchor: root, keepClear: [] },
      () => undefined,
    );
  };

  const schedule = createSchedule(() => frame.contained('read', review, undefined), calm, longest, signal);
  const refresh = (): void => frame.contained('read', schedule.request, undefined);
  const dismissed = new Set<string>();
  const nudging = createNudging(
    life,
    { ...frame, dismissed },
    () => {
      if (memory) keep(answerMeeting(memory));
    },
    refresh,
  );
  const output = watchAudioOutput(frame.page, refresh, signal);
  const share = watchScreenShare(frame.page, refresh, signal);
  const timer = setInterval(refresh, reviewEvery);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  void frame.ports.meetings().then(
    (kept) => {
      salt = kept.salt;
      memory = withRecords(emptyMeetingMemory, kept.records);
      refresh();
    },
    () => frame.failed('settings'),
  );

  return {
    refresh,
    moveTo(next) {
      root = next;
    },
    stop() {
      nudging.clear();
      life.abort();
    },
  };
}
