/** A page that does not answer holds up nobody who comes after it. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from './support';

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => fake);

const site = 'https://mail.example.org';
const page = { tabId: 2, frameId: 0, origin: site, opener: 1, incognito: false };
const note = { site: 'any-webmail', rules: [], inside: null, outside: null } as never;
const never = new Promise<never>(() => undefined);
let answer: () => Promise<unknown> = () => never;

beforeEach(() => {
  Object.assign(fake.browser, fakeBrowser(), {
    tabs: {
      query: async () => [{ id: 1, url: `${site}/`, active: true, incognito: false }],
      get: async (id: number) => ({ id, url: `${site}/` }),
      sendMessage: () => answer(),
    },
  });
});

it.each<[string, () => Promise<unknown>, boolean]>([
  ['is stopped by a dialog of its own', () => never, false],
  ['has no engine and is still loading', () => Promise.reject(new Error('Receiving end does not exist.')), true],
])('goes on while the page that is to tell %s', async (_what, answers, woken) => {
  const { keepSending, sendingTabGone, takeSentPast } = await import('../../platform/sent-past');
  answer = answers;
  const wake = vi.fn(() => never);
  await keepSending(page, note);
  expect(await sendingTabGone(page.tabId, wake)).toEqual(note);
  expect(wake.mock.calls.length > 0).toBe(woken);
  expect(await takeSentPast(1, site)).toBe(woken);
});
