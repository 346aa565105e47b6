import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../../core/text';
import type { Thread } from '../../core/thread';
import { createBodyReader } from '../../page/body';
import { markPlaces, showPlaces } from '../../page/highlight';
import type { Body } from '../../page/site';

let life = new AbortController();
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

/** Gmail's markup of an answer and of a forward (research file chain.md §C1). */
const gmailReply = (words: string) =>
  `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Thu, Apr 17, 2025 at 12:16 PM Ann Smith &lt;<a href="mailto:ann@x.example">ann@x.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid rgb(204,204,204)"><div>${words}</div></blockquote></div>`;
const outlook = (index: number, words: string) =>
  `<hr style="display:inline-block;width:98%"><div id="x_divRplyFwdMsg" dir="ltr"><font><b>From:</b> Person ${index} &lt;p${index}@x.example&gt;<br><b>Sent:</b> 14 March 2026 10:02<br><b>To:</b> Bob; <a href="mailto:carol@y.example">Carol</a><br><b>Subject:</b> Visit</font><div>&nbsp;</div></div><div>${words}</div>`;

function editorWith(html: string): HTMLElement {
  const editor = document.createElement('div');
  editor.contentEditable = 'true';
  editor.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  document.body.append(editor);
  return editor;
}
const html = (editor: HTMLElement, changes: Partial<Extract<Body, { kind: 'html' }>> = {}): Body => ({
  kind: 'html',
  editor,
  hiddenHtml: null,
  besideEditor: null,
  collapsed: false,
  ...changes,
});
const senders = (thread: Thread) => thread.messages.map((message) => message.from?.address ?? null);

describe('reads', () => {
  it('an answer in Gmail’s markup', async () => {
    const { authored, thread } = await createBodyReader(life.signal).read(html(editorWith(`<div>My answer</div><br>${gmailReply('Earlier words')}`)));
    expect(wordsOf(authored).trim()).toBe('My answer');
    expect(senders(thread)).toEqual(['ann@x.example']);
    expect(thread.completeness).toBe('complete');
  });

  it('a chain in Outlook’s markup, with the addresses that only links hold', async () => {
    const { authored, thread } = await createBodyReader(life.signal).read(
      html(editorWith(`<div>FYI</div><div id="appendonsend"></div>${outlook(1, 'one')}${outlook(2, 'two')}`)),
    );
    expect(wordsOf(authored).trim()).toBe('FYI');
    expect(senders(thread)).toEqual(['p1@x.example', 'p2@x.example']);
    expect(thread.messages[0]?.to.map((one) => one.address)).toEqual([null, 'carol@y.example']);
    expect(
      thread.messages.map((message) =>
        wordsOf(thread.text)
          .slice(message.start, message.end)
          .includes(message.depth === 1 ? 'one' : 'two'),
      ),
    ).toEqual([true, true]);
  });

  it('a plain text area, and reads it again when it changed', async () => {
    const editor = document.createElement('textarea');
    editor.value = 'Yes\n\nOn 3 March 2025 10:00, Ann <ann@x.example> wrote:\n> No?\n';
    const reader = createBodyReader(life.signal);
    expect(senders((await reader.read({ kind: 'text', editor })).thread)).toEqual(['ann@x.example']);
    editor.value = 'Yes';
    expect((await reader.read({ kind: 'text', editor })).thread.messages).toEqual([]);
  });

  it('a quote that the page keeps out of the editor', async () => {
    const { authored, thread } = await createBodyReader(life.signal).read(
      html(editorWith('<div>My answer</div>'), { hiddenHtml: gmailReply('hidden words'), collapsed: true }),
    );
    expect(wordsOf(authored).trim()).toBe('My answer');
    expect(senders(thread)).toEqual(['ann@x.example']);
    expect(thread.messages[0]?.hidden).toBe(true);
    expect(thread.completeness).toBe('complete');
  });

  it('a quote beside the editor', async () => {
    const beside = editorWith(outlook(3, 'beside'));
    const { authored, thread } = await createBodyReader(life.signal).read(html(editorWith('<div>My answer</div>'), { besideEditor: beside, collapsed: true }));
    expect(wordsOf(authored).trim()).toBe('My answer');
    expect(senders(thread)).toEqual(['p3@x.example']);
  });

  it('says when the page shows only a part', async () => {
    const { thread } = await createBodyReader(life.signal).read(html(editorWith('<div>My answer</div>'), { collapsed: true }));
    expect(thread.completeness).toBe('collapsed');
  });

  it('files and pictures that come along', async () => {
    const { thread } = await createBodyReader(life.signal).read(
      html(
        editorWith(
          `<div>See <img alt="mine"></div>${outlook(1, '<img alt="plan" width="400"><img width="1" height="1"><a href="https://files.example/report.pdf">Report</a>')}`,
        ),
      ),
    );
    expect(thread.carried.map(({ kind, name }) => [kind, name === null ? null : wordsOf(name)])).toEqual([
      ['image', 'plan'],
      ['file', 'report.pdf'],
    ]);
  });
});

describe('while the person types', () => {
  const observed = async (change: (editor: HTMLElement) => void) => {
    const editor = editorWith(`<div id="mine">Hello</div>${outlook(1, 'one')}`);
    const reader = createBodyReader(life.signal);
    const first = await reader.read(html(editor));
    change(editor);
    await Promise.resolve();
    const second = await reader.read(html(editor));
    return { first, second };
  };

  it('keeps the thread, and reads the new words', async () => {
    const { first, second } = await observed((editor) => {
      const text = editor.querySelector('#mine')?.firstChild;
      if (text) text.nodeValue = 'Hello Bob';
    });
    expect(wordsOf(second.authored).trim()).toBe('Hello Bob');
    expect(second.thread).toBe(first.thread);
  });

  it('keeps the thread when a line is added above it', async () => {
    const { first, second } = await observed((editor) => {
      const line = document.createElement('div');
      line.textContent = 'More';
      editor.querySelector('#mine')?.after(line);
    });
    expect(wordsOf(second.authored)).toContain('More');
    expect(second.thread).toBe(first.thread);
  });

  it('reads the thread again when it changed', async () => {
    const { second } = await observed((editor) => {
      for (const child of [...editor.children].slice(1)) child.remove();
    });
    expect(second.thread.messages).toEqual([]);
  });

  it('reads the thread again when another one was pasted above', async () => {
    const { second } = await observed((editor) => {
      editor.querySelector('#mine')?.after(...editorWith(outlook(7, 'pasted')).childNodes);
    });
    expect(senders(second.thread)).toEqual(['p7@x.example', 'p1@x.example']);
  });

  it('keeps a thread that stands outside the editor, until that changes', async () => {
    const editor = editorWith('<div id="mine">Hello</div>');
    const beside = editorWith(outlook(3, 'beside'));
    const reader = createBodyReader(life.signal);
    const body = html(editor, { besideEditor: beside });
    const first = await reader.read(body);
    editor.append('more');
    await Promise.resolve();
    const second = await reader.read(body);
    expect(wordsOf(second.authored)).toContain('more');
    expect(second.thread).toBe(first.thread);
    beside.replaceChildren();
    await Promise.resolve();
    expect((await reader.read(body)).thread.messages).toEqual([]);
  });

  it('a newer reading supersedes an older one', async () => {
    const editor = editorWith(`<div>Hello</div>${Array.from({ length: 400 }, (_, index) => outlook(index, 'words '.repeat(60))).join('')}`);
    const reader = createBodyReader(life.signal);
    const older = reader.read(html(editor));
    const newer = reader.read(html(editor));
    expect((await older).thread.messages.length).toBe((await newer).thread.messages.length);
    expect((await newer).thread.messages.length).toBe(400);
  });
});

it('answers, and says that it does not know, when something inside fails', async () => {
  const editor = editorWith('<div>Hello</div>');
  Object.defineProperty(editor, 'firstChild', {
    get: () => {
      throw new Error('made up');
    },
  });
  expect((await createBodyReader(life.signal).read(html(editor))).thread.completeness).toBe('unknown');
});

it('finds places in the page, and shows them without changing the document', async () => {
  const editor = editorWith(`<div>Hello</div>${outlook(1, 'Her   number is <b>AB 12</b> 34 56 C, as said.')}`);
  const reader = createBodyReader(life.signal);
  const body = html(editor);
  const { thread } = await reader.read(body);
  const place = thread.personalData.find((one) => one.kind === 'national-insurance')?.places[0];
  expect(place).toBeDefined();
  if (!place) return;
  const ranges = reader.placesOf(body, place);
  expect(ranges.map(String)).toEqual(['AB 12 34 56 C']);
  const before = editor.innerHTML;
  const selection = document.getSelection()?.rangeCount;
  showPlaces(ranges, life.signal);
  expect(CSS.highlights.size).toBe(1);
  expect(editor.innerHTML).toBe(before);
  expect(document.getSelection()?.rangeCount).toBe(selection);
  life.abort();
  expect(CSS.highlights.size).toBe(0);
});

it('every place of every message is found in the page', async () => {
  const editor = editorWith(`<p>Hello</p>${outlook(1, 'one')}${gmailReply('two')}`);
  const reader = createBodyReader(life.signal);
  const body = html(editor);
  const { thread } = await reader.read(body);
  const bare = (text: string) => text.replace(/\s/g, '');
  for (const message of thread.messages)
    expect(bare(reader.placesOf(body, message).map(String).join(''))).toBe(bare(wordsOf(thread.text).slice(message.start, message.end)));
  expect(thread.messages).toHaveLength(2);
});

it('reads a large thread without holding the page up', async () => {
  const chain = Array.from({ length: 500 }, (_, index) => outlook(index, `<p>${'Some words of a message that goes on for a while. '.repeat(40)}</p>`)).join('');
  const editor = editorWith(`<div>Hello</div>${chain}`);
  const gaps: number[] = [];
  let done = false;
  const reading = createBodyReader(life.signal)
    .read(html(editor))
    .finally(() => {
      done = true;
    });
  // Another task of the page, queued again and again: how long it has to wait is how long typing would.
  const channel = new MessageChannel();
  let last = performance.now();
  channel.port1.onmessage = () => {
    gaps.push(performance.now() - last);
    last = performance.now();
    if (!done) channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  const { thread } = await reading;
  channel.port1.close();
  gaps.sort((a, b) => b - a);
  console.log(`1 MB thread: ${thread.messages.length} messages, longest waits ${gaps.slice(0, 5).map((gap) => gap.toFixed(1))} ms, ${gaps.length} pauses`);
  expect(thread.messages).toHaveLength(500);
  // Read in one go, the page would get its turn once or twice; how often it does depends on how fast the machine is.
  expect(gaps.length).toBeGreaterThan(5);
});

it('for any markup: no place lies outside the text, and nothing throws', async () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<blockquote type=cite>',
    '</blockquote>',
    '<br>',
    '<hr>',
    'From: a <a@b.example>',
    'To: ',
    'Subject: x',
    'Sent: 1 May 2020',
    ' ',
    '\n',
    '>',
    'On 1 May 2020, A wrote:',
    '<div class="gmail_quote">',
    '<table><tr><td>',
    '<p style="display:none">',
    '<a href="mailto:a@b.example">A</a>',
    '<jane@x.example>',
    'LS1 4AP',
    '<pre>',
    '-----Original Message-----',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const editor = editorWith(pieces.join(''));
      const reader = createBodyReader(life.signal);
      const body = html(editor);
      const { thread } = await reader.read(body);
      const { length } = wordsOf(thread.text);
      for (const span of [...thread.messages, ...thread.personalData.flatMap((one) => one.places)]) {
        expect(span.start >= 0 && span.start <= span.end && span.end <= length).toBe(true);
        reader.placesOf(body, span);
      }
      expect(thread.completeness).toBe('complete');
      editor.remove();
    }),
    { numRuns: 150 },
  );
});

describe('places of the person’s own text', () => {
  const placesOf = async (editor: HTMLElement, wanted: readonly string[]): Promise<readonly string[]> => {
    const reader = createBodyReader(life.signal);
    const { authored } = await reader.read(html(editor));
    const text = wordsOf(authored);
    const spans = wanted.map((words) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    });
    return (await reader.writtenPlacesOf(html(editor), authored, spans)).map(String);
  };

  it('are found across elements, and above and below a quote', async () => {
    const editor = editorWith(
      `<div>Hello,</div><div>the password is <b>Har</b>bour-4711.</div>${gmailReply('Old words. The PIN is 1111.')}<div>The PIN is 4821.</div>`,
    );
    expect(await placesOf(editor, ['password is Harbour-4711', 'Hello'])).toEqual(['password is Harbour-4711', 'Hello']);
  });

  it('count words that stand there twice', async () => {
    const editor = editorWith('<div>PIN: 4821</div><div>and once more PIN: 4821</div>');
    const reader = createBodyReader(life.signal);
    const { authored } = await reader.read(html(editor));
    const start = wordsOf(authored).lastIndexOf('PIN: 4821');
    const [range] = await reader.writtenPlacesOf(html(editor), authored, [{ start, end: start + 9 }]);
    expect(range?.startContainer.textContent).toContain('once more');
  });

  it('are none where the words are gone, or in a text area', async () => {
    const editor = editorWith('<div>The PIN is 4821.</div>');
    const reader = createBodyReader(life.signal);
    const { authored } = await reader.read(html(editor));
    editor.replaceChildren('Nothing here.');
    expect(await reader.writtenPlacesOf(html(editor), authored, [{ start: 4, end: 15 }])).toEqual([]);
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = 'The PIN is 4821.';
    const plain: Body = { kind: 'text', editor: area };
    expect(await reader.writtenPlacesOf(plain, (await reader.read(plain)).authored, [{ start: 4, end: 15 }])).toEqual([]);
  });

  it('are marked without a change of the page, each compose by its own, and unmarked when the card goes', async () => {
    const editor = editorWith('<div>The PIN is 4821.</div>');
    const before = editor.outerHTML;
    const ranges = () => {
      const range = document.createRange();
      range.selectNodeContents(editor.querySelector('div') ?? editor);
      return [range];
    };
    const [first, second] = [new AbortController(), new AbortController()];
    markPlaces(ranges(), first.signal);
    markPlaces(ranges(), second.signal);
    const marks = () => CSS.highlights.get('second-glance-mark')?.size ?? 0;
    expect(marks()).toBe(2);
    first.abort();
    expect(marks()).toBe(1);
    second.abort();
    expect([marks(), document.adoptedStyleSheets.length]).toEqual([0, 0]);
    expect(editor.outerHTML).toBe(before);
  });
});
