/** Hand-made pages of Google Meet: the documented attributes in rotating classes; they prove nothing about the live site. */
import { noise } from '../../page/meeting-page';

export interface Words {
  readonly language: string;
  readonly join: string;
  readonly leave: string;
  readonly waiting: string;
}

const page = (words: Words, content: string): string => `<!doctype html><html lang="${words.language}"><head><title>Meet</title></head><body>
<c-wiz class="${noise()}"><div class="${noise()}">${content}</div></c-wiz><script>document.title = 'Asking to be let in'</script></body></html>`;

interface Devices {
  readonly cameraMuted?: boolean;
  readonly microphoneMuted?: boolean;
  /** `false`: the buttons carry other names, as before 2024-09. */
  readonly names?: boolean;
}

const switches = ({ cameraMuted = true, microphoneMuted = true, names = true }: Devices): string => `
<div class="${noise()}" role="group">
  <button class="${noise()}" jsname="${names ? 'hw0c9' : noise()}" data-is-muted="${microphoneMuted}"><i class="google-symbols" aria-hidden="true">${microphoneMuted ? 'mic_off' : 'mic'}</i></button>
  <button class="${noise()}" jsname="${names ? 'psRWwc' : noise()}" data-is-muted="${cameraMuted}"><i class="google-symbols" aria-hidden="true">${cameraMuted ? 'videocam_off' : 'videocam'}</i></button>
</div>`;

const hangUp = (words: Words): string => `
<div jscontroller="m1IMT" class="${noise()}" data-should-confirm-hangup="false"><span data-is-tooltip-wrapper="true">
  <button class="${noise()}" jsname="CQylAd" aria-label="${words.leave}"><i class="google-symbols" aria-hidden="true">call_end</i></button></span></div>`;

export const greenRoom = (words: Words, devices: Devices = {}): string =>
  page(
    words,
    `<div class="${noise()}"><video muted></video>${switches(devices)}</div><div jsname="Qx7uuf" class="${noise()}"><button><span>${words.join}</span></button></div>`,
  );

export const waitingRoom = (words: Words): string =>
  page(words, `<div>${words.waiting}</div><div data-participant-id="visual_effects"></div>${switches({})}${hangUp(words)}`);

export const callPage = (words: Words, more = ''): string =>
  page(
    words,
    `<div data-participant-id="spaces/x/devices/1"><video></video></div><div data-participant-id="spaces/x/devices/2"></div>${switches({})}${hangUp(words)}${more}`,
  );

export const exitPage = (words: Words): string =>
  page(words, `<h1 jsname="r4nke">…</h1><button jsname="W6suGc">${words.join}</button><div jsname="WIVZEd"><button>…</button></div>`);

export const errorPage = (words: Words): string =>
  page(words, `<div data-startup-code="217"><h1 jsname="r4nke">…</h1><div data-call-ended="true" jsname="WIVZEd"><button>…</button></div></div>`);
