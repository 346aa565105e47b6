/** Hand-made pages of Microsoft Teams: the documented `data-tid`s in rotating classes; they prove nothing about the live site. */
import { noise } from '../../page/meeting-page';

export interface Words {
  readonly language: string;
  readonly join: string;
  readonly leave: string;
  readonly onWeb: string;
}

const page = (words: Words, content: string): string =>
  `<!doctype html><html lang="${words.language}"><head><title>Microsoft Teams</title></head><body><div id="app" class="${noise()}">${content}</div></body></html>`;

export const launcher = (words: Words): string =>
  page(words, `<h1>…</h1><button class="btn primary" data-tid="joinOnWeb" aria-label="${words.onWeb}"></button><button data-tid="joinInApp"></button>`);

interface Devices {
  readonly camera?: boolean;
  readonly microphone?: boolean;
}

/** v2 and the light client: switches; classic: a button that names only the product's words. */
export const preJoin = (words: Words, { camera = false, microphone = true }: Devices = {}): string =>
  page(
    words,
    `<div data-tid="calling-prejoin-screen"><div data-tid="prejoin-v2-video-preview-container"><video></video>
     <input type="checkbox" role="switch" data-tid="toggle-video" aria-checked="${camera}"></div>
     <input data-tid="prejoin-display-name-input" type="text"><input type="checkbox" role="switch" data-tid="toggle-mute" aria-checked="${microphone}">
     <button data-tid="prejoin-cancel-button" class="${noise()}"></button><button data-tid="prejoin-join-button" id="prejoin-join-button">${words.join}</button></div>`,
  );

export const classicPreJoin = (words: Words): string => page(words, `<div class="${noise()}"><button id="prejoin-join-button">${words.join}</button></div>`);

export const lobby = (words: Words): string => page(words, `<div data-tid="calling-lobby-screen">…</div><button data-tid="hangup-main-btn"></button>`);

export const call = (words: Words): string =>
  page(
    words,
    `<div data-tid="ubar-toolbar-wrapper"><span data-tid="call-duration">00:51</span><button data-tid="toggle-mute"></button>
     <button data-tid="hangup-main-btn" data-inp="hangup-button" id="hangup-button" aria-label="${words.leave}"></button></div>`,
  );

export const classicCall = (words: Words): string => page(words, `<button data-tid="call-hangup" title="${words.leave}"></button>`);

export const retry = (words: Words): string =>
  page(words, `<div data-tid="calling-retry-screen"><button data-tid="calling-retry-rejoinbutton"></button></div>`);

export const chat = (words: Words): string =>
  page(
    words,
    `<div data-tid="app-layout-area--nav"></div><div data-tid="chat-pane-list"><div data-tid="message-body">${words.join}? ${words.leave}</div></div>
     <button data-tid="chat-header-audio-call"></button><button data-tid="calendar-join-button">${words.join}</button>`,
  );
