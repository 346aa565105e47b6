/** Puts the parts of the engine together for one document. */
import type { Ports, ProblemPart } from '../core/ports';
import type { Pack } from '../guidance/pack';
import { domainOf } from '../mail/addresses';
import { createBodyReader } from '../page/body';
import { watchComposeEvents } from '../page/compose-events';
import { markPlaces, showPlaces } from '../page/highlight';
import { hostName } from '../page/host';
import { endErrorsHere } from '../page/last-resort';
import { engineRuns, leaveToSentinel } from '../page/sentinel';
import { pause } from '../page/slices';
import { all, viewOf } from '../page/tree';
import { guideTo } from './guide';
import { latePresenter } from './late-presenter';
import { partsFor, printWindow } from './parts';
import { startSession } from './session';

type Serve = (answer: {
  accountDomain(): string | null;
  focusNudge(): boolean;
  inCallHere(): boolean;
  sharingHere(): boolean;
  structureReport(): Promise<string>;
}) => () => void;

/** How long *Show me* paints a place, in milliseconds. */
const placeShownFor = 10_000;

/** The ports, and the guidance in use. */
export interface EnginePorts extends Ports {
  pack(): Pack;
  /** Where the extension's own files are; not in pages of its own. */
  readonly home?: string;
}

/**
 * Starts the engine in a document. When a part cannot be set up, everything that was set up before it ends again.
 * @param until ends the engine; without it, it lives as long as the document
 */
export async function startEngine(
  page: Document,
  createPorts: (signal: AbortSignal) => Promise<EnginePorts>,
  serve: Serve,
  until?: AbortSignal,
): Promise<void> {
  const life = new AbortController();
  until?.addEventListener('abort', () => life.abort(), { once: true });
  try {
    await setUp(page, createPorts, serve, life);
  } catch (error) {
    life.abort();
    throw error;
  }
}

async function setUp(page: Document, createPorts: (signal: AbortSignal) => Promise<EnginePorts>, serve: Serve, life: AbortController): Promise<void> {
  const { signal } = life;
  // Another one may start here later, when the browser allows the page's host again.
  signal.addEventListener('abort', () => engineRuns(false), { once: true });
  const [ports, { siteOf, rules, watches }] = await Promise.all([createPorts(signal), partsFor(page)]);
  if (signal.aborted) return;
  // Left behind by an engine of an earlier version that could not clean up any more.
  for (const host of all(page, hostName)) host.remove();
  let failed: (part: ProblemPart) => void = () => undefined;
  const { presenter, bring } = latePresenter(
    async () => {
      const { createPresenter } = await import('./presenter');
      return createPresenter(
        page,
        () => failed('removed'),
        () => failed('present'),
        signal,
        (work) =>
          void pause()
            .then(work)
            .catch(() => failed('present')),
      );
    },
    () => failed('present'),
  );
  const bodies = createBodyReader(signal);
  let shownPlace = new AbortController();
  const session = startSession({
    page,
    siteOf,
    printWindow: () => printWindow(page),
    rules,
    watches,
    ports,
    guide: (behind) => {
      const { catalog, context } = ports.situation();
      return guideTo(behind, ports.pack(), catalog, context.now);
    },
    presenter,
    createBodyReader: () => bodies,
    events: (onFile) => watchComposeEvents(page, onFile, signal),
    jump: (body, place) => {
      shownPlace.abort();
      const shown = new AbortController();
      shownPlace = shown;
      // Long enough to find and read the place; then the message looks as it will be sent.
      setTimeout(() => shown.abort(), placeShownFor);
      showPlaces(bodies.placesOf(body, place), AbortSignal.any([shownPlace.signal, signal]));
    },
    mark: (body, authored, places, scroll, until) => {
      const shown = AbortSignal.any([until, signal]);
      void bodies.writtenPlacesOf(body, authored, places).then(
        (ranges) => {
          markPlaces(ranges, shown);
          if (scroll) showPlaces(ranges.slice(0, 1), AbortSignal.any([shown, AbortSignal.timeout(placeShownFor)]));
        },
        () => failed('present'),
      );
    },
    onOrphaned: () => life.abort(),
    onFruitless: () => {
      life.abort();
      leaveToSentinel();
    },
    signal,
  });
  failed = session.failed;
  const view = viewOf(page);
  const { home } = ports;
  if (view && home)
    endErrorsHere(
      view,
      () => home,
      () => failed('elsewhere'),
      signal,
    );
  // Before it is needed: a print may stop the page's scripts in the next moment, and a held message cannot wait for its dialog.
  bring();
  const stopServing = serve({
    accountDomain: () => {
      const account = session.account();
      return account === null ? null : domainOf(account);
    },
    focusNudge: () => presenter.focus(),
    inCallHere: () => session.inCall(),
    sharingHere: () => session.sharing(),
    structureReport: async () => {
      const { structureReport } = await import('../page/structure-report');
      return structureReport(page, session.site());
    },
  });
  signal.addEventListener('abort', stopServing, { once: true });
}
