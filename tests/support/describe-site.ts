/** What every webmail site has to do with the family page of its product: the same message, read by the site's own names. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ComposeMemory, DomSite } from '../../page/site';
import { families } from '../page/compose-families';
import { closePages, nothingNoticed, openPage, readComposes } from './compose-page';

export interface ProductPage {
  readonly html: string;
  readonly frame?: string;
}

export function familyPage(name: string): ProductPage {
  const family = families.find((one) => one.name === name);
  if (!family) throw new Error(name);
  return family;
}

/** Opens a page; `frame` is written into its frames late and by script, as editors do it. */
export function openProduct({ html, frame }: ProductPage): Document {
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

/** The only compose of a product's page after some changes to its markup. */
export function readProduct(site: DomSite, page: ProductPage, change: (html: string) => string = (html) => html, memory: ComposeMemory = nothingNoticed) {
  const changed = change(page.html);
  const [only, more] = readComposes(site, openProduct({ ...page, html: changed }), memory);
  if (!only || more) throw new Error('not one compose');
  return only;
}

export function describeSite(site: DomSite, page: ProductPage, truth: object = {}): void {
  afterEach(closePages);
  describe(site.name, () => {
    it('reads the compose of the documented layout', () => {
      expect(readProduct(site, page)).toMatchObject({
        to: ['Ann Other <ann@outside.example>', 'typed@y.example ~'],
        cc: ['carol@x.example'],
        bcc: [],
        complete: 'complete',
        subject: 'Plan',
        text: 'Hello',
        mode: 'new',
        files: ['plan.pdf (shown)'],
        ...truth,
      });
    });
    it('wakes by its hints, and sees nothing elsewhere', () => {
      expect(openProduct(page).querySelector(site.hints.join(','))).not.toBeNull();
      if (site.matches.length === 0) expect(site.recognises?.(openProduct(page))).toBe(true);
      const other = openPage('<!doctype html><body><form role="search"><input name="q"></form><main><article>Hello</article></main>');
      expect(site.surfaces.compose?.find(other)).toEqual([]);
      expect(site.recognises?.(other) ?? false).toBe(false);
    });
  });
}
