/** An engine on a page that is no mail ends after a while, and the sentinel brings it back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageTextOf } from '../../core/text';
import { startSession } from '../../engine/session';
import { createKnownPeople } from '../../page/known-people';
import { type DomSite, defineSite } from '../../page/site';
import { emptyThread } from '../support/observations';
import { fakePorts } from './support';

const twoMinutes = 120_000;
let life = new AbortController();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function start(siteOf: () => DomSite | null) {
  const onFruitless = vi.fn(() => life.abort());
  startSession({
    page: document,
    siteOf,
    rules: [],
    watches: {},
    ports: fakePorts(),
    guide: () => ({ titles: [], points: [], stories: [], contacts: [] }),
    presenter: { know: () => undefined, present: () => undefined, confirm: () => undefined, afterSend: () => undefined, focus: () => false },
    createBodyReader: () => ({ read: () => Promise.resolve({ authored: pageTextOf(''), thread: emptyThread }) }),
    events: () => ({ filesOf: () => [], shown: () => undefined, pressedFor: () => null, people: createKnownPeople() }),
    jump: () => undefined,
    mark: () => undefined,
    printWindow: () => null,
    onOrphaned: () => undefined,
    onFruitless,
    signal: life.signal,
  });
  return onFruitless;
}

test('two minutes without anything found are enough, and once', () => {
  const ended = start(() => null);
  vi.advanceTimersByTime(twoMinutes - 1);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(twoMinutes * 3);
  expect(ended).toHaveBeenCalledOnce();
});

test('a person who goes into a field begins them anew', () => {
  const ended = start(() => null);
  const input = document.body.appendChild(document.createElement('input'));
  vi.advanceTimersByTime(twoMinutes - 1);
  input.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  vi.advanceTimersByTime(twoMinutes - 1);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ended).toHaveBeenCalledOnce();
});

test('a page whose site is known is never left, nor one that becomes a mail in time', () => {
  const site = defineSite({ id: 'made-up', name: 'Made up', matches: [], hints: [], surfaces: {} });
  let known = false;
  const late = start(() => (known ? site : null));
  vi.advanceTimersByTime(twoMinutes / 2);
  known = true;
  document.body.appendChild(document.createElement('input')).dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  vi.advanceTimersByTime(twoMinutes * 3);
  expect(late).not.toHaveBeenCalled();
});
