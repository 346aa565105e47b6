import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { modeOfControl, modeOfKey, watchPressedControls } from '../../page/pressed-control';
import { closePages, openPage } from '../support/compose-page';
import { closedCompose, toBeForgotten } from '../support/forgotten';

let life = new AbortController();
afterEach(() => {
  life.abort();
  closePages();
});

it.each([
  ['<button aria-label="Antworten"><i data-icon-name="ArrowReplyRegular"></i></button>', 'reply'],
  ['<button aria-label="xx"><i data-icon-name="ArrowReplyAllRegular"></i></button>', 'reply-all'],
  ['<button aria-label="xx"><span><i data-icon-name="ArrowForwardRegular"></i></span></button>', 'forward'],
  ['<button><i data-icon-name="ComposeRegular"></i>Neue E-Mail</button>', 'new'],
  ['<div role="menuitem" id="r3">Weiterleiten</div>', 'forward'],
  ['<span role="link">Reply all</span>', 'reply-all'],
  ['<button>Svara alla</button>', 'reply-all'],
  ['<button>転送</button>', 'forward'],
  ['<a class="button reply-all" href="#">x</a>', 'reply-all'],
  ['<button title="Rispondi">x</button>', 'reply'],
  ['<button data-testid="message-view:forward">x</button>', 'forward'],
  ['<button>Delete</button>', null],
  ['<button data-icon-name="ChevronForward">Next</button>', null],
  ['<div class="reply-container"><button>Like</button></div>', null],
])('%s', (html, mode) => {
  const page = openPage(`<body>${html}`);
  const inner = [...page.querySelectorAll('body *')].at(-1);
  expect(inner && modeOfControl(inner)).toBe(mode);
});

it.each([
  ['r', {}, 'reply'],
  ['R', { shiftKey: true }, 'reply-all'],
  ['a', {}, 'reply-all'],
  ['f', {}, 'forward'],
  ['f', { ctrlKey: true }, null],
  ['F', { ctrlKey: true, shiftKey: true }, 'forward'],
  ['a', { ctrlKey: true }, null],
  ['x', {}, null],
])('key %s %o', (key, modifiers, mode) => {
  expect(modeOfKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers })).toBe(mode);
});

it('gives the press to the compose that appears after it, and to no other', async () => {
  life = new AbortController();
  const bar = document.createElement('div');
  const reply = document.createElement('button');
  reply.textContent = 'Forward';
  const first = document.createElement('div');
  const second = document.createElement('div');
  bar.append(reply, first, second);
  document.body.append(bar);
  life.signal.addEventListener('abort', () => bar.remove());
  const pressed = watchPressedControls(document, life.signal);
  reply.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(pressed.pressedFor(second), 'a press made by script').toBeNull();
  await userEvent.click(reply);
  expect(pressed.pressedFor(first)).toBe('forward');
  expect(pressed.pressedFor(first)).toBe('forward');
  expect(pressed.pressedFor(second)).toBeNull();
  const anew = document.createElement('div');
  first.replaceWith(anew);
  expect(pressed.pressedFor(anew), 'the same compose, built anew').toBe('forward');
});

it('does not keep a compose in memory that was closed, nor what was pressed in it', async () => {
  const page = openPage('<p></p>');
  const pressed = watchPressedControls(page, life.signal);
  const gone = closedCompose(page, (root, input) => {
    expect(pressed.pressedFor(root)).toBeNull();
    input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  });
  await toBeForgotten(gone);
});
