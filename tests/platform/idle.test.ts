/** A computer left unlocked, from what the browser says to the mark on the toolbar button; the background is stopped in between. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../assets/language/en.json';
import { fakeBrowser } from './support';

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => fake);
vi.mock('../../platform/card-language', () => ({ cardCatalogFor: () => ({ language: 'en', entries: english }) }));

type State = 'idle' | 'locked' | 'active';
const minute = 60_000;

/** What the browser holds, and what a test changes. */
const world = {
  states: new Set<(state: State) => void>(),
  ticks: new Set<(alarm: { name: string }) => void>(),
  alarm: false,
  interval: 0,
  os: 'win',
  audible: false,
  fullscreen: false,
  inCall: false,
  badge: '',
  title: '',
  told: [] as unknown[],
  woken: [] as number[],
};
let storage: ReturnType<typeof fakeBrowser>['storage'];

beforeEach(() => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) });
  Object.assign(world, { alarm: false, interval: 0, os: 'win', audible: false, fullscreen: false, inCall: false, badge: '', title: '', told: [], woken: [] });
  const base = fakeBrowser();
  storage = base.storage;
  Object.assign(fake.browser, base, {
    runtime: { ...base.runtime, getPlatformInfo: async () => ({ os: world.os }) },
    idle: {
      onStateChanged: { addListener: (listener: (state: State) => void) => world.states.add(listener) },
      setDetectionInterval: (seconds: number) => {
        world.interval = seconds;
      },
    },
    alarms: {
      onAlarm: { addListener: (listener: (alarm: { name: string }) => void) => world.ticks.add(listener) },
      create: async () => {
        world.alarm = true;
      },
      clear: async () => {
        world.alarm = false;
      },
    },
    windows: { getAll: async () => [{ state: world.fullscreen ? 'fullscreen' : 'maximized' }] },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        world.badge = text;
      },
      setTitle: async ({ title }: { title: string }) => {
        world.title = title;
      },
      setBadgeBackgroundColor: async () => undefined,
    },
    tabs: {
      query: async (asked: { audible?: true; active?: true }) => (asked.audible ? (world.audible ? [{ id: 3 }] : []) : [{ id: 1 }]),
      sendMessage: async (_tab: number, message: { name: string; data?: unknown }) => {
        if (message.name === 'in-call-here') return world.inCall;
        world.told.push(message.data);
        return undefined;
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
  world.states.clear();
  world.ticks.clear();
});

/** A background that has just been started for an event. */
async function start() {
  vi.resetModules();
  world.states.clear();
  world.ticks.clear();
  const idle = await import('../../platform/idle');
  idle.watchIdle(async (tab) => void world.woken.push(tab));
  return idle;
}
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
async function say(state: State): Promise<void> {
  for (const listener of world.states) listener(state);
  await settled();
}
/** Lets time go by; the alarm rings each minute as long as it is set and the computer is awake. */
async function pass(minutes: number, { restart = false } = {}): Promise<void> {
  for (let left = minutes; left > 0; left--) {
    vi.setSystemTime(Date.now() + minute);
    if (!world.alarm) continue;
    if (restart) await start();
    for (const listener of world.ticks) listener({ name: 'idle-tick' });
    await settled();
  }
}
async function leave(minutes: number, options?: { restart?: boolean }): Promise<void> {
  await pass(10);
  await say('idle');
  await pass(minutes - 10, options);
  await say('active');
}

describe('on return', () => {
  it('marks the button with words, wakes the page in front, and tells every page', async () => {
    await start();
    await settled();
    expect(world.interval).toBe(600);
    await leave(25);
    expect(world.badge).toBe('!');
    expect(world.title.replace(/[\u2068\u2069]/g, '')).toBe('Second Glance: Your computer was left unlocked for 25 minutes');
    expect(world.woken).toEqual([1]);
    expect(world.told).toContainEqual({ leftUnlocked: { minutes: 25, until: Date.now() } });
    expect(world.alarm, 'nothing ticks while somebody is there').toBe(false);
  });

  it('does so when the background was stopped after every sign', async () => {
    await start();
    await leave(25, { restart: true });
    expect(world.badge).toBe('!');
    const idle = await start();
    expect((await idle.readLeftUnlocked())?.minutes).toBe(25);
  });

  it('takes the mark away when it was seen, once and for all', async () => {
    const idle = await start();
    await leave(25);
    await idle.keepSeen();
    expect([world.badge, world.title]).toEqual(['', 'Second Glance']);
    expect(world.told.at(-1)).toEqual({ leftUnlocked: null });
    expect(await idle.readLeftUnlocked()).toBeNull();
    await say('active');
    expect(world.badge).toBe('');
  });

  it('is told by the popup, which takes the mark away, and only the first one', async () => {
    await start();
    await leave(25);
    const popup = await start();
    const said: number[] = [];
    const stop = popup.watchLeftUnlocked(({ minutes }) => void said.push(minutes));
    await settled();
    expect(said).toEqual([25]);
    expect([world.badge, world.title]).toEqual(['', 'Second Glance']);
    expect(world.told.at(-1)).toEqual({ leftUnlocked: null });
    stop();
    popup.watchLeftUnlocked(({ minutes }) => void said.push(minutes))();
    await settled();
    expect(said).toEqual([25]);
  });

  it('is told by a popup that is open at that moment, and leaves no mark', async () => {
    const idle = await start();
    const said: number[] = [];
    const stop = idle.watchLeftUnlocked(({ minutes }) => void said.push(minutes));
    await leave(25);
    await settled();
    expect(said).toEqual([25]);
    expect(world.badge).toBe('');
    stop();
    await leave(30);
    expect(said).toEqual([25]);
    expect(world.badge).toBe('!');
  });

  it('counts hours where they are many', async () => {
    await start();
    await leave(300);
    expect(world.title.replace(/[\u2068\u2069]/g, '')).toBe('Second Glance: Your computer was left unlocked for 5 hours');
  });

  it('lets the mark go with the news when nobody looked for hours', async () => {
    const idle = await start();
    await leave(25);
    expect(world.badge).toBe('!');
    await pass(130);
    await say('locked');
    await say('active');
    expect(await idle.readLeftUnlocked()).toBeNull();
    expect(world.badge).toBe('');
  });

  it('keeps to the minutes that are set', async () => {
    storage.sync.values['unlockedMinutes'] = 30;
    await start();
    await settled();
    expect(world.interval).toBe(1800);
  });
});

describe('says nothing', () => {
  it.each<[string, () => void]>([
    ['while something plays', () => Object.assign(world, { audible: true })],
    ['while a window fills the screen', () => Object.assign(world, { fullscreen: true })],
    [
      'during a call',
      () => {
        storage.session.values['status.4'] = { 0: { site: 'google-meet', composes: 0, meeting: true, problems: [] } };
        world.inCall = true;
      },
    ],
    [
      'when the rule is off',
      () => {
        storage.sync.values['ruleStrengths'] = { 'unlocked-screen': 'off' };
      },
    ],
    ['on Linux, where no lock was ever told', () => Object.assign(world, { os: 'linux' })],
  ])('%s', async (_what, arrange) => {
    arrange();
    const idle = await start();
    await leave(40);
    expect(world.badge).toBe('');
    expect(world.told).toEqual([]);
    expect(await idle.readLeftUnlocked()).toBeNull();
  });

  it('when it was locked', async () => {
    await start();
    await pass(10);
    await say('idle');
    await pass(2);
    await say('locked');
    expect(world.alarm, 'nothing is left to find out').toBe(false);
    await pass(30);
    await say('active');
    expect(world.badge).toBe('');
  });

  it('when the computer slept', async () => {
    await start();
    await pass(10);
    await say('idle');
    await pass(3);
    vi.setSystemTime(Date.now() + 480 * minute);
    await say('active');
    expect(world.badge).toBe('');
  });

  it('about a meeting page that was left open after the call: that is no excuse', async () => {
    storage.session.values['status.4'] = { 0: { site: 'google-meet', composes: 0, meeting: true, problems: [] } };
    await start();
    await leave(40);
    expect(world.badge).toBe('!');
  });

  it('where the browser has no such thing, or an organisation took it away', async () => {
    delete fake.browser['idle'];
    const idle = await start();
    expect(world.states.size).toBe(0);
    await expect(idle.setThreshold()).resolves.toBeUndefined();
  });
});

it('speaks on Linux once the desktop has told of a lock', async () => {
  world.os = 'linux';
  await start();
  await say('locked');
  await say('active');
  await leave(25);
  expect(world.badge).toBe('!');
});
