/** The loop with a site and rules of its own: what it watches, what it remembers, and that nothing gets out of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { acquaintanceKey } from '../../core/acquaintance';
import { type ComposeObservation, type MeetingPhase, unknownHearing, unknownShare } from '../../core/observation';
import { emptyMemory } from '../../core/pacing';
import { noPause } from '../../core/pause';
import { defineRule } from '../../core/rule';
import { pageTextOf, wordsOf } from '../../core/text';
import type { SessionParts } from '../../engine/frame';
import { watchMeeting } from '../../engine/meeting-watch';
import { watchMessages } from '../../engine/message-watch';
import type { Presenter, Showing } from '../../engine/presenter';
import { startSession } from '../../engine/session';
import { normaliseAddress } from '../../mail/addresses';
import { createKnownPeople } from '../../page/known-people';
import { watchSending } from '../../page/sending';
import { type DomSite, defineSite } from '../../page/site';
import { runClockFast } from '../support/fast-clock';
import { emptyThread } from '../support/observations';
import { until } from '../support/until';
import { type FakePorts, fakePorts } from './support';

let life = new AbortController();
let stopClock = (): void => undefined;
let ports: FakePorts = fakePorts();
let screen = new Map<object, Showing>();
/** Phases in the order in which they were read. */
let phases: MeetingPhase[] = [];
const checked = vi.fn<(observation: ComposeObservation) => void>();

beforeEach(() => {
  stopClock = runClockFast();
  life = new AbortController();
  ports = fakePorts();
  screen = new Map();
  checked.mockReset();
  phases = [];
});
afterEach(() => {
  life.abort();
  stopClock();
  document.body.replaceChildren();
});

/** A compose is a form with an address field and a text. */
function compose(to: string, subject = 'Re: lists'): HTMLElement {
  const form = document.createElement('form');
  for (const [name, value] of [
    ['to', to],
    ['subject', subject],
  ] as const) {
    const field = form.appendChild(document.createElement('input'));
    field.name = name;
    field.value = value;
  }
  form.append(document.createElement('textarea'));
  return form;
}
const field = (form: Element, name: string): HTMLInputElement => {
  const found = form.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

const site = defineSite({
  id: 'made-up',
  name: 'Made up',
  matches: [],
  hints: [],
  surfaces: {
    compose: {
      find: (page) => [...page.querySelectorAll<HTMLElement>('form')],
      read: (root) => ({
        surface: 'compose',
        replyMode: 'reply',
        account: { address: 'me@justice.example', name: null },
        recipients: {
          completeness: 'complete',
          items: field(root, 'to')
            .value.split(',')
            .filter(Boolean)
            .map((text) => ({ field: 'to', address: normaliseAddress(text), name: null, typed: false })),
        },
        subject: pageTextOf(field(root, 'subject').value),
        attachments: { items: [], completeness: 'complete' },
        shownFiles: [],
        body: { kind: 'text', editor: root.querySelector('textarea') ?? document.createElement('textarea') },
      }),
      layout: (root) => ({ anchor: root, keepClear: [] }),
    },
    meeting: {
      find: (page) => (page.body.dataset['phase'] ? [page.body] : []),
      read: (root) => {
        const phase = (root.dataset['phase'] ?? 'unknown') as MeetingPhase;
        phases.push(phase);
        return {
          surface: 'meeting',
          phase,
          code: root.dataset['code'] ?? null,
          camera: 'unknown',
          microphone: 'unknown',
          hearing: unknownHearing,
          share: unknownShare,
        };
      },
      layout: (root) => ({ anchor: root, keepClear: [] }),
    },
  },
});

const outside = defineRule({
  id: 'outside',
  theme: 'overshared',
  surface: 'compose',
  strength: 'nudge',
  guidance: ['cb-chain'],
  check(observation, { organisation }) {
    checked(observation);
    const found = observation.recipients.items.filter(({ address }) => address && !organisation.own.includes(address.split('@')[1] ?? ''));
    return found.length > 0
      ? {
          severity: 'caution',
          titles: [{ key: 'a' }, { key: 'b' }],
          line: { key: 'l' },
          facts: [],
          details: [],
          subject: found.map(({ address }) => address).join(),
        }
      : null;
  },
});
const door = defineRule({
  id: 'door',
  theme: 'overheard',
  surface: 'meeting',
  strength: 'nudge',
  guidance: ['cb-headphones'],
  check: ({ phase }) => (phase === 'in-meeting' ? null : { severity: 'note', titles: [{ key: 'a' }], line: { key: 'l' }, facts: [], details: [], subject: '' }),
});

const presenter: Presenter = {
  present: (owner, showing) => void (showing ? screen.set(owner, showing) : screen.delete(owner)),
  confirm: () => undefined,
  know: () => undefined,
  afterSend: () => undefined,
  focus: () => false,
};

function start(change: Partial<SessionParts> = {}) {
  return startSession({
    page: document,
    siteOf: () => site,
    rules: [outside, door],
    ports,
    guide: () => ({ titles: [], points: [], stories: [], contacts: [] }),
    presenter,
    createBodyReader: () => ({ read: () => Promise.resolve({ authored: pageTextOf(''), thread: emptyThread }) }),
    events: () => ({ filesOf: () => [], shown: () => undefined, pressedFor: () => null, people: createKnownPeople() }),
    jump: () => undefined,
    mark: () => undefined,
    printWindow: () => null,
    watches: { meeting: watchMeeting, message: watchMessages },
    onOrphaned: () => life.abort(),
    signal: life.signal,
    ...change,
  });
}
const shown = () => [...screen.values()];

test('a page that is no mail is looked at less and less, and at once where the person goes into a field', async () => {
  let known = false;
  const siteOf = vi.fn(() => (known ? site : null));
  start({ siteOf });
  const input = document.body.appendChild(document.createElement('input'));
  for (let looks = 1; looks < 6; looks++) {
    const before = siteOf.mock.calls.length;
    input.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await until(() => expect(siteOf.mock.calls.length).toBeGreaterThan(before));
  }
  await until(() => expect(siteOf.mock.calls.length).toBeGreaterThanOrEqual(6));
  siteOf.mockClear();
  const begin = performance.now();
  document.body.append(document.createElement('textarea'));
  await until(() => expect(siteOf).toHaveBeenCalled());
  expect(performance.now() - begin).toBeGreaterThan(900);
  known = true;
  document.body.append(compose('sam@elsewhere.example'));
  await until(() => expect(shown().length).toBe(1));
});

describe('composes', () => {
  test('a card comes with its reason and goes with it', async () => {
    const form = compose('');
    document.body.append(form);
    start();
    await until(() => expect(checked).toHaveBeenCalled());
    expect(shown()).toEqual([]);
    field(form, 'to').value = 'sam@elsewhere.example';
    field(form, 'to').dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => expect(shown().length).toBe(1));
    expect(ports.shown).toHaveBeenCalledExactlyOnceWith('outside');
    field(form, 'to').value = 'tom@justice.example';
    field(form, 'to').dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => expect(shown()).toEqual([]));
  });

  test('it goes when the compose is closed or sent', async () => {
    const form = compose('sam@elsewhere.example');
    document.body.append(form);
    start();
    await until(() => expect(shown().length).toBe(1));
    form.remove();
    await until(() => expect(shown()).toEqual([]));
    await until(() => expect(ports.statuses.at(-1)).toMatchObject({ composes: 0 }));
  });

  test('dismissed is dismissed: in this compose and in the next; another reason still speaks', async () => {
    document.body.append(compose('sam@elsewhere.example'));
    start();
    await until(() => expect(shown().length).toBe(1));
    shown()[0]?.onGotIt();
    expect(shown()).toEqual([]);
    expect(ports.dismissed).toHaveBeenCalledExactlyOnceWith(['outside'], 'got-it', []);
    expect(ports.dealtWith).toHaveBeenCalledExactlyOnceWith(['outside'], []);
    document.body.append(compose('sam@elsewhere.example', 'another'));
    document.body.append(compose('kim@elsewhere.example', 'a third'));
    await until(() => expect(shown().length).toBe(1));
  });

  test('a change of settings reaches an open compose', async () => {
    document.body.append(compose('sam@elsewhere.example'));
    start();
    await until(() => expect(shown().length).toBe(1));
    ports.state.own = ['justice.example', 'elsewhere.example'];
    ports.change();
    await until(() => expect(shown()).toEqual([]));
    ports.state.own = ['justice.example'];
    ports.state.strengths = { outside: 'quiet' };
    ports.change();
    await until(() => expect(shown()[0]?.form).toBe('chip'));
  });

  test('who was there before the person touched anything was there at first', async () => {
    const form = compose('');
    document.body.append(form);
    start();
    await until(() => expect(checked).toHaveBeenCalled());
    // The page fills in the recipients of a reply a moment later, by itself.
    field(form, 'to').value = 'ann@justice.example';
    field(form, 'to').dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => expect(checked.mock.lastCall?.[0].initialRecipients?.length).toBe(1));
  });

  test('a recipient from an address book beside the compose was not there at first', async () => {
    const form = compose('ann@justice.example');
    const book = document.createElement('button');
    book.textContent = 'Address book';
    document.body.append(form, book);
    start();
    await until(() => expect(checked).toHaveBeenCalled());
    book.addEventListener('click', () => {
      field(form, 'to').value = 'ann@justice.example,sam@elsewhere.example';
      field(form, 'to').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await userEvent.click(book);
    await until(() => expect(checked.mock.lastCall?.[0].recipients.items.length).toBe(2));
    expect(checked.mock.lastCall?.[0].initialRecipients?.length).toBe(1);
  });

  test('a page that rebuilds its tree ten times a second: one card, what was learnt is kept, and no flicker at the end', async () => {
    document.body.append(compose('sam@elsewhere.example'));
    start();
    await until(() => expect(shown().length).toBe(1));
    const [owner] = screen.keys();
    for (let turn = 0; turn < 20; turn += 1) {
      document.body.replaceChildren(compose('sam@elsewhere.example'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await until(() => expect([...screen.keys()]).toEqual([owner]));
    expect(ports.shown).toHaveBeenCalledOnce();
    expect(ports.statuses.at(-1)).toMatchObject({ composes: 1, problems: [] });
  });

  test('the account is known to the popup', async () => {
    document.body.append(compose(''));
    const session = start();
    await until(() => expect(session.account()).toBe('me@justice.example'));
  });

  test('the wording stays while the card is there', async () => {
    document.body.append(compose('sam@elsewhere.example'));
    start();
    await until(() => expect(shown()[0]?.view.title.key).toBe('a'));
    ports.state.memory = { ...ports.state.memory, shown: { outside: 1 } };
    const calls = checked.mock.calls.length;
    ports.change();
    await until(() => expect(checked.mock.calls.length).toBeGreaterThan(calls));
    expect(shown()[0]?.view.title.key).toBe('a');
  });
});

describe('meetings', () => {
  const phase = (name: MeetingPhase | null, code = 'abc') => {
    if (name === null) {
      delete document.body.dataset['phase'];
      return;
    }
    document.body.dataset['phase'] = name;
    document.body.dataset['code'] = code;
    document.body.append(document.createElement('i'));
  };
  afterEach(() => phase(null));

  test('one reminder at the door, gone inside, not again after a bounce', async () => {
    phase('pre-join');
    start();
    await until(() => expect(shown().length).toBe(1));
    phase('in-meeting');
    await until(() => expect(shown()).toEqual([]));
    expect(ports.keepMeetings).toHaveBeenCalled();
  });

  test('unknown keeps what was there', async () => {
    phase('pre-join');
    start();
    await until(() => expect(shown().length).toBe(1));
    phase('unknown');
    await until(() => expect(phases.at(-1)).toBe('unknown'));
    expect(shown().length).toBe(1);
  });

  test('got it is got it', async () => {
    phase('pre-join');
    start();
    await until(() => expect(shown().length).toBe(1));
    shown()[0]?.onGotIt();
    expect(shown()).toEqual([]);
  });
});

test('a page that no longer looks like its site is told, until it does again', async () => {
  let drift: 'none' | 'missed' = 'missed';
  const { compose: reader } = site.surfaces;
  if (!reader) throw new Error('the made-up site has composes');
  start({ siteOf: () => ({ ...site, surfaces: { compose: { ...reader, drift: () => drift } } }) });
  await until(() => expect(ports.statuses.at(-1)?.problems).toEqual(['drift']));
  drift = 'none';
  document.body.append(compose(''));
  await until(() => expect(ports.statuses.at(-1)?.problems).toEqual([]));
});

test('on a page that has drifted only what was read is claimed', async () => {
  const { compose: reader } = site.surfaces;
  if (!reader) throw new Error('the made-up site has composes');
  document.body.append(compose('ann@outside.example'));
  let drift: 'none' | 'unmarked' = 'unmarked';
  start({ siteOf: () => ({ ...site, surfaces: { compose: { ...reader, drift: () => drift } } }) });
  await until(() => expect(checked.mock.lastCall?.[0].recipients.completeness).toBe('unknown'));
  const seen = checked.mock.lastCall?.[0];
  expect(seen?.recipients.items.map(({ address }) => address)).toEqual(['ann@outside.example']);
  expect([seen?.attachments.completeness, seen?.initialRecipients]).toEqual(['unknown', null]);
  drift = 'none';
  document.body.append(compose(''));
  await until(() => expect(checked.mock.calls.some(([one], at) => at > 0 && one.recipients.completeness === 'complete')).toBe(true));
});

describe('errors stay inside', () => {
  const throwing = () => {
    throw new Error('words of the page');
  };
  test.each<[string, Partial<SessionParts>, string]>([
    ['finding the site', { siteOf: throwing }, 'find'],
    ['finding composes', { siteOf: () => ({ ...site, surfaces: { compose: { find: throwing, read: throwing, layout: throwing } } }) }, 'find'],
    [
      'reading a compose',
      {
        siteOf: () => ({
          ...site,
          surfaces: { compose: { find: (page) => [...page.querySelectorAll<HTMLElement>('form')], read: throwing, layout: throwing } },
        }),
      },
      'read',
    ],
    ['reading the text', { createBodyReader: () => ({ read: () => Promise.reject(new Error('x')) }) }, 'thread'],
    ['a rule', { rules: [{ ...outside, check: throwing }] }, 'rule'],
    ['the guidance', { guide: throwing }, 'present'],
    ['drawing', { presenter: { present: throwing, confirm: throwing, know: throwing, afterSend: throwing, focus: throwing } }, 'present'],
  ])('%s', async (_what, change, part) => {
    const errors = vi.fn();
    window.addEventListener('error', errors, { signal: life.signal });
    window.addEventListener('unhandledrejection', errors, { signal: life.signal });
    document.body.append(compose('sam@elsewhere.example'));
    start(change);
    await until(() => expect(ports.statuses.at(-1)?.problems).toContain(part));
    expect(errors).not.toHaveBeenCalled();
    expect(JSON.stringify(ports.statuses)).not.toContain('words');
  });

  test('when the extension was updated, everything ends', async () => {
    document.body.append(compose('sam@elsewhere.example'));
    start();
    await until(() => expect(shown().length).toBe(1));
    ports.state.alive = false;
    document.body.append(document.createElement('i'));
    await until(() => expect(life.signal.aborted).toBe(true));
    expect(shown()).toEqual([]);
  });
});

test('nothing of the page is in what is reported', async () => {
  document.body.append(compose('sam@elsewhere.example', 'A secret subject'));
  start();
  await until(() => expect(checked).toHaveBeenCalled());
  expect(ports.statuses.at(-1)?.composes).toBe(1);
  expect(JSON.stringify(ports.statuses)).not.toMatch(/secret|sam|elsewhere/i);
  expect(wordsOf(checked.mock.lastCall?.[0].subject ?? pageTextOf(''))).toBe('A secret subject');
});

describe('sending', () => {
  /** The made-up site with a Send button. */
  const { compose: reader } = site.surfaces;
  if (!reader) throw new Error('the made-up site reads no composes');
  const sending: DomSite = {
    ...site,
    surfaces: {
      compose: {
        ...reader,
        watchSending: (root, onSend, signal) => watchSending(root, { controls: () => [...root.querySelectorAll('button')] }, onSend, signal),
      },
    },
  };
  const withButton = (to: string): HTMLElement => {
    const form = compose(to);
    const button = form.appendChild(document.createElement('button'));
    button.type = 'button';
    return form;
  };

  test('what was sent with its card has been dealt with, and its people are known from then on', async () => {
    ports.state.memory = { ...emptyMemory, salt: 'salt-of-a-test' };
    const form = withButton('sam@elsewhere.example,tom@justice.example');
    document.body.append(form);
    start({ siteOf: () => sending });
    await until(() => expect(shown().length).toBe(1));
    await userEvent.click(form.querySelector('button') ?? form);
    expect(ports.sentTo).not.toHaveBeenCalled();
    form.remove();
    await until(() => expect(ports.sentTo).toHaveBeenCalledOnce());
    expect(ports.sentTo).toHaveBeenCalledWith(['sam@elsewhere.example', 'elsewhere.example'].map((who) => acquaintanceKey(who, 'salt-of-a-test')));
    expect(ports.dealtWith).toHaveBeenCalledExactlyOnceWith(['outside'], [expect.any(Number)]);
  });

  test('what a page sends by itself was sent by nobody', async () => {
    const form = withButton('sam@elsewhere.example');
    document.body.append(form);
    start({ siteOf: () => sending });
    await until(() => expect(shown().length).toBe(1));
    form.querySelector('button')?.click();
    form.remove();
    await until(() => expect(shown()).toEqual([]));
    expect(ports.sentTo).not.toHaveBeenCalled();
    expect(ports.sent).not.toHaveBeenCalled();
    expect(ports.dealtWith).not.toHaveBeenCalled();
  });

  test('what was closed without sending has not', async () => {
    const form = withButton('sam@elsewhere.example');
    document.body.append(form);
    start({ siteOf: () => sending });
    await until(() => expect(shown().length).toBe(1));
    form.remove();
    await until(() => expect(shown()).toEqual([]));
    expect(ports.sentTo).not.toHaveBeenCalled();
    expect(ports.dealtWith).not.toHaveBeenCalled();
  });
});

test('a pause takes the card away and brings it back, and is not counted as heeded', async () => {
  document.body.append(compose('sam@elsewhere.example'));
  start();
  await until(() => expect(screen.size).toBe(1));
  ports.state.pause = { everywhere: 0, sites: { 'other-site': Number.MAX_SAFE_INTEGER } };
  ports.change();
  await until(() => expect(screen.size).toBe(1));
  ports.state.pause = { everywhere: Number.MAX_SAFE_INTEGER, sites: {} };
  ports.change();
  await until(() => expect(screen.size).toBe(0));
  ports.state.pause = noPause;
  ports.change();
  await until(() => expect(screen.size).toBe(1));
  ports.state.pause = { everywhere: Number.MAX_SAFE_INTEGER, sites: {} };
  ports.change();
  await until(() => expect(screen.size).toBe(0));
  document.body.replaceChildren();
  await until(() => expect(ports.outcomes).toHaveBeenCalled());
  expect(JSON.stringify(vi.mocked(ports.outcomes).mock.calls)).not.toContain('heeded');
});
