import { leftUnlockedMessage } from '../core/left-unlocked';
import type { Message } from '../core/message';
import { defineRule } from '../core/rule';

const said = (name: string): Message => ({ key: `unlocked-screen.${name}` });

/**
 * The computer was left alone and not locked; told when the person is back, as what is past cannot be helped, only the next time can.
 * Where the browser cannot tell a locked screen (Firefox), no page hears of it.
 */
export default defineRule({
  id: 'unlocked-screen',
  theme: 'overseen',
  surface: 'page',
  strength: 'quiet',
  rhythm: 'daily',
  guidance: ['cb-lock', 'rw-unattended'],
  check({ leftUnlocked }) {
    if (!leftUnlocked) return null;
    const { minutes, until } = leftUnlocked;
    return {
      severity: 'note',
      titles: [leftUnlockedMessage('title', leftUnlocked), leftUnlockedMessage('title-away', leftUnlocked)],
      line: leftUnlockedMessage('title', leftUnlocked),
      facts: [
        { name: 'how-long', message: leftUnlockedMessage('how-long', leftUnlocked), count: minutes },
        { name: 'lock', message: said('lock') },
      ],
      details: [said('keys'), said('family'), said('shut-down')].map((message) => ({ message })),
      subject: `${until}`,
    };
  },
});
