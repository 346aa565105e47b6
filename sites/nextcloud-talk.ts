import type { DeviceState } from '../core/observation';
import type { PhaseSignals } from '../page/meeting';
import { decoded, firstOf, hintsOf, isThere, nameOf, someOf } from '../page/meeting';
import { callSigns, genericDevice } from '../page/meeting-generic';
import { describedMeeting } from '../page/meeting-site';
import { joinStrength } from '../page/meeting-words';
import { defineSite } from '../page/site';

/**
 * Nextcloud Talk on any host. Signals from its source (nextcloud/spreed: MediaSettings.vue @42dc7a16, CallButton.vue @5f83e238; `research/meeting-dom.md` §5).
 * The dialog with the preview also serves as a device check; then it has no button that joins or starts a call.
 * Newer makes name the call's controls by text only: generic reading knows them.
 */
const signals = {
  preJoin: ['.icon-incoming-call'],
  inMeeting: ['.icon-leave-call', '.call-view'],
} satisfies PhaseSignals;

const dialog = '.media-settings';
const marks = [dialog, '.icon-start-call', '#call-container'];
const buttons = ['button', '[role="button"]'];

const joinsIn = (element: HTMLElement): boolean =>
  someOf(element, buttons, 40).some((button) => ['strong', 'weak'].includes(joinStrength(nameOf(button)) ?? ''));

function deviceIn(root: HTMLElement, which: 'cameras' | 'microphones'): DeviceState {
  return genericDevice(callSigns(firstOf(root, [dialog]) ?? root)[which], 'unknown');
}

/** Token behind `/call/`. */
export const talkToken = (address: URL): string | null => /\/call\/([a-z0-9]{4,})(?:\/|$)/i.exec(decoded(address.pathname))?.[1]?.toLowerCase() ?? null;

export default defineSite({
  id: 'nextcloud-talk',
  name: 'Nextcloud Talk',
  matches: [],
  hints: [...hintsOf(signals), ...marks],
  recognises: (page) => isThere(page, ['#content-vue.app-talk', '#content.app-spreed', '.app-talk', dialog]),
  surfaces: {
    meeting: describedMeeting({
      signals,
      codeOf: talkToken,
      marks: [...hintsOf(signals), ...marks],
      repair(told, root) {
        const settings = firstOf(root, [dialog]);
        return settings && joinsIn(settings) ? 'pre-join' : told;
      },
      camera: (root) => deviceIn(root, 'cameras'),
      microphone: (root) => deviceIn(root, 'microphones'),
      places: { controls: [dialog, '.icon-leave-call'], fields: [`${dialog} input`] },
    }),
  },
});
