/** Pages that are broken, huge or mean: nothing throws, nothing wrong is read, nothing takes long. */
import { afterEach, describe, expect, it } from 'vitest';
import anyMeeting from '../../sites/any-meeting';
import anyWebmail from '../../sites/any-webmail';
import gmail from '../../sites/gmail';
import outlook from '../../sites/outlook-web';
import roundcube from '../../sites/roundcube';
import { closePages, nothingNoticed, openPage, readCompose, readComposes } from '../support/compose-page';
import { countWork } from '../support/count-work';

afterEach(closePages);

const sites = [gmail, outlook, roundcube, anyWebmail];
const page = (
  to: string,
  rest = '',
): string => `<!doctype html><body><form id="compose"><div class="row"><label for="to">To</label><div class="well">${to}</div></div>
<div class="row"><label for="cc">Cc</label><input id="cc" name="cc"></div><div class="row"><label for="subject">Subject</label><input id="subject" name="subject"></div>
<div contenteditable="true" role="textbox" aria-label="Message body" style="min-height:200px">Hello</div>${rest}<button type="submit">Send</button></form>`;
const chip = (address: string, name = address) =>
  `<span class="chip" title="${address}"><span>${name}</span><button type="button" aria-label="Remove">×</button></span>`;

describe('2,000 recipients', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `person${i}@dept${i % 50}.example`);
  /** What finding and reading asks of the page. */
  const cost = (html: string, expected: number): number => {
    const opened = openPage(html);
    const reader = anyWebmail.surfaces.compose;
    return countWork(() => {
      const [root] = reader?.find(opened) ?? [];
      const reading = root && reader?.read(root, nothingNoticed);
      expect(new Set(reading?.recipients.items.map(({ address }) => address)).size).toBe(expected);
    });
  };
  it.each([
    ['as chips', (list: string[]) => page(`${list.map((address) => chip(address, `Person ${address.slice(6, 9)}`)).join('')}<input id="to" name="to">`)],
    ['as text', (list: string[]) => page(`<textarea id="to" name="to">${list.join(', ')}</textarea>`)],
    [
      'in a well',
      (list: string[]) =>
        page(
          `<div id="to" role="group" aria-label="To"><div contenteditable="true" aria-label="To">${list.map((address) => `<span contenteditable="false" aria-label="${address}">${address}</span>`).join('')}</div></div>`,
        ),
    ],
  ])('%s are all read, with work that grows with their number only', (_name, html) => {
    expect(cost(html(many(2000)), 2000)).toBeLessThan(12 * cost(html(many(200)), 200));
  });
});

it('takes names with markup and overrides as text', () => {
  const { to } = readCompose(
    anyWebmail,
    page(
      `${chip('a@x.example', '&lt;img src=x onerror=alert(1)&gt;')}${chip('b@x.example', '\u202egpj.nnA\u202c')}${chip('c@x.example', 'Ann\u200b\u200b Other')}<input id="to" name="to">`,
    ),
  );
  expect(to).toEqual(['<img src=x onerror=alert(1)> <a@x.example>', 'gpj.nnA <b@x.example>', 'Ann Other <c@x.example>']);
});

it('keeps typed text that is no address as typed text', () => {
  const { to, complete } = readCompose(anyWebmail, page('<input id="to" name="to" value="a@x.example, Tom, @@, b@, <script>, not an address">'));
  expect(to[0]).toBe('a@x.example ~');
  expect(to.slice(1).every((text) => text.endsWith('~') && !text.includes('@x'))).toBe(true);
  expect(complete).toBe('complete');
});

it('reads a form whose fields are named like its own properties', () => {
  const shadows = [
    'children',
    'parentNode',
    'parentElement',
    'querySelector',
    'querySelectorAll',
    'getAttribute',
    'contains',
    'closest',
    'matches',
    'attributes',
    'childNodes',
    'textContent',
    'ownerDocument',
    'checkVisibility',
    'getBoundingClientRect',
    'isConnected',
    'nodeType',
    'nodeValue',
    'localName',
    'addEventListener',
    'id',
    'className',
    'style',
    'title',
  ]
    .map((name) => `<input name="${name}" type="hidden">`)
    .join('');
  const opened = openPage(
    `${page(`${chip('a@x.example')}<input id="to" name="to">`, shadows)}<form name="querySelector"></form><img name="body"><form name="querySelectorAll"></form><img name="title"><img name="getElementById">`,
  );
  for (const site of sites) expect(() => site.surfaces.compose?.find(opened)).not.toThrow();
  expect(readComposes(anyWebmail, opened)).toMatchObject([{ to: ['a@x.example'] }]);
});

it('ignores nested shadow roots and cross-origin frames', () => {
  const opened = openPage(
    page(
      `<x-chips></x-chips><input id="to" name="to" value="a@x.example">`,
      '<iframe sandbox srcdoc="<body contenteditable>x"></iframe><iframe src="data:text/html,x"></iframe>',
    ),
  );
  const host = opened.querySelector('x-chips');
  host?.attachShadow({ mode: 'open' }).append(opened.createElement('input'));
  expect(readComposes(anyWebmail, opened)).toMatchObject([{ to: ['a@x.example ~'] }]);
});

it('stays right while the page is rebuilt, and says nothing about a root that has gone', () => {
  const opened = openPage(page(`${chip('a@x.example')}<input id="to" name="to">`));
  const [root] = anyWebmail.surfaces.compose?.find(opened) ?? [];
  if (!root) throw new Error('not found');
  for (let i = 0; i < 30; i++) {
    const old = opened.body.firstElementChild;
    const fresh = old?.cloneNode(true);
    if (old && fresh) old.replaceWith(fresh);
    expect(readComposes(anyWebmail, opened)).toMatchObject([{ to: ['a@x.example'] }]);
  }
  expect(anyWebmail.surfaces.compose?.read(root, { files: [], pressed: null })).toBeNull();
  expect(anyWebmail.surfaces.compose?.layout(root)).toEqual({ anchor: root, keepClear: [] });
});

it.each([
  ['an empty page', ''],
  ['a page without a body', '<!doctype html><frameset></frameset>'],
  [
    'fields of another namespace',
    '<svg><select name="from"></select><input name="to"></input><textarea></textarea><iframe></iframe></svg><form><input name="to"><select multiple></select></form>',
  ],
  ['an SVG document', '<svg xmlns="http://www.w3.org/2000/svg"><text>To</text></svg>'],
  ['a deep tree', `${'<div>'.repeat(3000)}<div contenteditable="true">x</div>`],
  ['broken labels', '<input aria-labelledby="nothing also-nothing" name="to"><textarea aria-labelledby="">x</textarea><button>Send</button>'],
  ['a thousand editables', '<div contenteditable="true" style="height:20px">x</div>'.repeat(1000)],
])('%s does no harm', (_name, html) => {
  const opened = openPage(html);
  for (const site of sites) {
    expect(() => site.surfaces.compose?.find(opened)).not.toThrow();
    expect(() => site.recognises?.(opened)).not.toThrow();
  }
  expect(() => anyMeeting.recognises?.(opened)).not.toThrow();
});

it('asks no more of a large page without a compose than of a small one', () => {
  const pageOf = (length: number): Document => {
    const rows = Array.from(
      { length },
      (_, i) =>
        `<tr role="row"><td><input type="checkbox" name="to${i}"></td><td><span email="p${i}@x.example" title="p${i}@x.example">Person</span></td><td><a href="#">Subject ${i}</a></td></tr>`,
    ).join('');
    return openPage(`<header><form role="search"><input name="q" aria-label="Search"></form></header><table>${rows}</table>`);
  };
  // Both so large that lists of selectors are searched for one by one.
  const [small, large] = [pageOf(300), pageOf(4000)];
  for (const site of sites) {
    const work = (opened: Document): number => countWork(() => site.surfaces.compose?.find(opened));
    expect(work(large), site.id).toBe(work(small));
    expect(work(small), site.id).toBeGreaterThan(0);
    expect(work(large), site.id).toBeLessThan(20);
  }
});
