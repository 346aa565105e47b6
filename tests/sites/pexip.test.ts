import { afterEach, describe, expect, it, test } from 'vitest';
import site, { pexipConference } from '../../sites/pexip';
import { closePages, fourLanguages, handMade, openPage, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const route = '/webapp3/m/hmcts1234/express?name=A';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  it('tells the phases', () => {
    for (const id of ['button-join-meeting', 'button-join-meeting-with-options', 'button-join-with-video', 'button-join-audio-only'])
      expect(phase(handMade(words, `<div data-testid="video-selfview"></div><button data-testid="${id}">${words.join}</button>`), route)).toBe('pre-join');
    expect(phase(handMade(words, `<div data-testid="meeting-wrapper"><button data-testid="button-leave">${words.leave}</button></div>`), route)).toBe(
      'in-meeting',
    );
  });

  it('reads an older web app by what every call has', () => {
    const switches = `<button aria-label="${words.mute}"></button><button aria-label="${words.stopCamera}"></button>`;
    expect(phase(handMade(words, `${switches}<button>${words.join}</button>`), '/webapp2/conference/hmcts1234')).toBe('pre-join');
    expect(phase(handMade(words, `${switches}<button>${words.leave}</button>`), '/webapp2/conference/hmcts1234')).toBe('in-meeting');
  });
});

it('is recognised on any host, and other pages are not', () => {
  expect(site.recognises?.(openPage('<button data-testid="button-join-meeting"></button>'))).toBe(true);
  expect(site.recognises?.(openPage('<button data-testid="button-join"></button>'))).toBe(false);
});

test.each([
  ['https://join.meet.video.justice.gov.uk/#?conference=HMCTS1234@meet.video.justice.gov.uk', 'hmcts1234'],
  ['https://hmcts1234.meet.video.justice.gov.uk/', 'hmcts1234'],
  ['https://video.example.org/webapp3/m/team.room/express?pin=1', 'team.room'],
  ['https://video.example.org/webapp/conference/team.room', 'team.room'],
  ['https://video.example.org/webapp2/?conference=team.room@example.org', 'team.room'],
  ['https://join.meet.video.justice.gov.uk/', null],
  ['https://video.example.org/about', null],
])('the conference of %s is %s', (address, code) => expect(pexipConference(new URL(address))).toBe(code));
