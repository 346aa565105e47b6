import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchPressedControls } from '../../page/pressed-control';
import { earlierPress, engineRuns, watchForHints } from '../../page/sentinel';
import { until } from '../support/until';

const marks = [Symbol.for('second-glance engine'), Symbol.for('second-glance press')];
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
  watchForHints(document, 'textarea', wake);
  add('div');
  expect(wake).not.toHaveBeenCalled();
  add('textarea');
  await until(() => expect(wake).toHaveBeenCalledOnce());
});

test('wakes at once at a door, whatever is on the page', () => {
  const wake = vi.fn(() => true);
  watchForHints(document, 'textarea', wake, /./);
  expect(wake).toHaveBeenCalledOnce();
});

test('does nothing where an engine runs, or in an editor’s own frame', () => {
  const wake = vi.fn(() => true);
  add('textarea');
  document.designMode = 'on';
  watchForHints(document, 'textarea', wake);
  document.designMode = 'off';
  expect(engineRuns(true)).toBe(false);
  watchForHints(document, 'textarea', wake);
  expect(wake).not.toHaveBeenCalled();
});

test('remembers the press that brought the first compose, for the engine that comes after it', async () => {
  watchForHints(document, 'textarea', () => true);
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
  watchForHints(document, 'textarea', () => true);
  add('button').click();
  expect(earlierPress()).toBeNull();
});
