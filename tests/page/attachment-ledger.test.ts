import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchAttachments } from '../../page/attachment-ledger';
import { closePages, openPage } from '../support/compose-page';
import { closedCompose, toBeForgotten } from '../support/forgotten';

let life = new AbortController();
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  closePages();
});

const two = `<body style="margin:0"><div id="a" style="height:100px"><input type="file" id="fa"><div contenteditable="true" id="ea">x</div></div>
<div id="b" style="height:100px"><input type="file" id="fb" multiple><div contenteditable="true" id="eb">x</div></div><input type="file" id="far"><div id="overlay"></div>`;

function open(html = two) {
  const page = openPage(html);
  const at = (id: string): HTMLElement => {
    const element = page.getElementById(id);
    if (!element) throw new Error(id);
    return element;
  };
  let told = 0;
  const ledger = watchAttachments(page, () => told++, life.signal);
  return { page, at, ledger, told: () => told };
}

const carrying = (...names: string[]): DataTransfer => {
  const data = new DataTransfer();
  for (const name of names) data.items.add(new File(['x'], name, name.endsWith('.png') ? { type: 'image/png' } : {}));
  return data;
};

function pick(input: HTMLElement, ...names: string[]): void {
  (input as HTMLInputElement).files = carrying(...names).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

it('gives a picked file to the compose that holds the input, even if the page empties it at once', () => {
  const { at, ledger, told } = open();
  ledger.filesOf(at('a'));
  ledger.filesOf(at('b'));
  at('fb').addEventListener('change', (event) => {
    (event.target as HTMLInputElement).value = '';
  });
  pick(at('fb'), 'one.pdf', 'two.pdf');
  expect(ledger.filesOf(at('a'))).toEqual([]);
  expect(ledger.filesOf(at('b'))).toEqual([
    { name: 'one.pdf', origin: 'picked', shown: false },
    { name: 'two.pdf', origin: 'picked', shown: false },
  ]);
  expect(told()).toBe(1);
});

it('gives a file of an input elsewhere to the compose that was used last', () => {
  const { at, ledger } = open();
  ledger.filesOf(at('a'));
  ledger.filesOf(at('b'));
  at('ea').focus();
  pick(at('far'), 'far.pdf');
  expect(ledger.filesOf(at('b'))).toEqual([]);
  expect(ledger.filesOf(at('a'))).toEqual([{ name: 'far.pdf', origin: 'picked', shown: false }]);
});

it('gives a file dropped on an overlay to the compose below it', () => {
  const { at, ledger } = open();
  ledger.filesOf(at('a'));
  ledger.filesOf(at('b'));
  at('overlay').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: carrying('dropped.zip'), clientX: 20, clientY: 150 }));
  expect(ledger.filesOf(at('a'))).toEqual([]);
  expect(ledger.filesOf(at('b'))).toEqual([{ name: 'dropped.zip', origin: 'dropped', shown: false }]);
});

it('takes a pasted file, and not the picture that comes with copied text', () => {
  const { at, ledger } = open();
  ledger.filesOf(at('a'));
  at('ea').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: carrying('scan.png') }));
  const withText = carrying('image.png');
  withText.setData('text/html', '<b>cells</b>');
  at('ea').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: withText }));
  expect(ledger.filesOf(at('a'))).toEqual([{ name: 'scan.png', origin: 'pasted', shown: false }]);
});

it('notices that a shown file was removed, and does not miss one that was never shown', () => {
  const { at, ledger } = open();
  ledger.filesOf(at('a'));
  pick(at('fa'), 'a very long file name.pdf');
  ledger.shown(at('a'), []);
  expect(ledger.filesOf(at('a'))).toHaveLength(1);
  ledger.shown(at('a'), ['a very lo…name.pdf']);
  expect(ledger.filesOf(at('a'))).toHaveLength(1);
  ledger.shown(at('a'), []);
  expect(ledger.filesOf(at('a'))).toEqual([]);
  ledger.shown(at('a'), ['a very lo…name.pdf']);
  expect(ledger.filesOf(at('a'))).toHaveLength(1);
});

it('follows a pasted picture into the text, and notices when it is taken out again', () => {
  const { at, ledger, told } = open();
  const picture = (into: HTMLElement): HTMLElement => into.appendChild(document.createElement('img'));
  ledger.filesOf(at('a'));
  picture(at('ea'));
  at('ea').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: carrying('image.png') }));
  ledger.shown(at('a'), []);
  expect(ledger.filesOf(at('a'))).toHaveLength(1);
  const pasted = picture(at('ea'));
  ledger.shown(at('a'), []);
  // The editor exchanges the element when the picture is uploaded.
  pasted.remove();
  const uploaded = picture(at('ea'));
  ledger.shown(at('a'), []);
  expect(ledger.filesOf(at('a'))).toHaveLength(1);
  const before = told();
  uploaded.remove();
  ledger.shown(at('a'), []);
  expect(ledger.filesOf(at('a'))).toEqual([]);
  expect(told()).toBe(before + 1);
});

it.each([
  [true, 0],
  [false, 1],
])('gives up a file that never appeared where the page is known to list files: %s', (lists, left) => {
  const { at, ledger } = open();
  ledger.filesOf(at('a'));
  pick(at('fa'), 'refused.pdf');
  ledger.shown(at('a'), [], lists);
  expect(ledger.filesOf(at('a'))).toHaveLength(1);
  const later = performance.now() + 11_000;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => later);
  ledger.shown(at('a'), [], lists);
  clock.mockRestore();
  expect(ledger.filesOf(at('a'))).toHaveLength(left);
});

it('hears a paste inside an editor frame whose document was replaced', () => {
  const { at, page, ledger } = open('<div id="a"><iframe id="frame"></iframe></div>');
  const inner = (at('frame') as HTMLIFrameElement).contentDocument;
  if (!inner) throw new Error('no document');
  inner.open();
  inner.write('<body contenteditable="true">x</body>');
  inner.close();
  ledger.filesOf(at('a'));
  expect(page.getElementById('a')).not.toBeNull();
  inner.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: carrying('in-frame.png') }));
  expect(ledger.filesOf(at('a'))).toEqual([{ name: 'in-frame.png', origin: 'pasted', shown: false }]);
});

it('does not keep a compose in memory that was closed, nor what was touched in it', async () => {
  const { page, ledger } = open('<p></p>');
  const gone = closedCompose(page, (root, input) => {
    ledger.filesOf(root);
    input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    pick(input, 'one.pdf');
    expect(ledger.filesOf(root)).toHaveLength(1);
  });
  await toBeForgotten(gone);
});

it('hears nothing after its end', () => {
  const { at, ledger } = open();
  life.abort();
  pick(at('fa'), 'late.pdf');
  expect(ledger.filesOf(at('a'))).toEqual([]);
});
