/** Which presses, keys and words of the browser mean printing. Keys and clicks are made by the browser, as only those count. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Printed } from '../../core/observation';
import type { PrintSign } from '../../core/printing';
import type { Prints } from '../../core/site';
import { printedBy, watchPrinting } from '../../page/printing';

const parse = (html: string): Element => {
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-here]');
  if (!found) throw new Error('Nothing is pressed.');
  return found;
};

describe('controls that print', () => {
  test.each<[string, string, Printed]>([
    ['Gmail: the whole conversation', '<button aria-label="Print all"><i data-here></i></button>', 'thread'],
    ['Gmail in German', '<button aria-label="Alle drucken" data-here></button>', 'thread'],
    ['Gmail: entry of a message’s menu', '<div role="menu"><div role="menuitem"><div data-here>Print</div></div></div>', 'unknown'],
    ['Outlook: icon without a word', '<button><i data-icon-name="PrintRegular" data-here></i></button>', 'unknown'],
    ['Outlook: beside its icon', '<button><i data-icon-name="Print"></i><span data-here>Druk af</span></button>', 'unknown'],
    ['Roundcube', '<a class="button print disabled" id="rcmbtn112" title="Print this message" role="button" data-here>Print</a>', 'unknown'],
    ['Welsh', '<button data-here>Argraffu</button>', 'unknown'],
    ['Japanese', '<button data-here>印刷</button>', 'unknown'],
    ['French, with its shortcut', '<button data-here>Imprimer… (Ctrl+P)</button>', 'unknown'],
    ['an old button', '<input type="button" value="Print" data-here>', 'unknown'],
    ['a programmer’s name', '<div tabindex="0" data-testid="toolbar:print-button" data-here>⎙</div>', 'unknown'],
  ])('%s', (_what, html, what) => expect(printedBy(parse(html), undefined)).toBe(what));

  test.each<[string, string]>([
    ['reply', '<button aria-label="Reply" data-here>Reply</button>'],
    ['a style that keeps things off paper', '<button class="no-print print-hidden" data-here>Send</button>'],
    ['the settings for printing', '<button id="print-settings" data-here>Page setup</button>'],
    ['a fingerprint', '<button aria-label="Sign in with your fingerprint" data-here></button>'],
    ['a message about printing', '<div role="listitem"><span data-here>Print run for the hearing is late, can you ask the supplier?</span></div>'],
    ['the text of a message in a table cell', '<table><tr><td data-here>Print</td></tr></table>'],
    ['a sprint in a subject', '<a href="#" data-here>Sprint planning</a>'],
    ['Vietnamese “in” inside a sentence', '<button data-here>Sign in</button>'],
  ])('not: %s', (_what, html) => expect(printedBy(parse(html), undefined)).toBeNull());

  test('the site’s own word goes first', () => {
    const prints: Prints = { controls: [{ selector: '.cmd-7', what: 'message' }] };
    expect(printedBy(parse('<span class="cmd-7"><b data-here>x</b></span>'), prints)).toBe('message');
  });
});

describe('signs', () => {
  let life = new AbortController();
  const heard = vi.fn<(sign: PrintSign, what: Printed) => void>();
  beforeEach(() => {
    life = new AbortController();
    heard.mockReset();
    watchPrinting(document, () => undefined, heard, life.signal);
  });
  afterEach(() => {
    life.abort();
    document.body.replaceChildren();
  });
  const add = (label: string): HTMLButtonElement => {
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = label;
    return button;
  };

  test('a press of the page’s button, before its handler runs', async () => {
    const button = add('Print all');
    const before: number[] = [];
    button.addEventListener('click', () => before.push(heard.mock.calls.length));
    await userEvent.click(button);
    expect(before[0]).toBeGreaterThan(0);
    expect(heard.mock.calls.every(([sign, what]) => sign === 'pressed' && what === 'thread')).toBe(true);
  });

  test('what a script presses is nothing', () => {
    add('Print').click();
    expect(heard).not.toHaveBeenCalled();
  });

  test('the browser’s own word', () => {
    window.dispatchEvent(new Event('beforeprint'));
    window.dispatchEvent(new Event('afterprint'));
    expect(heard.mock.calls.map(([sign]) => sign)).toEqual(['begun', 'over']);
  });

  test('the key, unless the page takes it', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    // The browser under test would open its dialog.
    const taken = (event: KeyboardEvent): void => event.preventDefault();
    window.addEventListener('keydown', taken);
    await userEvent.keyboard('{Control>}p{/Control}');
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).not.toHaveBeenCalled();
    window.removeEventListener('keydown', taken);
    await userEvent.keyboard('{Control>}o{/Control}');
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).not.toHaveBeenCalled();
  });

  test('nothing after the end', () => {
    life.abort();
    window.dispatchEvent(new Event('beforeprint'));
    expect(heard).not.toHaveBeenCalled();
  });
});
