import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchScreenShare } from '../../page/screen-share';
import { play } from './meeting-page';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

const button = (name: string, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement => {
  const element = document.createElement('button');
  element.textContent = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  document.body.append(element);
  return element;
};
const state = (watch: ReturnType<typeof watchScreenShare>) => watch.current(1000).state;

it('notices a press on the share button, and nothing else', async () => {
  let changes = 0;
  const watch = watchScreenShare(document, () => (changes += 1), life.signal);
  const other = button('Chat');
  const share = button('Bildschirm freigeben');
  expect(state(watch)).toBe('off');
  await userEvent.click(other);
  expect(state(watch)).toBe('off');
  await userEvent.click(share);
  expect(state(watch)).toBe('about-to');
  expect(changes).toBeGreaterThan(0);
});

it('notices keyboard focus and rest, by name or by a known attribute', async () => {
  const watch = watchScreenShare(document, () => undefined, life.signal);
  button('', { 'data-testid': 'incall_screenshare' });
  await userEvent.tab();
  expect(state(watch)).toBe('about-to');
  life.abort();
  life = new AbortController();
  const second = watchScreenShare(document, () => undefined, life.signal);
  await userEvent.hover(button('Share screen'));
  await expect.poll(() => state(second)).toBe('about-to');
});

it('ignores events that a page makes up', () => {
  const watch = watchScreenShare(document, () => undefined, life.signal);
  button('Share screen').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  expect(state(watch)).toBe('off');
});

it('tells a running share by the stop button or by the stream, and since when', () => {
  const watch = watchScreenShare(document, () => undefined, life.signal);
  const stop = button('Stop sharing');
  expect(watch.current(1000)).toEqual({ state: 'on', what: 'unknown', since: 1000 });
  expect(watch.current(9000)).toEqual({ state: 'on', what: 'unknown', since: 1000 });
  stop.remove();
  expect(state(watch)).toBe('off');
  for (const [screen, what] of [
    ['monitor', 'screen'],
    ['window', 'window'],
    ['browser', 'tab'],
  ] as const) {
    const video = document.createElement('video');
    play(video, { screen });
    document.body.replaceChildren(video);
    expect(watch.current(2000)).toMatchObject({ state: 'on', what });
  }
});

it('ends with its signal', async () => {
  const watch = watchScreenShare(document, () => undefined, life.signal);
  const share = button('Share screen');
  life.abort();
  await userEvent.click(share);
  expect(state(watch)).toBe('off');
});
