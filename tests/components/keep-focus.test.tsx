/** Where the focus goes when what has it goes away. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keepFocus } from '../../components/keep-focus';
import { until } from '../support/until';
import { one } from './support';

let life = new AbortController();
beforeEach(() => {
  life = new AbortController();
  keepFocus(document, life.signal);
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

const show = (markup: string): void => document.body.replaceChildren(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
const at = (id: string) => one(document, `#${id}`);
const focused = (id: string) => until(() => expect(document.activeElement?.id).toBe(id));

const list = `<ul>${['a', 'b', 'c'].map((id) => `<li>${id} <button id="${id}">Remove</button></li>`).join('')}</ul><p><button id="after">Add</button></p>`;

test('a row that goes gives the focus to the next one, the last one to the one before', async () => {
  show(list);
  at('b').focus();
  at('b').parentElement?.remove();
  await focused('c');
  at('c').parentElement?.remove();
  await focused('a');
});

test('with the last of a list it goes on to what follows, and never to what cannot be used', async () => {
  show(
    `<div><ul><li><button id="only">Remove</button></li></ul></div><button disabled>Off</button><button hidden>Gone</button><button id="after">Add</button>`,
  );
  at('only').focus();
  one(document, 'ul').remove();
  await focused('after');
});

test('a button that is switched off gives it to the next', async () => {
  show(list);
  at('a').focus();
  at('a').setAttribute('disabled', '');
  await focused('b');
});

test('whoever came to a message goes back to where they came from', async () => {
  show(`${list}<div role="status"><button id="undo">Undo</button></div>`);
  at('b').focus();
  at('undo').focus();
  one(document, '[role=status]').replaceChildren();
  await focused('b');
});

test('who put the focus elsewhere, or pressed beside everything, is not moved', async () => {
  show(`<p id="text" style="height: 80px">Text</p>${list}`);
  at('a').focus();
  at('c').focus();
  at('a').parentElement?.remove();
  // A change that is acted on shows that the one before had its turn.
  at('c').setAttribute('disabled', '');
  await focused('b');
  await userEvent.click(at('text'));
  at('b').remove();
  show(list);
  at('c').focus();
  at('c').setAttribute('hidden', '');
  await focused('b');
});
