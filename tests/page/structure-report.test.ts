import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { structureReport } from '../../page/structure-report';
import anyWebmail from '../../sites/any-webmail';
import { closePages, openPage, sharedPages } from '../support/compose-page';
import { openProduct } from '../support/describe-site';
import { families } from './compose-families';

afterEach(closePages);

describe('no word of the page is in it', () => {
  it.each(families.map((family) => [family.name, family] as const))('%s', (_name, family) => {
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
    for (const element of page.querySelectorAll('*')) {
      for (const node of element.childNodes) if (node.nodeType === 3 && node.nodeValue?.trim()) node.nodeValue = secret();
      for (const { name } of [...element.attributes]) element.setAttribute(name, secret());
    }
    const mutated = structureReport(page, anyWebmail);
    expect(secrets.length).toBeGreaterThan(20);
    for (const word of secrets) expect(mutated).not.toContain(word);
  });

  it('whatever the words are, in texts, values, names, frames and titles', () => {
    const word = fc.stringMatching(/^[a-zà-öа-я][a-zà-öа-я0-9]{5,11}$/);
    const plain = fc.stringMatching(/^[b-df-hj-np-tv-z]{7,12}$/);
    fc.assert(
      fc.property(word, word, plain, fc.constantFrom('div', 'section', 'form'), (first, second, name, tag) => {
        const page = openPage(
          `<title>${first}</title><x-${name}><${tag} role="${name}" data-${name}="${first}" ${name}="${second}" aria-label="${second}" class="${first} ${second}" id="${first}"><label>To <input name="to" value="${first}@${second}.example"></label>
<label>Cc <input name="cc"></label><input name="subject" value="${second}" placeholder="${first}"><div contenteditable="true" style="min-height:150px">${first} <b title="${second}">${second}</b></div><button name="${second}">Send ${first}</button></${tag}></x-${name}>`,
        );
        const report = structureReport(page, anyWebmail);
        closePages();
        for (const secret of [first, second, name]) if (report.toLowerCase().includes(secret)) throw new Error(`${secret} is in the report`);
        expect(report).toContain('composes: 1');
      }),
      { numRuns: 100 },
    );
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
