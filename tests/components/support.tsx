/** Mounts a component with the real words and styles, and looks it over with axe. */
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import '../../assets/styles/pages.css';
import { WordsProvider } from '../../components/words';
import { catalogFor } from '../../platform/language';

export interface Mounted {
  readonly root: HTMLElement;
  /** Shows other props in the same place. */
  update(child: ComponentChild): void;
}

/** @param language BCP 47 tag */
export function mount(child: ComponentChild, language = 'en-GB'): Mounted {
  document.body.replaceChildren();
  document.title = 'Second Glance';
  document.documentElement.lang = language;
  const root = document.body.appendChild(document.createElement('div'));
  const update = (next: ComponentChild) => {
    void act(() => render(<WordsProvider catalog={catalogFor([language])}>{next}</WordsProvider>, root));
  };
  update(child);
  return { root, update };
}

/** Every violation of WCAG 2.2 AA and of axe's best practices, as readable lines. */
export async function violations(root: HTMLElement): Promise<readonly string[]> {
  const { violations: found } = await axe.run(root, { resultTypes: ['violations'] });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`));
}

/** The one element of a selector. @throws Error when there is none */
export function one<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found;
}

/** The first element of a kind whose text or accessible label holds the words. @throws Error when there is none */
export function named(root: ParentNode, selector: string, words: string): HTMLElement {
  for (const element of root.querySelectorAll<HTMLElement>(selector)) {
    if ((element.getAttribute('aria-label') ?? element.textContent ?? '').includes(words)) return element;
  }
  throw new Error(`no ${selector} named ${words}`);
}
