/** Pages of web components: everything inside open shadow roots is read, heard and watched; closed roots stay unknown. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchAttachments } from '../../page/attachment-ledger';
import { lookForOpenRoots, mayHost, openRoots } from '../../page/open-roots';
import { modeOfControl } from '../../page/pressed-control';
import { isRelevant } from '../../page/relevance';
import { engineRuns, watchForHints } from '../../page/sentinel';
import { activeOf, all, closest, contains, first, parentOf, rawTextOf, startOfText } from '../../page/tree';
import anyWebmail from '../../sites/any-webmail';
import { closePages, openPage, readComposes } from '../support/compose-page';
import { readMessages } from '../support/message-page';
import { until } from '../support/until';
import { patterns } from './compose-patterns';
import { attachRoots } from './meeting-page';

let life = new AbortController();
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  engineRuns(true);
  document.body.append(document.createElement('i'));
  document.body.replaceChildren();
  lookForOpenRoots(document);
  closePages();
  for (const mark of ['engine', 'press']) Reflect.deleteProperty(globalThis, Symbol.for(`second-glance ${mark}`));
});

const root = (inner: string, mode = 'open') => `<template shadowrootmode="${mode}">${inner}</template>`;
const nested = `<main id="m"><i></i><x-a id="a">${root(`<p id="p">one <slot></slot></p><x-b>${root('<input id="deep"><b>three</b>')}</x-b>`)}<em>two</em></x-a><u>four</u></main>`;

describe('the tree as it is drawn', () => {
  it('is searched in order, and climbed out of', () => {
    const page = openPage(nested);
    lookForOpenRoots(page);
    const [main] = all(page, '#m');
    const [deep] = all(page, '#deep');
    const [slotted] = all(page, 'em');
    if (!main || !deep || !slotted) throw new Error('not found');
    expect(all(page, 'i,p,b,em,u').map((element) => element.localName)).toEqual(['i', 'p', 'b', 'em', 'u']);
    expect(rawTextOf(main)).toBe('one twothreefour');
    expect(startOfText(main, 5)).toBe('one t');
    expect(contains(main, deep)).toBe(true);
    expect(contains(deep, main)).toBe(false);
    expect(closest(deep, '#a')?.id).toBe('a');
    expect(parentOf(slotted)?.localName).toBe('slot');
    const [paragraph] = all(page, '#p');
    expect(paragraph && all(paragraph, 'em')).toEqual([slotted]);
    expect(first(main, 'b')?.localName).toBe('b');
    deep.focus();
    expect(activeOf(page)?.id).toBe('deep');
  });

  it('leaves closed roots alone', () => {
    const page = openPage(`<x-a>${root('<input id="secret">', 'closed')}</x-a>`);
    lookForOpenRoots(page);
    expect(openRoots(page)).toEqual([]);
    expect(all(page, '#secret')).toEqual([]);
  });

  it('forgets roots of a page that lost them', () => {
    const page = openPage(nested);
    lookForOpenRoots(page);
    page.body.replaceChildren();
    lookForOpenRoots(page);
    expect(openRoots(page)).toEqual([]);
  });

  it('asks no element of a page that has none which could be a host', () => {
    const page = openPage(`<main>${'<div><span>a</span><a href="#">b</a><table><tr><td><svg><path></path></svg></td></tr></table></div>'.repeat(50)}</main>`);
    expect(page.querySelectorAll(mayHost).length).toBe(0);
  });
});

it('reads an open message whose header, text and controls are components', async () => {
  const page = openPage(
    `<body><x-mail>${root(`<main><x-head>${root('<div><div>From: Ann Other &lt;ann@outside.example&gt;</div><div>To: jane.smith@justice.example</div></div>')}</x-head><x-bar>${root('<button>Reply</button>')}</x-bar><x-body class="message-body" style="display:block">${root('<p>Dear Jane, look at <a href="https://files.evil.example/x">https://www.justice.example/login</a>.</p>')}</x-body></main>`)}</x-mail>`,
  );
  const [message, ...more] = readMessages(anyWebmail, page);
  expect(more).toEqual([]);
  expect(message).toMatchObject({ from: 'Ann Other <ann@outside.example>', to: ['jane.smith@justice.example'] });
  expect(await message?.links()).toEqual(['https://www.justice.example/login → files.evil.example']);
});

it('keeps a compose in a closed root unknown', () => {
  const page = openPage((patterns.find(({ name }) => name.startsWith('an application in'))?.html ?? '').replace('mode="open"', 'mode="closed"'));
  expect(readComposes(anyWebmail, page)).toEqual([]);
});

it('finds parts that a component adds after the compose was found', () => {
  const page = openPage(patterns.find(({ name }) => name.startsWith('web components, every'))?.html ?? '');
  const reader = anyWebmail.surfaces.compose;
  const [compose] = reader?.find(page) ?? [];
  const chip = all(page, 'x-person')[0];
  if (!compose || !chip?.parentElement) throw new Error('no compose');
  const another = page.createElement('x-person');
  another.attachShadow({ mode: 'open' }).append(Object.assign(page.createElement('span'), { title: 'tom@x.example', textContent: 'Tom' }));
  chip.parentElement.prepend(another);
  const addresses = reader?.read(compose, { files: [], pressed: null })?.recipients.items.map(({ address }) => address);
  expect(addresses).toContain('tom@x.example');
});

it('a piece of page that brings an open root is worth a look', () => {
  const piece = document.createElement('div');
  piece.append(document.createElement('x-late'));
  const record = { type: 'childList', target: document.body, addedNodes: [piece] } as unknown as MutationRecord;
  expect(isRelevant([record], [])).toBe(false);
  piece.firstElementChild?.attachShadow({ mode: 'open' });
  expect(isRelevant([record], [])).toBe(true);
});

const mount = (html: string): void => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.append(...[...parsed.body.childNodes].map((node) => document.adoptNode(node)));
  attachRoots(document);
};

describe('the sentinel', () => {
  it('wakes for a hint that is in an open root from the start', () => {
    mount(`<x-a>${root(`<x-b>${root('<textarea></textarea>')}</x-b>`)}</x-a>`);
    const wake = vi.fn(() => true);
    watchForHints(document, ['textarea'], wake);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('wakes for one that comes into an open root later', async () => {
    mount(`<x-a>${root('<p></p>')}</x-a>`);
    const wake = vi.fn(() => true);
    watchForHints(document, ['textarea'], wake);
    expect(wake).not.toHaveBeenCalled();
    document.querySelector('x-a')?.shadowRoot?.append(document.createElement('textarea'));
    await until(() => expect(wake).toHaveBeenCalledOnce());
  });

  it('wakes for one in a component that got its program late', async () => {
    mount('<x-late-one></x-late-one>');
    const wake = vi.fn(() => true);
    watchForHints(document, ['textarea'], wake);
    customElements.define(
      'x-late-one',
      class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).append(document.createElement('textarea'));
        }
      },
    );
    await until(() => expect(wake).toHaveBeenCalledOnce());
  });
});

describe('what happens inside', () => {
  it('Send is heard by click, key and submit', async () => {
    mount(patterns.find(({ name }) => name.startsWith('an application in'))?.html ?? '');
    const reader = anyWebmail.surfaces.compose;
    const [compose] = reader?.find(document) ?? [];
    if (!compose) throw new Error('no compose');
    const seen: string[] = [];
    reader?.watchSending?.(compose, ({ how }) => seen.push(how), life.signal);
    compose.addEventListener('submit', (event) => event.preventDefault());
    const send = all(compose, 'button').at(-1) as HTMLButtonElement;
    await userEvent.click(send);
    expect(seen).toEqual(['click']);
    (compose as HTMLFormElement).requestSubmit(send);
    expect(seen).toEqual(['click', 'submit']);
    all(compose, 'textarea')[0]?.focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(seen).toEqual(['click', 'submit', 'shortcut']);
  });

  it('a control that forwards is known through its own root', () => {
    const page = openPage(`<x-button aria-label="Forward" role="button">${root('<span><svg></svg></span>')}</x-button>`);
    lookForOpenRoots(page);
    const [icon] = all(page, 'svg');
    expect(icon && modeOfControl(icon)).toBe('forward');
  });

  it('a file that is picked in it is noticed once', () => {
    mount(`<x-files>${root('<div><input type="file"></div>')}</x-files>`);
    lookForOpenRoots(document);
    const ledger = watchAttachments(document, () => undefined, life.signal);
    const [box] = all(document, 'x-files');
    const [input] = all(document, 'input') as HTMLInputElement[];
    if (!box || !input) throw new Error('no input');
    ledger.filesOf(box);
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'one.pdf'));
    input.files = data.files;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    expect(ledger.filesOf(box).map(({ name }) => name)).toEqual(['one.pdf']);
  });
});
