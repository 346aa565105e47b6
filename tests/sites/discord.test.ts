import { afterEach, describe, expect, it } from 'vitest';
import site from '../../sites/discord';
import { closePages, fourLanguages, handMade, noise, readMeeting } from '../page/meeting-page';

const phase = (html: string, at: string) => readMeeting(site, html, at)?.phase ?? null;
afterEach(closePages);

const channel = '/channels/1/2';

describe.each(fourLanguages)('hand-made pages in $language', (words) => {
  it('knows a call, its devices, and no door', () => {
    const panel = `<section class="panels_${noise()}"><div class="rtcConnectionStatus_${noise()}"></div><button aria-label="${words.mute}"></button><button aria-label="${words.stopCamera}"></button></section>`;
    expect(readMeeting(site, handMade(words, panel), channel)).toMatchObject({ phase: 'in-meeting', camera: 'on', microphone: 'on', code: null });
    expect(
      phase(handMade(words, `<section class="panels_x"><button aria-label="${words.mute}"></button></section><a href="#">${words.join}</a>`), channel),
    ).toBe(null);
  });
});
