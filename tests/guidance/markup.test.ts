import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, cleanText, plainText } from '../../guidance/markup';

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const paragraph = (...content: readonly unknown[]) => ({ kind: 'paragraph', content });

describe('what a text may have', () => {
  test('one line is one paragraph', () => expect(blocksOf('Call us.')).toEqual([paragraph(text('Call us.'))]));
  test('an empty line parts paragraphs; a line end alone does not', () =>
    expect(blocksOf('One\ntwo.\n\n \nThree.')).toEqual([paragraph(text('One two.')), paragraph(text('Three.'))]));
  test('lines that begin with a dash are a list, with text before and after', () =>
    expect(blocksOf('Bring:\n- a badge\n- **both** keys\nThen wait.')).toEqual([
      paragraph(text('Bring:')),
      { kind: 'list', items: [[text('a badge')], [{ kind: 'bold', text: 'both' }, text(' keys')]] },
      paragraph(text('Then wait.')),
    ]));
  test('a list in a list is one list: nothing nests, however deep', () =>
    expect(blocksOf('- one\n  - two\n\t- three\n- - four')).toEqual([
      { kind: 'list', items: [[text('one')], [text('two')], [text('three')], [text('- four')]] },
    ]));
  test('a link says where it leads', () =>
    expect(blocksOf('See [our page](https://intranet.example/a?b=1#c).')).toEqual([
      paragraph(text('See '), { kind: 'link', text: 'our page (intranet.example)', href: 'https://intranet.example/a?b=1#c' }, text('.')),
    ]));
  test('a link that pretends another place still says its own', () =>
    expect(blocksOf('[www.gov.uk](https://evil.example)')).toEqual([
      paragraph({ kind: 'link', text: 'www.gov.uk (evil.example)', href: 'https://evil.example/' }),
    ]));
});

describe('everything else is text', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<b>x</b>)',
    '[x](http://example.org)',
    '[x](//example.org)',
    '[x](https://user:secret@example.org)',
    '[x](https://)',
    '[x](https:example.org)',
    '<img src=x onerror=alert(1)>',
    '<a href="https://example.org">x</a>',
    '![x](http://example.org/x.png)',
    '&lt;script&gt;',
    '# Heading',
    '`code`',
    '**open',
    '* star',
    '| a | b |',
  ])('%s', (words) => expect(blocksOf(words)).toEqual([paragraph(text(words))]));

  test('no address but https, whatever is thrown at it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '*', '-', '\n', ' ', 'https://', 'javascript:', 'a.example', '@', '<', '\u202e') }),
        (words) => {
          for (const block of blocksOf(words))
            for (const inline of block.kind === 'list' ? block.items.flat() : block.content)
              if (inline.kind === 'link') expect(inline.href).toMatch(/^https:\/\/[^@]*$/);
        },
      ),
    );
  });
});

describe('cleaned', () => {
  test.each([
    ['turned around', '\u202eecivda\u202c \u2066a\u2069 \u200fb', 'ecivda a b'],
    ['control characters', 'a\u0000b\u001b[31mc\u0007\u009f', 'ab[31mc'],
    ['unseen characters', 'pass\u200bword\u00ad \ufeffhere\u2060', 'password here'],
    ['tags that nobody sees', 'a\u{e0041}\u{e0062}b', 'ab'],
    ['line ends of all kinds', 'a\r\nb\rc', 'a\nb\nc'],
    ['line separators', 'a\u2028b\u2029c', 'abc'],
    ['joiners of Persian and emoji stay', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
    ['Welsh stays', 'Tŷ’r llys, siŵr', 'Tŷ’r llys, siŵr'],
  ])('%s', (_what, given, expected) => expect(cleanText(given)).toBe(expected));
});

test('the words alone', () => expect(plainText('**Now**:\n- call\n- [ask](https://a.example)')).toBe('Now: call ask (a.example)'));

/** No clock: a reading that grew with the square of these texts would not come to an end. */
test.each(['**', '[', '[a](https://', '- ', '\n\n', '*[', '\n '])('a megabyte of %j is read to its end', (piece) => {
  expect(blocksOf(piece.repeat(2 ** 20 / piece.length))).toBeInstanceOf(Array);
});
