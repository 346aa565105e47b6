import type { Message } from '../core/message';
import { defineRule } from '../core/rule';

const said = (name: string): Message => ({ key: `screen-share.${name}` });

/** A share that has run for so long (ms) may have been forgotten. */
export const longShareMs = 20 * 60_000;

/**
 * Sharing the screen is about to start: what to do first. While the whole screen is shared, or a share has run long, a chip says so.
 * What is shared is named only where the page's own stream tells it.
 */
export default defineRule({
  id: 'screen-share',
  theme: 'overseen',
  surface: 'meeting',
  strength: 'nudge',
  rhythm: 'daily',
  guidance: ['cb-window', 'rw-overlooked'],
  check({ phase, share, code }, { now }) {
    if (phase !== 'in-meeting' && phase !== 'unknown') return null;
    const details = [said('notifications'), said('window'), said('overlooked')].map((message) => ({ message }));
    if (share.state === 'about-to')
      return {
        severity: 'caution',
        titles: [said('title'), said('title-2')],
        line: said('line'),
        facts: [
          { name: 'share-window', message: said('share-window') },
          { name: 'close-mail', message: said('close-mail') },
        ],
        details,
        subject: `${code ?? ''}\nabout-to`,
      };
    if (share.state !== 'on') return null;
    const minutes = share.since === null ? 0 : Math.floor((now - share.since) / 60_000);
    const long = minutes * 60_000 >= longShareMs;
    if (!long && share.what !== 'screen') return null;
    const running = (variant: string): Message =>
      long ? { key: `screen-share.running${variant}`, values: { count: minutes } } : said(`whole-screen${variant}`);
    return {
      severity: 'note',
      titles: [running(''), running('-2')],
      line: running(''),
      facts: [
        ...(share.what === 'screen' ? [{ name: 'whole-screen', message: said('whole-screen-advice') }] : []),
        ...(long ? [{ name: 'running', message: said('stop'), count: minutes }] : []),
      ],
      details,
      subject: `${code ?? ''}\n${long ? 'long' : 'screen'}\n${share.since ?? ''}`,
      quiet: true,
    };
  },
});
