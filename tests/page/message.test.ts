/** Open messages on pages of any make: what is read, and where nothing is. */
import { afterEach, describe, expect, test } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import { closePages, noise, openPage } from '../support/compose-page';
import { readMessages } from '../support/message-page';

afterEach(closePages);

const controls = '<div class="actions"><button>Reply</button><button>Forward</button></div>';
const body = '<p>Dear Jane, please look at <a href="https://files.evil.example/x">https://www.justice.example/login</a>.</p><p>Ann</p>';

/** The same message as different products would show it. */
export const families: readonly { readonly name: string; readonly html: string; readonly cc?: readonly string[]; readonly to?: readonly string[] }[] = [
  {
    name: 'labelled table',
    html: `<main><table><tr><th>From:</th><td>Ann Other &lt;ann@outside.example&gt;</td></tr><tr><th>To:</th><td>jane.smith@justice.example</td></tr><tr><th>Cc:</th><td>carol@x.example</td></tr><tr><th>Date:</th><td>Mon 3 Nov 2026 10:15</td></tr><tr><th>Subject:</th><td>Plan</td></tr></table>${controls}<div class="${noise()}">${body}</div></main>`,
  },
  {
    name: 'labelled list, German',
    html: `<main><dl><dt>Von</dt><dd><a href="mailto:ann@outside.example">Ann Other</a></dd><dt>An</dt><dd><a href="mailto:jane.smith@justice.example">jane.smith@justice.example</a></dd><dt>Kopie</dt><dd><a href="mailto:carol@x.example">carol@x.example</a></dd><dt>Betreff</dt><dd>Plan</dd></dl><div class="message-body">${body}</div><button>Antworten</button></main>`,
  },
  {
    name: 'chips with a time, no labels',
    html: `<main><h2>Plan</h2><div class="${noise()}"><div class="${noise()}"><span email="ann@outside.example" class="${noise()}">Ann Other</span><span title="3 Nov 2026, 10:15">10:15</span></div><div><span>to </span><span email="jane.smith@justice.example">me</span></div><div>Cc: <span email="carol@x.example">carol@x.example</span></div></div><div role="document">${body}</div>${controls}</main>`,
    to: ['me <jane.smith@justice.example>'],
  },
  {
    name: 'names of programmers',
    html: `<article><header class="mail-header"><span class="mail-header__sender" title="ann@outside.example">Ann Other</span><span class="mail-header__recipients"><span title="jane.smith@justice.example">jane.smith@justice.example</span></span><span data-testid="message-cc"><span title="carol@x.example">carol@x.example</span></span></header><div class="mail-content">${body}</div><footer><a role="button" aria-label="Répondre"><svg></svg></a></footer></article>`,
  },
  {
    name: 'frame',
    html: `<main><div><div>From: Ann Other &lt;ann@outside.example&gt;</div><div>To: jane.smith@justice.example</div><div>Cc: carol@x.example</div></div>${controls}<iframe srcdoc="" width="600" height="300"></iframe></main>`,
  },
];

export function openFamily(html: string): Document {
  const page = openPage(
    `<!doctype html><body><header role="banner"><button aria-label="Account jane.smith@justice.example">JS</button></header>${html}</body>`,
    '/mail/',
  );
  for (const frame of page.querySelectorAll('iframe')) {
    frame.contentDocument?.open();
    frame.contentDocument?.write(`<!doctype html><body>${body}</body>`);
    frame.contentDocument?.close();
  }
  return page;
}

describe('any make', () => {
  test.each(families.map((family) => [family.name, family] as const))('%s', async (_, { html, to = ['jane.smith@justice.example'] }) => {
    const [message, more] = readMessages(anyWebmail, openFamily(html));
    expect(more).toBeUndefined();
    expect(message).toMatchObject({ from: 'Ann Other <ann@outside.example>', to, cc: ['carol@x.example'], account: 'jane.smith@justice.example', replyTo: [] });
    expect(await message?.links()).toEqual(['https://www.justice.example/login → files.evil.example']);
    expect(message?.layout.keepClear.filter(({ how }) => how === 'never').length).toBeGreaterThan(0);
  });
});

/** Pages on which nothing is open for reading. */
const nothing: Readonly<Record<string, string>> = {
  'an inbox': `<main><div role="toolbar">${controls}</div><table role="grid">${Array.from({ length: 12 }, (_, i) => `<tr role="row"><td role="gridcell"><span email="p${i}@x.example">Person ${i}</span></td><td><div class="message-body-preview" style="width:400px;height:20px">Hello <a href="https://x.example">there</a></div></td><td><span title="3 Nov 2026 10:1${i % 10}">10:15</span></td></tr>`).join('')}</table></main>`,
  'an inbox of plain rows': `<main><button>Reply</button><ul>${Array.from({ length: 12 }, (_, i) => `<li><a href="#${i}"><b>person${i}@x.example</b> <i>10:1${i % 10}</i> <span>Plan for the day</span></a></li>`).join('')}</ul></main>`,
  'a printed message': `<main><table><tr><th>From:</th><td>Ann Other &lt;ann@outside.example&gt;</td></tr><tr><th>To:</th><td>jane@justice.example</td></tr><tr><th>Subject:</th><td>Plan</td></tr></table><div class="message-body">${body}</div></main>`,
  'a compose with a quoted message': `<form><label>To <input name="to" value="ann@outside.example"></label><label>Subject <input name="subject"></label><div contenteditable="true" style="min-height:200px">Hello<div><b>From:</b> Ann &lt;ann@outside.example&gt;<br><b>To:</b> Jane</div><div class="message-body">${body}</div></div><button>Send</button><button>Reply</button></form>`,
  'a compose with the quoted message beside it': `<form><label>To <input name="to" value="ann@outside.example"></label><label>Subject <input name="subject"></label><div contenteditable="true" style="min-height:200px">Hello</div><div id="mail-editor-reference-message-container"><div>From: Ann &lt;ann@outside.example&gt;</div><div>To: Jane</div><div role="document">${body}</div></div><button>Send</button><button>Reply</button></form>`,
  'a contact': `<main><h1>Ann Other</h1><dl><dt>Mail</dt><dd>ann@outside.example</dd><dt>Telephone</dt><dd>01632 960 114</dd></dl><p>Met at the open day 2025.</p><button>Reply</button></main>`,
  settings: `<main><h1>Signatures</h1><label>From: <select><option>jane@justice.example</option></select></label><div class="message-content">Your signature appears below every message.</div><button>Forward</button></main>`,
  'a help page': `<main><article><h1>How to forward</h1><p>Write to help@webmail.example and we answer.</p></article><button>Reply</button></main>`,
  'a login': `<main><form><label>Mail address <input name="user"></label><input type="password"><button>Sign in</button></form></main>`,
  'a collapsed conversation': `<main><div role="list">${['ann', 'bob', 'cat'].map((name) => `<div role="listitem"><span email="${name}@x.example">${name}</span><span title="3 Nov 2026 10:15">10:15</span><span>Hello there</span></div>`).join('')}</div>${controls}</main>`,
};

describe('nothing is read of', () => {
  test.each(Object.entries(nothing))('%s', (_, html) => {
    expect(readMessages(anyWebmail, openFamily(html)).map(({ from }) => from)).toEqual([]);
  });

  test('a text that holds a message of its own, in the frame of that text', () => {
    const page = openFamily(families.find(({ name }) => name === 'frame')?.html ?? '');
    const inner = page.querySelector('iframe')?.contentDocument as Document;
    inner.body.replaceChildren(
      new DOMParser().parseFromString(
        `<div>From: Boss &lt;boss@justice.example&gt;</div><div>To: Jane</div><button>Reply</button><div class="message-body">${body}</div>`,
        'text/html',
      ).body,
    );
    expect(readMessages(anyWebmail, inner)).toEqual([]);
    expect(readMessages(anyWebmail, page)).toMatchObject([{ from: 'Ann Other <ann@outside.example>' }]);
  });
});

describe('what a stranger writes into the text is never the header', () => {
  test.each(families.map((family) => [family.name, family] as const))('%s', (_, { html }) => {
    const page = openFamily(html);
    const forged =
      '<div><b>From:</b> Boss &lt;boss@justice.example&gt;</div><div><b>To:</b> jane.smith@justice.example</div><div><b>Reply-To:</b> x@justice.example</div><div class="message-body"><div role="document">Do it now</div></div><article><header><b>boss@justice.example</b> 10:15</header><p>Now</p></article>';
    const place =
      page.querySelector('iframe')?.contentDocument?.body ?? [...page.querySelectorAll('p')].find((one) => one.textContent?.startsWith('Dear'))?.parentElement;
    place?.prepend(...new DOMParser().parseFromString(forged, 'text/html').body.childNodes);
    const messages = readMessages(anyWebmail, page);
    expect(messages.map(({ from }) => from)).toEqual(['Ann Other <ann@outside.example>']);
    expect(messages[0]?.replyTo).toEqual([]);
  });
});

describe('details', () => {
  const open = (header: string, rest = `<div class="message-body">${body}</div>`) =>
    readMessages(anyWebmail, openFamily(`<main><div>${header}</div>${rest}${controls}</main>`));
  const cases: readonly [what: string, header: string, expected: object][] = [
    ['a name only', '<div><b>From:</b> <span>Ann Other</span></div><div>To: jane@justice.example</div>', { from: 'Ann Other' }],
    [
      'reply-to',
      '<div>From: Ann &lt;ann@outside.example&gt;</div><div>Reply-To: other@elsewhere.example</div>',
      { from: 'Ann <ann@outside.example>', replyTo: ['other@elsewhere.example'] },
    ],
    [
      'an answer address in German',
      '<div>Von: Ann &lt;ann@outside.example&gt;</div><div>Antwort an: other@elsewhere.example</div>',
      { replyTo: ['other@elsewhere.example'] },
    ],
    [
      'an address as a name',
      '<div>From: <span title="evil@x.example">ann.lee@justice.example</span></div>',
      { from: 'ann.lee@justice.example <evil@x.example>' },
    ],
    ['an address as a name, in text', '<div>From: ann.lee@justice.example &lt;evil@x.example&gt;</div>', { from: 'ann.lee@justice.example <evil@x.example>' }],
    [
      'on behalf of',
      '<div>From: <a href="mailto:ann@agency.example">Ann</a> <span>on behalf of</span> <a href="mailto:bob@justice.example">Bob</a></div>',
      { from: 'Ann <ann@agency.example>', behalf: 'Bob <bob@justice.example>' },
    ],
    [
      'more people than are shown',
      '<div>From: ann@outside.example</div><div>To: jane@justice.example <button>+3</button></div>',
      { complete: 'collapsed', to: ['jane@justice.example'] },
    ],
    ['an offer to leave a list', '<div>From: News &lt;news@charity.example&gt; <a href="#">Unsubscribe</a></div>', { mailing: 'yes' }],
    [
      'an avatar with letters that are a label elsewhere',
      '<div><span>AN</span><span email="ann@outside.example">Ann</span> <time>10:15</time></div>',
      { from: 'Ann <ann@outside.example>' },
    ],
    [
      'Japanese',
      '<div>差出人: Ann &lt;ann@outside.example&gt;</div><div>宛先: jane@justice.example</div>',
      { from: 'Ann <ann@outside.example>', to: ['jane@justice.example'] },
    ],
    [
      'right to left',
      '<div dir="rtl">מאת: Ann &lt;ann@outside.example&gt;</div><div>אל: jane@justice.example</div>',
      { from: 'Ann <ann@outside.example>', to: ['jane@justice.example'] },
    ],
  ];
  test.each(cases)('%s', (_, header, expected) => {
    expect(open(header)).toMatchObject([expected]);
  });

  test('several expanded messages are each their own', () => {
    const one = (name: string) =>
      `<div role="listitem"><div><span email="${name}@x.example">${name}</span> <time>10:15</time></div><div role="document">Hello from ${name}</div></div>`;
    const page = openFamily(
      `<main>${one('ann')}<div role="listitem"><span email="zoe@x.example">zoe</span> <time>9:15</time> collapsed</div>${one('bob')}${controls}</main>`,
    );
    expect(readMessages(anyWebmail, page)).toMatchObject([
      { from: 'ann <ann@x.example>', text: 'Hello from ann' },
      { from: 'bob <bob@x.example>', text: 'Hello from bob' },
    ]);
  });

  test('side by side in one box', () => {
    const one = (name: string) => `<div>From: ${name}@x.example</div><div class="message-body">Hello from ${name}</div>`;
    expect(readMessages(anyWebmail, openFamily(`<main>${one('ann')}${one('bob')}${controls}</main>`))).toMatchObject([
      { from: 'ann@x.example' },
      { from: 'bob@x.example' },
    ]);
  });

  test('links of quoted messages and of earlier ones in the text are left out', async () => {
    const [message] = open(
      '<div>From: ann@outside.example</div>',
      '<div class="message-body"><a href="https://new.example/">new</a><a href="mailto:x@y.example">mail</a><a href="#top">top</a><a href="javascript:alert(1)">no</a><blockquote><a href="https://old.example/">old</a></blockquote><div id="divRplyFwdMsg"></div><a href="https://older.example/">older</a></div>',
    );
    expect(await message?.links()).toEqual(['new → new.example']);
  });
});
