import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { isControlEnter, type SendAttempt, watchSending } from '../../page/sending';

let life = new AbortController();
afterEach(() => life.abort());

function open(control: HTMLElement = document.createElement('button')) {
  life = new AbortController();
  const outer = document.createElement('div');
  const root = document.createElement('form');
  const text = document.createElement('textarea');
  const other = document.createElement('textarea');
  control.textContent = 'Send';
  root.append(text, control);
  outer.append(root, other);
  document.body.append(outer);
  life.signal.addEventListener('abort', () => outer.remove());
  const seen: string[] = [];
  const before: boolean[] = [];
  let handled = false;
  control.addEventListener('click', () => {
    handled = true;
  });
  root.addEventListener('submit', (event) => event.preventDefault());
  const onSend = ({ how }: SendAttempt) => {
    seen.push(how);
    before.push(!handled);
  };
  watchSending(root, { controls: () => [control], sendsByKey: (key) => isControlEnter(key) || (key.altKey && key.code === 'KeyS') }, onSend, life.signal);
  return { root, text, other, control, seen, before };
}

it('hears a click before the page does', async () => {
  const control = document.createElement('div');
  control.setAttribute('role', 'button');
  const { seen, before } = open(control);
  await userEvent.click(control);
  expect(seen).toEqual(['click']);
  expect(before).toEqual([true]);
});

it('tells an attempt by key once', async () => {
  const { control, seen } = open();
  control.setAttribute('type', 'button');
  control.focus();
  await userEvent.keyboard('{Enter}');
  expect(seen).toEqual(['key']);
  control.focus();
  await userEvent.keyboard(' ');
  expect(seen).toEqual(['key', 'key']);
  await userEvent.click(control);
  expect(seen).toEqual(['key', 'key', 'click']);
});

it('hears Ctrl+Enter and the site’s own key inside the compose only', async () => {
  const { text, other, seen } = open();
  text.focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.keyboard('{Alt>}s{/Alt}');
  await userEvent.keyboard('plain{Enter}');
  expect(seen).toEqual(['shortcut', 'shortcut']);
  other.focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(seen).toHaveLength(2);
});

it('can hold the message', async () => {
  const control = document.createElement('button');
  const { root } = open(control);
  let sent = 0;
  root.addEventListener('submit', () => sent++);
  const hold = new AbortController();
  watchSending(
    root,
    { controls: () => [control] },
    ({ event }) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    hold.signal,
  );
  await userEvent.click(control);
  expect(sent).toBe(0);
  hold.abort();
  await userEvent.click(control);
  expect(sent).toBe(1);
});

it('tells a click on a submit button once, and a submit by script with that button', async () => {
  const { root, control, seen } = open();
  await userEvent.click(control);
  expect(seen).toEqual(['click']);
  await expect
    .poll(() => {
      (root as HTMLFormElement).requestSubmit(control);
      return seen.length;
    })
    .toBeGreaterThan(1);
  expect(seen[1]).toBe('submit');
});

it('hears Ctrl+Enter inside the editor’s frame', () => {
  const { root, seen } = open();
  const frame = document.createElement('iframe');
  root.append(frame);
  const inner = frame.contentDocument;
  if (!inner) throw new Error('no document');
  root.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  inner.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true }));
  expect(seen).toEqual(['shortcut']);
});
