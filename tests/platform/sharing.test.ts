/** Who is believed about a shared screen: the frames that answer, or Firefox's own word. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { until } from '../support/until';
import { fakeBrowser } from './support';

interface FakeTab {
  readonly id: number;
  readonly sharingState?: { readonly screen?: string };
}

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => fake);

/** What the engines answer when they are asked, by tab; a tab that is not here is gone. */
let sharing: Record<number, boolean> = {};
let told: unknown[] = [];
/** `null` for a browser that refuses to be asked for tabs that capture. */
let capturing: FakeTab[] | null = null;

beforeEach(() => {
  sharing = {};
  told = [];
  capturing = null;
  Object.assign(fake.browser, fakeBrowser(), {
    tabs: {
      query: async (asked: { screen?: true }) => {
        if (!asked.screen) return [{ id: 9 }];
        if (!capturing) throw new TypeError("Unexpected property: 'screen'.");
        return capturing;
      },
      sendMessage: async (tab: number, message: { name: string; data?: boolean }) => {
        if (message.name === 'sharing-here' && tab in sharing) return sharing[tab];
        if (message.name !== 'sharing-changed') throw new Error('Receiving end does not exist.');
        told.push(message.data);
      },
    },
  });
});
afterEach(() => vi.resetModules());

const load = () => import('../../platform/sharing');

it('believes a frame as long as it says so, and tells each change once', async () => {
  const { isSharing, keepSharing } = await load();
  expect(await isSharing()).toBe(false);
  sharing[1] = true;
  expect(await keepSharing(1, 0, true)).toBe(true);
  expect(await keepSharing(1, 0, true)).toBe(true);
  sharing[1] = false;
  expect(await keepSharing(1, 0, false)).toBe(false);
  await until(() => expect(told).toEqual([true, false]));
});

it('forgets a tab that closed, crashed or went elsewhere without a word', async () => {
  const { keepSharing, reviewSharing } = await load();
  sharing = { 1: true, 2: true };
  await keepSharing(1, 0, true);
  await keepSharing(2, 3, true);
  delete sharing[1];
  expect(await reviewSharing()).toBe(true);
  delete sharing[2];
  expect(await reviewSharing()).toBe(false);
});

it.each<[string, FakeTab[], boolean]>([
  ['the whole screen', [{ id: 1, sharingState: { screen: 'Screen' } }], true],
  ['a window', [{ id: 1, sharingState: { screen: 'Window' } }], false],
  ['nothing', [], false],
])('takes Firefox at its own word: %s', async (_what, tabs, expected) => {
  const { keepSharing } = await load();
  capturing = tabs;
  sharing[1] = true;
  expect(await keepSharing(1, 0, true)).toBe(expected);
});

it('learns from Firefox alone', async () => {
  const { reviewSharing } = await load();
  capturing = [{ id: 4, sharingState: { screen: 'Screen' } }];
  expect(await reviewSharing()).toBe(true);
  capturing = [];
  expect(await reviewSharing()).toBe(false);
});
