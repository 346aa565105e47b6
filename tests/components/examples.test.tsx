/** Every example of every page component: it renders, has its words, and axe finds nothing. */
import type { VNode } from 'preact';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import '../../assets/styles/options.css';
import '../../assets/styles/welcome.css';
import { mount, violations } from './support';

const modules = import.meta.glob<{ readonly examples: Readonly<Record<string, () => VNode>> }>('../../components/*.examples.tsx', { eager: true });

/** Wide and light, narrow and dark: 320 px is also what 1280 px becomes at 400% zoom. */
const screens = [
  { width: 1280, scheme: 'light', language: 'en-GB' },
  { width: 320, scheme: 'dark', language: 'cy' },
] as const;

beforeEach(() => page.viewport(1280, 800));
afterAll(() => cdp().send('Emulation.setEmulatedMedia', { features: [] }));

for (const [file, { examples }] of Object.entries(modules)) {
  const name = file.replace(/^.*\/|\.examples\.tsx$/g, '');
  describe(name, () => {
    test.each(Object.entries(examples))('%s', async (_, example) => {
      for (const { width, scheme, language } of screens) {
        await page.viewport(width, 800);
        await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
        expect(matchMedia('(prefers-color-scheme: dark)').matches).toBe(scheme === 'dark');
        const { root } = mount(example(), language);
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
