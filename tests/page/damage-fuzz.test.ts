/**
 * Pages that the sites know, damaged at random: elements taken out, moved, doubled, emptied, renamed, put into a shadow root or a frame.
 * A reading becomes less; it never throws, names nobody who is not on the page, and leads to no element that is gone.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { wordsOf } from '../../core/text';
import { sites } from '../../engine/registry';
import { createBodyReader } from '../../page/body';
import { readLinks } from '../../page/message-links';
import type { DomSite } from '../../page/site';
import { structureReport } from '../../page/structure-report';
import { fuzz } from '../fuzz/support';
import { handMadePages } from '../sites/pages';
import { phasePages } from '../sites/phase-pages';
import { closePages, nothingNoticed } from '../support/compose-page';
import { openMessagePage } from '../support/message-page';
import { messageFamilies } from './message-families';

interface Sound {
  readonly html: string;
  readonly frame?: string;
  readonly path?: string;
}
const sound: readonly Sound[] = [
  ...handMadePages(),
  ...messageFamilies.map(({ html, frame }): Sound => ({ html: html(), ...(frame === undefined ? {} : { frame }) })),
  ...phasePages().map(({ html, path }): Sound => ({ html, path })),
];

interface Part {
  readonly page: Document;
  readonly one: HTMLElement;
  /** Some other element, or the same. */
  readonly other: HTMLElement;
  readonly attribute: string;
}
const into = (one: HTMLElement, outer: HTMLElement, inner: Element | ShadowRoot | undefined = outer): void => {
  one.replaceWith(outer);
  inner?.append(one);
};
const harms: Readonly<Record<string, (part: Part) => void>> = {
  removed: ({ one }) => one.remove(),
  moved: ({ one, other }) => void (one.contains(other) || other.append(one)),
  doubled: ({ one }) => one.after(one.cloneNode(true)),
  emptied: ({ one }) => one.replaceChildren(),
  hidden: ({ one }) => one.style.setProperty('display', 'none'),
  unnamed: ({ one, attribute }) => one.removeAttribute(attribute),
  swapped: ({ one, other, attribute }) => one.setAttribute(attribute, other.getAttribute(attribute) ?? other.textContent.slice(0, 80)),
  wrapped: ({ page, one }) => into(one, page.createElement('form')),
  rooted({ page, one }) {
    const host = page.createElement('x-part');
    into(one, host, host.attachShadow({ mode: 'open' }));
  },
  framed({ page, one }) {
    const frame = page.createElement('iframe');
    one.replaceWith(frame);
    frame.contentDocument?.body.append(one);
  },
  renamed({ page, one }) {
    const element = page.createElement('div');
    for (const { name, value } of one.attributes) if (/^[a-z-]+$/.test(name)) element.setAttribute(name, value);
    element.append(...one.childNodes);
    one.replaceWith(element);
  },
  typed: ({ one }) => one.prepend('From: Ann <ann@x.example>\nTo: Bob <bob@x.example>; Carol\nSubject: x\n'),
  deep({ page, one }) {
    const inside = [...one.childNodes];
    let inner = one;
    for (let depth = 0; depth < 300; depth += 1) inner = inner.appendChild(page.createElement('div'));
    inner.append(...inside);
  },
};
const attributes = ['role', 'id', 'class', 'aria-label', 'name', 'data-testid', 'contenteditable', 'type', 'aria-hidden', 'style', 'title', 'email'];

/** Which element, and which other one: parts of all that there are. */
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const harm = fc.record({ how: fc.constantFrom(...Object.keys(harms)), at: part, to: part });

function damage(page: Document, { how, at, to }: { readonly how: string; readonly at: number; readonly to: number }): void {
  const all = [...page.body.querySelectorAll<HTMLElement>('*')];
  const one = all[Math.floor(at * all.length)];
  const other = all[Math.floor(to * all.length)];
  const attribute = attributes[Math.floor(to * attributes.length)] ?? 'role';
  if (one && other) harms[how]?.({ page, one, other, attribute });
}

/** Everything that stands in the page, its roots and its frames, attributes and fields too. */
function allOf(within: Document | ShadowRoot): string {
  const parts = [within.nodeType === Node.DOCUMENT_NODE ? (within as Document).documentElement.outerHTML : (within as ShadowRoot).innerHTML];
  for (const element of within.querySelectorAll('*')) {
    if ('value' in element) parts.push(String(element.value));
    if (element.shadowRoot) parts.push(allOf(element.shadowRoot));
    if (element.localName === 'iframe') {
      const inner = (element as HTMLIFrameElement).contentDocument;
      if (inner) parts.push(allOf(inner));
    }
  }
  return parts.join('\n').toLowerCase();
}

async function readEverything(page: Document, site: DomSite, signal: AbortSignal): Promise<void> {
  const there = allOf(page);
  const onPage = (address: string | null): void => {
    if (address === null) return;
    expect(address).toMatch(/^[^\s@]+@[^\s@]+$/);
    expect(there, `${site.id} names ${address}`).toContain(address.split('@')[0]);
  };
  site.recognises?.(page);
  const { compose, message, meeting } = site.surfaces;
  compose?.drift?.(page);
  for (const root of compose?.find(page) ?? []) {
    expect(root.isConnected).toBe(true);
    const reading = compose?.read(root, nothingNoticed);
    if (!reading) continue;
    for (const { address } of reading.recipients.items) onPage(address);
    onPage(reading.account?.address ?? null);
    for (const { element } of compose?.layout(root).keepClear ?? []) expect(element.isConnected).toBe(true);
    const { authored, thread } = await createBodyReader(signal).read(reading.body);
    for (const { start, end } of thread.messages) expect(start >= 0 && start <= end && end <= wordsOf(thread.text).length).toBe(true);
    // What fails inside is not thrown: it is told as unknown.
    expect(thread.completeness).not.toBe('unknown');
    expect(wordsOf(authored).length).toBeLessThanOrEqual(there.length);
  }
  message?.drift?.(page);
  for (const root of message?.find(page) ?? []) {
    expect(root.isConnected).toBe(true);
    const reading = message?.read(root, null);
    if (!reading) continue;
    onPage(reading.sender?.address ?? null);
    for (const { address } of reading.recipients.items) onPage(address);
    await readLinks(reading.text, () => false);
    for (const { element } of message?.layout(root).keepClear ?? []) expect(element.isConnected).toBe(true);
  }
  for (const root of meeting?.find(page) ?? []) {
    const reading = meeting?.read(root, null);
    if (reading) for (const { element } of meeting?.layout(root).keepClear ?? []) expect(element.isConnected).toBe(true);
  }
  structureReport(page, site);
}

fuzz(
  'known pages, damaged: every site reads them, and names nobody who is not there',
  fc.tuple(fc.nat(sound.length - 1), fc.array(harm, { minLength: 1, maxLength: 12 })),
  async ([index, harmed]) => {
    const { html, frame, path = '/mail/' } = sound[index] ?? { html: '' };
    const life = new AbortController();
    const page = openMessagePage({ html: () => html, ...(frame === undefined ? {} : { frame }) }, path);
    try {
      for (const one of harmed) damage(page, one);
      for (const site of sites) await readEverything(page, site, life.signal);
    } finally {
      life.abort();
      closePages();
    }
  },
  25,
);
