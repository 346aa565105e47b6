/**
 * Reading a meeting page of a product that nobody has described: by what every call has, a camera preview, switches for camera and microphone,
 * a control to join and one to leave.
 *
 * A page that only uses a camera (a passport photo, a code scanner) has no join control; a page that only plays video has neither preview nor switches;
 * a club's page has "Join" and nothing else. So a join control counts only together with devices, and a bare "Join" needs more of them than "Join meeting".
 * Unlike on described sites visibility counts: servers with a single page keep every phase in the tree and hide what is not on.
 */
import type { DeviceState, MeetingPhase } from '../core/observation';
import { attributeOf, firstKnown, mentions, nameOf, ownPreview, someOf } from './meeting';
import { cameraName, endedPhrases, joinStrength, leaves, microphoneName, sharing, speaksOfMeetings, stateByAction, waitingPhrases } from './meeting-words';

/** What a page has of a call. */
export interface CallSigns {
  /** Visible controls that join, surest first. */
  readonly joins: readonly HTMLElement[];
  readonly joinIsSure: boolean;
  readonly rejoins: boolean;
  readonly leaves: readonly HTMLElement[];
  readonly shares: readonly HTMLElement[];
  readonly stopsSharing: boolean;
  /** Switches, menus and boxes for the devices. */
  readonly cameras: readonly HTMLElement[];
  readonly microphones: readonly HTMLElement[];
  readonly preview: HTMLElement | null;
  /** Someone else's stream plays. */
  readonly remote: boolean;
  /** Text field for a name, as guests have to fill in. */
  readonly nameField: HTMLElement | null;
  /** Title or heading speaks of a meeting. */
  readonly named: boolean;
}

const controlsLookedAt = 400;
const elementsLookedAt = 3_000;
const buttons = ['button', '[role="button"]', '[role="switch"]', 'input[type="submit"]', 'input[type="button"]', 'a[href="#"]', 'a:not([href])'];
const settings = ['select', 'input[type="checkbox"]', 'input[type="radio"]', '[role="combobox"]'];
const nameFields = [
  'input[autocomplete="name"]',
  'input[autocomplete="nickname"]',
  'input[name*="name" i]',
  'input[id*="name" i]',
  'input[placeholder*="name" i]',
  'input[aria-label*="name" i]',
];

/** Whether a person could see it, were it scrolled to. Faded out counts as visible: toolbars of a call fade. */
const isVisible = (element: HTMLElement): boolean => Element.prototype.checkVisibility.call(element, { visibilityProperty: true });

const markAttributes = ['id', 'data-testid', 'data-test', 'data-tid', 'data-qa', 'class', 'href', 'name'];

/** Words of an element without a name: ids, test ids and classes of it and its icon, split at capitals and signs. */
function marksOf(control: Element): string {
  const icons = someOf(control, ['i', 'svg', 'use', 'img', 'span'], 3);
  const marks = [control, ...icons].flatMap((element) => markAttributes.map((name) => attributeOf(element, name) ?? ''));
  return marks
    .join(' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[-_./#]+/g, ' ')
    .slice(0, 300);
}

const wordsOfControl = (control: Element): string => {
  const input = control.localName === 'input' ? (control as HTMLInputElement) : null;
  return nameOf(control) || (input && (input.type === 'submit' || input.type === 'button') ? input.value : '') || '';
};

/** Labels and first option of a menu or box. */
function wordsOfSetting(control: HTMLElement): string {
  const labels = [...((control as HTMLSelectElement).labels ?? [])].map((label) => label.textContent ?? '');
  const option = control.localName === 'select' ? ((control as Partial<HTMLSelectElement>).options?.[0]?.text ?? '') : '';
  return [attributeOf(control, 'aria-label') ?? '', ...labels, option].join(' ').slice(0, 300);
}

/** A switch says what it does, or that it is one, or is named by the device alone ("Microphone", "Toggle camera"). */
const isSwitch = (control: Element, name: string): boolean =>
  stateByAction(name) !== 'unknown' ||
  attributeOf(control, 'aria-pressed') !== null ||
  attributeOf(control, 'aria-checked') !== null ||
  attributeOf(control, 'role') === 'switch' ||
  /^(?:toggle\s)?[\p{L}\p{M}_-]+$/iu.test(name);

/** Players of video have "Mute" and "Pause video" too: these words alone say nothing of a microphone or camera. */
const ofPlayers = /^\s*(?:un)?mute\s*$|play|pause|seek|volume|caption/iu;

/** Marks tell the device of a control without a name; those of players tell nothing. */
const cameraMark = /(?<!\p{L})(?:cam|webcam|video)/iu;
const microphoneMark = /(?<!\p{L})(?:mic(?!rosoft)|audio|mute|unmute)/iu;
const playerMark = /play|pause|volume|seek|caption|full ?screen|(?<!\p{L})(?:vjs|plyr|jw)(?!\p{L})/iu;

type Device = 'camera' | 'microphone';

function deviceOfMarks(marks: string): Device | null {
  if (playerMark.test(marks)) return null;
  return cameraMark.test(marks) ? 'camera' : microphoneMark.test(marks) ? 'microphone' : null;
}

function deviceOfName(control: Element, name: string): Device | null {
  if (ofPlayers.test(name) || !isSwitch(control, name)) return null;
  return microphoneName.test(name) ? 'microphone' : cameraName.test(name) ? 'camera' : null;
}

/** Open shadow roots of a page, as far as there are few: designs made of web components keep their buttons in them. */
function shadowRoots(root: HTMLElement): readonly ShadowRoot[] {
  const elements = Element.prototype.getElementsByTagName.call(root, '*');
  const roots: ShadowRoot[] = [];
  for (let at = 0; at < elementsLookedAt; at += 1) {
    const element = elements.item(at);
    if (!element) break;
    if (element.localName.includes('-') && element.shadowRoot) roots.push(element.shadowRoot);
  }
  return roots;
}

function someIn(root: HTMLElement, selectors: readonly string[], limit: number): HTMLElement[] {
  const found = someOf(root, selectors, limit);
  for (const shadow of found.length < limit ? shadowRoots(root) : []) {
    found.push(...([...shadow.querySelectorAll(selectors.join(','))] as HTMLElement[]));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** Tracks that browsers label as another person's (`research/meeting-dom.md` §10.1, measured 2026-11 in Chromium 156 and Firefox 153). */
const playsRemote = (media: HTMLElement): boolean => {
  const source = (media as HTMLMediaElement).srcObject;
  return !!source && 'getTracks' in source && source.getTracks().some((track) => /^remote/i.test(track.label) && track.readyState === 'live');
};

/** Looks a page over. Costs a few queries and a few hundred short names. */
export function callSigns(root: HTMLElement): CallSigns {
  const sure: HTMLElement[] = [];
  const unsure: HTMLElement[] = [];
  const leaving: HTMLElement[] = [];
  const shares: HTMLElement[] = [];
  const cameras: HTMLElement[] = [];
  const microphones: HTMLElement[] = [];
  let rejoins = false;
  let stopsSharing = false;
  for (const control of someIn(root, buttons, controlsLookedAt)) {
    const name = wordsOfControl(control);
    const marks = name ? '' : marksOf(control);
    const join = name ? joinStrength(name) : null;
    const share = name ? sharing(name) : null;
    if (join && isVisible(control)) {
      if (join === 'again') rejoins = true;
      else (join === 'strong' ? sure : unsure).push(control);
    } else if (share) {
      if (isVisible(control)) shares.push(control);
      if (share === 'stop' && isVisible(control)) stopsSharing = true;
    } else if ((name ? leaves(name) || /(?:^|\s)call_end(?:\s|$)/.test(name) : /call end|hang ?up|leave/i.test(marks)) && isVisible(control)) {
      leaving.push(control);
    } else {
      const device = name ? deviceOfName(control, name) : deviceOfMarks(marks);
      if (device === 'camera') cameras.push(control);
      if (device === 'microphone') microphones.push(control);
    }
  }
  for (const control of someIn(root, settings, 60)) {
    const text = wordsOfSetting(control);
    const marks = marksOf(control);
    if (microphoneName.test(text) || deviceOfMarks(marks) === 'microphone') microphones.push(control);
    if (cameraName.test(text) || deviceOfMarks(marks) === 'camera') cameras.push(control);
  }
  const shown = (controls: readonly HTMLElement[]): HTMLElement[] => controls.filter(isVisible);
  return {
    joins: [...sure, ...unsure],
    joinIsSure: sure.length > 0,
    rejoins,
    leaves: leaving,
    shares,
    stopsSharing,
    cameras: shown(cameras),
    microphones: shown(microphones),
    preview: ownPreview(root),
    remote: someOf(root, ['video', 'audio'], 60).some(playsRemote),
    nameField: someOf(root, nameFields, 5).find(isVisible) ?? null,
    named: speaksOfMeetings([root.ownerDocument.title, ...someOf(root, ['h1', 'h2'], 4).map((heading) => heading.textContent ?? '')].join(' ').slice(0, 500)),
  };
}

/** A form that asks a guest for a name and lets them into a meeting: no address and no account is asked for. */
const isGuestForm = (root: HTMLElement, { nameField, named }: CallSigns): boolean =>
  named && nameField !== null && someOf(root, ['input[type="email"]', 'input[name*="mail" i]', 'textarea'], 1).length === 0;

/**
 * A call that another product plays in a frame of this page: one that may use camera, microphone and the screen, as the embedding codes of
 * Jitsi, Whereby, Daily and Element ask for (`research/meeting-dom.md` §5, §7, §10.2). A frame that checks an identity may not share the screen.
 * Frames of products that are read in their own frame are left out: they have their own reminder there.
 */
export function embeddedCall(root: HTMLElement): HTMLElement | null {
  const frames = someOf(root, ['iframe[allow*="camera"][allow*="microphone"][allow*="display-capture"]'], 5);
  return frames.find((frame) => isVisible(frame) && !readElsewhere.test(hostOf(frame))) ?? null;
}

/** Hosts that the product files cover (a test compares them). */
const readElsewhere =
  /(?:^|\.)(?:meet\.google\.com|teams\.microsoft\.(?:com|us)|teams\.live\.com|teams\.cloud\.microsoft|zoom\.us|zoom\.com|zoomgov\.com|webex\.com|meet\.jit\.si|8x8\.vc|call\.element\.io|meet\.livekit\.io|whereby\.com|meet\.goto\.com|app\.goto\.com|global\.gotomeeting\.com|gotomeet\.me|app\.chime\.aws|app\.slack\.com|discord\.com|meet\.video\.justice\.gov\.uk|pexip\.me)$/;

function hostOf(frame: HTMLElement): string {
  const source = (frame as HTMLIFrameElement).src;
  return URL.canParse(source) ? new URL(source).hostname : '';
}

/** The phase that the signs add up to. */
export function genericPhase(signs: CallSigns, root: HTMLElement): MeetingPhase {
  const { joins, joinIsSure, preview, nameField } = signs;
  const camera = signs.cameras.length > 0;
  const microphone = signs.microphones.length > 0;
  const devices = preview !== null || camera || microphone;
  if (joins.length > 0 && !signs.remote) {
    const sure = joinIsSure && (devices || (nameField !== null && signs.named));
    const likely = (preview !== null && (microphone || nameField !== null)) || (camera && microphone) || (joins.length === 1 && isGuestForm(root, signs));
    if (sure || likely) return 'pre-join';
  }
  const leaving = signs.leaves.length > 0;
  if (!signs.remote && (leaving || devices) && joins.length === 0 && mentions(root, waitingPhrases)) return 'waiting';
  if (leaving && (signs.remote || preview !== null || (camera && microphone) || (signs.named && devices))) return 'in-meeting';
  if (signs.remote && devices) return 'in-meeting';
  if (!leaving && !devices && (signs.rejoins || (signs.named && mentions(root, endedPhrases)))) return 'ended';
  return 'unknown';
}

/** State of a device by its switches: by what they say they do, or by a switch that is named after the device. */
export function genericDevice(controls: readonly HTMLElement[], ofTrack: DeviceState): DeviceState {
  const states = controls.map((control): DeviceState => {
    const said = stateByAction(wordsOfControl(control));
    if (said !== 'unknown' || (attributeOf(control, 'role') !== 'switch' && attributeOf(control, 'type') !== 'checkbox')) return said;
    const checked = attributeOf(control, 'aria-checked') ?? String((control as HTMLInputElement).checked);
    return checked === 'true' ? 'on' : checked === 'false' ? 'off' : 'unknown';
  });
  return firstKnown(...states, ofTrack);
}

/** Camera and microphone as the preview's own tracks have them. */
export function tracksOf(preview: HTMLElement | null): { readonly camera: DeviceState; readonly microphone: DeviceState } {
  const source = preview && (preview as HTMLMediaElement).srcObject;
  const tracks = source && 'getTracks' in source ? source.getTracks().filter((track) => track.readyState === 'live') : [];
  const state = (kind: string): DeviceState => {
    const mine = tracks.filter((track) => track.kind === kind);
    return mine.length === 0 ? 'unknown' : mine.some((track) => track.enabled) ? 'on' : 'off';
  };
  return { camera: state('video'), microphone: state('audio') };
}
