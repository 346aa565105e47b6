import { afterEach, expect, it } from 'vitest';
import { wordsOf } from '../../core/text';
import { composeSurface } from '../../page/compose';
import { closePages, openPage } from '../support/compose-page';

afterEach(closePages);

const surface = composeSurface({
  redirect: {
    form: 'form.pass-on',
    framed: { frame: 'iframe', box: '[role=dialog]' },
    fields: { to: '[name=target]' },
    send: '.go',
    message: { body: '#text' },
  },
});
const form = '<form class="pass-on"><label>To <input name="target" value="counsel@chambers.example"></label></form>';
const message = `<main><div class="head"><span class="from">From: Tom Hughes &lt;tom.hughes@justice.example&gt;</span> <span class="to">To: Jane Smith &lt;jane.smith@justice.example&gt;</span> <time>10:00</time></div>
<div id="text" style="width:500px;height:200px"><p>One.</p><img src="data:," alt=""><blockquote>Two.</blockquote></div><button>Reply</button><button>Forward</button></main>`;
const memory = { files: [], pressed: null };

function read(page: Document) {
  const [root, ...others] = surface.find(page);
  if (!root || others.length > 0) throw new Error(`${others.length} others`);
  const reading = surface.read(root, memory);
  return { root, reading, hidden: reading?.body.kind === 'html' ? reading.body.hiddenHtml : null };
}

it('reads a redirect beside the message that it passes on, with who wrote it and to whom', () => {
  const { reading, hidden, root } = read(openPage(`${message}<div>${form}<button class="go">Redirect</button></div>`));
  expect(reading).toMatchObject({ replyMode: 'forward', recipients: { items: [{ address: 'counsel@chambers.example' }], completeness: 'complete' } });
  expect(reading?.attachments.completeness).toBe('unknown');
  expect(wordsOf(reading?.subject ?? ('' as never))).toBe('');
  const said = new DOMParser().parseFromString(hidden ?? '', 'text/html').body.textContent;
  expect(said).toContain('From: Tom Hughes <tom.hughes@justice.example>');
  expect(said).toContain('To: Jane Smith <jane.smith@justice.example>');
  expect(said).toContain('Two.');
  expect(hidden, 'pictures of the page are none of the message').not.toContain('<img');
  expect(root.localName).toBe('form');
});

it('reads one in a frame, and gives its box for a root', () => {
  const page = openPage(`${message}<div role="dialog"><iframe width="400" height="200"></iframe><button class="go">Resend</button></div>`);
  const inner = page.querySelector('iframe')?.contentDocument;
  if (!inner) throw new Error('no frame');
  inner.body.append(...new DOMParser().parseFromString(form, 'text/html').body.children);
  const { reading, hidden, root } = read(page);
  expect(root.getAttribute('role')).toBe('dialog');
  expect(reading?.recipients.items.map(({ address }) => address)).toEqual(['counsel@chambers.example']);
  expect(reading?.body.editor.ownerDocument, 'what is typed there is heard').toBe(inner);
  expect(hidden).toContain('Two.');
  expect(surface.layout(root).keepClear.some(({ element, how }) => how === 'never' && element.textContent === 'Resend')).toBe(true);
});

it('claims nothing about a message that is not to be seen, or where it is not clear which one it is', () => {
  expect(read(openPage(`<div>${form}<button class="go">Redirect</button></div>`)).reading?.body).toMatchObject({ hiddenHtml: null, collapsed: true });
  const two = message + message.replaceAll('id="text"', 'id="text" data-second');
  expect(read(openPage(`${two}<div>${form}</div>`)).hidden).toBeNull();
});

it('sees none in an ordinary page', () => {
  expect(surface.find(openPage(message))).toEqual([]);
});
