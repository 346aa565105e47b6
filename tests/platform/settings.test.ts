import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyMemory } from '../../core/pacing';
import { shown } from '../../core/pacing-memory';
import type { RuleId } from '../../core/rule';
import { fakeBrowser } from './support';

const fake = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));
const { readSettings, settingKeys, watchSettings, writeSetting } = await import('../../platform/settings');
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
    expect(refused.map(({ key, source }) => `${source} ${key}`.replace(/\[.*/, ''))).toContain('own ownDomains');
    expect(browser.storage.sync.values['ownDomains'], 'what cannot be read stays where it is').toEqual(broken);
  });

  test('one bad entry of a list does not take the others with it', async () => {
    browser.storage.managed.values = { ownDomains: ['justice.example', 'not a domain', 'prisons.example'] };
    const { settings, refused } = await readSettings();
    expect(settings.ownDomains).toEqual(['justice.example', 'prisons.example']);
    expect(refused).toEqual([{ key: 'ownDomains[1]', source: 'managed', reason: expect.any(String) }]);
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
    await writeSetting('trustedDomains', ['partner.example']);
    expect(browser.storage.sync.values).toEqual({ fromTheFuture: { a: 1 }, ownDomains: ['mine.example'], trustedDomains: ['partner.example'] });
  });
});

describe('writing', () => {
  test('a value that does not fit is refused, and nothing changes', async () => {
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    await expect(writeSetting('ownDomains', ['no domain'])).rejects.toThrow();
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['mine.example'] });
  });

  test('a full storage keeps what was there, and says so', async () => {
    browser.storage.sync.values = { ownDomains: ['mine.example'] };
    browser.storage.sync.full = new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
    await expect(writeSetting('ownDomains', ['mine.example', 'more.example'])).rejects.toThrow('QUOTA');
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['mine.example'] });
  });

  test('a value that could not be read moves to a safe place before a new one takes its place', async () => {
    browser.storage.sync.values = { ownDomains: 'justice.example; prisons.example' };
    await writeSetting('ownDomains', ['justice.example']);
    expect(browser.storage.sync.values).toEqual({ ownDomains: ['justice.example'] });
    expect(browser.storage.local.values).toEqual({ 'kept.ownDomains': 'justice.example; prisons.example' });
  });

  test('a change is heard, until nobody listens any more', async () => {
    const heard = vi.fn();
    const stop = watchSettings(heard);
    await writeSetting('showWelcome', false);
    expect(heard).toHaveBeenCalledOnce();
    stop();
    await writeSetting('showWelcome', true);
    expect(heard).toHaveBeenCalledOnce();
  });

  test('every key has a default that fits its own schema', async () => {
    const { settings } = await readSettings();
    for (const key of settingKeys) await expect(writeSetting(key, settings[key])).resolves.toBeUndefined();
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
