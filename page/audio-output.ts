/**
 * Where the sound of a page comes out, by the labels of its devices.
 * No permission is asked for: labels are readable only where the page itself was given camera or microphone
 * (Chromium: at once; Firefox 153: no labels of outputs in practice; `research/meeting-dom.md` §10.1, §10.5, measured 2026-11).
 */
import { audioOutputOf } from '../core/audio-output';
import { type Hearing, unknownHearing } from '../core/observation';
import { pageTextOf } from '../core/text';
import { someOf } from './meeting';

export interface AudioOutputWatch {
  /** What is known now; asks the browser again when that is some seconds old. */
  current(): Hearing;
  /** The person has been told about the present output: it is what later ones are compared with. */
  told(): void;
}

/** Device lists are asked for again after this time (ms), as permission may have come meanwhile. */
const staleAfter = 3_000;

/** The output that media elements of the page chose, else the system's default. */
function labelInUse(page: Document, devices: readonly MediaDeviceInfo[]): string {
  const outputs = devices.filter(({ kind }) => kind === 'audiooutput');
  const chosen = someOf(page, ['audio', 'video'], 60)
    .map((media) => (media as HTMLMediaElement & { sinkId?: unknown }).sinkId)
    .find((sink): sink is string => typeof sink === 'string' && sink !== '' && sink !== 'default');
  const device =
    outputs.find(({ deviceId }) => deviceId === chosen) ??
    outputs.find(({ deviceId }) => deviceId === 'default') ??
    (outputs.length === 1 ? outputs[0] : undefined);
  return device?.label ?? '';
}

/** The device's own name, without the "Default - " that Chromium puts before it. */
const bare = (label: string): string => label.replace(/^[\p{L} ]{3,24} - (?=\S)/u, '').slice(0, 80);

/** Watches the output until the signal ends. `onChange` is called when it became another one. */
export function watchAudioOutput(page: Document, onChange: () => void, signal: AbortSignal): AudioOutputWatch {
  const media = (page.defaultView?.navigator as Navigator | undefined)?.mediaDevices as MediaDevices | undefined;
  let hearing: Hearing = unknownHearing;
  let askedAt = Number.NEGATIVE_INFINITY;

  const look = async (): Promise<void> => {
    askedAt = performance.now();
    const label = media ? labelInUse(page, await media.enumerateDevices()) : '';
    if (signal.aborted) return;
    const output = audioOutputOf(label);
    if (output === hearing.output && (hearing.outputLabel === null) === (label === '')) return;
    hearing = {
      output,
      outputLabel: label === '' ? null : pageTextOf(bare(label)),
      outputBefore: hearing.output === 'headset' ? 'headset' : hearing.outputBefore,
    };
    onChange();
  };
  const ask = (): void => void look().catch(() => undefined);
  media?.addEventListener?.('devicechange', ask, { signal });

  return {
    current() {
      if (performance.now() - askedAt >= staleAfter) ask();
      return hearing;
    },
    told() {
      if (hearing.outputBefore !== hearing.output) hearing = { ...hearing, outputBefore: hearing.output };
    },
  };
}
