/**
 * The loop of one frame: find surfaces, read them, evaluate the rules, pace, present.
 * Nothing thrown in here reaches the page: each step is contained and reported by its part, and the page goes on as if we were not there.
 */
import type { ProblemPart } from '../core/ports';
import { lookForOpenRoots, openRoots } from '../page/open-roots';
import { isRelevant, mostRecords } from '../page/relevance';
import { createSchedule } from '../page/schedule';
import { type DomSite, defineSite, type MessageReader } from '../page/site';
import { pause } from '../page/slices';
import { activeOf, contains, first, isReachable, listen, viewOf } from '../page/tree';
import { type ComposeWatch, watchCompose } from './compose-watch';
import type { Frame, MeetingWatch, MessageWatch, SessionParts } from './frame';
import { watchPage } from './page-watch';

export interface Session {
  /** The site of this page, as far as it was recognised. */
  site(): DomSite | null;
  /** The sending account that the person's composes use, where one was read. */
  account(): string | null;
  /** Whether the person is in a meeting here, or at its door. */
  inCall(): boolean;
  /** Whether the meeting here shows the person's screen to others. */
  sharing(): boolean;
  /** Something went wrong outside the loop. */
  failed(part: ProblemPart): void;
}

/** What a page counts as while none of its surfaces tells its site. */
const elsewhere = defineSite({ id: 'any-webmail', name: '', matches: [], hints: [], surfaces: {} });

/** A page with more composes than this is no mailbox; the others stay unwatched, so that no page can make us slow. */
const mostComposes = 30;
const discoveryCalm = 250;
const discoveryLongest = 700;
const driftCalm = 2500;
const driftLongest = 8000;
const lateCalm = 1000;
const lateLongest = 2500;
/** After so many looks in vain only the focus is followed at once; changes are looked at when they have paused for longer. */
const patience = 6;
/** A page that was no mail and no call for so long (ms) is left to the sentinel. */
const restAfter = 120_000;
/** How often a page is looked at again because some of its elements have no program yet. */
const mostAwaited = 10;

export function startSession(parts: SessionParts): Session {
  const { page, ports, signal } = parts;
  const composes = new Map<HTMLElement, ComposeWatch>();
  let meeting: MeetingWatch | null = null;
  let messages: MessageWatch | null = null;
  let site: DomSite | null = null;
  const problems = new Set<ProblemPart>();
  const drifts = new Set<'compose' | 'message'>();
  let reported = '';
  const dismissed = new Set<string>();

  const failed = (part: ProblemPart): void => {
    problems.add(part);
    report();
  };
  const contained = <T>(part: ProblemPart, work: () => T, fallback: T): T => {
    try {
      return work();
    } catch {
      failed(part);
      return fallback;
    }
  };
  const report = (): void => {
    const status = { site: site?.id ?? null, composes: composes.size, meeting: meeting !== null, problems: [...problems] };
    const text = JSON.stringify(status);
    if (text === reported) return;
    reported = text;
    ports.report(status);
  };

  /** Ends an engine that found nothing for so long, in which the person went into no field. What happens to the page as a whole keeps it. */
  let rest: ReturnType<typeof setTimeout> | undefined;
  const waitForRest = (): void => {
    clearTimeout(rest);
    if (!site && parts.onFruitless && !signal.aborted) rest = setTimeout(() => (wholePage?.speaks() ? waitForRest() : parts.onFruitless?.()), restAfter);
  };
  signal.addEventListener('abort', () => clearTimeout(rest), { once: true });

  /** How often nothing was recognised here: what wakes us on added hosts is wide, and much of what stands there is no mail. */
  let fruitless = 0;

  /** One look at the page, each kind of surface in a task of its own: what is found is followed before the page can change again. */
  const discover = (): void => {
    if (!ports.alive()) {
      parts.onOrphaned();
      return;
    }
    site ??= contained('find', parts.siteOf, null);
    if (site) clearTimeout(rest);
    if (!site) {
      fruitless += 1;
      report();
      return;
    }
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    void lookFor(site)
      .catch(() => failed('find'))
      .finally(() => {
        looking = false;
        if (lookAgain && !signal.aborted) contained('find', discovery.request, undefined);
        lookAgain = false;
      });
  };
  let looking = false;
  let lookAgain = false;

  const lookFor = async (known: DomSite): Promise<void> => {
    const frame: Frame = { ...parts, site: known, composeEvents, dismissed, contained, failed, drifted: (surface) => drifts.has(surface) };
    const { compose, meeting: meetingReader, message } = known.surfaces;
    if (compose?.drift || message?.drift) driftCheck.request();
    const steps: readonly (() => void)[] = [
      ...(meetingReader ? [() => followMeeting(frame, meetingReader)] : []),
      ...(compose
        ? [
            () =>
              followComposes(
                frame,
                contained('find', () => (isReachable(page) ? compose.find(page) : []), []),
              ),
          ]
        : []),
      ...(message ? [() => followMessages(frame, message)] : []),
    ];
    for (const step of steps) {
      await pause();
      if (signal.aborted) return;
      contained('find', step, undefined);
    }
    followRoots(!compose && !message);
    report();
  };

  const followMessages = (frame: Frame, message: MessageReader): void => {
    const found = contained('find', () => (isReachable(page) ? message.find(page) : []), []).filter(
      (root) => ![...composes.keys()].some((written) => contains(written, root)),
    );
    if (found.length > 0) messages ??= parts.watches.message?.(frame, onChange) ?? null;
    messages?.follow(found);
  };

  const followMeeting = (frame: Frame, reader: NonNullable<DomSite['surfaces']['meeting']>): void => {
    const [root] = contained('find', () => reader.find(page), []);
    if (root && !meeting) meeting = parts.watches.meeting?.(root, frame) ?? null;
    else if (root) meeting?.moveTo(root);
    meeting?.refresh();
  };

  /** What happens inside open shadow roots is told to nobody outside of them. */
  const followRoots = (look: boolean): void => {
    // Finding composes and messages has looked for them already.
    if (look) lookForOpenRoots(page);
    for (const root of openRoots(page)) if (!followed.has(root)) observer.observe(followed.add(root) && root, observed);
    // An element that gets its program late gets its root without any change of the page.
    if (awaited > 0 && first(page, ':not(:defined)')) {
      awaited -= 1;
      late.request();
    }
  };
  const followed = new WeakSet<ShadowRoot>();
  let awaited = mostAwaited;

  // A page that is still being built looks unlike its site for a moment, so this waits longer than anything else.
  const driftCheck = createSchedule(
    () => {
      const before = [...drifts].join();
      for (const surface of ['compose', 'message'] as const) {
        const drift = contained('find', () => site?.surfaces[surface]?.drift?.(page) ?? 'none', 'none');
        if (drift === 'none') drifts.delete(surface);
        else drifts.add(surface);
      }
      if (drifts.size === 0) problems.delete('drift');
      else problems.add('drift');
      if ([...drifts].join() !== before) refreshAll();
      report();
    },
    driftCalm,
    driftLongest,
    signal,
  );
  const composeEvents = parts.events(() => refreshAll());

  /** The composes that are watched: the one with the focus, those known already, then the first ones. */
  const watchable = (found: readonly HTMLElement[]): readonly HTMLElement[] => {
    if (found.length <= mostComposes) return found;
    const active = activeOf(page);
    const rank = (root: HTMLElement): number => (active && contains(root, active) ? 0 : composes.has(root) ? 1 : 2);
    return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostComposes);
  };
  const followComposes = (frame: Frame, all: readonly HTMLElement[]): void => {
    const found = watchable(all);
    const gone = [...composes].filter(([root]) => !found.includes(root));
    const fresh = found.filter((root) => !composes.has(root));
    for (const [root, watch] of gone) {
      composes.delete(root);
      // A page that rebuilds its tree gives the same compose a new root; what was learnt about it goes along.
      const heir = fresh.findIndex((candidate) => watch.looksLike(candidate));
      const [next] = heir < 0 ? [] : fresh.splice(heir, 1);
      if (next) {
        watch.moveTo(next);
        composes.set(next, watch);
      } else {
        watch.stop();
      }
    }
    for (const root of fresh) composes.set(root, watchCompose(root, frame));
  };

  const wholePage = contained(
    'find',
    () => {
      const frame: Omit<Frame, 'site'> = { ...parts, composeEvents, dismissed, contained, failed, drifted: (surface) => drifts.has(surface) };
      return watchPage(Object.defineProperty(frame as Frame, 'site', { get: () => site ?? elsewhere }));
    },
    null,
  );

  const discovery = createSchedule(() => contained('find', discover, undefined), discoveryCalm, discoveryLongest, signal);
  const onChange = (): void => contained('find', discovery.request, undefined);
  // In a flood of changes not each is looked at; a compose in it is found a little later.
  const late = createSchedule(onChange, lateCalm, lateLongest, signal);
  const onMutations = (records: MutationRecord[]): void =>
    contained(
      'find',
      () => {
        if (!ports.alive()) parts.onOrphaned();
        else if (isRelevant(records, [...composes.keys(), ...(messages?.roots() ?? [])])) (site || fruitless < patience ? discovery : late).request();
        else if (records.length > mostRecords) late.request();
        meeting?.refresh();
        messages?.changed();
      },
      undefined,
    );
  const observer = new MutationObserver(onMutations);
  const observed: MutationObserverInit = {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['hidden', 'class', 'style', 'aria-hidden', 'disabled', 'data-tid', 'jsname', 'open', 'data-is-muted', 'aria-checked', 'aria-pressed'],
  };
  observer.observe(page, observed);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const type of ['focusin', 'visibilitychange', 'fullscreenchange'] as const) listen(page, type, onChange, { signal, passive: true });
  listen(page, 'focusin', () => contained('find', waitForRest, undefined), { signal, passive: true });
  // A camera preview starts without a change of the tree.
  listen(page, 'playing', onChange, { signal, passive: true, capture: true });
  for (const type of ['popstate', 'hashchange', 'pageshow'] as const) viewOf(page)?.addEventListener(type, onChange, { signal, passive: true });

  const refreshAll = (): void =>
    contained(
      'find',
      () => {
        for (const watch of composes.values()) watch.refresh();
        meeting?.refresh();
        messages?.refresh();
        wholePage?.refresh();
      },
      undefined,
    );
  viewOf(page)?.addEventListener(
    'pagehide',
    () =>
      contained(
        'settings',
        () => {
          for (const watch of composes.values()) watch.end(true);
          messages?.end();
        },
        undefined,
      ),
    { signal },
  );
  const stopWatching = ports.onChange(() => (ports.alive() ? refreshAll() : parts.onOrphaned()));
  signal.addEventListener(
    'abort',
    () => {
      stopWatching();
      for (const watch of composes.values()) watch.stop();
      meeting?.stop();
      messages?.stop();
    },
    { once: true },
  );
  contained('find', discover, undefined);
  waitForRest();

  return {
    site: () => site,
    failed,
    inCall: () => meeting?.inCall() ?? false,
    sharing: () => meeting?.sharing() ?? false,
    account: () => [...composes.values()].map((watch) => watch.account()).find((account) => account !== null) ?? messages?.account() ?? null,
  };
}
