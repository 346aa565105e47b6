/** Random trees of what webmail is built from: every site's reading stays well-formed, quick and silent, whatever the shape. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { wordsOf } from '../../core/text';
import { sites } from '../../engine/registry';
import { placeCard } from '../../page/placement';
import { structureReport } from '../../page/structure-report';
import { fuzz } from '../fuzz/support';
import { closePages, openPage } from '../support/compose-page';

const secret = 'zq7secret';
const labels = [
  'To',
  'Cc',
  'Bcc',
  'Subject',
  'From',
  'Send',
  'Message body',
  'Reply',
  'Forward',
  'Search',
  'An',
  'Betreff',
  'Recipients',
  secret,
  '',
  '\u202e',
];
const words = fc.constantFrom(
  `${secret}@x.example`,
  'ann@x.example',
  'Ann <ann@x.example>',
  secret,
  'On 1 May 2026, Ann <a@x.example> wrote:',
  '> quoted',
  '@',
  '',
  '😀',
);
const attribute = fc.tuple(
  fc.constantFrom(
    'aria-label',
    'title',
    'name',
    'id',
    'class',
    'role',
    'placeholder',
    'data-testid',
    'data-hovercard-id',
    'email',
    'contenteditable',
    'aria-hidden',
    'hidden',
    'style',
    'tabindex',
    'g_editable',
    'aria-multiline',
    'draggable',
    'type',
    'value',
    'aria-labelledby',
    'href',
    'data-tid',
  ),
  fc.oneof(
    fc.constantFrom(...labels),
    fc.constantFrom(
      'true',
      'false',
      'to',
      'cc',
      'subjectbox',
      'textbox',
      'dialog',
      'combobox',
      'listbox',
      'option',
      'group',
      'button',
      'composer:to',
      'display:none',
      'position:fixed;width:300px;height:200px',
      'mailto:a@x.example',
      'submit',
      'file',
      'querySelector',
      'children',
      'parentNode',
      'addEventListener',
    ),
    words,
  ),
);
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', maxDepth: 9 },
    words.map(escaped),
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'div',
          'span',
          'form',
          'input',
          'textarea',
          'button',
          'a',
          'select',
          'label',
          'table',
          'tr',
          'td',
          'dialog',
          'iframe',
          'ul',
          'li',
          'blockquote',
          'h1',
          'img',
          'video',
          'x-own',
          'svg',
          'template',
          'fieldset',
          'object',
        ),
        fc.array(attribute, { maxLength: 5 }),
        fc.array(tie('node'), { maxLength: 6 }),
      )
      .map(
        ([tag, attributes, children]) => `<${tag} ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}>${children.join('')}</${tag}>`,
      ),
  ),
})).node;
const compose = tree.map(
  (inner) =>
    `<form role="dialog"><label>To <input name="to" value="${secret}@x.example"></label><input name="cc"><input name="subject">${inner}<div contenteditable="true" role="textbox" aria-label="Message body" style="height:200px">x</div><button>Send</button></form>`,
);

fuzz(
  'pages: every site reads them without a word, and says only what is there',
  fc.array(fc.oneof(tree, compose), { minLength: 1, maxLength: 4 }),
  (parts) => {
    const html = `<!doctype html><body>${parts.join('')}`;
    const page = openPage(html);
    try {
      for (const site of sites) {
        site.recognises?.(page);
        const surface = site.surfaces.compose;
        surface?.drift?.(page);
        for (const root of surface?.find(page) ?? []) {
          expect(root.isConnected).toBe(true);
          const reading = surface?.read(root, { files: [], pressed: null });
          if (!reading) continue;
          expect(['complete', 'names-only', 'collapsed', 'unknown']).toContain(reading.recipients.completeness);
          for (const { address, field } of reading.recipients.items) {
            expect(['to', 'cc', 'bcc']).toContain(field);
            if (address !== null) expect(address).toMatch(/^[^\s@]+@[^\s@]+$/);
          }
          expect(wordsOf(reading.subject).length).toBeLessThanOrEqual(2000);
          for (const { element } of surface?.layout(root).keepClear ?? []) expect(element.isConnected).toBe(true);
        }
        const { meeting, message } = site.surfaces;
        message?.drift?.(page);
        for (const root of message?.find(page) ?? []) {
          const sender = message?.read(root, null)?.sender?.address ?? null;
          if (sender !== null) expect(sender).toMatch(/^[^\s@]+@[^\s@]+$/);
          for (const { element } of message?.layout(root).keepClear ?? []) expect(element.isConnected).toBe(true);
        }
        for (const root of meeting?.find(page) ?? []) meeting?.read(root, null);
        expect(structureReport(page, site)).not.toContain(secret);
      }
    } finally {
      closePages();
    }
  },
  30,
);

const edge = fc.integer({ min: -3000, max: 3000 });
const box = fc.tuple(edge, edge, fc.nat(2000), fc.nat(2000)).map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
fuzz(
  'places: always inside the window where the card fits',
  fc.tuple(box, fc.array(fc.tuple(box, fc.constantFrom('never' as const, 'avoid' as const)), { maxLength: 8 }), fc.nat(2000), fc.nat(1500)),
  ([anchor, clear, width, height]) => {
    const place = placeCard(
      { width: 348, height: 200 },
      anchor,
      clear.map(([one, how]) => ({ ...one, how })),
      { width, height },
      null,
    );
    expect(Number.isFinite(place.left) && Number.isFinite(place.top)).toBe(true);
    if (width > 370 && height > 220) {
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(place.left + 348).toBeLessThanOrEqual(width);
      expect(place.top + 200).toBeLessThanOrEqual(height);
    }
  },
  200,
);
