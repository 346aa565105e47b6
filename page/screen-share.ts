/**
 * Sharing the screen: the moment before, at the button, as the browser's picker covers the page a moment later; and while it runs.
 * Nothing of the page is patched for it. The decision and its reasons: docs/decisions.
 */
import { type ScreenShare, unknownShare } from '../core/observation';
import { nameOf, someOf } from './meeting';
import { sharing } from './meeting-words';
import { listen } from './tree';

export interface ScreenShareWatch {
  /** @param now ms since 1970 */
  current(now: number): ScreenShare;
}

/** Buttons of products whose names do not tell, or not in every language (`research/meeting-dom.md` §1–7, gathered 2026-11). */
const startButtons = [
  '#share-button',
  '#screenshare-button',
  '.sharing-entry-button-container',
  '[data-testid="incall_screenshare"]',
  '[data-lk-source="screen_share"][data-lk-enabled="false"]',
  '[data-qa="screen-share-v2"]',
  '[data-testid="button-start-presentation"]',
  '[data-test="startScreenShare"]',
  '[data-attr^="controls-screenshare"]',
];
const stopButtons = [
  '.sharer-button--stop',
  '#share-button[data-state*="stop-presenting"]',
  '[data-lk-source="screen_share"][data-lk-enabled="true"]',
  '[data-testid="button-stop-presentation"]',
  '[data-test="stopScreenShare"]',
  '[data-test="isSharingScreen"]',
];
const buttons = 'button, [role="button"], [role="menuitem"], a[href="#"]';

/** Resting on the button for so long (ms) is meant; passing over it is not. */
const restFor = 250;
/** The person may read, or turn to the picker, for so long (ms). */
const intentFor = 20_000;
const namesLookedAt = 150;

const surfaces: Readonly<Record<string, ScreenShare['what']>> = { monitor: 'screen', window: 'window', browser: 'tab' };

/** What the page's own videos show of a share: a local track with a display surface. */
function sharedIn(page: Document): ScreenShare['what'] | null {
  for (const video of someOf(page, ['video'], 50)) {
    const source = (video as HTMLVideoElement).srcObject;
    const tracks = source && 'getVideoTracks' in source ? source.getVideoTracks() : [];
    for (const track of tracks) {
      const surface = track.readyState === 'live' && !/^remote/i.test(track.label) ? track.getSettings().displaySurface : undefined;
      if (surface) return surfaces[surface] ?? 'unknown';
    }
  }
  return null;
}

const stopIsThere = (page: Document): boolean =>
  someOf(page, stopButtons, 1).length > 0 || someOf(page, buttons.split(', '), namesLookedAt).some((button) => sharing(nameOf(button)) === 'stop');

/** Watches a meeting page until the signal ends. `onChange` is called when the person turns to the share button or away from it. */
export function watchScreenShare(page: Document, onChange: () => void, signal: AbortSignal): ScreenShareWatch {
  let intentUntil = 0;
  let since: number | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;

  const shareButton = (event: Event): boolean => {
    const target = event.composedPath()[0];
    const element = target && 'closest' in target ? (target as Element) : null;
    const button = element && Element.prototype.closest.call(element, [buttons, ...startButtons].join(','));
    return !!button && (sharing(nameOf(button)) === 'start' || Element.prototype.matches.call(button, startButtons.join(',')));
  };
  const intend = (): void => {
    intentUntil = performance.now() + intentFor;
    clearTimeout(ending);
    ending = setTimeout(onChange, intentFor + 50);
    onChange();
  };
  const guarded = (work: (event: Event) => void) => (event: Event) => {
    try {
      if (event.isTrusted) work(event);
    } catch {
      // A page that breaks under our eyes is no reason to break it further.
    }
  };
  const options = { signal, capture: true, passive: true } as const;
  listen(
    page,
    'pointerover',
    guarded((event) => {
      clearTimeout(resting);
      if (shareButton(event)) resting = setTimeout(intend, restFor);
    }),
    options,
  );
  for (const type of ['focusin', 'pointerdown'] as const)
    listen(
      page,
      type,
      guarded((event) => {
        if (shareButton(event)) intend();
      }),
      options,
    );
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(resting);
      clearTimeout(ending);
    },
    { once: true },
  );

  return {
    current(now) {
      const what = sharedIn(page);
      if (what !== null || stopIsThere(page)) {
        since ??= now;
        intentUntil = 0;
        return { state: 'on', what: what ?? 'unknown', since };
      }
      since = null;
      return performance.now() < intentUntil ? { state: 'about-to', what: 'unknown', since: null } : { ...unknownShare, state: 'off' };
    },
  };
}
