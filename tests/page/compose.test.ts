import { afterEach, describe, expect, it } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import { closePages, openPage, readComposes } from '../support/compose-page';
import { type Family, families } from './compose-families';
import { patterns } from './compose-patterns';

afterEach(closePages);

function open({ html, frame }: Pick<Family, 'html' | 'frame'>): Document {
  const page = openPage(html);
  for (const host of page.querySelectorAll('iframe')) {
    const inner = host.contentDocument;
    if (!frame || !inner) continue;
    inner.open();
    inner.write(frame);
    inner.close();
  }
  return page;
}

describe.each([...families, ...patterns])('$name', (family) => {
  it('is read without knowing the product', () => {
    const found = readComposes(anyWebmail, open(family));
    expect(found).toHaveLength(1);
    const cc = family.to ? 'carol@x.example ~' : 'carol@x.example';
    expect(found[0]).toMatchObject({
      to: family.to ?? ['Ann Other <ann@outside.example>', 'typed@y.example ~'],
      cc: [cc],
      bcc: [],
      complete: 'complete',
      subject: 'Plan',
      text: 'Hello',
      mode: 'new',
      files: family.files ?? ['plan.pdf (shown)'],
    });
    const clear = found[0]?.layout.keepClear.filter(({ how }) => how === 'never').length ?? 0;
    expect(clear, 'Send, To, Cc, subject, files').toBeGreaterThanOrEqual(4 + (family.files ?? ['one']).length);
  });
});

it.each([
  ['a class on the button', '<button class="q1 btn-send"></button>'],
  ['Font Awesome', '<a href="#"><i class="fas fa-paper-plane" style="display:inline-block;width:20px;height:20px"></i></a>'],
  ['Material Icons', '<button><mat-icon>send</mat-icon></button>'],
  ['a sprite', '<div role="button"><svg><use href="/icons.svg#send"></use></svg></div>'],
  ['Feather', '<button><svg class="feather feather-send"></svg></button>'],
])('knows Send by its picture: %s', (_name, send) => {
  const page = openPage(
    `<form><label>To <input name="to"></label><label>Cc <input name="cc"></label><input name="subject"><textarea rows="9"></textarea><button aria-haspopup="menu" class="send-options"></button>${send}<button><i class="icon-trash"></i></button></form>`,
  );
  const [found] = readComposes(anyWebmail, page);
  const sends = found?.layout.keepClear.filter(({ element }) => element.matches('button,a,[role=button]')) ?? [];
  expect(sends.map(({ element }) => element.outerHTML)).toEqual([page.querySelectorAll('form > button, form > a, form > div')[1]?.outerHTML]);
});

describe('names without address', () => {
  it.each([
    [
      'chips with a cross',
      '<div class="q1"><div class="q2"><span>Ann Other</span><svg></svg></div><div class="q2"><span>Bob</span><svg></svg></div><input id="to"></div>',
      ['Ann Other', 'Bob'],
      'names-only',
    ],
    [
      'one with, one without address',
      '<ul><li title="ann@outside.example"><span>Ann Other</span><a class="x">×</a></li><li><span>Directory Two</span><a class="x">×</a></li></ul><input id="to">',
      ['Ann Other <ann@outside.example>', 'Directory Two'],
      'names-only',
    ],
    [
      'a folded rest',
      '<span class="q" title="ann@outside.example">Ann</span><span class="q">+3</span><input id="to">',
      ['Ann <ann@outside.example>'],
      'collapsed',
    ],
    [
      'a folded rest in German',
      '<span class="q" title="ann@outside.example">Ann</span><a>3 weitere</a><input id="to">',
      ['Ann <ann@outside.example>'],
      'collapsed',
    ],
    [
      'a helper text and a picker are nobody',
      '<button type="button">Select contacts</button><span class="hint">Start typing</span><input id="to">',
      [],
      'complete',
    ],
  ])('%s', (_name, to, people, complete) => {
    const page = openPage(
      `<form><div><label for="to">To</label><div>${to}</div></div><div><label>Cc <input name="cc"></label></div><input name="subject"><textarea name="body" rows="9"></textarea><button>Send</button></form>`,
    );
    expect(readComposes(anyWebmail, page)).toMatchObject([{ to: people, complete }]);
  });
});
