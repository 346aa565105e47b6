import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchPressedControls } from '../../page/pressed-control';
import { earlierPress, engineRuns, leaveToSentinel, watchForHints } from '../../page/sentinel';
import { until } from '../support/until';

const marks = [Symbol.for('second-glance engine'), Symbol.for('second-glance press'), Symbol.for('second-glance rest')];
const forget = () => {
  for (const mark of marks) Reflect.deleteProperty(globalThis, mark);
};
beforeEach(forget);
afterEach(() => {
  engineRuns(true);
  document.body.append(document.createElement('i'));
  document.body.replaceChildren();
  document.designMode = 'off';
});
const add = (name: string) => document.body.appendChild(document.createElement(name));

test('wakes when a hint appears, and not before', async () => {
  const wake = vi.fn(() => true);
  watchForHints(document, ['textarea'], wake);
  add('div');
  expect(wake).not.toHaveBeenCalled();
  add('textarea');
  await until(() => expect(wake).toHaveBeenCalledOnce());
});

test('wakes at once at a door, whatever is on the page', () => {
  const wake = vi.fn(() => true);
  watchForHints(document, ['textarea'], wake, /./);
  expect(wake).toHaveBeenCalledOnce();
});

test.each([5_000, 60_000])('finds any of its hints in a page of %i elements, also what comes later', async (size) => {
  const room = add('section');
  for (let i = 0; i < size; i += 1) room.append(document.createElement('i'));
  const wake = vi.fn(() => true);
  watchForHints(document, ['textarea', 'article', '[role="document"]'], wake);
  const late = document.createElement('p');
  late.setAttribute('role', 'document');
  room.firstElementChild?.append(late);
  await until(() => expect(wake).toHaveBeenCalledOnce());
});

test('looks for every hint in what is left, when a part of the page goes while it is searched', async () => {
  const wake = vi.fn(() => true);
  watchForHints(document, ['textarea', 'article'], wake);
  const [left, going] = [document.createElement('section'), document.createElement('section')];
  for (const part of [left, going]) for (let i = 0; i < 600; i += 1) part.append(document.createElement('i'));
  left.append(document.createElement('textarea'));
  // Every look at the clock finds that time is up, and the part goes as soon as it has been searched for the first hint.
  let time = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 10));
  const search = vi.spyOn(Element.prototype, 'querySelector').mockImplementation(function (this: Element, selector: string) {
    if (this === going) queueMicrotask(() => going.remove());
    return this.querySelectorAll(selector)[0] ?? null;
  });
  try {
    document.body.append(left, going);
    await until(() => expect(wake).toHaveBeenCalledOnce());
    expect(search.mock.contexts).toContain(going);
  } finally {
    vi.restoreAllMocks();
  }
});

test('does nothing where an engine runs, or in an editor’s own frame', () => {
  const wake = vi.fn(() => true);
  add('textarea');
  document.designMode = 'on';
  watchForHints(document, ['textarea'], wake);
  document.designMode = 'off';
  expect(engineRuns(true)).toBe(false);
  watchForHints(document, ['textarea'], wake);
  expect(wake).not.toHaveBeenCalled();
});

test('remembers the press that brought the first compose, for the engine that comes after it', async () => {
  watchForHints(document, ['textarea'], () => true);
  const button = add('button');
  button.setAttribute('aria-label', 'Forward');
  button.textContent = 'Forward';
  await userEvent.click(button);
  expect(earlierPress()?.target.deref()).toBe(button);
  const root = add('form');
  const life = new AbortController();
  expect(watchPressedControls(document, life.signal).pressedFor(root)).toBe('forward');
  life.abort();
});

test('what a page’s script presses is not remembered', () => {
  watchForHints(document, ['textarea'], () => true);
  add('button').click();
  expect(earlierPress()).toBeNull();
});

/** A page on which an engine ran, found nothing, and ended. */
function rested(wake: () => boolean): void {
  add('textarea');
  watchForHints(document, ['textarea', 'article'], wake);
  engineRuns(true);
  engineRuns(false);
  leaveToSentinel();
  vi.mocked(wake).mockClear();
}

test('after an engine that found nothing, what is there and what comes by itself wakes none', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const wake = vi.fn(() => true);
    rested(wake);
    add('article');
    // Observers are told before the next microtask.
    await Promise.resolve();
    vi.advanceTimersByTime(60_000);
    expect(wake).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});

test('after an engine that found nothing, what a press brings wakes', async () => {
  const wake = vi.fn(() => true);
  rested(wake);
  const button = add('button');
  button.addEventListener('click', () => add('article'));
  await userEvent.click(button);
  await until(() => expect(wake).toHaveBeenCalledOnce());
});

test('after an engine that found nothing, a field that the person goes into wakes at once', async () => {
  const wake = vi.fn(() => true);
  rested(wake);
  await userEvent.click(add('button'));
  expect(wake).not.toHaveBeenCalled();
  document.querySelector('textarea')?.focus();
  expect(wake).toHaveBeenCalledOnce();
});

test('an engine that rests and is woken may rest again', async () => {
  const wake = vi.fn(() => true);
  rested(wake);
  document.querySelector('textarea')?.focus();
  engineRuns(true);
  engineRuns(false);
  leaveToSentinel();
  wake.mockClear();
  document.querySelector('textarea')?.blur();
  document.querySelector('textarea')?.focus();
  expect(wake).toHaveBeenCalledOnce();
});
