import { afterEach, describe, expect, it, test } from 'vitest';
import site, { elementCallRoom } from '../../sites/element-call';
import { closePages, fourLanguages, handMade, openPage, readMeeting, sharedPages } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const room = '/room/#/case-conference?roomId=!x:example.org&password=secret';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  const toolbar = `<button data-testid="incall_mute"></button><button data-testid="incall_videomute"></button><button data-testid="incall_leave">${words.leave}</button>`;
  it('tells the phases', () => {
    expect(phase(handMade(words, `${toolbar}<button data-testid="lobby_joinCall">${words.join}</button>`), room)).toBe('pre-join');
    expect(phase(handMade(words, toolbar), room)).toBe('in-meeting');
    expect(phase(handMade(words, '<button data-testid="home_go"></button>'), room)).toBe('ended');
    expect(phase(handMade(words, '<h1>…</h1>'), '/')).toBe(null);
  });
});

it('is recognised on any host', () => {
  expect(site.recognises?.(openPage('<button data-testid="lobby_joinCall"></button>'))).toBe(true);
  expect(site.recognises?.(openPage('<button data-testid="home_go"></button>'))).toBe(false);
});

test.each([
  ['https://call.element.io/room/#/Case-Conference?roomId=!x:example.org&password=secret', 'case-conference'],
  ['https://call.element.io/room/case-conference', 'case-conference'],
  ['https://call.element.io/', null],
])('the room of %s is %s', (address, code) => expect(elementCallRoom(new URL(address))).toBe(code));

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['element-call/lobbyview-renders-with-appbar-android-1.html', 'pre-join'],
    ['element-call/lobbyview-renders-with-appbar-ios-1.html', 'pre-join'],
    ['element-call/lobbyview-renders-with-header-and-participant-count-1.html', 'pre-join'],
    ['element-call/incallview-rendering-renders-1.html', 'in-meeting'],
    ['element-call/should-render-the-error-page-with-link-back-to-home-1.html', 'unknown'],
  ])('%s: %s', async (file, expected) => expect(phase((await sharedPages[file]?.()) ?? '', room)).toBe(expected));
});
