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
const answer = async (act: 'back' | 'send') => {
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
    await answer('send');
    expect(sent).toHaveBeenCalledOnce();
    expect(dialog()).toBeNull();
  });

  test('Go back sends nothing and gives the focus back', async () => {
    const compose = open({ asForm });
    await send(compose);
    await answer('back');
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

describe('the menu beside Send', () => {
  const scheduled = vi.fn();
  /** As these products do it: the entry acts on the end of a press or on Enter, and the menu is another one each time it opens. */
  function openWithMenu() {
    scheduled.mockReset();
    const settled = { value: false };
    const root = document.body.appendChild(document.createElement('div'));
    const send = root.appendChild(document.createElement('button'));
    send.textContent = 'Send';
    const more = root.appendChild(document.createElement('button'));
    more.textContent = 'More';
    more.setAttribute('aria-haspopup', 'true');
    const close = () => document.querySelector('[role=menu]')?.remove();
    more.addEventListener('click', () => {
      close();
      const menu = document.body.appendChild(document.createElement('div'));
      menu.setAttribute('role', 'menu');
      const item = menu.appendChild(document.createElement('div'));
      item.setAttribute('role', 'menuitem');
      item.tabIndex = -1;
      item.textContent = 'Schedule send';
      const act = () => {
        scheduled();
        close();
      };
      item.addEventListener('mouseup', act);
      item.addEventListener('keydown', (event) => event.key === 'Enter' && act());
    });
    const presenter = createPresenter(
      document,
      () => undefined,
      () => undefined,
      life.signal,
    );
    const ask = vi.fn();
    const onSend = createHold({
      close: () => presenter.confirm(root, null),
      // As the engine does: what was let go is not asked for again.
      ask: ({ onBack, onSend: go }) => {
        if (settled.value) return false;
        ask();
        const letGo = () => {
          settled.value = true;
          go();
        };
        presenter.confirm(root, { view: forwardView, catalog: { language: 'en', entries: english }, near: root, onBack, onSend: letGo });
        return true;
      },
    });
    watchSending(root, { controls: () => [send] }, onSend, life.signal);
    const entry = () => document.querySelector<HTMLElement>('[role=menuitem]') ?? expect.fail('the menu is closed');
    return { more, entry, close, ask };
  }
  const byMouse = async ({ more, entry }: ReturnType<typeof openWithMenu>) => {
    await userEvent.click(more);
    await userEvent.click(entry(), { force: true });
  };
  const byKey = async ({ more, entry }: ReturnType<typeof openWithMenu>) => {
    more.focus();
    await userEvent.keyboard('{Enter}');
    entry().focus();
    await userEvent.keyboard('{Enter}');
  };

  test.each([
    ['mouse', byMouse],
    ['keyboard', byKey],
  ])('is held again after Go back, by %s; Send anyway schedules once', async (_way, press) => {
    const menu = openWithMenu();
    for (const times of [1, 2, 3]) {
      await press(menu);
      expect(scheduled).not.toHaveBeenCalled();
      expect(dialog()?.open).toBe(true);
      expect(menu.ask).toHaveBeenCalledTimes(times);
      if (times < 3) await answer('back');
    }
    await answer('send');
    expect(scheduled).toHaveBeenCalledOnce();
    expect(dialog()).toBeNull();
  });

  test.each([
    ['mouse', byMouse],
    ['keyboard', byKey],
  ])('that has closed meanwhile sends nothing by itself, and is not held a second time, by %s', async (_way, press) => {
    const menu = openWithMenu();
    await press(menu);
    menu.close();
    await answer('send');
    expect(scheduled).not.toHaveBeenCalled();
    await press(menu);
    expect(menu.ask).toHaveBeenCalledOnce();
    expect(dialog()).toBeNull();
    expect(scheduled).toHaveBeenCalledOnce();
  });
});
