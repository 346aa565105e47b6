import { isBeforeJoin } from '../core/meeting';
import type { Message } from '../core/message';
import type { MeetingObservation } from '../core/observation';
import type { Detail, Fact } from '../core/rule';
import { defineRule } from '../core/rule';

const said = (name: string): Message => ({ key: `pre-join.${name}` });

const linesOnCard = 3;

/**
 * Before a call: who can see, who can hear.
 * The card has three lines, picked by what the page shows: with the camera on, what is seen comes first; with it off, what is heard.
 * A device is named only when the page says that it is on. Where the person sits, the card cannot know, so it asks or advises.
 * Headphones are left out where a headset clearly is in use, and asked about where nothing is known.
 */
export default defineRule({
  id: 'pre-join',
  theme: 'overseen',
  surface: 'meeting',
  strength: 'nudge',
  rhythm: 'daily',
  guidance: [
    'cb-private-space',
    'cb-headphones',
    'cb-window',
    'cb-overheard',
    'rw-smart-devices',
    'cb-surroundings',
    'cb-badge',
    'cb-privacy-screen',
    'rw-overlooked',
    'rw-advertise',
  ],
  check(observation) {
    if (!isBeforeJoin(observation.phase)) return null;
    const { output } = observation.hearing;
    const order = lines(observation).filter((name) => name !== 'headphones' || output !== 'headset');
    const message = (name: string): Message => said(name === 'headphones' ? `headphones-${output === 'loudspeakers' ? 'loudspeakers' : 'ask'}` : name);
    return {
      severity: 'note',
      titles: [said('title-room'), said('title-who'), said('title-moment')],
      line: said('line'),
      facts: order.slice(0, linesOnCard).map((name): Fact => ({ name, message: message(name) })),
      details: order.slice(linesOnCard).map((name): Detail => ({ message: message(name) })),
      subject: observation.code ?? '',
    };
  },
});

/** Most fitting first. The last ones are background and never make it onto the card. */
function lines({ camera, microphone }: MeetingObservation): readonly string[] {
  const background = ['privacy-screen', 'surroundings', 'overlooked', 'advertise'];
  if (camera === 'on') return ['camera', 'private-space', 'headphones', 'window', 'badge', 'overheard', 'smart-speakers', ...background];
  if (microphone === 'on') return ['microphone', 'headphones', 'private-space', 'overheard', 'smart-speakers', 'window', 'badge', ...background];
  if (camera === 'off') return ['headphones', 'overheard', 'private-space', 'smart-speakers', 'window', 'badge', ...background];
  return ['private-space', 'headphones', 'smart-speakers', 'overheard', 'window', 'badge', ...background];
}
