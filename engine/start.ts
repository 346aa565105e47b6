/** Puts the parts of the engine together for one document. */
import type { Ports, ProblemPart } from '../core/ports';
import type { Pack } from '../guidance/pack';
import { domainOf } from '../mail/addresses';
import { addressFits } from '../page/address';
import { createBodyReader } from '../page/body';
import { watchComposeEvents } from '../page/compose-events';
import { markPlaces, showPlaces } from '../page/highlight';
import { hostName } from '../page/host';
import { engineRuns } from '../page/sentinel';
import { structureReport } from '../page/structure-report';
import { all } from '../page/tree';
import { guideTo } from './guide';
import { createPresenter } from './presenter';
import { printWindow, rules, siteOf } from './registry';
import { startSession } from './session';

type Serve = (answer: {
  accountDomain(): string | null;
  focusNudge(): boolean;
  inCallHere(): boolean;
  sharingHere(): boolean;
  structureReport(): string;
}) => () => void;

/** How long *Show me* paints a place, in milliseconds. */
const placeShownFor = 10_000;

/** The ports, and the guidance in use. */
export interface EnginePorts extends Ports {
  pack(): Pack;
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
  const ports = await createPorts(signal);
  // Left behind by an engine of an earlier version that could not clean up any more.
  for (const host of all(page, hostName)) host.remove();
  let failed: (part: ProblemPart) => void = () => undefined;
  const presenter = createPresenter(
    page,
    () => failed('removed'),
    () => failed('present'),
    signal,
  );
  const bodies = createBodyReader(signal);
  let shownPlace = new AbortController();
  const session = startSession({
    page,
    siteOf: () => siteOf(page, (pattern) => addressFits(pattern, page)),
    printWindow: () => printWindow(page, (pattern) => addressFits(pattern, page)),
    rules,
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
    signal,
  });
  failed = session.failed;
  const stopServing = serve({
    accountDomain: () => {
      const account = session.account();
      return account === null ? null : domainOf(account);
    },
    focusNudge: () => presenter.focus(),
    inCallHere: () => session.inCall(),
    sharingHere: () => session.sharing(),
    structureReport: () => structureReport(page, session.site()),
  });
  signal.addEventListener('abort', stopServing, { once: true });
}
