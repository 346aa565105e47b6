/** Every example of every page component: it renders, has its words, and axe finds nothing. */
import type { VNode } from 'preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount, violations } from './support';

const modules = import.meta.glob<{ readonly examples: Readonly<Record<string, () => VNode>> }>('../../components/*.examples.tsx', { eager: true });

const widths = { wide: 1280, phone: 320 } as const;

beforeEach(() => page.viewport(1280, 800));

for (const [file, { examples }] of Object.entries(modules)) {
  const name = file.replace(/^.*\/|\.examples\.tsx$/g, '');
  describe(name, () => {
    test.each(Object.entries(examples))('%s', async (_, example) => {
      for (const width of Object.values(widths)) {
        await page.viewport(width, 800);
        const { root } = mount(example());
        for (const details of root.querySelectorAll('details')) {
          details.removeAttribute('name');
          details.open = true;
        }
        expect(root.textContent).not.toMatch(/\b(?:popup|tab|contact|document|copy|options|welcome|rule|checklist|report)\.[a-z]/);
        expect(await violations(root)).toEqual([]);
        expect(document.documentElement.scrollWidth, `no sideways scrolling at ${width}`).toBeLessThanOrEqual(width);
      }
    });
  });
}
