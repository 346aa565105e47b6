/** Builds elements for the practice pages without a framework. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | null | ((event: never) => void)>} attributes `onclick`-like names add listeners; `false` and `null` are left out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), /** @type {EventListener} */ (value));
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  minimise: 'M5 14h10',
  expand: 'M11 4h5v5M9 16H4v-5M16 4l-5 5M4 16l5-5',
  dock: 'M16 10h-6V4M4 10h6v6M10 10l6-6M10 10l-6 6',
  reply: 'M8 5L3 10l5 5M3 10h8c4 0 6 2 6 6',
  'reply-all': 'M10 5l-5 5 5 5M6 5L1 10l5 5M5 10h7c4 0 6 2 6 6',
  forward: 'M12 5l5 5-5 5M17 10H9c-4 0-6 2-6 6',
  clip: 'M14 6l-6 6a2 2 0 003 3l6-6a4 4 0 00-6-6l-6 6a6 6 0 008 8',
  bin: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11',
  pen: 'M4 16l1-4 8-8 3 3-8 8z',
  star: 'M10 3l2 5 5 .5-4 3.500 1.200 5.500L10 14.500 5.800 17.500 7 12 3 8.500 8 8z',
  back: 'M12 4l-6 6 6 6',
  search: 'M9 3a6 6 0 100 12A6 6 0 009 3zM13.500 13.500L18 18',
  inbox: 'M3 11l3-7h8l3 7v5H3zM3 11h4l1 2h4l1-2h4',
  sent: 'M3 10l14-6-5 13-3-5z',
  drafts: 'M5 3h7l3 3v11H5zM8 9h4M8 12h4',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  camera: 'M3 6h10v8H3zM13 9l4-2v6l-4-2',
  'camera-off': 'M3 6h10v8H3zM13 9l4-2v6l-4-2M2 3l16 14',
  microphone: 'M8 4a2 2 0 014 0v5a2 2 0 01-4 0zM5 9a5 5 0 0010 0M10 14v3',
  'microphone-off': 'M8 4a2 2 0 014 0v5a2 2 0 01-4 0zM5 9a5 5 0 0010 0M10 14v3M3 3l14 14',
  share: 'M3 4h14v9H3zM7 16h6M10 11V6M8 8l2-2 2 2',
  leave: 'M3 12c4-4 10-4 14 0l-2 2-3-1v-2c-1-.5-3-.5-4 0v2l-3 1z',
  settings: 'M10 7a3 3 0 100 6 3 3 0 000-6zM10 2v3M10 15v3M2 10h3M15 10h3M4.500 4.500l2 2M13.500 13.500l2 2M15.500 4.500l-2 2M6.500 13.500l-2 2',
};

/** A line icon that screen readers skip. @param {keyof typeof paths} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 20 20', width: '20', height: '20', 'aria-hidden': 'true', class: 'icon' }))
    svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** @param {keyof typeof paths} name @param {string} label @param {(event: MouseEvent) => void} onclick @param {Record<string, string>} [more] */
export const iconButton = (name, label, onclick, more = {}) =>
  element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...more }, icon(name));

/** The pages demand Trusted Types, as Gmail does. */
const policy = globalThis.trustedTypes?.createPolicy('practice', { createHTML: (/** @type {string} */ html) => html });

/**
 * Nodes of the HTML of a practice letter. Style attributes are set through the object model: the extension's own pages refuse them in markup.
 * @param {string} html
 */
export function nodesOf(html) {
  const plain = html.replaceAll(' style="', ' data-style="');
  const parsed = new DOMParser().parseFromString(policy?.createHTML(plain) ?? plain, 'text/html');
  for (const styled of parsed.querySelectorAll('[data-style]')) {
    if (styled instanceof HTMLElement) styled.style.cssText = styled.getAttribute('data-style') ?? '';
    styled.removeAttribute('data-style');
  }
  return [...parsed.body.childNodes].map((node) => document.importNode(node, true));
}

/** Finds what must be there. @param {HTMLElement} root @returns {(selector: string) => HTMLElement} */
export const finder = (root) => (selector) => {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
  return found;
};
