/**
 * Sees the cards of Second Glance as nobody in the page can: through the browser's debugger, which opens the closed shadow root.
 * Nothing here changes a card; clicks are made with the mouse where a person would make them.
 */
import type { CDPSession, Frame, Page } from 'playwright';

/** One card or chip as it stands on the page. */
export interface ShownNudge {
  /** Rule ids, most serious first. */
  readonly rules: readonly string[];
  readonly form: 'card' | 'chip';
  readonly title: string;
  /** All visible text. */
  readonly text: string;
  /** Text of each fact by its name. */
  readonly facts: Readonly<Record<string, string>>;
  /** Number of each fact that has one. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where it is, in pixels of the viewport of its own frame. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly buttons: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** What the live region says to a screen reader. */
  readonly announced: string;
}

const sessions = new WeakMap<Page | Frame, CDPSession>();

async function sessionOf(page: Page | Frame): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const context = 'context' in page ? page.context() : page.page().context();
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  sessions.set(page, session);
  return session;
}

/** Runs in the page, with a closed shadow root as `this`. */
export function readRoot(this: ShadowRoot): ShownNudge[] {
  const visible = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };
  const clean = (text: string | null | undefined): string =>
    (text ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  // A card that is still fading in has not been seen yet.
  const settled = (element: Element): boolean => element.getAnimations().every(({ playState }) => playState === 'finished');
  return [...this.querySelectorAll<HTMLElement>('[data-nudge], [data-chip]')]
    .filter((card) => visible(card) && settled(card))
    .map((card) => {
      const form = card.dataset['nudge'] === undefined ? 'chip' : 'card';
      const facts = [...card.querySelectorAll<HTMLElement>('[data-fact]')];
      const { x, y, width, height } = card.getBoundingClientRect();
      return {
        rules: (card.dataset['nudge'] ?? card.dataset['chip'] ?? '').split(' ').filter(Boolean),
        form,
        title: clean(card.querySelector('h1, h2, h3')?.textContent ?? card.textContent),
        text: clean(card.innerText),
        facts: Object.fromEntries(facts.map((fact) => [fact.dataset['fact'] ?? '', clean(fact.textContent)])),
        counts: Object.fromEntries(
          facts.flatMap((fact) => (fact.dataset['count'] === undefined ? [] : [[fact.dataset['fact'] ?? '', Number(fact.dataset['count'])]])),
        ),
        box: { x, y, width, height },
        buttons: [...card.querySelectorAll<HTMLElement>('button, a[href], summary'), ...(card.matches('button') ? [card] : [])]
          .filter(visible)
          .map((button) => {
            const place = button.getBoundingClientRect();
            return { name: clean(button.textContent), x: place.x + place.width / 2, y: place.y + place.height / 2 };
          }),
        announced: clean(this.querySelector('[aria-live]')?.textContent),
      };
    });
}

async function worldOf(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  return (await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'second-glance-tests' })).executionContextId;
}

/**
 * Calls a function on every root of Second Glance in this page (and in frames of the same process).
 * @param apart calls it in a world of its own, for pages that have broken theirs (top frame only)
 */
export async function onRoots<T>(page: Page | Frame, read: (this: ShadowRoot) => T, apart = false): Promise<T[]> {
  const session = await sessionOf(page);
  const world = apart ? await worldOf(session) : undefined;
  await session.send('DOM.getDocument', { depth: 0 });
  const { searchId, resultCount } = await session.send('DOM.performSearch', { query: 'second-glance' });
  const results: T[] = [];
  try {
    if (resultCount === 0) return results;
    const { nodeIds } = await session.send('DOM.getSearchResults', { searchId, fromIndex: 0, toIndex: resultCount });
    for (const nodeId of nodeIds) {
      const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true });
      const root = node.localName === 'second-glance' ? node.shadowRoots?.[0] : undefined;
      if (!root) continue;
      const { object } = await session.send('DOM.resolveNode', {
        backendNodeId: root.backendNodeId,
        ...(world === undefined ? {} : { executionContextId: world }),
      });
      if (!object.objectId) continue;
      const { result } = await session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: read.toString(), returnByValue: true });
      results.push(result.value as T);
    }
  } catch (error) {
    // The page changed between two questions; the next look will see it as it is then.
    if (!/not find|No node|Cannot find|context/i.test(String(error))) throw error;
  } finally {
    await session.send('DOM.discardSearchResults', { searchId }).catch(() => undefined);
  }
  return results;
}

/** All cards and chips that are visible now. */
export const nudgesOn = async (page: Page | Frame, apart = false): Promise<readonly ShownNudge[]> => (await onRoots(page, readRoot, apart)).flat();

/** Runs in the page, with a closed shadow root as `this`. */
function readSentLine(this: ShadowRoot) {
  const button = this.querySelector('[data-sent] button');
  if (!button) return [];
  const { x, y, width, height } = button.getBoundingClientRect();
  return [{ text: button.textContent, x: x + width / 2, y: y + height / 2 }];
}

/** The line that leads to help after a message was sent past a reminder; waits for it. */
export async function sentLine(page: Page): Promise<{ readonly text: string; readonly x: number; readonly y: number }> {
  const until = Date.now() + 30_000;
  for (;;) {
    const [line] = (await onRoots(page, readSentLine)).flat();
    if (line) return line;
    if (Date.now() > until) throw new Error('Waited in vain for the line after sending.');
    await pause();
  }
}

/** Whether that line is there now. */
export const hasSentLine = async (page: Page): Promise<boolean> => (await onRoots(page, readSentLine)).flat().length > 0;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

/** Waits until a condition on the shown nudges holds, and gives what it found. */
export async function nudgeWhere<T>(page: Page | Frame, wanted: string, look: (nudges: readonly ShownNudge[]) => T | undefined, patience = 30_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const shown = await nudgesOn(page);
    const found = look(shown);
    if (found !== undefined) return found;
    if (Date.now() > until)
      throw new Error(`Waited in vain for ${wanted}; shown: ${JSON.stringify(shown.map(({ rules, form, title, facts }) => ({ rules, form, title, facts })))}`);
    await pause();
  }
}

/** Waits for a card or chip that names all of these rules. */
export const nudgeFor = (page: Page | Frame, ...rules: readonly string[]): Promise<ShownNudge> =>
  nudgeWhere(page, `a nudge for ${rules.join(' and ')}`, (shown) => shown.find((nudge) => rules.every((rule) => nudge.rules.includes(rule))));

/** Waits for a card that names all of these rules: a chip, which may stand in for a moment, has no facts to read. */
export const cardFor = (page: Page | Frame, ...rules: readonly string[]): Promise<ShownNudge> =>
  nudgeWhere(page, `a card for ${rules.join(' and ')}`, (shown) =>
    shown.find((nudge) => nudge.form === 'card' && rules.every((rule) => nudge.rules.includes(rule))),
  );

/** Waits until no nudge names this rule (any rule, where none is given). */
export const nudgeGone = (page: Page | Frame, rule?: string): Promise<true> =>
  nudgeWhere(page, `no nudge${rule ? ` for ${rule}` : ''}`, (shown) =>
    shown.some(({ rules }) => rule === undefined || rules.includes(rule)) ? undefined : true,
  );

/** Presses a button of a nudge with the mouse, by its visible name. */
export async function pressInNudge(page: Page, rule: string, name: string): Promise<void> {
  const button = await nudgeWhere(page, `the button ${name} in the nudge for ${rule}`, (shown) =>
    shown.find(({ rules }) => rules.includes(rule))?.buttons.find((one) => one.name === name),
  );
  await page.mouse.click(button.x, button.y);
}

/** What a screen reader is told of the card: role, accessible name and the names of what can be pressed. */
export async function accessibleCard(page: Page): Promise<{ readonly role: string; readonly name: string; readonly controls: readonly string[] }> {
  const session = await sessionOf(page);
  await session.send('Accessibility.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const cards: number[] = [];
  const visit = (node: typeof root): void => {
    if (node.attributes?.includes('data-nudge')) cards.push(node.backendNodeId);
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) visit(child);
  };
  visit(root);
  const backendNodeId = cards[0];
  if (backendNodeId === undefined) throw new Error('There is no card.');
  const { nodes } = await session.send('Accessibility.queryAXTree', { backendNodeId });
  const [card] = nodes;
  return {
    role: String(card?.role?.value ?? ''),
    name: String(card?.name?.value ?? '').replace(/[\u2066-\u2069]/g, ''),
    controls: nodes.filter(({ role }) => role?.value === 'button' || role?.value === 'link').map(({ name }) => String(name?.value ?? '')),
  };
}
