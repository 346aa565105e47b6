import { afterEach, describe, expect, it, test } from 'vitest';
import site, { talkToken } from '../../sites/nextcloud-talk';
import { closePages, fourLanguages, handMade, openPage, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const call = '/index.php/call/ab12cd34';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  const switches = `<button aria-label="${words.mute}"></button><button aria-label="${words.stopCamera}"></button>`;
  const dialog = (more: string) => `<div class="modal-mask"><div class="media-settings"><video></video>${switches}${more}</div></div>`;
  it('tells the phases', () => {
    expect(phase(handMade(words, dialog(`<button>${words.join}</button>`)), call)).toBe('pre-join');
    expect(phase(handMade(words, '<button class="icon-incoming-call"></button>'), call)).toBe('pre-join');
    expect(phase(handMade(words, '<button class="icon-leave-call"></button>'), call)).toBe('in-meeting');
    expect(phase(handMade(words, `${switches}<button>${words.leave}</button>`), call)).toBe('in-meeting');
  });

  it('is no door while the dialog only checks devices', () => {
    expect(phase(handMade(words, dialog('<select name="audio-input"></select>')), call)).toBe('unknown');
  });

  it('reads the devices', () => {
    expect(readMeeting(site, handMade(words, dialog(`<button>${words.join}</button>`)), call)).toMatchObject({
      camera: 'on',
      microphone: 'on',
      code: 'ab12cd34',
    });
  });
});

it('is recognised on any host, and other parts of Nextcloud are not', () => {
  expect(site.recognises?.(openPage('<div id="content-vue" class="app-talk"></div>'))).toBe(true);
  expect(site.recognises?.(openPage('<div id="content-vue" class="app-mail"></div>'))).toBe(false);
});

test.each([
  ['https://cloud.example.org/call/AB12cd34', 'ab12cd34'],
  ['https://cloud.example.org/index.php/call/ab12cd34#direct-call', 'ab12cd34'],
  ['https://cloud.example.org/apps/spreed', null],
])('the token of %s is %s', (address, code) => expect(talkToken(new URL(address))).toBe(code));
