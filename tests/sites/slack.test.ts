import { afterEach, describe, expect, it, test } from 'vitest';
import site, { slackHuddle } from '../../sites/slack';
import { closePages, fourLanguages, handMade, readMeeting, sharedPages } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const client = '/client/T0AAAAAAA/C0BBBBBBB';
const huddle = '/huddle/T0AAAAAAA/C0BBBBBBB';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  const preview = (on: boolean) =>
    `<div data-qa="huddle_join_preview_modal"><button data-qa="huddle_join_preview_mic_button" role="switch" aria-checked="${on}" aria-label="${words.mute}"></button><button data-qa="huddle_join_preview_modal_go">${words.join}</button></div>`;
  it('tells the phases and the microphone', () => {
    expect(readMeeting(site, handMade(words, preview(true)), huddle)).toMatchObject({ phase: 'pre-join', microphone: 'on', code: 'T0AAAAAAA/C0BBBBBBB' });
    expect(readMeeting(site, handMade(words, preview(false)), client)).toMatchObject({ phase: 'pre-join', microphone: 'off', code: null });
    for (const part of [
      '<button data-qa="huddle_toolbar__leave_button"></button>',
      '<button data-qa="huddle_mini_player_leave_button"></button>',
      '<div class="p-huddle_channel_header_button--in_huddle"></div>',
    ])
      expect(phase(handMade(words, part), client)).toBe('in-meeting');
  });

  it('finds no meeting in a channel', () => {
    expect(phase(handMade(words, `<button data-qa="huddle_channel_header_button__start_button">${words.join}</button><p>${words.leave}</p>`), client)).toBe(
      null,
    );
  });
});

test.each([
  ['https://app.slack.com/huddle/T0AAAAAAA/C0BBBBBBB', 'T0AAAAAAA/C0BBBBBBB'],
  ['https://app.slack.com/client/T0AAAAAAA/C0BBBBBBB', null],
])('the huddle of %s is %s', (address, code) => expect(slackHuddle(new URL(address))).toBe(code));

describe.skipIf(Object.keys(sharedPages).length === 0)('real pages of ../shared', () => {
  test.each([
    ['slack/huddle-preview.DERIVED.html', 'pre-join'],
    ['slack/huddle-in-call.DERIVED.html', 'in-meeting'],
  ])('%s: %s', async (file, expected) => expect(phase((await sharedPages[file]?.()) ?? '', client)).toBe(expected));
});
