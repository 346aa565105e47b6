import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyMemory } from '../../core/pacing';
import { shown } from '../../core/pacing-memory';
import type { RuleId } from '../../core/rule';
import { definitions, type SettingKey, type Settings, settingKeys } from '../../platform/setting-definitions';
import { fakeBrowser } from './support';

const fake = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));
const { readSettings, watchSettings } = await import('../../platform/settings');
const { changeSetting, resetSettings, settleOwnSettings, takeSettings } = await import('../../platform/change-settings');
const { readMemory, updateMemory } = await import('../../platform/memory');

let browser = fakeBrowser();
beforeEach(() => {
  browser = fakeBrowser();
  fake.browser = browser;
});

describe('reading', () => {
  test('defaults where nothing is set', async () => {
    expect(await readSettings()).toMatchObject({ settings: { ownDomains: [], language: 'auto', showWelcome: true }, managed: [], refused: [] });
  });

  test('managed goes before own, key by key', async () => {
    browser.storage.managed.values = { ownDomains: ['Justice.Example'] };
    browser.storage.sync.values = { ownDomains: ['mine.example'], trustedDomains: ['partner.example'] };
    const { settings, managed } = await readSettings();
    expect(settings.ownDomains).toEqual(['justice.example']);
    expect(settings.trustedDomains).toEqual(['partner.example']);
    expect(managed).toEqual(['ownDomains']);
  });

  test.each<[string, unknown]>([
    ['a number', 7],
    ['a text', 'justice.example'],
    ['an object', { 0: 'justice.example' }],
    ['a list inside a list', [['justice.example']]],
    ['nonsense', ['not a domain']],
    ['too long', Array.from({ length: 2001 }, (_, index) => `d${index}.example`)],
  ])('a broken value is told and does not touch the others: %s', async (_what, broken) => {
    browser.storage.sync.values = { ownDomains: broken, trustedDomains: ['partner.example'], ruleStrengths: { 'quoted-thread': 'quiet' } };
    const { settings, refused } = await readSettings();
    expect(settings).toMatchObject({ ownDomains: [], trustedDomains: ['partner.example'], ruleStrengths: { 'quoted-thread': 'quiet' } });
    expect(refused.map(({ key, source }) => `${source} ${key}`)).toContain('own ownDomains');
    expect(browser.storage.sync.values['ownDomains'], 'what cannot be read stays where it is').toEqual(broken);
  });

  test('one bad entry of a list does not take the others with it', async () => {
    browser.storage.managed.values = { ownDomains: ['justice.example', 'not a domain', 'prisons.example'] };
    const { settings, refused } = await readSettings();
    expect(settings.ownDomains).toEqual(['justice.example', 'prisons.example']);
    expect(refused).toEqual([{ key: 'ownDomains', entry: 1, source: 'managed', reason: { kind: 'no-domain' }, shown: 'not a domain' }]);
  });

  test('a broken policy value leaves the person’s own one in place', async () => {
    browser.storage.managed.values = { ownDomains: 5 };
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    const { settings, managed } = await readSettings();
    expect(settings.ownDomains).toEqual(['mine.example']);
    expect(managed).toEqual([]);
  });

  test('Firefox rejects where there is no policy at all', async () => {
    browser.storage.managed.fails = new Error('Managed storage manifest not found');
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    expect(await readSettings()).toMatchObject({ settings: { ownDomains: ['mine.example'] }, refused: [] });
  });

  test('a storage that cannot be read is told, and everything works with defaults', async () => {
    browser.storage.sync.fails = new Error('corrupt');
    const { settings, refused } = await readSettings();
    expect(settings.ownDomains).toEqual([]);
    expect(refused).toEqual([expect.objectContaining({ key: 'storage' })]);
  });

  test('keys of a later version are left alone', async () => {
    browser.storage.sync.values = { fromTheFuture: { a: 1 }, ownDomains: ['mine.example'] };
    await changeSetting({ key: 'trustedDomains', add: ['partner.example'], remove: [] });
    expect(browser.storage.sync.values).toEqual({ fromTheFuture: { a: 1 }, ownDomains: ['mine.example'], trustedDomains: ['partner.example'] });
  });
});

const add = (key: SettingKey, ...entries: string[]) => changeSetting({ key, add: entries, remove: [] });

describe('changing', () => {
  test('a value that does not fit is refused, and nothing changes', async () => {
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    await expect(add('ownDomains', 'no domain')).rejects.toThrow();
    await expect(changeSetting({ key: 'historyDays', to: 0 })).rejects.toThrow();
    await expect(changeSetting({ rule: 'print', strength: 'loud' as 'off' })).rejects.toThrow();
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['mine.example'] });
    expect(browser.storage.local.values).toEqual({});
  });

  test('a full computer keeps what was there, and says so', async () => {
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    browser.storage.local.full = new Error('QUOTA_BYTES quota exceeded');
    await expect(add('ownDomains', 'more.example')).rejects.toThrow('QUOTA');
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['mine.example'] });
    expect((await readSettings()).settings.ownDomains).toEqual(['mine.example']);
  });

  test('a full sync storage keeps the change on this computer, and takes it when there is room', async () => {
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    browser.storage.sync.full = new Error('QUOTA_BYTES quota exceeded');
    await add('ownDomains', 'more.example');
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['mine.example'] });
    expect(await readSettings()).toMatchObject({ settings: { ownDomains: ['mine.example', 'more.example'] }, here: ['ownDomains'] });
    browser.storage.sync.full = null;
    await settleOwnSettings();
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['mine.example', 'more.example'] });
    expect((await readSettings()).here).toEqual([]);
  });

  test('a list of 2,000 domains is kept on this computer; a short one is synced again', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `department-${index}.justice.example`);
    await add('trustedDomains', ...many);
    expect(browser.storage.sync.values).toEqual({});
    expect(await readSettings()).toMatchObject({ settings: { trustedDomains: many }, here: ['trustedDomains'], refused: [] });
    await expect(add('trustedDomains', 'one-more.example'), 'one too many').rejects.toThrow();
    await changeSetting({ key: 'trustedDomains', add: [], remove: many.slice(10) });
    expect(browser.storage.sync.values).toEqual({ trustedDomains: many.slice(0, 10) });
    expect((await readSettings()).here).toEqual([]);
  });

  test('a value that could not be read moves to a safe place before a new one takes its place; each of them', async () => {
    browser.storage.sync.values = { ownDomains: 'justice.example; prisons.example' };
    await add('ownDomains', 'justice.example');
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['justice.example'] });
    browser.storage.sync.values = { ownDomains: 7 };
    await add('ownDomains', 'prisons.example');
    expect(browser.storage.sync.values, 'what held before sync broke it is still there').toEqual({ ownDomains: ['justice.example', 'prisons.example'] });
    expect(browser.storage.local.values['kept']).toEqual([
      { key: 'ownDomains', value: 'justice.example; prisons.example' },
      { key: 'ownDomains', value: 7 },
    ]);
  });

  test('a change is heard, until nobody listens any more', async () => {
    const heard = vi.fn();
    const stop = watchSettings(heard);
    await changeSetting({ key: 'showWelcome', to: false });
    expect(heard).toHaveBeenCalled();
    stop();
    heard.mockClear();
    await changeSetting({ key: 'showWelcome', to: true });
    expect(heard).not.toHaveBeenCalled();
  });

  test('every default fits its own schema', async () => {
    const defaults = Object.fromEntries(settingKeys.map((key) => [key, definitions[key].default])) as unknown as Settings;
    await takeSettings(defaults);
    expect(await readSettings()).toMatchObject({ settings: defaults, own: defaults, refused: [] });
  });

  test('two windows that change one list at once do not lose each other’s entries', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => add('ownDomains', `d${index}.example`)));
    expect(new Set((await readSettings()).settings.ownDomains).size).toBe(20);
    await Promise.all(['a', 'b', 'c'].map((rule) => changeSetting({ rule, strength: 'quiet' })));
    expect((await readSettings()).settings.ruleStrengths).toEqual({ a: 'quiet', b: 'quiet', c: 'quiet' });
  });

  test('what the policy has set does not become the person’s own', async () => {
    browser.storage.managed.values = { trustedDomains: ['gov.uk'], personMayChange: ['trustedDomains'] };
    await add('trustedDomains', 'gov.uk', 'partner.example');
    expect(await readSettings()).toMatchObject({
      settings: { trustedDomains: ['gov.uk', 'partner.example'] },
      own: { trustedDomains: ['partner.example'] },
      managedEntries: { trustedDomains: ['gov.uk'] },
    });
    browser.storage.managed.values = {};
    expect((await readSettings()).settings.trustedDomains).toEqual(['partner.example']);
  });
});

describe('undo', () => {
  test('gives exactly what was there, also nothing, also what could not be read', async () => {
    const before = { ownDomains: ['b.example', 'a.example'], historyDays: 'often' };
    browser.storage.sync.values = structuredClone(before);
    const undos = [
      await changeSetting({ key: 'ownDomains', add: ['c.example'], remove: ['b.example'] }),
      await changeSetting({ key: 'historyDays', to: 30 }),
      await changeSetting({ key: 'language', to: 'cy' }),
      await changeSetting({ rule: 'print', strength: 'off' }),
      await resetSettings(settingKeys),
    ];
    expect(browser.storage.sync.values).toEqual({});
    for (const undo of undos.reverse()) await undo();
    expect(browser.storage.sync.values).toEqual(before);
  });

  test('keeps what another window changed since', async () => {
    await add('ownDomains', 'a.example', 'b.example');
    const undo = await changeSetting({ key: 'ownDomains', add: ['c.example'], remove: ['a.example'] });
    const undoRule = await changeSetting({ rule: 'print', strength: 'off' });
    await add('ownDomains', 'd.example');
    await changeSetting({ rule: 'pre-join', strength: 'quiet' });
    await undo();
    await undoRule();
    expect((await readSettings()).settings).toMatchObject({ ownDomains: ['b.example', 'd.example', 'a.example'], ruleStrengths: { 'pre-join': 'quiet' } });
  });
});

describe('sync', () => {
  test('brings a broken value: it is told, the one before stays in effect, and nothing is overwritten', async () => {
    await add('ownDomains', 'mine.example');
    await changeSetting({ key: 'historyDays', to: 30 });
    browser.storage.sync.values = { ownDomains: { broken: true }, historyDays: -1 };
    await settleOwnSettings();
    const { settings, refused } = await readSettings();
    expect(settings).toMatchObject({ ownDomains: ['mine.example'], historyDays: 30 });
    expect(refused.map(({ key }) => key)).toEqual(['ownDomains', 'historyDays']);
    expect(browser.storage.sync.values).toEqual({ ownDomains: { broken: true }, historyDays: -1 });
  });

  test('cannot be read: the copies on this computer hold', async () => {
    await add('ownDomains', 'mine.example');
    browser.storage.sync.fails = new Error('corrupt');
    expect(await readSettings()).toMatchObject({ settings: { ownDomains: ['mine.example'] }, refused: [{ key: 'storage' }] });
  });

  test('takes a value away on another computer: it is gone here, too', async () => {
    await changeSetting({ key: 'historyDays', to: 30 });
    await browser.storage.sync.remove('historyDays');
    expect((await readSettings()).settings.historyDays).toBe(90);
    await settleOwnSettings();
    expect(browser.storage.local.values).toEqual({});
  });

  test('has the layout of a later version: nothing is written to it, and changes hold here', async () => {
    const later = { layout: 2, ownDomains: ['mine.example'], fromTheFuture: 1 };
    browser.storage.sync.values = structuredClone(later);
    await add('ownDomains', 'more.example');
    await changeSetting({ key: 'historyDays', to: 30 });
    await settleOwnSettings();
    expect(browser.storage.sync.values).toEqual(later);
    expect(await readSettings()).toMatchObject({
      settings: { ownDomains: ['mine.example', 'more.example'], historyDays: 30 },
      here: ['ownDomains', 'historyDays'],
    });
  });
});

describe('a browser that ends in the middle of a write', () => {
  /** Every call after the `last`th never comes back. */
  const endAfter = (last: number): void => {
    let calls = 0;
    for (const area of [browser.storage.sync, browser.storage.local]) {
      for (const name of ['set', 'remove'] as const) {
        const real = area[name].bind(area) as (what: never) => Promise<void>;
        area[name] = (what: unknown) => {
          calls += 1;
          return calls > last ? Promise.reject(new Error('the browser has ended')) : real(what as never);
        };
      }
    }
  };

  test.each([0, 1, 2, 3, 4])('leaves the old or the new settings, never half of them: after %i writes', async (last) => {
    const old = { ownDomains: ['old.example'], historyDays: 30, language: 'cy' };
    const fresh: Partial<Settings> = {
      ownDomains: ['new.example'],
      historyDays: 60,
      language: 'en',
      trustedDomains: Array.from({ length: 900 }, (_, index) => `d${index}.example`),
    };
    browser.storage.sync.values = structuredClone(old);
    endAfter(last);
    await takeSettings(fresh).catch(() => undefined);
    const after = fakeBrowser();
    after.storage.sync.values = structuredClone(browser.storage.sync.values);
    after.storage.local.values = structuredClone(browser.storage.local.values);
    fake.browser = after;
    const { settings } = await readSettings();
    const expected = last === 0 ? { ...old, trustedDomains: [] } : fresh;
    expect(settings).toMatchObject(expected);
    await settleOwnSettings();
    expect((await readSettings()).settings).toMatchObject(expected);
    expect((await readSettings()).here).toEqual(last === 0 ? [] : ['trustedDomains']);
  });
});

describe('the memory of pacing', () => {
  const rule = 'quoted-thread' as RuleId;

  test('two windows that write at once do not lose each other’s change', async () => {
    await Promise.all(Array.from({ length: 20 }, () => updateMemory((memory) => shown(memory, rule))));
    expect((await readMemory()).shown).toEqual({ 'quoted-thread': 20 });
  });

  test.each([[5], ['x'], [{ shown: { a: 'often' } }], [{ snoozedUntil: null }]])('a broken memory is an empty one: %o', async (broken) => {
    browser.storage.local.values = { pacing: broken };
    expect(await readMemory()).toEqual(emptyMemory);
  });

  test('a full storage is no error: a reminder may come again', async () => {
    browser.storage.local.full = new Error('full');
    await expect(updateMemory((memory) => shown(memory, rule))).resolves.toBeUndefined();
  });
});
