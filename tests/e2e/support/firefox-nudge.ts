/** The cards of Second Glance in Firefox, seen with the browser's own rights; `nudge.ts` does the same in Chromium. */
import type { Firefox } from './firefox';
import { readRoot, type ShownNudge } from './nudge';

/** All cards and chips that are visible now in the top frame. */
export const nudgesIn = async (firefox: Firefox): Promise<readonly ShownNudge[]> =>
  (await firefox.asSystem(`
    const read = (${readRoot.toString()});
    return [...document.querySelectorAll('second-glance')].flatMap((host) => read.call(host.openOrClosedShadowRoot));
  `)) as unknown as readonly ShownNudge[];

/** Waits for a card or chip that names all of these rules, and that `fits`. */
export async function nudgeIn(firefox: Firefox, rules: readonly string[], fits: (nudge: ShownNudge) => boolean = () => true): Promise<ShownNudge> {
  let shown: readonly ShownNudge[] = [];
  let found: ShownNudge | undefined;
  await firefox
    .until(`a nudge for ${rules.join(' and ')}`, async () => {
      shown = await nudgesIn(firefox);
      found = shown.find((nudge) => rules.every((rule) => nudge.rules.includes(rule)) && fits(nudge));
      return found !== undefined;
    })
    .catch((error: Error) => {
      throw new Error(`${error.message} Shown: ${JSON.stringify(shown.map(({ form, title, facts }) => ({ form, title, facts })))}`, { cause: error });
    });
  if (!found) throw new Error('There is no nudge.');
  return found;
}

/** Waits until no nudge names this rule (any rule, where none is given). */
export const noNudgeIn = async (firefox: Firefox, rule?: string): Promise<void> =>
  void (await firefox.until(`no nudge${rule ? ` for ${rule}` : ''}`, async () =>
    (await nudgesIn(firefox)).every(({ rules }) => rule !== undefined && !rules.includes(rule)),
  ));

/** Presses a button of a nudge with the mouse, by its visible name. */
export async function pressIn(firefox: Firefox, rule: string, name: string): Promise<void> {
  const nudge = await nudgeIn(firefox, [rule], ({ buttons }) => buttons.some((button) => button.name === name));
  const button = nudge.buttons.find((one) => one.name === name);
  if (button) await firefox.clickAt(button.x, button.y);
}

/** Closed roots where an element of this kind has the focus. */
export const focusedIn = async (firefox: Firefox): Promise<string> =>
  String(
    await firefox.asSystem(
      "const host = document.activeElement; return host?.localName === 'second-glance' ? host.openOrClosedShadowRoot.activeElement?.textContent.trim() ?? '' : ''",
    ),
  );
