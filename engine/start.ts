/** Puts the parts of the engine together for one document. */
import type { Ports, ProblemPart } from '../core/ports';
import { pageTextOf } from '../core/text';
import { moj } from '../guidance/packs/moj';
import { domainOf } from '../mail/addresses';
import { addressFits } from '../page/address';
import { hostName } from '../page/host';
import type { BodyReader, ComposeEvents } from './frame';
import { guideTo } from './guide';
import { createPresenter } from './presenter';
import { rules, siteOf } from './registry';
import { startSession } from './session';

type Serve = (answer: { accountDomain(): string | null; focusNudge(): boolean }) => () => void;

const unread: BodyReader = {
  read: () =>
    Promise.resolve({
      authored: pageTextOf(''),
      thread: { messages: [], participants: [], personalData: [], carried: [], text: pageTextOf(''), completeness: 'unknown' },
    }),
};
const noEvents: ComposeEvents = { filesOf: () => [], shown: () => undefined, pressedFor: () => null };

export async function startEngine(page: Document, createPorts: (signal: AbortSignal) => Promise<Ports>, serve: Serve): Promise<void> {
  const life = new AbortController();
  const { signal } = life;
  const ports = await createPorts(signal);
  // Left behind by an engine of an earlier version that could not clean up any more.
  for (const host of page.querySelectorAll(hostName)) host.remove();
  let failed: (part: ProblemPart) => void = () => undefined;
  const presenter = createPresenter(
    page,
    () => failed('removed'),
    () => failed('present'),
    signal,
  );
  const session = startSession({
    page,
    siteOf: () => siteOf(page, (pattern) => addressFits(pattern, page)),
    rules,
    ports,
    guide: (behind) => {
      const { catalog, context } = ports.situation();
      return guideTo(behind, moj, catalog, context.now);
    },
    presenter,
    createBodyReader: () => unread,
    events: () => noEvents,
    jump: () => undefined,
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
  });
  signal.addEventListener('abort', stopServing, { once: true });
}
