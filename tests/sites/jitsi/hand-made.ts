/** Hand-made pages of Jitsi Meet after its source; classes are made by its build and therefore rotate here. */
import { noise } from '../../page/meeting-page';

export interface Words {
  readonly language: string;
  readonly join: string;
  readonly leave: string;
  readonly mute: string;
  readonly unmute: string;
  readonly stopCamera: string;
  readonly startCamera: string;
}

const page = (words: Words, content: string): string =>
  `<!doctype html><html lang="${words.language}"><head><script src="libs/lib-jitsi-meet.min.js?v=7000"></script></head>
   <body><div id="react"><div id="layout_wrapper">${content}</div></div></body></html>`;
const conference = (words: Words, content: string): string =>
  page(words, `<div id="videoconference_page" class="desktop-browser"><div id="videospace"><div id="largeVideoContainer"></div></div>${content}</div>`);

interface Devices {
  readonly camera?: boolean;
  readonly microphone?: boolean;
  /** Before `aria-pressed` came, only the name told. */
  readonly pressed?: boolean;
}

const toolbox = (words: Words, { camera = true, microphone = true, pressed = true }: Devices, more = ''): string => {
  const button = (name: string, off: boolean) =>
    `<div class="toolbox-button" role="button" tabindex="0" aria-label="${name}"${pressed ? ` aria-pressed="${off}"` : ''}><div class="toolbox-icon"></div></div>`;
  return `<div id="new-toolbox" class="new-toolbox">${button(microphone ? words.mute : words.unmute, !microphone)}${button(camera ? words.stopCamera : words.startCamera, !camera)}${more}</div>`;
};

export const preJoin = (words: Words, devices: Devices = {}): string =>
  conference(
    words,
    `<div class="premeeting-screen ${noise()}"><div data-testid="prejoin.screen" class="${noise()}"><input id="premeeting-name-input">
     <div role="button" aria-disabled="false" data-testid="prejoin.joinMeeting">${words.join}</div></div>${toolbox(words, devices)}</div>`,
  );

export const knocking = (words: Words): string =>
  conference(words, `<div class="premeeting-screen lobby-screen"><button data-testid="lobby.knockButton">${words.join}</button>${toolbox(words, {})}</div>`);

export const lobby = (words: Words): string =>
  conference(
    words,
    `<div class="premeeting-screen lobby-screen"><div class="lobby-screen-content"><span class="joining-message">…</span></div>${toolbox(words, {})}</div>`,
  );

export const call = (words: Words, devices: Devices = {}): string =>
  conference(
    words,
    `<div id="filmstripLocalVideo"></div>${toolbox(words, devices, `<div class="toolbox-button" role="button" aria-label="${words.leave}"><div class="toolbox-icon hangup-button"></div></div>`)}`,
  );

export const empty = (words: Words): string => conference(words, '');
export const welcome = (words: Words): string => page(words, `<div id="welcome_page"><input id="enter_room_field"><button>${words.join}</button></div>`);
