/** Pages change: classes are renamed, elements wrapped, rows reordered, words translated. A reading stays the same or becomes less complete; it is never wrong. */
import { afterEach, describe, expect, it } from 'vitest';
import type { DomSite } from '../../page/site';
import anyWebmail from '../../sites/any-webmail';
import gmail from '../../sites/gmail';
import outlook from '../../sites/outlook-web';
import roundcube from '../../sites/roundcube';
import { composeForm, docked, around as gmailPage } from '../sites/gmail/hand-made';
import { chip, compose as outlookCompose, around as outlookPage } from '../sites/outlook-web/hand-made';
import { products } from '../sites/pages';
import { composePage } from '../sites/roundcube/hand-made';
import { closePages, noise, openPage, readComposes } from '../support/compose-page';
import { families } from './compose-families';
import { patterns } from './compose-patterns';

const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../../sites/*.ts', { eager: true, import: 'default' }));

afterEach(closePages);

type Mutation = (page: Document) => void;
let reordered = 0;

const each = (tree: Document | ShadowRoot, selector: string, change: (element: HTMLElement) => void): void => {
  for (const element of tree.querySelectorAll<HTMLElement>(selector)) change(element);
  for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) each(shadowRoot, selector, change);
};

const mutations: Readonly<Record<string, Mutation>> = {
  'classes renamed': (page) => {
    const names = new Map<string, string>();
    each(page, '[class]', (element) => {
      element.setAttribute('class', [...element.classList].map((name) => names.get(name) ?? names.set(name, noise()).get(name)).join(' '));
    });
  },
  'ids renamed': (page) => {
    each(page, '[id]', (element) => {
      const { id } = element;
      if (!id) return;
      const fresh = noise();
      for (const name of ['for', 'aria-controls', 'aria-owns', 'aria-labelledby'])
        each(page, `[${name}="${CSS.escape(id)}"]`, (other) => other.setAttribute(name, fresh));
      element.id = fresh;
    });
  },
  'test ids and names removed': (page) => {
    each(page, '[data-testid],[data-test-id]', (element) => {
      element.removeAttribute('data-testid');
      element.removeAttribute('data-test-id');
    });
  },
  'fields wrapped': (page) => {
    each(page, 'input,textarea,[role=combobox]', (element) => {
      const wrapper = page.createElement('div');
      element.replaceWith(wrapper);
      wrapper.append(element);
    });
  },
  'chips wrapped': (page) => {
    each(page, '[role=option][data-hovercard-id],[title*="@"],[email]', (element) => {
      const wrapper = page.createElement('span');
      element.replaceWith(wrapper);
      wrapper.append(element);
    });
  },
  'labels in a language that nobody knows': (page) => {
    each(page, '[aria-label],[placeholder],[title]', (element) => {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const value = element.getAttribute(name);
        if (value && !value.includes('@') && !/\.pdf/.test(value)) element.setAttribute(name, `qq${value.length}`);
      }
    });
    each(page, 'label,th,td,button,a,dt', (element) => {
      if (element.childElementCount === 0 && !/@|\.pdf/.test(element.textContent ?? '')) element.textContent = `qq${(element.textContent ?? '').length}`;
    });
  },
  'rows in another order': (page) => {
    const fields = [...page.querySelectorAll<HTMLElement>('input,textarea,[role=combobox],[contenteditable=true]')].filter((field) => field.checkVisibility());
    let around = fields[0]?.parentElement ?? null;
    while (around && !fields.every((field) => around?.contains(field))) around = around.parentElement;
    const rows = [...(around?.children ?? [])].filter((child) => fields.some((field) => child.contains(field)));
    // A text beside a field names it, so only rows that hold their names can change places.
    const labels = [...(around?.childNodes ?? [])].some((node) =>
      node.nodeType === 3 ? node.nodeValue?.trim() : /^(?:label|span|b|dt|th)$/i.test(node.nodeName),
    );
    if (rows.length < 3 || labels) return;
    reordered += 1;
    const places = rows.map((row) => row.parentNode?.insertBefore(page.createComment(''), row));
    for (const [index, row] of rows.reverse().entries()) places[index]?.replaceWith(row);
  },
  'roles removed': (page) => {
    each(page, '[role=region],[role=group],[role=listbox]', (element) => element.removeAttribute('role'));
  },
};

const ann = { id: 'ann@outside.example', name: 'Ann Other' };
const pages: readonly { readonly name: string; readonly site: DomSite; readonly html: () => string; readonly frame?: string }[] = [
  {
    name: 'gmail',
    site: gmail,
    html: () =>
      gmailPage(
        docked(composeForm({ to: [ann], typed: 'typed@y.example', cc: [{ id: 'carol@x.example' }], subject: 'Plan', body: 'Hello', files: ['plan.pdf'] })),
      ),
  },
  {
    name: 'outlook',
    site: outlook,
    html: () =>
      outlookPage(
        outlookCompose({
          to: `${chip('Ann Other <ann@outside.example>')}typed@y.example`,
          cc: chip('carol@x.example'),
          subject: 'Plan',
          body: 'Hello',
          files: ['plan.pdf'],
        }),
      ),
  },
  {
    name: 'roundcube',
    site: roundcube,
    html: () =>
      composePage({
        to: 'Ann Other <ann@outside.example>',
        chips: [{ name: 'Ann Other', title: 'Ann Other <ann@outside.example>' }],
        typing: 'typed@y.example',
        cc: 'carol@x.example',
        subject: 'Plan',
        body: 'Hello',
        files: ['plan.pdf'],
      }),
  },
  ...families.flatMap(({ name, html, frame }) => {
    const id = products[name];
    const site = sites.find((one) => one.id === id);
    return site ? [{ name: site.id, site, html: () => html, ...(frame ? { frame } : {}) }] : [];
  }),
  ...[...families, ...patterns].map(({ name, html, frame }) => ({
    name: `${name}, generically`,
    site: anyWebmail,
    html: () => html,
    ...(frame ? { frame } : {}),
  })),
];

it('every webmail there is stands here', () => {
  const known = new Set(pages.map(({ site }) => site.id));
  expect(sites.filter(({ id, surfaces }) => surfaces.compose && !known.has(id))).toEqual([]);
});

const everyone = ['ann@outside.example', 'typed@y.example', 'carol@x.example'];

describe.each(Object.entries(mutations))('%s', (_mutation, mutate) => {
  it.each(pages.map((page) => [page.name, page] as const))('%s', (_name, { site, html, frame }) => {
    const page = openPage(html(), '/mail/');
    for (const host of page.querySelectorAll('iframe')) {
      const inner = host.contentDocument;
      if (!frame || !inner) continue;
      inner.open();
      inner.write(frame);
      inner.close();
    }
    mutate(page);
    const found = readComposes(site, page);
    expect(found.length, 'never two').toBeLessThan(2);
    for (const compose of found) {
      const addresses = compose.reading.recipients.items.map(({ address }) => address);
      expect(
        addresses.filter((address) => address !== null && !everyone.includes(address)),
        'nobody else',
      ).toEqual([]);
      expect(new Set(addresses).size, 'nobody twice').toBe(addresses.length);
      for (const to of compose.to) expect(to, 'in its field').not.toContain('carol@');
      for (const cc of compose.cc) expect(cc, 'in its field').not.toMatch(/ann@|typed@/);
      if (compose.complete === 'complete' && compose.to.length > 0) expect(compose.to, 'complete means everyone').toHaveLength(2);
      expect(['Plan', '']).toContain(compose.subject);
      expect(['Hello']).toContain(compose.text);
      expect(compose.mode).toBe('new');
    }
    lost.push(...(found.length === 0 ? [`${_mutation}: ${_name}`] : []));
  });
});

const lost: string[] = [];
it('rows changed places', () => {
  expect(reordered).toBeGreaterThan(20);
});
it('all are still found but those that only labels describe', () => {
  const all = Object.keys(mutations).length * pages.length;
  const onlyLabels = (entry: string) => patterns.some(({ name }) => entry === `labels in a language that nobody knows: ${name}, generically`);
  expect(
    lost.filter((entry) => !onlyLabels(entry)),
    `${lost.length} of ${all} lost`,
  ).toEqual(['labels in a language that nobody knows: tuta, generically', 'labels in a language that nobody knows: MUI tags in a dialog, generically']);
});
