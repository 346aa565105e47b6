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
