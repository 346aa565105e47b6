import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as browserPage, userEvent } from 'vitest/browser';
import english from '../../assets/language/en.json';
import { forwardView, smallView } from '../../components/nudge-card.examples';
import { createPresenter, type Showing } from '../../engine/presenter';
import { until } from '../support/until';
import { seeRoots } from './support';

let life = new AbortController();
let roots: ShadowRoot[] = [];
const removed = vi.fn();
const failed = vi.fn();

beforeEach(async () => {
  await browserPage.viewport(1280, 800);
  life = new AbortController();
  roots = seeRoots();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A docked compose at the bottom right, as webmails have it. */
function dockedCompose(): { root: HTMLElement; send: HTMLElement; editor: HTMLElement } {
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = 'position: fixed; right: 40px; bottom: 0; width: 500px; height: 520px; display: flex; flex-direction: column';
  const editor = root.appendChild(document.createElement('div'));
  editor.contentEditable = 'true';
  editor.style.flex = '1';
  editor.textContent = 'Dear Ann';
  const send = root.appendChild(document.createElement('button'));
  send.textContent = 'Send';
  return { root, send, editor };
}

const showing = (anchor: HTMLElement, keepClear: Showing['layout']['keepClear'], change: Partial<Showing> = {}): Showing => ({
  form: 'card',
  view: forwardView,
  catalog: { language: 'en', entries: english },
  layout: { anchor, keepClear },
  onGotIt: vi.fn(),
  onNotRelevant: vi.fn(),
  onSnooze: vi.fn(),
  onChip: vi.fn(),
  onJump: vi.fn(),
  onAllContacts: vi.fn(),
  ...change,
});
const presenter = () => createPresenter(document, removed, failed, life.signal);
const card = (): HTMLElement | null => roots[0]?.querySelector<HTMLElement>('[data-nudge]') ?? null;
const said = (): string => roots[0]?.querySelector('[role=status]')?.textContent ?? '';
const hosts = () => document.querySelectorAll('second-glance').length;

test('stands beside the compose, over nothing that matters, and does not take the focus', () => {
  const { root, send, editor } = dockedCompose();
  editor.focus();
  presenter().present(
    {},
    showing(root, [
      { element: send, how: 'never' },
      { element: editor, how: 'avoid' },
    ]),
  );
  const box = card()?.getBoundingClientRect();
  expect(document.activeElement).toBe(editor);
  expect(box && box.right <= root.getBoundingClientRect().left).toBe(true);
  expect(card()?.checkVisibility()).toBe(true);
});

test('is announced politely, once, and again only when its reason changes', async () => {
  const { root } = dockedCompose();
  const owner = {};
  const { present } = presenter();
  present(owner, showing(root, []));
  await until(() => expect(said()).toContain('Second Glance'));
  const live = roots[0]?.querySelector('[role=status]');
  expect(live?.getAttribute('aria-live')).toBe('polite');
  const changes = vi.fn();
  const observer = new MutationObserver(changes);
  if (live) observer.observe(live, { childList: true, characterData: true, subtree: true });
  present(owner, showing(root, []));
  await Promise.resolve();
  expect(changes).not.toHaveBeenCalled();
  present(owner, showing(root, [], { view: { ...smallView, title: { key: 'quoted-thread.title-look', values: { count: 2 } } } }));
  await until(() => expect(changes).toHaveBeenCalled());
  observer.disconnect();
});

test('a new card is announced though it says what one before it said; a card that went at once is not', async () => {
  const { root } = dockedCompose();
  const { present } = presenter();
  const heard: string[] = [];
  present({}, showing(root, [], { form: 'chip' }));
  const live = roots[0]?.querySelector('[role=status]');
  const observer = new MutationObserver(() => {
    if (said() !== '') heard.push(said());
  });
  if (live) observer.observe(live, { childList: true, characterData: true, subtree: true });
  const [hasty, one, two] = [{}, {}, {}];
  present(hasty, showing(root, [], { view: smallView }));
  present(hasty, null);
  present(one, showing(root, []));
  await until(() => expect(heard.length).toBe(1));
  present(one, null);
  present(two, showing(root, []));
  await until(() => expect(heard.length).toBe(2));
  expect(heard[1]).toBe(heard[0]);
  observer.disconnect();
});

test('two composes have a card each; the host goes with the last', () => {
  const { root } = dockedCompose();
  const [one, two] = [{}, {}];
  const { present } = presenter();
  present(one, showing(root, []));
  present(two, showing(root, [], { view: smallView }));
  expect(roots[0]?.querySelectorAll('[data-nudge]').length).toBe(2);
  expect(hosts()).toBe(1);
  present(one, null);
  expect(card()?.dataset['nudge']).toBe('pre-join');
  present(two, null);
  expect(hosts()).toBe(0);
  present(one, showing(root, []));
  expect(card()?.checkVisibility()).toBe(true);
});

test('no card covers another compose or another card', async () => {
  const [first, second] = [dockedCompose(), dockedCompose()];
  second.root.style.right = '420px';
  const [one, two] = [{}, {}];
  const { know, present } = presenter();
  const layoutOf = ({ root, send, editor }: ReturnType<typeof dockedCompose>): Showing['layout'] => ({
    anchor: root,
    keepClear: [
      { element: send, how: 'never' },
      { element: editor.parentElement ?? editor, how: 'never' },
    ],
  });
  know(one, layoutOf(first));
  present(one, { ...showing(first.root, []), layout: layoutOf(first) });
  // The second compose opens where the first one's card stands.
  know(two, layoutOf(second));
  const clear = (): boolean => {
    const box = roots[0]?.querySelector('[data-nudge],[data-chip]')?.getBoundingClientRect();
    const other = second.root.getBoundingClientRect();
    return box !== undefined && (box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom);
  };
  await until(() => expect(clear()).toBe(true));
  present(two, { ...showing(second.root, []), layout: layoutOf(second) });
  const shown = [...(roots[0]?.querySelectorAll('[data-nudge],[data-chip]') ?? [])].map((element) => element.getBoundingClientRect());
  const [a, b] = shown;
  expect(shown.length).toBe(2);
  expect(a && b && (a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)).toBe(true);
});

test('where there is no room for a card, a chip stands in until there is', async () => {
  const all = document.body.appendChild(document.createElement('div'));
  all.style.cssText = 'position: fixed; inset: 0 0 60px 0';
  presenter().present({}, { ...showing(all, [{ element: all, how: 'never' }]) });
  expect(card()).toBeNull();
  expect(roots[0]?.querySelector('[data-chip]')).toBeTruthy();
  all.style.inset = '0 0 500px 0';
  await until(() => expect(card()?.checkVisibility()).toBe(true));
});

test('the shortcut goes into the card, Escape goes back to where the person was', async () => {
  const { root, editor } = dockedCompose();
  editor.focus();
  const { present, focus } = presenter();
  expect(focus()).toBe(false);
  present({}, showing(root, []));
  expect(focus()).toBe(true);
  expect(roots[0]?.activeElement?.textContent).toBe('Got it');
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(editor);
});

test('when the card that has the focus goes, the focus goes back', () => {
  const { root, editor } = dockedCompose();
  editor.focus();
  const owner = {};
  const { present, focus } = presenter();
  present(owner, showing(root, []));
  focus();
  present(owner, null);
  expect(document.activeElement).toBe(editor);
});

test('a chip opens its card on demand', async () => {
  const { root } = dockedCompose();
  presenter().present({}, showing(root, [], { form: 'chip' }));
  const chip = roots[0]?.querySelector<HTMLElement>('[data-chip="quoted-thread personal-address"]');
  expect(card()).toBeNull();
  expect(chip).toBeTruthy();
  chip?.focus();
  await userEvent.keyboard('{Enter}');
  expect(card()?.dataset['nudge']).toBe('quoted-thread personal-address');
});

test('follows its compose, hides while the compose is out of view, and ends with its signal', async () => {
  const { root } = dockedCompose();
  presenter().present({}, showing(root, []));
  const before = card()?.getBoundingClientRect().left ?? 0;
  root.style.right = '300px';
  await until(() => expect(card()?.getBoundingClientRect().left).toBeLessThan(before));
  root.style.display = 'none';
  await until(() => expect(card()?.checkVisibility()).toBe(false));
  root.style.display = 'flex';
  await until(() => expect(card()?.checkVisibility()).toBe(true));
  life.abort();
  expect(hosts()).toBe(0);
});

test('keys typed in the card do not reach the page’s shortcuts', async () => {
  const { root } = dockedCompose();
  const keys = vi.fn();
  document.body.addEventListener('keydown', keys, { signal: life.signal });
  document.addEventListener('keydown', keys, { signal: life.signal });
  const { present, focus } = presenter();
  present({}, showing(root, []));
  focus();
  await userEvent.keyboard('c');
  expect(keys).not.toHaveBeenCalled();
});

test('at 320 px it leaves Send and the recipients free', async () => {
  await browserPage.viewport(320, 640);
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = 'position: fixed; inset: 0; display: grid; grid-template-rows: 120px 1fr 48px';
  const [fields, editor, send] = ['recipients', 'text', 'Send'].map((text) => {
    const part = root.appendChild(document.createElement('div'));
    part.textContent = text;
    return part;
  });
  if (!fields || !editor || !send) throw new Error('the page has three parts');
  presenter().present(
    {},
    showing(root, [
      { element: fields, how: 'never' },
      { element: send, how: 'never' },
      { element: editor, how: 'avoid' },
    ]),
  );
  const box = card()?.getBoundingClientRect();
  expect(box?.top).toBeGreaterThanOrEqual(120);
  expect(box?.bottom).toBeLessThanOrEqual(640 - 48);
  expect(box?.right).toBeLessThanOrEqual(320);
});

test('in a window of 320 × 256 px, as at 400% zoom, a panel that is opened comes into view', async () => {
  await browserPage.viewport(320, 256);
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = 'position: fixed; inset: 0 0 236px 0';
  presenter().present({}, showing(root, []));
  await until(() => expect(card()?.checkVisibility()).toBe(true));
  const box = (element: Element | null | undefined) => element?.getBoundingClientRect() ?? new DOMRect();
  expect(box(card()).bottom).toBeLessThanOrEqual(256);
  card()?.querySelector<HTMLElement>('[data-panel=why]')?.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => {
    const first = box(card()?.querySelector('[data-guidance]'));
    expect(first.height).toBeGreaterThan(0);
    expect(first.top).toBeGreaterThanOrEqual(box(card()).top);
    expect(first.top + 20).toBeLessThanOrEqual(box(card()).bottom);
  });
  // What is pressed with it stays in view as well, and every button can be brought there by key.
  for (const button of card()?.querySelectorAll<HTMLElement>('button') ?? []) {
    button.focus();
    await until(() => {
      expect(box(button).top).toBeGreaterThanOrEqual(box(card()).top - 1);
      expect(box(button).bottom).toBeLessThanOrEqual(box(card()).bottom + 1);
    });
  }
});
