/** A captured page holds nothing of what the page said, and reads as the page did. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, test } from 'vitest';
import type { DomSite } from '../../page/site';
import { censor, wordsOfSource } from '../../scripts/capture/censor';
import { countsOf, readPage } from '../../scripts/capture/reading';
import { openSaved } from '../../scripts/capture/saved';
import { families } from '../page/compose-families';
import { closePages, openPage } from '../support/compose-page';
import { openProduct } from '../support/describe-site';
import { handMadePages } from './pages';

afterEach(closePages);

const sources = Object.values(import.meta.glob<string>(['../../sites/*.ts', '../../page/*.ts'], { eager: true, query: '?raw', import: 'default' }));
const vocabulary = wordsOfSource(sources);
const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../../sites/*.ts', { eager: true, import: 'default' }));
const captured = (page: Document, keep: readonly string[] = []) => censor(page, { vocabulary, keep: new Set(keep) });

/** Turns every text, every attribute value and every name that a page can choose into a word that no vocabulary has. */
function fillWithSecrets(page: Document | ShadowRoot, secret: () => string): void {
  for (const element of page.querySelectorAll<HTMLElement>('*')) {
    for (const node of element.childNodes) if (node.nodeType === 3 && node.nodeValue?.trim()) node.nodeValue = secret();
    for (const { name } of [...element.attributes]) if (!['srcdoc', 'style', 'type'].includes(name)) element.setAttribute(name, secret());
    element.setAttribute(`data-${secret()}`, secret());
    if (element.matches('input:not([type=file]),textarea')) (element as HTMLInputElement).value = secret();
    if (element.localName === 'iframe' && (element as HTMLIFrameElement).contentDocument)
      fillWithSecrets((element as HTMLIFrameElement).contentDocument as Document, secret);
    if (element.shadowRoot) fillWithSecrets(element.shadowRoot, secret);
    element.append(page.ownerDocument?.createComment(secret()) ?? (page as Document).createComment(secret()));
  }
}

describe('nothing of the page is left', () => {
  test.each(families.map((family) => [family.name, family] as const))('%s', (_name, family) => {
    const page = openProduct(family);
    let count = 0;
    const secrets: string[] = [];
    fillWithSecrets(page, () => {
      secrets.push(`zq${'bcdfghjk'[count % 8]}${'vwxz'[count % 4]}q${(count++).toString(26).replace(/\d/g, (digit) => 'zyxwvkjqhb'[Number(digit)] ?? 'z')}zq`);
      return secrets.at(-1) ?? '';
    });
    page.title = 'zqtitlezq';
    const { html } = captured(page);
    expect(secrets.length).toBeGreaterThan(30);
    expect([...secrets, 'zqtitlezq'].filter((word) => html.toLowerCase().includes(word))).toEqual([]);
  });

  test('whatever the words, numbers and addresses are', () => {
    const word = fc.stringMatching(/^[a-zà-öа-яα-ω]{6,14}$/).filter((text) => !vocabulary.has(text));
    fc.assert(
      fc.property(
        word,
        word,
        fc.integer({ min: 100_000, max: 99_999_999 }),
        fc.constantFrom('', '<!-- ', '<script>', '<style>'),
        (first, second, number, around) => {
          const address = `${first}.${second}@${second}.example`;
          const page = openPage(
            `<title>${first}</title><form aria-label="${first}" id="${first}-${number}" class="${second}_x" data-${/^[a-z]+$/.test(second) ? second : 'x'}="${first}">
<label>To <input name="to" value="${address}" placeholder="${second}"></label><input name="subject" value="Re: ${first} ${number}"><a href="https://${second}.example/${first}?n=${number}" title="${address}">${address}</a>
<select><option>${second}</option></select><img alt="${first}" src="${second}.png"><div contenteditable="true">On ${number} ${first} wrote:<blockquote>${second}</blockquote></div><textarea name="body">${first} ${number}</textarea><button>Send ${first}</button></form>${around}${second}`,
          );
          const host = page.createElement('div');
          host.attachShadow({ mode: 'open' }).append(Object.assign(page.createElement('p'), { textContent: `${first} ${number}`, title: second }));
          page.body.append(host);
          const { html, doubts } = captured(page);
          closePages();
          const left = html.toLowerCase();
          for (const secret of [first, second, String(number)]) if (left.includes(secret)) throw new Error(`${secret} is left in ${html}`);
          expect(doubts.every(({ value }) => !value.includes('@'))).toBe(true);
          expect(html).toContain('shadowrootmode');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('scripts, styles and what comes from elsewhere are gone', () => {
    const { html } = captured(
      openPage(
        '<head><base href="/b/"><link rel="stylesheet" href="/s.css"></head><img src="/a.png" onerror="x()"><script>alert(1)</script><style>p{}</style><p onclick="y()" style="background:url(z.png)">x</p><a href="https://a.example/secret">y</a>',
      ),
    );
    expect(html).not.toMatch(/alert|onerror|onclick|url\(|https:|s\.css|<base|<style/);
  });
});

describe('what is the product’s own stays', () => {
  test('labels, names and roles that the sources know', () => {
    const { html } = captured(
      openPage(
        '<div role="dialog" class="message-composer c8f3k"><label for="to">To</label><input id="to" name="_to" aria-label="To"><button type="button" aria-label="Send">Send</button></div>',
      ),
    );
    for (const part of ['role="dialog"', 'message-composer', 'for="to"', 'id="to"', 'name="_to"', 'aria-label="To"', '>Send</button>'])
      expect(html).toContain(part);
    expect(html).not.toContain('c8f3k');
  });

  test('references go on pointing to what they pointed to', () => {
    const { page, close } = openSaved(captured(openPage('<span id="qqzwv-12">Label of a field</span><input aria-labelledby="qqzwv-12">')).html);
    const id = page.querySelector('input')?.getAttribute('aria-labelledby') ?? '';
    expect(id).not.toContain('qqzwv');
    expect(page.getElementById(id)?.localName).toBe('span');
    close();
  });

  test('a person is the same person wherever the address stands', () => {
    const { html } = captured(openPage('<span title="Ann &lt;ann@outside.example&gt;">Ann</span><input name="to" value="ANN@outside.example, bob@x.example">'));
    expect(html.match(/person1@example\.org/g)).toHaveLength(2);
    expect(html.match(/person2@example\.org/g)).toHaveLength(1);
  });

  test('what the contributor confirmed', () => {
    const page = openPage('<button class="qqzwv">Zustellen qq</button>');
    const { doubts } = captured(page);
    expect(doubts).toEqual(
      expect.arrayContaining([
        { what: 'label', value: 'Zustellen qq' },
        { what: 'name', value: 'qqzwv' },
      ]),
    );
    expect(captured(page, ['Zustellen qq', 'qqzwv']).html).toContain('<button class="qqzwv">Zustellen qq</button>');
  });
});

describe('it reads as the page did', () => {
  it.each(handMadePages().map((one) => [`${one.site} ${one.name}`, one] as const))('%s', (_name, one) => {
    const site = sites.find(({ id }) => id === one.site);
    if (!site) throw new Error(one.site);
    const live = openProduct(one);
    const before = readPage(site, live);
    const { page, close } = openSaved(captured(live).html);
    expect(countsOf(readPage(site, page))).toEqual(countsOf(before));
    close();
  });
});
