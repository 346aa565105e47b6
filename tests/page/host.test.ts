import { afterEach, expect, test, vi } from 'vitest';
import { createHost, hostName } from '../../page/host';
import { until } from '../support/until';

let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
  document.body.replaceChildren();
});
const host = (onRemoved: (again: boolean) => void = () => undefined) => createHost(document, '.x { color: rgb(1, 2, 3); }', onRemoved, life.signal);
const inPage = (): HTMLElement | null => document.querySelector(hostName);

test('stands outside the page’s own tree, in the top layer, with a root that the page cannot open', () => {
  host().raise(document.body);
  const element = inPage();
  expect(element?.parentElement).toBe(document.documentElement);
  expect(element?.matches(':popover-open')).toBe(true);
  expect(element?.shadowRoot).toBeNull();
});

test('goes with its signal', () => {
  host().raise(document.body);
  life.abort();
  expect(inPage()).toBeNull();
});

test('its styles work, whatever the page’s styles say', () => {
  const style = document.createElement('style');
  style.textContent = `${hostName} { display: none !important; opacity: 0 !important; position: static !important }`;
  document.head.append(style);
  const { root, raise } = host();
  const inner = document.createElement('p');
  inner.className = 'x';
  root.append(inner);
  raise(document.body);
  const element = inPage();
  expect(element && getComputedStyle(element)).toMatchObject({ display: 'block', opacity: '1', position: 'fixed' });
  expect(getComputedStyle(inner).color).toBe('rgb(1, 2, 3)');
  style.remove();
});

test('stands inside a modal dialog that holds the compose, and can be pressed there', () => {
  const dialog = document.createElement('dialog');
  const inside = dialog.appendChild(document.createElement('div'));
  document.body.append(dialog);
  dialog.showModal();
  const { root, raise } = host();
  const button = document.createElement('button');
  button.style.cssText = 'position: fixed; left: 10px; top: 10px; width: 100px; height: 40px; pointer-events: auto';
  root.append(button);
  raise(inside);
  expect(inPage()?.parentElement).toBe(dialog);
  expect(document.elementFromPoint(20, 20)).toBe(inPage());
  expect(root.elementFromPoint(20, 20)).toBe(button);
  button.focus();
  expect(root.activeElement).toBe(button);
});

test('comes back once when the page takes it away, and then gives up and says so', async () => {
  const removed = vi.fn();
  host(removed).raise(document.body);
  inPage()?.remove();
  await until(() => expect(removed).toHaveBeenCalledWith(true));
  expect(inPage()).not.toBeNull();
  inPage()?.remove();
  await until(() => expect(removed).toHaveBeenLastCalledWith(false));
  expect(inPage()).toBeNull();
});

test('a page that defines the element’s name gains nothing', () => {
  let seen: unknown = 'never constructed';
  customElements.define(
    hostName,
    class extends HTMLElement {
      constructor() {
        super();
        try {
          seen = this.attachInternals().shadowRoot ?? this.shadowRoot;
        } catch {
          seen = null;
        }
      }
    },
  );
  const { root, raise } = host();
  root.append(document.createElement('b'));
  raise(document.body);
  expect(inPage()?.isConnected).toBe(true);
  expect(seen).toBeNull();
  expect(root.querySelector('b')).not.toBeNull();
});
