/** The loop on open messages: one card for the one that matters, gone with its message, and people whom a header teaches. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageTextOf } from '../../core/text';
import { watchMeeting } from '../../engine/meeting-watch';
import { watchMessages } from '../../engine/message-watch';
import type { Presenter, Showing } from '../../engine/presenter';
import { startSession } from '../../engine/session';
import { createKnownPeople, type KnownPeople } from '../../page/known-people';
import type { DomSite } from '../../page/site';
import rule from '../../rules/unexpected-sender';
import anyWebmail from '../../sites/any-webmail';
import { emptyThread } from '../support/observations';
import { until } from '../support/until';
import { type FakePorts, fakePorts } from './support';

let life = new AbortController();
let ports: FakePorts = fakePorts();
let people: KnownPeople = createKnownPeople();
let screen = new Map<object, Showing>();

beforeEach(() => {
  life = new AbortController();
  ports = fakePorts();
  people = createKnownPeople();
  screen = new Map();
});
/** Two cores are shared: what comes in time comes within four seconds. */

afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

const controls = '<button>Reply</button><button>Forward</button>';
const message = (from: string, link: string, shown = 'https://portal.justice.example/'): string =>
  `<article><header><span>${from.replace('<', '&lt;')}</span> <time>10:15</time></header><div class="message-body" style="min-height:60px">Hello <a href="${link}">${shown}</a></div></article>`;
const show = (html: string): void =>
  document.body.replaceChildren(...new DOMParser().parseFromString(`<main>${html}${controls}</main>`, 'text/html').body.childNodes);

const presenter: Presenter = {
  know: () => undefined,
  present: (owner, showing) => void (showing ? screen.set(owner, showing) : screen.delete(owner)),
  confirm: () => undefined,
  afterSend: () => undefined,
  focus: () => false,
};
const start = (site: DomSite = anyWebmail) =>
  startSession({
    page: document,
    siteOf: () => site,
    rules: [rule],
    ports,
    guide: () => ({ titles: [], points: [], stories: [], contacts: [] }),
    presenter,
    createBodyReader: () => ({ read: () => Promise.resolve({ authored: pageTextOf(''), thread: emptyThread }) }),
    events: () => ({ filesOf: () => [], shown: () => undefined, pressedFor: () => null, people }),
    jump: () => undefined,
    mark: () => undefined,
    printWindow: () => null,
    watches: { meeting: watchMeeting, message: watchMessages },
    onOrphaned: () => undefined,
    signal: life.signal,
  });
const facts = (): string[] => [...screen.values()].flatMap(({ view }) => view.facts.map(({ name }) => name));

const bad = message('Desk <desk@evil.example>', 'https://confirm.evil.example/');
const good = message('Eve <eve@firm.example>', 'https://www.firm.example/', 'our page');

test('a card comes with the message and goes at once with it', async () => {
  show(bad);
  start();
  await expect.poll(facts).toContain('link');
  show(good);
  await expect.poll(facts).toEqual([]);
  expect(ports.outcomes).toHaveBeenCalledWith('any-webmail', [{ rule: rule.id, strength: 'nudge', outcome: 'passed' }]);
  // It went before anybody could read it.
  expect(ports.dealtWith).not.toHaveBeenCalled();
});

test('of several open messages one has the card, the most serious', async () => {
  show(good + message('Eve <eve@firm.example>', 'https://elsewhere.test/', 'https://www.other.example/page') + bad + good);
  start();
  await expect.poll(facts).toContain('link');
  expect(screen.size).toBe(1);
  expect([...screen.values()][0]?.view.serious).toBe(true);
});

test('nothing for an ordinary message, then something when its text changes', async () => {
  show(good);
  start();
  await expect.poll(() => ports.statuses.length).toBeGreaterThan(0);
  const body = document.querySelector('.message-body');
  body?.replaceChildren(
    ...new DOMParser().parseFromString(
      '<a href="https://confirm.evil.example/">portal.justice.example</a><a href="https://confirm.evil.example/">https://portal.justice.example</a>',
      'text/html',
    ).body.childNodes,
  );
  await expect.poll(facts).toContain('link');
});

test('dismissed once, the same reason stays away', async () => {
  show(bad);
  start();
  await expect.poll(facts).toContain('link');
  [...screen.values()][0]?.onGotIt();
  await expect.poll(() => screen.size).toBe(0);
  expect(ports.dismissed).toHaveBeenCalledTimes(1);
  show(good);
  show(bad + message('Ann <ann@justlce.example>', 'https://x.example', 'x'));
  await expect.poll(facts).toContain('lookalike');
  expect(facts()).not.toContain('link');
});

test('people in the header are known by name where the message is answered', async () => {
  show(message('Eve Hall <eve@firm.example>', 'https://www.firm.example/', 'x'));
  start();
  await expect.poll(() => people.addressesOf('Hall, Eve')).toEqual(['eve@firm.example']);
});

test('ends with the session', async () => {
  show(bad);
  start();
  await expect.poll(facts).toContain('link');
  life.abort();
  await until(() => expect(screen.size).toBe(0));
});

test('where two readings disagree about a message the popup says so, and no card speaks of its sender', async () => {
  const { message: reader } = anyWebmail.surfaces;
  if (!reader) throw new Error('any webmail has messages');
  let drift: 'none' | 'disagreed' = 'none';
  show(bad);
  start({ ...anyWebmail, surfaces: { message: { ...reader, drift: () => drift } } });
  await expect.poll(facts).toContain('link');
  drift = 'disagreed';
  // The drift check waits until the page has settled; each change asks for it again.
  document.body.append(document.createElement('button'));
  await expect.poll(() => ports.statuses.at(-1)?.problems).toEqual(['drift']);
  await expect.poll(facts).toEqual([]);
  drift = 'none';
  document.body.append(document.createElement('button'));
  await expect.poll(() => ports.statuses.at(-1)?.problems).toEqual([]);
  await expect.poll(facts).toContain('link');
});
