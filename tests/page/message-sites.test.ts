/** Each product's open message, as it is documented, and after changes that redesigns bring: the same, or nothing; never somebody else. */
import { afterEach, describe, expect, test } from 'vitest';
import type { DomSite } from '../../page/site';
import anyWebmail from '../../sites/any-webmail';
import gmail from '../../sites/gmail';
import outlook from '../../sites/outlook-web';
import roundcube from '../../sites/roundcube';
import { closePages, noise, openPage, sharedPages } from '../support/compose-page';
import { openMessagePage, readMessages } from '../support/message-page';
import { messageFamilies } from './message-families';

afterEach(closePages);

describe.each(messageFamilies.map((family) => [family.name, family] as const))('%s', (_, family) => {
  test('reads the documented layout, wakes by a hint, and is known again', async () => {
    const page = openMessagePage(family);
    const messages = readMessages(family.site, page);
    expect(messages).toMatchObject([{ from: 'Ann Other <ann@outside.example>', to: family.to, cc: [], replyTo: [], warned: 'unknown' }]);
    expect(await messages[0]?.links()).toEqual(['https://www.justice.example/login → files.evil.example']);
    expect(page.querySelector([...family.site.hints, ...anyWebmail.hints].join(','))).not.toBeNull();
    if (family.site.matches.length === 0) expect(family.site.recognises?.(page)).toBe(true);
    expect(family.site.surfaces.compose?.find(page)).toEqual([]);
    // Never over what answers.
    expect(messages[0]?.layout.keepClear.filter(({ how }) => how === 'never').length).toBeGreaterThan(1);
  });

  const each = (page: Document, selector: string, change: (element: HTMLElement) => void): void => {
    for (const element of page.querySelectorAll<HTMLElement>(selector)) change(element);
  };
  const mutations: Readonly<Record<string, (page: Document) => void>> = {
    'classes renamed': (page) => each(page, '[class]', (element) => element.setAttribute('class', noise())),
    'ids renamed': (page) => each(page, '[id]', (element) => element.setAttribute('id', noise())),
    'test ids removed': (page) =>
      each(page, '[data-testid],[data-test-id]', (element) => ['data-testid', 'data-test-id'].forEach((name) => void element.removeAttribute(name))),
    'roles removed': (page) =>
      each(page, '[role=main],[role=list],[role=listitem],[role=region],[role=document]', (element) => element.removeAttribute('role')),
    'people wrapped': (page) =>
      each(page, '[email],[title*="@"],a[href^="mailto:"]', (element) => {
        const wrapper = page.createElement('span');
        element.replaceWith(wrapper);
        wrapper.append(element);
      }),
    'people in another order': (page) => {
      const people = [...page.querySelectorAll<HTMLElement>('[email],[title*="@"],a[href^="mailto:"],[data-testid*="@"],[aria-label*="@"]')].filter(
        (element) => !element.closest('[role=grid],[role=listbox],[role=treeitem],[role=banner]'),
      );
      let around = people[0]?.parentElement ?? null;
      while (around && !people.every((person) => around?.contains(person))) around = around.parentElement;
      const rows = [...(around?.children ?? [])].filter((child) => people.some((person) => child.contains(person)));
      const [first, last] = [rows[0], rows.at(-1)];
      if (first && last && first !== last) first.before(last);
    },
    'labels in a language that nobody knows': (page) => {
      each(page, '[aria-label]', (element) => !element.getAttribute('aria-label')?.includes('@') && element.setAttribute('aria-label', 'qqqq'));
      each(page, 'td,span,a,button,div', (element) => {
        if (element.childElementCount === 0 && /^[\p{L} ]+:?\s*$/u.test(element.textContent ?? '') && !/Ann Other|^me$/.test(element.textContent ?? ''))
          element.textContent = 'qqqq';
      });
    },
    'addresses taken away': (page) =>
      each(page, '[email],[title*="@"],[href^="mailto:"],[data-testid*="@"]', (element) =>
        ['email', 'title', 'href', 'data-testid'].forEach((name) => void element.removeAttribute(name)),
      ),
    'a message list beside it': (page) =>
      page.body.prepend(
        ...new DOMParser().parseFromString(
          '<div role="listbox"><div role="option"><span email="zoe@x.example">Zoe</span> <time>10:15</time> <div class="message-body">Hello there</div></div></div>',
          'text/html',
        ).body.children,
      ),
  };
  test.each(Object.keys(mutations))('%s: the same person or none', (name) => {
    const page = openMessagePage(family);
    mutations[name]?.(page);
    for (const { from } of [...readMessages(family.site, page), ...readMessages(anyWebmail, page)])
      expect(['Ann Other <ann@outside.example>', 'Ann Other', 'ann@outside.example', null]).toContain(from);
  });
});

test('every webmail there is stands here', () => {
  const sites: readonly DomSite[] = Object.values(import.meta.glob<DomSite>('../../sites/*.ts', { eager: true, import: 'default' }));
  const known = new Set(messageFamilies.map(({ site }) => site.id));
  expect(sites.filter(({ id, surfaces }) => surfaces.message && id !== anyWebmail.id && !known.has(id)).map(({ id }) => id)).toEqual([]);
  expect(sites.filter(({ surfaces }) => surfaces.compose && !surfaces.message)).toEqual([]);
});

test('Gmail says that a message lies in Spam', () => {
  const family = messageFamilies.find(({ name }) => name === 'gmail');
  if (!family) throw new Error('no Gmail');
  expect(readMessages(gmail, openMessagePage(family, '/mail/u/0/#spam/18a'))).toMatchObject([{ warned: 'yes', account: 'jane.smith@justice.example' }]);
  expect(readMessages(gmail, openMessagePage(family, '/mail/u/0/#inbox/18a'))).toMatchObject([{ warned: 'unknown' }]);
});

/** What the pages beside the repository show, from their INDEX.md; every other one has no open message with a sender. */
const senders: Readonly<Record<string, string>> = {
  'outlook/mailvelope-outlook-readingPaneWithActions.html': 'sender@example.com',
  'outlook/mailvelope-outlook-readingPaneWithPGP.html': 'sender@example.com',
};
const shared = Object.keys(sharedPages).filter((name) => !name.startsWith('templates/'));

describe.skipIf(shared.length === 0)('real pages (skipped: no shared pages beside the repository)', () => {
  test.each(shared)('%s', async (name) => {
    const page = openPage((await sharedPages[name]?.()) ?? '', '/mail/');
    const expected = senders[name];
    for (const site of [gmail, outlook, roundcube, anyWebmail]) {
      const found = readMessages(site, page).map(({ from }) => from);
      if (expected === undefined) expect(found, site.id).toEqual([]);
      else if (site === outlook || found.length > 0) expect(found, site.id).toEqual([expected]);
    }
  });
});
