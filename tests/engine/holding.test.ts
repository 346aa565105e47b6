/** Holding Send, on a page with its own handlers: what the page hears, and how often. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page as browserPage, userEvent } from 'vitest/browser';
import english from '../../assets/language/en.json';
import { forwardView } from '../../components/nudge-card.examples';
import { createHold } from '../../engine/holding';
import { createPresenter } from '../../engine/presenter';
import { watchSending } from '../../page/sending';
import { seeRoots } from './support';

let life = new AbortController();
let roots: ShadowRoot[] = [];
const sent = vi.fn();

beforeEach(async () => {
  await browserPage.viewport(1280, 800);
  life = new AbortController();
  roots = seeRoots();
  sent.mockReset();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const dialog = (): HTMLDialogElement | null => roots[0]?.querySelector<HTMLDialogElement>('[data-confirm]') ?? null;
const press = async (act: 'back' | 'send') => {
  roots[0]?.querySelector<HTMLElement>(`[data-act=${act}]`)?.focus();
  await userEvent.keyboard('{Enter}');
};

/** A compose that sends by its button, by Ctrl+Enter and by a submitted form. */
function open({ asForm = false, hold = true, ask = undefined as (() => boolean) | undefined } = {}) {
  const root = document.body.appendChild(document.createElement(asForm ? 'form' : 'div'));
  const text = root.appendChild(document.createElement('textarea'));
  const send = root.appendChild(document.createElement('button'));
  send.textContent = 'Send';
  send.type = asForm ? 'submit' : 'button';
  if (asForm) {
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      sent();
    });
  } else {
    send.addEventListener('click', () => sent());
    root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && event.ctrlKey) sent();
    });
  }
  const presenter = createPresenter(
    document,
    () => undefined,
    () => undefined,
    life.signal,
  );
  const onSend = createHold({
    close: () => presenter.confirm(root, null),
    ask:
      ask ??
      (({ onBack, onSend: go }) => {
        if (hold) presenter.confirm(root, { view: forwardView, catalog: { language: 'en', entries: english }, near: root, onBack, onSend: go });
        return hold;
      }),
  });
  watchSending(
    root,
    { controls: () => [send] },
    (attempt) => {
      try {
        onSend(attempt);
      } catch {
        // contained by the engine's frame
      }
    },
    life.signal,
  );
  return { root, text, send };
}

const ways: [string, boolean, (compose: ReturnType<typeof open>) => Promise<void>][] = [
  ['a click', false, ({ send }) => userEvent.click(send)],
  ['a click on a form’s button', true, ({ send }) => userEvent.click(send)],
  [
    'Enter on the button',
    false,
    async ({ send }) => {
      send.focus();
      await userEvent.keyboard('{Enter}');
    },
  ],
  [
    'Space on the button',
    false,
    async ({ send }) => {
      send.focus();
      await userEvent.keyboard(' ');
    },
  ],
  [
    'Ctrl+Enter in the text',
    false,
    async ({ text }) => {
      text.focus();
      await userEvent.keyboard('{Control>}{Enter}{/Control}');
    },
  ],
];

describe.each(ways)('%s', (_name, asForm, send) => {
  test('is held, and Send anyway sends exactly once', async () => {
    const compose = open({ asForm });
    await send(compose);
    expect(sent).not.toHaveBeenCalled();
    expect(dialog()?.getAttribute('role')).toBe('alertdialog');
    expect(dialog()?.open).toBe(true);
    expect(roots[0]?.activeElement?.getAttribute('data-act')).toBe('back');
    await press('send');
    expect(sent).toHaveBeenCalledOnce();
    expect(dialog()).toBeNull();
  });

  test('Go back sends nothing and gives the focus back', async () => {
    const compose = open({ asForm });
    await send(compose);
    await press('back');
    expect(sent).not.toHaveBeenCalled();
    expect(dialog()).toBeNull();
    expect([compose.send, compose.text]).toContain(document.activeElement);
  });

  test('is not held where nothing asks for it', async () => {
    await send(open({ asForm, hold: false }));
    expect(sent).toHaveBeenCalledOnce();
  });

  test('goes out when the hold itself fails', async () => {
    await send(
      open({
        asForm,
        ask: () => {
          throw new Error('no dialog');
        },
      }),
    );
    expect(sent).toHaveBeenCalledOnce();
  });
});

test('Escape goes back', async () => {
  const { send } = open();
  await userEvent.click(send);
  await userEvent.keyboard('{Escape}');
  expect(dialog()).toBeNull();
  expect(sent).not.toHaveBeenCalled();
});

test('a page that hides the dialog cannot hold Send for ever: the second press goes through', async () => {
  const { send } = open();
  await userEvent.click(send);
  dialog()?.close();
  await userEvent.click(send);
  expect(sent).toHaveBeenCalledOnce();
});

test('what the page’s own scripts press is the page’s affair', () => {
  const { send } = open();
  send.click();
  expect(sent).toHaveBeenCalledOnce();
  expect(dialog()).toBeNull();
});
