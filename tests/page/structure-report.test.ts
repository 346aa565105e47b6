import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { structureReport } from '../../page/structure-report';
import anyWebmail from '../../sites/any-webmail';
import { closePages, openPage, sharedPages } from '../support/compose-page';
import { openProduct } from '../support/describe-site';
import { families } from './compose-families';
import { patterns } from './compose-patterns';

afterEach(closePages);

describe('no word of the page is in it', () => {
  it.each([...families, ...patterns.filter(({ html }) => html.includes('shadowroot'))].map((family) => [family.name, family] as const))(
    '%s',
    (_name, family) => {
      const page = openProduct(family);
      // Every value and text becomes a word that no vocabulary has.
      let count = 0;
      const secrets: string[] = [];
      const secret = (): string => {
        secrets.push(`zq${(count++).toString(36)}zq`);
        return secrets.at(-1) ?? '';
      };
      const report = structureReport(page, anyWebmail);
      expect(report).toContain('composes: 1 by the site, 1 generically');
      const fill = (tree: Document | ShadowRoot): void => {
        for (const element of tree.querySelectorAll('*')) {
          for (const node of element.childNodes) if (node.nodeType === 3 && node.nodeValue?.trim()) node.nodeValue = secret();
          for (const { name } of [...element.attributes]) element.setAttribute(name, secret());
          if (element.shadowRoot) fill(element.shadowRoot);
          const { contentDocument } = element as HTMLIFrameElement;
          if (contentDocument) fill(contentDocument);
        }
      };
      fill(page);
      const mutated = structureReport(page, anyWebmail);
      expect(secrets.length).toBeGreaterThan(20);
      for (const word of secrets) expect(mutated).not.toContain(word);
    },
  );

  it('whatever the words are, in texts, values, names, titles, typed fields, comments, frames, open and closed roots', () => {
    const word = fc.stringMatching(/^[a-zà-öа-я][a-zà-öа-я0-9]{5,11}$/);
    const plain = fc.stringMatching(/^[b-df-hj-np-tv-z]{7,12}$/);
    const reports = new Set<string>();
    fc.assert(
      fc.property(
        word,
        word,
        plain,
        fc.integer({ min: 1_000_000, max: 99_999_999 }),
        fc.constantFrom('div', 'section', 'form'),
        fc.constantFrom('', 'open', 'closed'),
        (first, second, name, number, tag, mode) => {
          const fields = `<label>To <input name="to" value="${first}@${second}.example"></label><span title="${second}@${first}.example" data-${name}-id="${number}">${first}</span>
<label>Cc <input name="cc"></label><input name="subject" value="${second}" placeholder="${first}"><div contenteditable="true" style="min-height:150px">${first} ${number} <b title="${second}">${second}</b><!-- ${name} --></div><iframe name="${name}" title="${first}"></iframe><button name="${second}">Send ${first}</button>`;
          const inside =
            mode === ''
              ? fields
              : `<y-${name}><template shadowrootmode="${mode}"><p id="${name}">${second}</p>${fields}</template><i slot="${name}">${first}</i></y-${name}>`;
          const page = openPage(
            `<title>${first}</title><x-${name}><${tag} role="${name}" data-${name}="${first}" ${name}="${second}" aria-label="${second}" class="${first} ${second}" id="${first}-${number}">${inside}</${tag}></x-${name}>`,
          );
          for (const root of [page, page.querySelector(`y-${name}`)?.shadowRoot]) {
            const field = root?.querySelector('input');
            if (field) field.value = `${second} <${name}@${first}.example>`;
            root
              ?.querySelector('iframe')
              ?.contentDocument?.write(`<title>${first}</title><body contenteditable id="${second}" data-${name}="${first}">${second} ${number}</body>`);
          }
          const report = structureReport(page, anyWebmail);
          closePages();
          const said = report.toLowerCase();
          for (const secret of [first, second, name, String(number)]) if (said.includes(secret)) throw new Error(`${secret} is in the report`);
          expect(report).toContain(`composes: ${mode === 'closed' ? 0 : 1}`);
          if (mode === 'open') expect(report).toMatch(/div \[.*contenteditable.*\]/);
          // How wide a text is drawn depends on its letters; sizes are in steps that tell no more than that.
          reports.add(report.replace(/\d+×\d+/g, ''));
        },
      ),
      { numRuns: 60 },
    );
    // The same structure gives the same report, whatever the words: tag, and which root.
    expect(reports.size).toBeLessThanOrEqual(9);
  });

  it('nor a name that the page chose for an element, an attribute or a role', () => {
    const page = openPage('<body><secret-word data-other-secret="x" third-secret role="fourthsecret"><div contenteditable="true">x</div></secret-word>');
    const report = structureReport(page, null);
    expect(report).not.toMatch(/secret/);
    expect(report).toContain('custom [data-* role]');
  });
});

it('describes the real compose window in a few hundred lines', async () => {
  const load = sharedPages['gmail/gmail-2020-10-compose-mole-new-message.html'];
  if (!load) return;
  const report = structureReport(openPage(await load()), null);
  expect(report.split('\n').length).toBeLessThanOrEqual(406);
  expect(report).toMatch(/div:textbox \[.*contenteditable.*\]/);
  expect(report).toMatch(/fields: to /);
});
