/** A real call between two browsers in an app that Second Glance has no description of: from the door to hanging up. One of the two has the built extension. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type TestBrowser } from './support/browser';
import { nudgeFor, nudgeGone, nudgesOn, nudgeWhere } from './support/nudge';
import { installPeerCalls, type PeerCalls, startPeerCalls } from './support/peer-calls';

const missing = await installPeerCalls();
if (missing) console.warn(`The two-party call is skipped: ${missing}.`);

// The app names a server on the internet to find its way out; two browsers on one computer need none.
const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

describe.skipIf(missing !== null)('a call of two', () => {
  let app: PeerCalls;
  let mine: TestBrowser;
  let theirs: TestBrowser;
  beforeAll(async () => {
    [app, mine, theirs] = await Promise.all([
      startPeerCalls(),
      startBrowser({ extension: inject('extension'), args }),
      startBrowser({ extension: null, args }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([mine?.stop(), theirs?.stop()]);
    await app?.stop();
  });

  const join = async (page: Page, name: string): Promise<void> => {
    await page.getByPlaceholder('Nickname').fill(name);
    await page.getByRole('button', { name: 'Join Call' }).click();
    await page.locator('.toolbar .hangup').waitFor();
  };
  const seesVideos = (page: Page, count: number): Promise<unknown> =>
    page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('video')].filter(({ srcObject, readyState }) => srcObject instanceof MediaStream && srcObject.active && readyState >= 2)
          .length === wanted,
      count,
    );

  it('reminds at the door, is silent inside, speaks at the share and while the whole screen is shown, and not again after a reload', async () => {
    const me = await mine.newPage();
    const other = await theirs.newPage();
    await Promise.all([me.goto(`${app.url}/call/case-review`), other.goto(`${app.url}/call/case-review`)]);

    const door = await nudgeFor(me, 'pre-join');
    expect(door.form).toBe('card');
    const place = await me.getByRole('button', { name: 'Join Call' }).boundingBox();
    if (!place) throw new Error('There is no door.');
    const { box } = door;
    expect(box.x >= place.x + place.width || place.x >= box.x + box.width || box.y >= place.y + place.height || place.y >= box.y + box.height).toBe(true);

    await Promise.all([join(me, 'Jane'), join(other, 'Tom')]);
    await Promise.all([seesVideos(me, 2), seesVideos(other, 2)]);
    await nudgeGone(me);

    const share = me.locator('.toolbar .stream-desktop');
    await share.hover();
    expect((await nudgeFor(me, 'screen-share')).form).toBe('card');
    await share.click();
    await seesVideos(other, 3);
    await nudgeWhere(me, 'a chip that the whole screen is shown', (shown) =>
      shown.find(({ form, rules, title }) => form === 'chip' && rules.includes('screen-share') && title.includes('whole screen')),
    );
    await share.click();
    await me.mouse.move(5, 5);
    await seesVideos(other, 2);
    await nudgeGone(me);

    await me.reload();
    await me.getByRole('button', { name: 'Join Call' }).waitFor();
    // Another room in another tab shows that the engine had its turn.
    const witness = await mine.newPage();
    await witness.goto(`${app.url}/call/another-room`);
    await nudgeFor(witness, 'pre-join');
    await witness.close();
    expect(await nudgesOn(me)).toEqual([]);

    await join(me, 'Jane');
    await Promise.all([seesVideos(me, 2), seesVideos(other, 2)]);
    await me.locator('.toolbar .hangup').click();
    await me.getByRole('button', { name: 'Join Call' }).waitFor();
    await seesVideos(other, 1);
    expect(await nudgesOn(me)).toEqual([]);
  });
});
