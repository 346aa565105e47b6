import type { PhaseSignals } from '../page/meeting';
import { hintsOf, someOf, stateByName } from '../page/meeting';
import { describedMeeting } from '../page/meeting-site';
import { cameraName, microphoneName } from '../page/meeting-words';
import { defineSite } from '../page/site';

/**
 * Discord: a voice channel has no door, a click on its name is the join. So there is no reminder before it, only reading of the call
 * (class substrings of TrayIconForDiscordWeb; `research/meeting-dom.md` §7).
 */
const signals = { inMeeting: ['section[class^="panels"] div[class^="rtcConnectionStatus"]'] } satisfies PhaseSignals;

export default defineSite({
  id: 'discord',
  name: 'Discord',
  matches: ['https://discord.com/*'],
  hints: hintsOf(signals),
  surfaces: {
    meeting: describedMeeting({
      signals,
      // The address names the channel in view, which need not be the one that is listened to.
      codeOf: () => null,
      camera: (root) => stateByName(someOf(root, ['section[class^="panels"] button']), cameraName),
      microphone: (root) => stateByName(someOf(root, ['section[class^="panels"] button']), microphoneName),
      places: { controls: ['section[class^="panels"]'], fields: [] },
    }),
  },
});
