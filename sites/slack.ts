import type { PhaseSignals } from '../page/meeting';
import { firstOf, hintsOf, switchState } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { defineSite } from '../page/site';

/**
 * Slack huddles, in the client and in the `about:blank` window that a huddle opens.
 * Signals: `research/meeting-dom.md` §7, a huddle adapter "verified 2026-09-26".
 */
const signals = {
  preJoin: ['[data-qa="huddle_join_preview_modal"]', '[data-qa="huddle_join_preview_modal_go"]', '[data-qa="huddle_join_modal"]'],
  inMeeting: ['[data-qa="huddle_toolbar__leave_button"]', '[data-qa="huddle_mini_player_leave_button"]', '.p-huddle_channel_header_button--in_huddle'],
} satisfies PhaseSignals;

const microphone = ['[data-qa="huddle_join_preview_mic_button"]', '[data-qa="huddle_sidebar_footer_mute_button"]'];

/** Team and channel: `/huddle/T…/C…`. The client's address names the channel in view, which need not be the huddle's. */
export const slackHuddle = (address: URL): string | null => /^\/huddle\/(T\w+\/[CDG]\w+)/.exec(address.pathname)?.[1] ?? null;

export default defineSite({
  id: 'slack',
  name: 'Slack huddles',
  matches: ['https://app.slack.com/*'],
  hints: hintsOf(signals),
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: slackHuddle,
      microphone: (root) => switchState(firstOf(root, microphone), 'on'),
      places: { controls: hintsOf(signals).slice(1), fields: [...microphone, '[data-qa="screen-share-v2"]'] },
    }),
  },
});
