/**
 * Reading the phase of a call, for every meeting site: which of its documented signals are in the document.
 *
 * Three rules, learnt from the products (`research/meeting-dom.md` §0):
 * - Order: ended, launcher, pre-join, waiting, in-meeting. Leave, camera and microphone controls are there before the join too,
 *   so a join control beats a leave control.
 * - Presence, never visibility: toolbars hide themselves during a call.
 * - Nothing recognised is `unknown`. It never means that the person left.
 *
 * Elements are told apart by name and not by `instanceof`, which fails for the document of another frame.
 * A page can name form fields after DOM methods (`<input name="querySelector">`), and then its document or form answers with that field.
 * So queries go through the prototypes.
 */
import { type DeviceState, type MeetingObservation, type MeetingPhase, unknownHearing, unknownShare } from '../core/observation';
import type { KeepClear, SurfaceLayout } from '../core/site';
import { stateByAction } from './meeting-words';

/** Selectors per phase; the presence of one of them is the phase. */
export interface PhaseSignals {
  readonly ended?: readonly string[];
  readonly launcher?: readonly string[];
  readonly preJoin?: readonly string[];
  readonly waiting?: readonly string[];
  readonly inMeeting?: readonly string[];
}

/** First element for any of the selectors, in document order; `null` for an empty list. */
export function firstOf(root: Document | Element, selectors: readonly string[]): HTMLElement | null {
  if (selectors.length === 0) return null;
  const owner = root.nodeType === Node.DOCUMENT_NODE ? Document.prototype : Element.prototype;
  return owner.querySelector.call(root, selectors.join(',')) as HTMLElement | null;
}

/** Up to `limit` elements for any of the selectors, in document order. */
export function someOf(root: Document | Element, selectors: readonly string[], limit = 12): HTMLElement[] {
  if (selectors.length === 0) return [];
  const owner = root.nodeType === Node.DOCUMENT_NODE ? Document.prototype : Element.prototype;
  const list = owner.querySelectorAll.call(root, selectors.join(','));
  return Array.from({ length: Math.min(limit, list.length) }, (_, at) => list[at] as HTMLElement);
}

/** An attribute, also of a form whose fields are named like methods. */
export const attributeOf = (element: Element, name: string): string | null => Element.prototype.getAttribute.call(element, name);

/** Whether one of the selectors is present. */
export const isThere = (root: Document | Element, selectors: readonly string[] | undefined): boolean =>
  selectors !== undefined && firstOf(root, selectors) !== null;

/** The phase that the signals tell, in the order that makes a join control beat a leave control. */
export function phaseOf(root: Document | Element, signals: PhaseSignals): MeetingPhase {
  if (isThere(root, signals.ended)) return 'ended';
  if (isThere(root, signals.launcher)) return 'launcher';
  if (isThere(root, signals.preJoin)) return 'pre-join';
  if (isThere(root, signals.waiting)) return 'waiting';
  return isThere(root, signals.inMeeting) ? 'in-meeting' : 'unknown';
}

/** Every selector of the signals: what wakes the engine. */
export const hintsOf = (signals: PhaseSignals): string[] => Object.values(signals).flat();

/** The body of a page, also of one that has an element named `body`. `null` while there is none. */
export const bodyOf = (page: Document): HTMLElement | null => firstOf(page, ['body']);

/** The address of a page; `null` for a document without one. `location` is the one property of a document that a page cannot replace. */
export function addressOf(page: Document): URL | null {
  const location = page.location as Location | null;
  if (!location) return null;
  return URL.canParse(location.href) ? new URL(location.href) : null;
}

/** How often `%25` was wrapped around `%` by launch pages; more is no address but an attack. */
const decodings = 4;

/** Text with its percent-encoding removed, as often as it was wrapped; undecodable text is given back as it is. */
export function decoded(text: string): string {
  let now = text;
  for (let round = 0; round < decodings && now.includes('%'); round += 1) {
    try {
      const next = decodeURIComponent(now);
      if (next === now) break;
      now = next;
    } catch {
      break;
    }
  }
  return now;
}

/** `on` for `true`, `off` for `false`, `unknown` for what is neither. */
export const deviceState = (on: boolean | null | undefined): DeviceState => (on === true ? 'on' : on === false ? 'off' : 'unknown');

/**
 * State of a switch: `aria-checked`, then `aria-pressed`, then the box of a checkbox.
 * @param meaning whether the pressed switch means that the device is on, or (a mute button) off
 */
export function switchState(control: Element | null, meaning: 'on' | 'off'): DeviceState {
  if (!control) return 'unknown';
  const told = attributeOf(control, 'aria-checked') ?? attributeOf(control, 'aria-pressed');
  const box = control.localName === 'input' ? (control as HTMLInputElement) : null;
  const pressed = told === 'true' || told === 'false' ? told === 'true' : box?.type === 'checkbox' ? box.checked : null;
  return pressed === null ? 'unknown' : deviceState(pressed === (meaning === 'on'));
}

/** What an element is named after by `aria-labelledby`. */
function labelOf(control: Element): string {
  const ids = attributeOf(control, 'aria-labelledby')?.split(/\s+/).slice(0, 3) ?? [];
  return ids.map((id) => Document.prototype.getElementById.call(control.ownerDocument, id)?.textContent ?? '').join(' ');
}

const longestName = 200;

/** The name a control is announced by: what labels it, its label, its text, its title. */
export const nameOf = (control: Element): string =>
  [labelOf(control), attributeOf(control, 'aria-label') ?? '', control.textContent ?? '', attributeOf(control, 'title') ?? '']
    .map((name) => name.trim().slice(0, longestName))
    .find((name) => name !== '') ?? '';

/** State of a device by the first control that is named after it and whose name says what pressing does. */
export function stateByName(controls: readonly Element[], name: RegExp): DeviceState {
  for (const control of controls) {
    const label = nameOf(control);
    const state = name.test(label) ? stateByAction(label) : 'unknown';
    if (state !== 'unknown') return state;
  }
  return 'unknown';
}

/** The first that is known. */
export const firstKnown = (...states: readonly DeviceState[]): DeviceState => states.find((state) => state !== 'unknown') ?? 'unknown';

/** Tracks of other people are labelled so by the browsers; screens and canvases are no cameras (`research/meeting-dom.md` §10, measured 2026-11). */
function isCamera(track: MediaStreamTrack): boolean {
  const settings = track.getSettings();
  return track.readyState === 'live' && !/^remote/i.test(track.label) && !!settings.deviceId && !('displaySurface' in settings);
}

/** Videos looked at when searching the preview; a call with more tiles than that is no pre-join. */
const videosLookedAt = 50;

/** Live camera tracks that a video plays from a stream of this computer. */
const ownCameras = (video: HTMLElement): readonly MediaStreamTrack[] => {
  const source = (video as HTMLVideoElement).srcObject;
  return source && 'getVideoTracks' in source ? source.getVideoTracks().filter(isCamera) : [];
};

/** The video that shows the person's own camera: its stream is readable from an extension's world in Chromium and Firefox. */
export const ownPreview = (root: Document | Element): HTMLElement | null =>
  someOf(root, ['video'], videosLookedAt).find((video) => ownCameras(video).length > 0) ?? null;

/** Camera state as the site's control tells it; where it does not, a running preview proves that it is on. */
export function cameraState(control: DeviceState, root: Document | Element): DeviceState {
  if (control !== 'unknown') return control;
  const preview = ownPreview(root);
  return preview && ownCameras(preview).some((track) => track.enabled) ? 'on' : 'unknown';
}

const textLimit = 20_000;
const unread = new Set(['script', 'style', 'template', 'noscript']);

/**
 * Whether the text of a page has one of the phrases, in the first 20,000 characters a person could read; scripts and styles are skipped.
 * Only for what no attribute tells: it depends on the language.
 * @param phrases in lower case, with straight apostrophes
 */
export function mentions(root: Element, phrases: readonly string[]): boolean {
  const walker = Document.prototype.createTreeWalker.call(root.ownerDocument, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : unread.has((node as Element).localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP,
  );
  let text = '';
  while (text.length < textLimit && walker.nextNode()) text += ` ${walker.currentNode.nodeValue ?? ''}`;
  const plain = text.slice(0, textLimit).replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();
  return phrases.some((phrase) => plain.includes(phrase));
}

/** What a card must not cover at a meeting, most important first. */
export interface MeetingPlaces {
  /** Join, leave, admit, "use the browser": what the person came to press. */
  readonly controls: readonly string[];
  /** Name, passcode and device switches. */
  readonly fields: readonly string[];
}

/** Videos that a card can stand beside: one that fills the window leaves no place that is not over it. */
export function videosBeside(root: Document | Element, limit: number): HTMLElement[] {
  const { innerWidth = 0, innerHeight = 0 } = (root.ownerDocument ?? (root as Document)).defaultView ?? {};
  return someOf(root, ['video'], limit).filter((video) => {
    const { width, height } = Element.prototype.getBoundingClientRect.call(video);
    return width * height <= 0.6 * innerWidth * innerHeight;
  });
}

/**
 * The card stands near the preview, else near the join control; it covers neither, nor what the person types or switches.
 * @param atTheDoor before the join any video is taken for the preview, as a camera that is still starting has no stream yet
 */
export function meetingLayout(root: HTMLElement, places: MeetingPlaces, atTheDoor: boolean): SurfaceLayout<HTMLElement> {
  const controls = someOf(root, places.controls);
  const preview = ownPreview(root);
  const clear = (element: HTMLElement, how: KeepClear) => ({ element, how });
  return {
    anchor: preview ?? controls[0] ?? root,
    keepClear: [
      ...controls.map((element) => clear(element, 'never')),
      ...someOf(root, places.fields).map((element) => clear(element, 'never')),
      ...videosBeside(root, 6).map((element) => clear(element, atTheDoor || element === preview ? 'never' : 'avoid')),
    ],
  };
}

/** Puts a reading together. */
export const meetingReading = (phase: MeetingPhase, code: string | null, camera: DeviceState, microphone: DeviceState): MeetingObservation => ({
  surface: 'meeting',
  phase,
  code,
  camera,
  microphone,
  hearing: unknownHearing,
  share: unknownShare,
});
