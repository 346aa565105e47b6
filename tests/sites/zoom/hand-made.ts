/** Hand-made pages of Zoom's launch page and web client: documented ids and classes only; they prove nothing about the live site. */
import { noise } from '../../page/meeting-page';

export interface Words {
  readonly language: string;
  readonly join: string;
  readonly leave: string;
  readonly launch: string;
  readonly mute: string;
  readonly unmute: string;
  readonly stopVideo: string;
  readonly startVideo: string;
  readonly waiting: string;
}

const page = (words: Words, content: string): string =>
  `<!doctype html><html lang="${words.language}"><head><title>Zoom</title></head><body>${content}</body></html>`;

export const launch = (words: Words): string =>
  page(
    words,
    `<div id="zoom-ui-frame" role="main"><div class="${noise()}"><h1>…</h1><div role="button" tabindex="0" class="${noise()}">${words.launch}</div></div>
     <h3 class="${noise()}"><a href="#">${words.join}</a></h3></div>`,
  );

/** A launch page of a later make, without anything known on it. */
export const bareLaunch = (words: Words): string => page(words, `<div class="${noise()}"><button class="${noise()}">${words.launch}</button></div>`);

interface Devices {
  readonly camera?: boolean;
  readonly microphone?: boolean;
}

export const preJoin = (words: Words, { camera = true, microphone = true }: Devices = {}): string =>
  page(
    words,
    `<div class="meeting-app"><div class="preview-root ${noise()}"><video></video>
     <button id="preview-audio-control-button" aria-label="${microphone ? words.mute : words.unmute}"></button>
     <button id="preview-video-control-button" aria-label="${camera ? words.stopVideo : words.startVideo}"></button>
     <input id="input-for-name" type="text"><button class="zm-btn preview-join-button zm-btn__outline--blue">${words.join}</button></div></div>`,
  );

export const classicPreJoin = (words: Words): string => page(words, `<input id="inputname" type="text"><button id="joinBtn">${words.join}</button>`);

export const waitingRoom = (words: Words): string =>
  page(
    words,
    `<div class="waiting-room-container"><button class="wr-leave-btn">${words.leave}</button><p>${words.waiting}</p></div><footer id="wc-footer"></footer>`,
  );

export const call = (words: Words, { camera = true, microphone = true }: Devices = {}): string =>
  page(
    words,
    `<div class="meeting-client"><footer id="wc-footer" class="footer footer--hidden" style="display:none">
     <button class="zm-btn join-audio-container__btn" aria-label="${microphone ? words.mute : words.unmute}"></button>
     <button class="zm-btn send-video-container__btn" aria-label="${camera ? words.stopVideo : words.startVideo}"></button>
     <div class="footer__leave-btn-container"><button class="footer__leave-btn">${words.leave}</button></div></footer><p>${words.waiting}</p></div>`,
  );

/** The installed web client: a shell around the client's frame. */
export const shell = (words: Words, inner: string): string =>
  page(words, `<div id="root"><iframe id="webclient" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe></div>`);
