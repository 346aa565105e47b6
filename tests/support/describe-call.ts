/** What every meeting product has to do of which only the address is known: phases and switches come from what every call has. */
import { describe, expect, it } from 'vitest';
import type { DomSite } from '../../page/site';
import { fourLanguages, handMade, noise, readMeeting } from '../page/meeting-page';

/** @param room path of a call */
export function describeCallByAddress(site: DomSite, room: string): void {
  describe.each(fourLanguages)('a page in $language, of which only the address is known', (words) => {
    const switches = `<button class="${noise()}" aria-label="${words.mute}"></button><button class="${noise()}" aria-label="${words.stopCamera}"></button>`;
    const read = (html: string) => readMeeting(site, handMade(words, html), room);
    it('tells the phases by what every call has', () => {
      expect(read(`<video></video>${switches}<button>${words.join}</button>`)).toMatchObject({ phase: 'pre-join', camera: 'on', microphone: 'on' });
      expect(read(`${switches}<button>${words.leave}</button>`)?.phase).toBe('in-meeting');
      expect(read('<p>…</p>')?.phase).toBe('unknown');
    });
  });
}
