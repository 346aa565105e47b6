/** Every example of every component, for people who see, hear, point and read in other ways. axe looks elsewhere (examples, nudge-card); this is what it cannot tell. */
import { render, type VNode } from 'preact';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import '../../assets/styles/options.css';
import '../../assets/styles/welcome.css';
import type { Catalog } from '../../core/message';
import { catalogFor } from '../../platform/language';
import { mount } from './support';

interface Examples {
  readonly examples: Readonly<Record<string, (catalog?: Catalog) => VNode>>;
  /** Styles of what stands in a shadow root inside other people's pages. */
  readonly styles?: string;
}

const modules = import.meta.glob<Examples>('../../components/*.examples.tsx', { eager: true });

interface Condition {
  readonly name: string;
  readonly width: number;
  readonly features: readonly { readonly name: string; readonly value: string }[];
  readonly direction?: 'rtl';
}

const conditions: readonly Condition[] = [
  { name: 'in forced colours', width: 640, features: [{ name: 'forced-colors', value: 'active' }] },
  { name: 'from right to left, at 400% zoom', width: 320, features: [], direction: 'rtl' },
  { name: 'with reduced motion', width: 1280, features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] },
];

const emulate = (features: Condition['features']) => cdp().send('Emulation.setEmulatedMedia', { features: [...features] });

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  document.documentElement.dir = '';
});
afterAll(() => emulate([]));

function show({ styles }: Examples, example: (catalog?: Catalog) => VNode): ParentNode & Node {
  const catalog = catalogFor(['en-GB']);
  if (styles === undefined) return mount(example(catalog)).root;
  document.body.replaceChildren();
  const shadow = document.body.appendChild(document.createElement('second-glance')).attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  const slot = shadow.appendChild(document.createElement('div'));
  slot.className = 'slot';
  render(example(catalog), slot);
  slot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  return slot;
}

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;

/** What can be pressed or filled in; a link inside a sentence may be as small as its line (WCAG 2.5.8). */
const targets = (root: ParentNode): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')].filter(
    (element) => isShown(element) && !(element.localName === 'a' && getComputedStyle(element).display === 'inline'),
  );

/** A tick box is as large as the label that ticks it. */
const sizeOf = (element: HTMLElement): number => {
  const label =
    element.closest('label') ?? (element.id && element.getRootNode() instanceof Document ? document.querySelector(`label[for="${element.id}"]`) : null);
  const boxes = [element, label].flatMap((one) => (one ? [one.getBoundingClientRect()] : []));
  return Math.max(...boxes.map((box) => Math.min(box.width, box.height)));
};

for (const [file, module] of Object.entries(modules)) {
  const component = file.replace(/^.*\/|\.examples\.tsx$/g, '');
  describe(component, () => {
    describe.each(Object.entries(module.examples))('%s', (_, example) => {
      test('can be pressed without aiming: 24 px, and never out of order', () => {
        const root = show(module, example);
        const small = targets(root).filter((element) => sizeOf(element) < 24);
        expect(small.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
        expect(root.querySelectorAll('[tabindex]:not([tabindex="0"], [tabindex="-1"])')).toHaveLength(0);
      });

      test.each(conditions)('$name', async ({ width, features, direction }) => {
        await page.viewport(width, 800);
        await emulate(features);
        document.documentElement.dir = direction ?? 'ltr';
        const root = show(module, example);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        if (features.some(({ name }) => name === 'prefers-reduced-motion')) {
          const moving = document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1);
          expect(moving).toEqual([]);
        }
        if (!features.some(({ name }) => name === 'forced-colors')) return;
        // A shape that is made of background alone is gone when the browser paints backgrounds; a button keeps its edge.
        const [first] = targets(root);
        if (first?.localName === 'button') expect(Number.parseFloat(getComputedStyle(first).borderTopWidth)).toBeGreaterThan(0);
        for (const element of targets(root).slice(0, 12)) {
          element.focus();
          if (!element.matches(':focus-visible')) continue;
          expect(getComputedStyle(element).outlineStyle, element.outerHTML.slice(0, 120)).not.toBe('none');
        }
      });
    });
  });
}
