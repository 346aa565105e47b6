import type { Message, MessageValue } from '../core/message';
import { defineRule } from '../core/rule';

const said = (name: string, values?: Readonly<Record<string, MessageValue>>): Message => ({ key: `unlocked-screen.${name}`, ...(values && { values }) });

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
    const hours = Math.floor(minutes / 60);
    const values = hours < 2 ? { count: minutes } : { count: hours };
    const long = hours < 2 ? '' : '-hours';
    return {
      severity: 'note',
      titles: [said(`title${long}`, values), said(`title-away${long}`, values)],
      line: said(`title${long}`, values),
      facts: [
        { name: 'how-long', message: said(`how-long${long}`, values), count: minutes },
        { name: 'lock', message: said('lock') },
      ],
      details: [said('keys'), said('family'), said('shut-down')].map((message) => ({ message })),
      subject: `${until}`,
    };
  },
});
