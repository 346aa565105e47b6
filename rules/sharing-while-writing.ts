import type { Message } from '../core/message';
import { defineRule } from '../core/rule';

const said = (name: string): Message => ({ key: `sharing-while-writing.${name}` });

const dayMs = 86_400_000;

/** A message is written while the person's screen is shown in a call. One line, and once a day in a page: whoever shares on purpose knows it. */
export default defineRule({
  id: 'sharing-while-writing',
  theme: 'overseen',
  surface: 'compose',
  strength: 'quiet',
  precedence: 90,
  guidance: ['rw-overlooked', 'cb-window'],
  check(_observation, { sharingScreen, now }) {
    if (!sharingScreen) return null;
    return {
      severity: 'note',
      titles: [said('title'), said('title-seen')],
      line: said('line'),
      facts: [{ name: 'seen', message: said('seen') }],
      details: [{ message: said('stop') }],
      subject: `sharing\n${Math.floor(now / dayMs)}`,
    };
  },
});
