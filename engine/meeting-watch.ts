/** Watches the meeting of one frame: phases over time, one reminder per meeting before the join, and what goes on inside. */
import { answerMeeting, emptyMeetingMemory, isReminding, type MeetingMemory, meetingKey, noticeMeeting, settledPhase, withRecords } from '../core/meeting';
import { type ScreenShare, unknownShare } from '../core/observation';
import { watchAudioOutput } from '../page/audio-output';
import { createSchedule } from '../page/schedule';
import { watchScreenShare } from '../page/screen-share';
import { viewOf } from '../page/tree';
import type { Frame, MeetingWatch } from './frame';
import { createNudging } from './nudging';

const calm = 150;
const longest = 500;
/** Nothing on the page changes when a reminder on a launch page has stood long enough. */
const reviewEvery = 60_000;
/** A call in a frame is left to the engine of that frame, which may take so long (ms) to say that it is there. */
const frameSpeaksWithin = 2_500;

export function watchMeeting(firstRoot: HTMLElement, frame: Frame): MeetingWatch {
  const reader = frame.site.surfaces.meeting;
  const life = new AbortController();
  const signal = AbortSignal.any([life.signal, frame.signal]);
  let root = firstRoot;
  let memory: MeetingMemory | null = null;
  let salt = '';
  let sharing = false;

  const keep = (next: MeetingMemory): void => {
    if (memory && next.records !== memory.records) frame.ports.keepMeetings(next.records);
    memory = next;
  };

  /** A window or a tab of its own leaves what is written elsewhere unseen: only the screen counts, and what the page does not tell. */
  const tellSharing = ({ state, what }: ScreenShare): void => {
    const on = state === 'on' && (what === 'screen' || what === 'unknown');
    if (on === sharing) return;
    sharing = on;
    frame.contained('settings', () => frame.ports.sharingScreen(on), undefined);
  };

  let frameSeen: number | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Two engines, one card: where the person looks at the door. */
  const isReadInFrame = (): boolean => {
    if (frame.ports.callInOtherFrame()) return true;
    frameSeen ??= performance.now();
    const rest = frameSeen + frameSpeaksWithin - performance.now();
    if (rest <= 0) return false;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, rest);
    return true;
  };

  const review = (): void => {
    if (!memory) return;
    const read = frame.contained('read', () => reader?.read(root, null) ?? null, null);
    const observation = read?.inFrame && isReadInFrame() ? null : read;
    if (!observation) {
      if (sharing) tellSharing(share.current(frame.ports.situation().context.now));
      // The person went elsewhere in the same document; should the meeting come back, the memory goes on.
      nudging.clear();
      return;
    }
    const { now } = frame.ports.situation().context;
    const seen = {
      key: meetingKey(frame.site.id, observation.code, salt),
      siteKey: meetingKey(frame.site.id, null, salt),
      nameless: observation.code === null,
      phase: observation.phase,
    };
    const before = isReminding(memory);
    keep(noticeMeeting(memory, seen, now));
    const phase = settledPhase(memory);
    const reminding = isReminding(memory);
    // Another approach, an hour later: what was dismissed then is a new reason now.
    if (reminding && !before) dismissed.clear();
    if (before && !reminding) nudging.end(phase === 'in-meeting' ? 'joined' : 'closed');
    const shared = phase === 'in-meeting' ? share.current(now) : { ...unknownShare, state: 'off' as const };
    tellSharing(shared);
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
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      clearTimeout(waiting);
    },
    { once: true },
  );
  viewOf(frame.page)?.addEventListener('pagehide', () => tellSharing(unknownShare), { signal });
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
    inCall: () => memory !== null && ['pre-join', 'waiting', 'in-meeting'].includes(settledPhase(memory)),
    sharing: () => sharing,
    stop() {
      tellSharing(unknownShare);
      nudging.clear();
      life.abort();
    },
  };
}
