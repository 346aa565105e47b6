import type { DeviceState, MeetingPhase } from '../core/observation';
import type { PhaseSignals } from '../page/meeting';
import { attributeOf, firstOf, hintsOf, isThere, mentions, someOf } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * Google Meet. Signals and their history: `research/meeting-dom.md` §1 (gathered 2026-11).
 * `jsname` of the primary actions (join, hang up) held from 2020 to 2026, those of secondary ones about two years; classes rotate.
 * - `Qx7uuf`: join (blog of makiuchi-d, 2020-12; ralphm/megingjord, verified live 2026-09); `w5gBed` as promo anchor: ask to join
 * - `CQylAd`: hang up (StreamDeck extensions 2021; markup published 2026); `m1IMT` and `data-should-confirm-hangup` around it
 * - `data-call-ended`, `data-startup-code`: error and exit pages (Vexa fixture of a real page, 2026-08-25); `W6suGc`: rejoin
 */
const signals = {
  ended: ['[data-startup-code]', '[data-call-ended="true"]', 'button[jsname="W6suGc"]'],
  preJoin: ['[jsname="Qx7uuf"]', '[data-promo-anchor-id="w5gBed"]'],
  inMeeting: ['button[jsname="CQylAd"]', '[jscontroller="m1IMT"] button', '[data-should-confirm-hangup] button'],
} satisfies PhaseSignals;

/**
 * The waiting room has the hang-up control of the call and no attribute of its own. It is told by the phantom tile of the visual effects
 * (transcriptonic 2026-05, Vexa googlemeet/admission.ts 2026-08), or by its words in English and Portuguese
 * (Vexa googlemeet/selectors.ts 2026-08, screenappai/meeting-bot 2026-06). Told by neither, it reads as in-meeting and the reminder leaves early.
 */
const waitingWords = [
  'asking to be let in',
  'asking to join',
  'when someone lets you in',
  'until a meeting host brings you',
  'waiting for the host to let you in',
  "you're in the waiting room",
  'pedindo para entrar',
  'quando alguém permitir',
  'você está na sala de espera',
];
const phantom = ['[data-participant-id*="visual_effects"]'];
/** A tile of a person, oneself included. */
const tile = ['[data-participant-id]:not([data-participant-id*="visual_effects"])'];

/** `abc-defg-hij`, also behind `/_meet/`, or a nickname behind `/lookup/`. Everything else (`/landing`, `/home`, `/new`) is no meeting. */
const meetingPath = /^\/(?:_meet\/)?(?<code>[a-z]{3}-[a-z]{4}-[a-z]{3}|lookup\/[^/]+)\/?$/i;

/** Meeting code of an address, `null` for other pages. The account and language in the query do not matter. */
export const googleMeetCode = (address: URL): string | null => meetingPath.exec(address.pathname)?.groups?.['code']?.toLowerCase() ?? null;

/**
 * Camera and microphone buttons carry `data-is-muted` (asked for by extensions in 2017, jjshoe/MuteDefaults issue 7, still there in 2026).
 * Which one it is: `jsname` since 2024-09, else the icon's ligature, which is not translated.
 */
function device(root: HTMLElement, jsname: string, icon: RegExp): DeviceState {
  const named = firstOf(root, [`[jsname="${jsname}"][data-is-muted]`]);
  const control = named ?? someOf(root, ['[data-is-muted]']).find((button) => someOf(button, ['i']).some((mark) => icon.test(mark.textContent?.trim() ?? '')));
  const muted = control ? attributeOf(control, 'data-is-muted') : null;
  return muted === 'false' ? 'on' : muted === 'true' ? 'off' : 'unknown';
}

function repair(told: MeetingPhase, root: HTMLElement): MeetingPhase {
  return told === 'in-meeting' && !isThere(root, tile) && (isThere(root, phantom) || mentions(root, waitingWords)) ? 'waiting' : told;
}

export default defineSite({
  id: 'google-meet',
  name: 'Google Meet',
  matches: ['https://meet.google.com/*'],
  hints: hintsOf(signals),
  doors: ['^https://meet\\.google\\.com/(?:_meet/)?(?:[a-z]{3}-[a-z]{4}-[a-z]{3}|lookup/)'],
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: googleMeetCode,
      // Every meeting has its code in the address; the landing page never is one.
      marks: [],
      repair,
      camera: (root) => device(root, 'psRWwc', /^videocam/),
      microphone: (root) => device(root, 'hw0c9', /^mic/),
      places: { controls: [...signals.preJoin, ...signals.inMeeting], fields: ['[data-is-muted]', 'input[type="text"]'] },
    }),
  },
});
