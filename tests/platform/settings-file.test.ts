import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type SettingKey, type Settings, settingKeys } from '../../platform/setting-definitions';
import { fakeBrowser } from './support';

const fake = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));
const { readSettings } = await import('../../platform/settings');
const { takeSettings } = await import('../../platform/change-settings');
const { readSettingsFile, settingsFileText } = await import('../../platform/settings-file');

let browser = fakeBrowser();
beforeEach(() => {
  browser = fakeBrowser();
  fake.browser = browser;
});

const fileOf = (settings: object, more: object = {}): string => JSON.stringify({ secondGlance: 'settings', version: 1, settings, ...more });
async function readFile(text: string, ownGuidance = false) {
  const reading = readSettingsFile(text, await readSettings(), [], ownGuidance);
  if (reading.kind !== 'file') throw new Error(reading.reason);
  return reading;
}

const everything: Settings = {
  ownDomains: ['justice.example'],
  trustedDomains: ['gov.example', 'police.example'],
  personalDomains: ['isp.example'],
  groupAddresses: ['team@justice.example'],
  replyAllPeople: 20,
  visiblePeople: 9,
  visiblePersonal: 5,
  calmAfterCards: 3,
  unlockedMinutes: 7,
  rememberPeople: false,
  ruleStrengths: { print: 'off', 'pre-join': 'quiet' },
  guidance: 'general',
  history: false,
  historyDays: 30,
  language: 'cy',
  showWelcome: false,
};

test('what is exported here is the same after an import elsewhere; a second import changes nothing', async () => {
  await takeSettings(everything);
  const text = settingsFileText((await readSettings()).own, ['https://mail.example.org/*'], '2026-11-22', '0.1.0');
  fake.browser = fakeBrowser();
  const reading = await readFile(text);
  expect(reading).toMatchObject({ later: false, refused: [], managed: [], servers: ['https://mail.example.org/*'] });
  expect(new Set(reading.differences.map(({ key }) => key)).size).toBe(settingKeys.length);
  await takeSettings(reading.values);
  expect((await readSettings()).own).toEqual(everything);
  expect(await readFile(text)).toMatchObject({ differences: [], values: {} });
});

test('an export holds the person’s own settings and nothing of the organisation’s', async () => {
  browser.storage.managed.values = { ownDomains: ['secret.example'], trustedDomains: ['gov.example'], personMayChange: ['trustedDomains'] };
  await takeSettings({ trustedDomains: ['mine.example'] });
  const text = settingsFileText((await readSettings()).own, [], '2026-11-22', '0.1.0');
  expect(JSON.parse(text)).toEqual({
    secondGlance: 'settings',
    version: 1,
    written: '2026-11-22',
    by: '0.1.0',
    settings: { trustedDomains: ['mine.example'] },
    servers: [],
  });
});

test('good values are taken, bad ones are refused one by one with their reasons', async () => {
  const { values, refused } = await readFile(
    fileOf({
      ownDomains: ['a.example', 7, 'no domain', 'b.example'],
      trustedDomains: 'c.example',
      historyDays: 1e9,
      replyAllPeople: 12,
      history: 'yes',
      language: 'xx',
      ruleStrengths: { print: 'loud', 'pre-join': 'off', 'Not A Rule': 'off' },
      guidance: 'own',
      newSetting: { a: 1 },
    }),
  );
  expect(values).toEqual({ ownDomains: ['a.example', 'b.example'], replyAllPeople: 12, ruleStrengths: { 'pre-join': 'off' } });
  expect(refused.map(({ key, entry, reason }) => [key, entry, reason.kind])).toEqual([
    ['ownDomains', 1, 'no-domain'],
    ['ownDomains', 2, 'no-domain'],
    ['trustedDomains', null, 'no-list'],
    ['historyDays', null, 'bounds'],
    ['history', null, 'no-yes-no'],
    ['language', null, 'choice'],
    ['ruleStrengths', 'print', 'choice'],
    ['ruleStrengths', 'Not A Rule', 'choice'],
    ['guidance', null, 'no-own-guidance'],
    ['newSetting', null, 'unknown'],
  ]);
});

test('a file of a later version gives what this version knows', async () => {
  const reading = await readFile(JSON.stringify({ secondGlance: 'settings', version: 7, settings: { historyDays: 60, aNewOne: {} }, more: [1] }));
  expect(reading).toMatchObject({ later: true, values: { historyDays: 60 }, refused: [{ key: 'aNewOne' }] });
});

test('own guidance is chosen only where there is one', async () => {
  expect((await readFile(fileOf({ guidance: 'own' }), true)).values).toEqual({ guidance: 'own' });
});

test('what the organisation has set is left out: settings, rules, entries', async () => {
  browser.storage.managed.values = {
    ownDomains: ['org.example'],
    trustedDomains: ['gov.example'],
    personMayChange: ['trustedDomains'],
    'rule-print': 'confirm',
  };
  const reading = await readFile(
    fileOf({ ownDomains: ['x.example'], trustedDomains: ['gov.example', 'mine.example'], ruleStrengths: { print: 'off', 'pre-join': 'off' } }),
  );
  expect(reading.managed).toEqual(['ownDomains', 'rule-print']);
  expect(reading.values).toEqual({ trustedDomains: ['mine.example'], ruleStrengths: { 'pre-join': 'off' } });
  await takeSettings(reading.values);
  browser.storage.managed.values = {};
  expect((await readSettings()).settings).toMatchObject({ ownDomains: [], trustedDomains: ['mine.example'], ruleStrengths: { 'pre-join': 'off' } });
});

test('nothing is half-applied where the computer is full', async () => {
  await takeSettings({ historyDays: 30 });
  browser.storage.local.full = new Error('QUOTA_BYTES');
  const { values } = await readFile(fileOf({ historyDays: 60, ownDomains: ['a.example'] }));
  await expect(takeSettings(values)).rejects.toThrow();
  expect((await readSettings()).settings).toMatchObject({ historyDays: 30, ownDomains: [] });
});

describe('a hostile file', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', '<script>'],
    ['a list', '[]'],
    ['another product', '{"secondGlance":"pack","version":1,"settings":{}}'],
    ['no version', '{"secondGlance":"settings","settings":{}}'],
    ['a version that is none', '{"secondGlance":"settings","version":"1","settings":{}}'],
    ['settings as a list', '{"secondGlance":"settings","version":1,"settings":[]}'],
    ['a very deep one', `${'['.repeat(200_000)}`],
    ['a very long one', `"${'x'.repeat(1_000_001)}"`],
  ])('is refused as a whole: %s', async (_what, text) => {
    expect(readSettingsFile(text, await readSettings(), [], false).kind).toBe('problem');
  });

  test('cannot reach the prototype, and names no rule that is none', async () => {
    const { values, refused } = await readFile(
      '{"secondGlance":"settings","version":1,"settings":{"__proto__":{"polluted":true},"constructor":1,"ruleStrengths":{"__proto__":"off","constructor":"off","toString":"quiet"}}}',
    );
    expect(values).toEqual({});
    expect(refused.length).toBe(5);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('names only single encrypted servers', async () => {
    const servers = [
      'https://mail.example.org/*',
      'https://mail.example.org/*',
      '*://*/*',
      'https://*/*',
      'https://*.gov.uk/*',
      'http://a.example/*',
      'file:///*',
      'https://a.example/',
      7,
      null,
    ];
    expect((await readFile(fileOf({}, { servers }))).servers).toEqual(['https://mail.example.org/*']);
    expect((await readFile(fileOf({}, { servers: { length: 1e9 } }))).servers).toEqual([]);
  });

  test('too long a list is refused, and none of it is taken', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => `d${index}.example`);
    expect(await readFile(fileOf({ ownDomains: many }))).toMatchObject({
      values: {},
      refused: [{ key: 'ownDomains', reason: { kind: 'too-long', most: 2000 } }],
    });
  });

  test('whatever it holds, what is taken from it can be stored, and nothing is thrown', async () => {
    const key = fc.oneof(fc.constantFrom<SettingKey>(...settingKeys), fc.string());
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.oneof(fc.domain(), fc.emailAddress(), fc.string())),
      fc.dictionary(fc.string(), fc.constantFrom('off', 'quiet', 'loud')),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value), async (settings) => {
        fake.browser = fakeBrowser();
        const { values } = await readFile(fileOf(settings));
        await takeSettings(values);
        expect((await readSettings()).refused).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
