import sites, { doors } from 'virtual:hints';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addressFits } from '../page/address';
import { endErrorsHere } from '../page/last-resort';
import { quietly } from '../page/quietly';
import { watchForHints, watchForPrint } from '../page/sentinel';

interface ExtensionApi {
  readonly runtime?: { readonly id?: string; getURL(path: string): string; sendMessage(message: unknown): Promise<unknown> };
}

/** The only code that every matching page and frame runs. Without the polyfill, to stay small: one message, no answer needed. */
export default defineUnlistedScript(
  quietly(() => {
    // A page's `<form id="browser">` is a property of the window where the browser has no such name; an own one goes before it, also for the engine.
    if (!Object.hasOwn(globalThis, 'browser')) Object.defineProperty(globalThis, 'browser', { value: undefined });
    const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
    const runtime = (browser ?? chrome)?.runtime;
    if (!runtime?.id) return;
    endErrorsHere(window, runtime.getURL('/'));
    const wake = (): boolean => {
      if (!runtime?.id) return false;
      runtime.sendMessage({ name: 'wake' }).catch(() => undefined);
      return true;
    };
    watchForPrint(document, (data) => {
      if (runtime?.id) runtime.sendMessage({ name: 'print', data: { sign: data, what: 'unknown' } }).catch(() => undefined);
    });
    // At the address of a known site only its own hints count, and those of any mail or call, should it look otherwise one day: the list of all takes long.
    const fits = (pattern: string): boolean => addressFits(pattern, document);
    const known = sites.some(([matches]) => matches.some(fits));
    const hints = sites
      .filter(([matches]) => !known || matches.some((pattern) => pattern === '*' || fits(pattern)))
      .map(([, ofSite]) => ofSite)
      .filter(Boolean);
    watchForHints(document, hints.join(','), wake, doors ? new RegExp(doors) : undefined);
  }),
);
