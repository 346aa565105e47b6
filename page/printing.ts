/**
 * Notices that something of a page is about to be printed: keys, the page's own print controls, and the browser's own word
 * (`beforeprint` and `afterprint`, which fire for the key, the menu and `print()` alike: HTML standard, "Printing"; both reach the isolated world).
 * Nothing in the page is patched (docs/decisions/0005), and nothing is held up: all listeners are passive.
 */
import type { Printed } from '../core/observation';
import type { PrintSign } from '../core/printing';
import type { Prints } from '../core/site';
import { labelsOf } from './compose-parts';
import { isLabel, nameTokens, plainLabel } from './labels';
import { isPrintKey } from './print-key';
import { all, attribute, matches, parentOf, rawTextOf, viewOf } from './tree';

/**
 * Calls back at every sign of printing in this document until the signal aborts. Frames of it have a sentinel of their own.
 * @param prints the site's own ways to print, asked anew at each press
 */
export function watchPrinting(page: Document, prints: () => Prints | undefined, onSign: (sign: PrintSign, what: Printed) => void, signal: AbortSignal): void {
  const view = viewOf(page);
  if (!view) return;
  const options = { capture: true, passive: true, signal } as const;
  const onPress = (event: Event): void => {
    const [target] = event.composedPath();
    if (!event.isTrusted || (target as Node | undefined)?.nodeType !== 1) return;
    const what = printedBy(target as Element, prints());
    if (what) onSign('pressed', what);
  };
  // The press comes some tens of milliseconds before the click: enough to be on screen before `print()` stops everything.
  view.addEventListener('pointerdown', onPress, options);
  view.addEventListener('click', onPress, options);
  view.addEventListener(
    'keydown',
    (event) => {
      if (!isPrintKey(event)) return;
      // A page that takes the key for itself may print with it or not; its dialog will tell.
      setTimeout(() => {
        if (!signal.aborted && !event.defaultPrevented) onSign('pressed', 'unknown');
      });
    },
    options,
  );
  view.addEventListener('beforeprint', () => onSign('begun', 'unknown'), options);
  view.addEventListener('afterprint', () => onSign('over', 'unknown'), options);
}

/** What a window prints that exists to be printed; `null` for any other page. */
export function printedIn(page: Document, prints: Prints | undefined): Printed | null {
  const { href } = page.location;
  return prints?.windows?.find(({ address }) => new RegExp(address).test(href))?.what ?? null;
}

const control = 'button,a,[role=button],[role=menuitem],[role=link],[role=option],input[type=button],input[type=submit],input[type=image],[tabindex],[onclick]';
const final = 'button,a,[role=button],[role=menuitem],[role=option]';
const names = ['data-icon-name', 'data-testid', 'data-test-id', 'data-action', 'data-cy', 'command', 'data-command', 'name', 'id'] as const;
/** Words for "all" or "conversation" in a print label: then every message is printed. */
const wholeThread = /\b(?:all|alle|alles|tout|todo|tudo|tutt[oi]|conversation|conversación|conversa|thread|wszystko|popeth)\b|すべて|全部|모두/u;

/** What a pressed control prints, by the site's own word, its name or its label; `null` when it is no print control. */
export function printedBy(target: Element, prints: Prints | undefined): Printed | null {
  let at: HTMLElement | null = target as HTMLElement;
  for (let level = 0; at && level < 6; level++, at = parentOf(at)) {
    const element = at;
    const own = prints?.controls?.find(({ selector }) => matches(element, selector));
    if (own) return own.what;
    if (!matches(at, control)) continue;
    if (isPrintName(at) || (matches(at, final) && all(at, '[data-icon-name],svg,i,use').slice(0, 4).some(isPrintName))) return 'unknown';
    const text = rawTextOf(at);
    for (const label of [...labelsOf(at), ...(text.length < 60 ? [text] : []), ...buttonText(at)]) {
      if (isLabel(label, 'print')) return wholeThread.test(plainLabel(label)) ? 'thread' : 'unknown';
    }
    if (matches(at, final)) return null;
  }
  return null;
}

const buttonText = (element: HTMLElement): readonly string[] => (matches(element, 'input') ? [attribute(element, 'value') ?? ''] : []);

/** Programmers' names: `print`, `btn-print`, `rcmbtn110 print`, `PrintRegular`. Not a class: "no-print" and "print-hidden" are styles. */
function isPrintName(element: HTMLElement): boolean {
  return names.some((name) => {
    const value = attribute(element, name);
    if (!value || value.length > 120) return false;
    const tokens = nameTokens(value);
    return tokens.some((token) => token === 'print' || token === 'printer') && !tokens.some((token) => strays.has(token));
  });
}
const strays: ReadonlySet<string> = new Set(['no', 'not', 'hide', 'hidden', 'finger', 'blue', 'foot', 'area', 'settings', 'options', 'region']);
