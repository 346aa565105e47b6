import { anywhere, elsewhere, hosts, known } from 'virtual:hints';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { entryOf } from '../core/match-pattern';
import { hostOf } from '../page/address';
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
    // Asked for when it is needed: making it costs the browser more than all the rest of a start. `null` when the extension is gone.
    const api = (): Required<ExtensionApi>['runtime'] | null => {
      const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
      try {
        const { runtime } = browser ?? chrome ?? {};
        return runtime?.id ? runtime : null;
      } catch {
        return null;
      }
    };
    const tell = (message: unknown): boolean => {
      const runtime = api();
      runtime?.sendMessage(message).catch(() => undefined);
      return runtime !== null;
    };
    endErrorsHere(window, () => api()?.getURL('/') ?? '');
    watchForPrint(document, (sign) => void tell({ name: 'print', data: { sign, what: 'unknown' } }));
    // At the address of a known site only its own hints count, and those of any mail or call, should it look otherwise one day: looking for all takes long.
    const site = entryOf(hosts, hostOf(document));
    const kinds = [anywhere, ...(site === undefined ? [elsewhere, ...known] : known.slice(site, site + 1))];
    const doors = kinds.flatMap(([, ofSite]) => ofSite || []).join('|');
    watchForHints(
      document,
      kinds.flatMap(([hints]) => hints),
      () => tell({ name: 'wake' }),
      doors ? new RegExp(doors) : undefined,
    );
  }),
);
