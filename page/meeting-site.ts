/**
 * Makes the meeting surface of a product from its description: addresses, signals, switches.
 * Where the signals say nothing (a redesign, a page nobody has described), generic reading may still tell.
 */
import type { DeviceState, MeetingObservation, MeetingPhase } from '../core/observation';
import type { SurfaceReader } from '../core/site';
import type { MeetingPlaces, PhaseSignals } from './meeting';
import { addressOf, bodyOf, cameraState, hintsOf, isThere, meetingLayout, meetingReading, phaseOf, someOf } from './meeting';
import { callSigns, genericDevice, genericPhase, tracksOf } from './meeting-generic';

export interface MeetingDescription {
  readonly signals: PhaseSignals;
  /** The meeting that an address names, `null` for other pages of the product. */
  readonly codeOf: (address: URL, page: Document) => string | null;
  /** Selectors that mean a meeting where the address names none; the signals, unless some of them are on other pages too. */
  readonly marks?: readonly string[];
  /** Repairs what the signals told, by what only this product has. */
  readonly repair?: (told: MeetingPhase, root: HTMLElement, code: string | null) => MeetingPhase;
  readonly camera?: (root: HTMLElement) => DeviceState;
  readonly microphone?: (root: HTMLElement) => DeviceState;
  readonly places: MeetingPlaces;
}

/** A surface that is there while the address names a meeting or a signal or mark is present. */
export function describedMeeting(description: MeetingDescription): SurfaceReader<HTMLElement, Document, null, MeetingObservation> {
  const { signals, places } = description;
  const marks = description.marks ?? hintsOf(signals);
  const codeAt = (root: HTMLElement): string | null => {
    const address = addressOf(root.ownerDocument);
    return address && description.codeOf(address, root.ownerDocument);
  };
  const isHere = (root: HTMLElement): boolean => codeAt(root) !== null || isThere(root, marks);
  return {
    find(page) {
      const body = bodyOf(page);
      return body && isHere(body) ? [body] : [];
    },
    read(root) {
      if (!isHere(root)) return null;
      const code = codeAt(root);
      const told = description.repair?.(phaseOf(root, signals), root, code) ?? phaseOf(root, signals);
      if (told === 'unknown') {
        const seen = callSigns(root);
        const tracks = tracksOf(seen.preview);
        return meetingReading(genericPhase(seen, root), code, genericDevice(seen.cameras, tracks.camera), genericDevice(seen.microphones, tracks.microphone));
      }
      return meetingReading(told, code, cameraState(description.camera?.(root) ?? 'unknown', root), description.microphone?.(root) ?? 'unknown');
    },
    layout(root) {
      const phase = phaseOf(root, signals);
      const described = meetingLayout(root, places, phase !== 'in-meeting');
      if (phase !== 'unknown') return described;
      const seen = callSigns(root);
      const clear = [...seen.joins.slice(0, 4), ...seen.leaves.slice(0, 4), ...seen.cameras.slice(0, 4), ...seen.microphones.slice(0, 4)];
      // A launch page has few controls, and none of them may be covered.
      const all = clear.length > 0 ? clear : someOf(root, ['button', '[role="button"]', 'a[href]'], 10);
      const more = seen.nameField ? [...all, seen.nameField] : all;
      return {
        anchor: described.anchor === root ? (seen.joins[0] ?? seen.leaves[0] ?? all[0] ?? root) : described.anchor,
        keepClear: [...described.keepClear, ...more.map((element) => ({ element, how: 'never' as const }))],
      };
    },
  };
}
