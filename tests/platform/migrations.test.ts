import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyMemory } from '../../core/pacing';
import { fakeBrowser } from './support';

const fake = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));
const { latestLayout, migrateLocal, migrationOf } = await import('../../platform/migrations');
const { readMemory } = await import('../../platform/memory');
const { readAcquaintances } = await import('../../platform/acquaintances');

let browser = fakeBrowser();
beforeEach(() => {
  browser = fakeBrowser();
  fake.browser = browser;
});

/** What the version without a layout number wrote on a computer (November 2026; the memory is of before it had reasons). */
const first = (): Record<string, unknown> => JSON.parse(readFileSync(path.join(import.meta.dirname, 'stored', 'local-1.json'), 'utf8'));

const second = {
  layout: 2,
  kept: [
    { key: 'ownDomains', value: 'justice.gov.uk and others' },
    { key: 'historyDays', value: 'ninety' },
  ],
  pacing: { ...emptyMemory, ...(first()['pacing'] as object) },
  acquaintances: first()['acquaintances'],
  checklist: first()['checklist'],
  ownPack: first()['ownPack'],
};

describe('from layout 1 to 2', () => {
  test('values that could not be read become one list, the memory is filled up, the rest stays', async () => {
    browser.storage.local.values = first();
    await migrateLocal();
    expect(browser.storage.local.values).toEqual(second);
    expect((await readMemory()).shown).toEqual({ 'quoted-thread': 11, 'pre-join': 3, 'group-address': 2 });
    expect(Object.keys((await readAcquaintances()).records)).toEqual(['4830129871234567']);
  });

  test('twice is as once', async () => {
    browser.storage.local.values = first();
    await migrateLocal();
    expect(migrationOf(browser.storage.local.values)).toBeNull();
    await Promise.all([migrateLocal(), migrateLocal()]);
    expect(browser.storage.local.values).toEqual(second);
  });

  test('interrupted after the new was written, it goes on, and nothing is there twice', async () => {
    browser.storage.local.values = first();
    const remove = vi.spyOn(browser.storage.local, 'remove').mockRejectedValueOnce(new Error('the browser has ended'));
    await migrateLocal();
    expect(browser.storage.local.values).toEqual({ ...first(), ...second });
    remove.mockRestore();
    await migrateLocal();
    expect(browser.storage.local.values).toEqual(second);
  });

  test('where the computer is full, everything stays as it was', async () => {
    browser.storage.local.values = first();
    browser.storage.local.full = new Error('QUOTA_BYTES');
    await migrateLocal();
    expect(browser.storage.local.values).toEqual(first());
  });

  test('what an earlier version wrote again is taken in, too', async () => {
    browser.storage.local.values = { ...structuredClone(second), 'kept.language': 'xx', 'kept.historyDays': 'ninety' };
    await migrateLocal();
    expect(browser.storage.local.values).toEqual({ ...second, kept: [...second.kept, { key: 'language', value: 'xx' }] });
  });
});

test('a new computer has the latest layout', async () => {
  await migrateLocal();
  expect(browser.storage.local.values).toEqual({ layout: latestLayout });
});

test.each([[{ layout: latestLayout + 1, kept: { in: 'another shape' }, 'kept.x': 1, pacing: 'other' }]])('a later layout is left alone', async (later) => {
  browser.storage.local.values = structuredClone(later);
  await migrateLocal();
  expect(browser.storage.local.values).toEqual(later);
});

test.each([[{ pacing: 7, kept: 'x', 'kept.a': null }], [{ layout: 'x', pacing: [] }], [{ pacing: [], kept: [null, 'x', { key: 1 }] }]])(
  'broken values do not stop it: %j',
  async (broken) => {
    browser.storage.local.values = structuredClone(broken) as Record<string, unknown>;
    await migrateLocal();
    expect(browser.storage.local.values).toMatchObject({ layout: latestLayout, pacing: broken.pacing });
  },
);
