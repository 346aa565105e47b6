import { afterEach, describe, expect, it, test } from 'vitest';
import site, { liveKitRoom } from '../../sites/livekit';
import { closePages, fourLanguages, handMade, openPage, readMeeting, sharedPages } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/rooms/ab12-cd34';
const device = (source: string, on: boolean) => `<button class="lk-button" data-lk-source="${source}" data-lk-enabled="${on}"></button>`;

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  it('tells the phases and the devices', () => {
    const door = `<div class="lk-prejoin">${device('microphone', false)}${device('camera', true)}<button class="lk-join-button">${words.join}</button></div>`;
    expect(readMeeting(site, handMade(words, door), room)).toMatchObject({ phase: 'pre-join', camera: 'on', microphone: 'off', code: 'ab12-cd34' });
    const call = `<div class="lk-control-bar">${device('microphone', true)}${device('camera', false)}<button class="lk-disconnect-button">${words.leave}</button></div>`;
    expect(readMeeting(site, handMade(words, call), room)).toMatchObject({ phase: 'in-meeting', camera: 'off', microphone: 'on' });
  });
});

it('is recognised on any host, and other pages are not', () => {
  expect(site.recognises?.(openPage('<div class="lk-prejoin"></div>'))).toBe(true);
  expect(site.recognises?.(openPage('<div class="prejoin"></div>'))).toBe(false);
});

test.each([
  ['https://meet.livekit.io/rooms/AB12-cd34#secret', 'ab12-cd34'],
  ['https://meet.livekit.io/', null],
])('the room of %s is %s', (address, code) => expect(liveKitRoom(new URL(address))).toBe(code));

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['livekit/prejoin.DERIVED.html', 'pre-join'],
    ['livekit/in-call.DERIVED.html', 'in-meeting'],
  ])('%s: %s', async (file, expected) => expect(phase((await sharedPages[file]?.()) ?? '', room)).toBe(expected));
});
