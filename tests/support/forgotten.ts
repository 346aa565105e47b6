/** Whether what was closed in a page can be forgotten: nothing may hold it in memory. */
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';

/** Opens a compose with a file input, lets it be used, and takes it out of the page. Whoever holds what it returns holds nothing of it. */
export function closedCompose(page: Document, use: (root: HTMLElement, input: HTMLInputElement) => void): readonly WeakRef<Element>[] {
  const root = page.body.appendChild(page.createElement('div'));
  const input = root.appendChild(page.createElement('input'));
  input.type = 'file';
  use(root, input);
  root.remove();
  return [new WeakRef(root), new WeakRef(input)];
}

/** Waits until the browser has collected them. */
export async function toBeForgotten(elements: readonly WeakRef<Element>[]): Promise<void> {
  await expect
    .poll(async () => {
      await cdp().send('HeapProfiler.collectGarbage');
      return elements.filter((element) => element.deref() !== undefined).length;
    })
    .toBe(0);
}
