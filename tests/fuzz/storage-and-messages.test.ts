import fc from 'fast-check';
import * as v from 'valibot';
import { expect, vi } from 'vitest';
import { definitions, type SettingKey, settingKeys } from '../../platform/setting-definitions';
import { fakeBrowser } from '../platform/support';
import { anyValue, fuzz } from './support';

const fake = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));
const { readSettings } = await import('../../platform/settings');
const { readMemory } = await import('../../platform/memory');
const { readPack } = await import('../../platform/packs');
const { servePages } = await import('../../platform/messages');
const { serveEngine } = await import('../../platform/page-messages');
const { readSettingsFile } = await import('../../platform/settings-file');
const { latestLayout, migrateLocal, migrationOf } = await import('../../platform/migrations');
const { readAcquaintances } = await import('../../platform/acquaintances');
const { readChecklist } = await import('../../platform/checklist');
const { readPause } = await import('../../platform/pause');
const { readManagedPack, readOwnPack } = await import('../../platform/own-pack');

const secret = 'zq7 secret of a person';
const settingWords = [
  ...settingKeys,
  'rule-personal-address',
  'personMayChange',
  'guidancePack',
  'hosts',
  'nudge',
  'quiet',
  'confirm',
  'off',
  'auto',
  'moj',
  'own',
  'justice.example',
  '*.x',
  secret,
];
const stored = fc.dictionary(
  fc.oneof(fc.constantFrom(...settingWords, 'pacing', 'ownPack', 'managedPack'), fc.string({ maxLength: 10 })),
  anyValue(settingWords),
  { maxKeys: 12 },
);
const copies = fc.dictionary(
  fc.constantFrom(...settingKeys.map((key) => `own.${key}`), 'pacing', 'ownPack', 'managedPack'),
  anyValue(['value', 'synced', 'text', 'pack', 'problems', 'salt', ...settingWords]),
);

fuzz(
  'settings and policies: every setting in force fits its definition, and no refused value is told on',
  fc.tuple(stored, stored, copies),
  async ([managed, sync, local]) => {
    const browser = fakeBrowser();
    fake.browser = browser;
    browser.storage.managed.get = async () => managed;
    browser.storage.sync.get = async () => sync;
    browser.storage.local.get = async () => local;
    const read = await readSettings();
    for (const key of settingKeys) expect(v.is(definitions[key].schema as v.GenericSchema, read.settings[key]), key).toBe(true);
    for (const { reason } of read.refused) expect(JSON.stringify(reason)).not.toContain(secret);
    const memory = await readMemory();
    for (const times of [memory.snoozedUntil, memory.dismissed, memory.shown])
      for (const time of Object.values(times)) expect(Number.isFinite(time)).toBe(true);
    const { pack } = await readPack(read.settings.guidance);
    expect(Array.isArray(pack.contacts)).toBe(true);
  },
);

fuzz(
  'files of settings: what would be stored fits, and nothing of the rest',
  fc.tuple(
    fc.record({
      secondGlance: fc.constantFrom<unknown>('settings', 'x'),
      version: fc.constantFrom<unknown>(1, 2, 0, '1'),
      settings: stored,
      servers: anyValue(settingWords),
    }),
    stored,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', '"', '{', '}', ',', '\\u0000', '"__proto__":{"x":1},')), { maxLength: 3 }),
  ),
  async ([file, managed, cuts]) => {
    const browser = fakeBrowser();
    fake.browser = browser;
    browser.storage.managed.get = async () => managed;
    const whole = JSON.stringify(file);
    const text = cuts.reduce((spoilt, [at, put]) => spoilt.slice(0, at % spoilt.length) + put + spoilt.slice(at % spoilt.length), whole);
    const reading = readSettingsFile(text, await readSettings(), [], false);
    if (reading.kind === 'problem') return;
    for (const [key, value] of Object.entries(reading.values))
      expect(settingKeys.includes(key as SettingKey) && v.is(definitions[key as SettingKey].schema as v.GenericSchema, value), key).toBe(true);
    for (const server of reading.servers) expect(server).toMatch(/^https:\/\/[^/*\s]+\/\*$/);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  },
);

fuzz(
  'what lies in storage: read without an error, and brought to the latest layout once',
  fc.dictionary(
    fc.constantFrom(
      'pacing',
      'acquaintances',
      'checklist',
      'pause',
      'ownPack',
      'managedPack',
      'kept',
      'layout',
      'kept.ownDomains',
      'kept.x',
      '__proto__',
      secret,
    ),
    anyValue(['key', 'value', 'salt', 'records', 'times', 'last', 'until', 'schema', 'id', 'text', 'problems', 'shown', 'dismissed', '12', ...settingWords]),
    { maxKeys: 8 },
  ),
  async (local) => {
    const browser = fakeBrowser();
    fake.browser = browser;
    browser.storage.local.values = structuredClone(local);
    await migrateLocal();
    const after = browser.storage.local.values;
    expect(migrationOf(after)).toBeNull();
    if (typeof local['layout'] !== 'number' || local['layout'] <= latestLayout) expect(Object.keys(after).some((key) => key.startsWith('kept.'))).toBe(false);
    for (const { times } of Object.values((await readAcquaintances()).records)) expect(Number.isInteger(times)).toBe(true);
    await readChecklist();
    await readPause();
    await readOwnPack();
    await readManagedPack();
    await readMemory();
  },
);

type Listener = (message: unknown, sender: unknown) => unknown;
const listening = (start: () => void): Listener => {
  const browser = fakeBrowser();
  const heard: Listener[] = [];
  Object.assign(browser.runtime, { onMessage: { addListener: (listener: Listener) => heard.push(listener), removeListener: () => undefined } });
  fake.browser = browser;
  start();
  const [listener] = heard;
  if (!listener) throw new Error('nobody listens');
  return listener;
};

const names = [
  'status',
  'snooze',
  'dismissed',
  'dealt-with',
  'sent-to',
  'shown',
  'make-quiet',
  'open',
  'sent',
  'keep-meetings',
  'sharing',
  'outcomes',
  'meetings',
  'ask-sharing',
  'wake',
  'print',
];
const fields = [
  'name',
  'data',
  'rule',
  'rules',
  'how',
  'reasons',
  'length',
  'keys',
  'page',
  'site',
  'results',
  'composes',
  'meeting',
  'problems',
  'reminded',
  'settled',
  'inside',
  'outside',
  'outcome',
  'strength',
];
const words = [...names, ...fields, 'got-it', 'hour', 'help', 'personal-address', 'gmail', 'nudge', 'heeded', '12345', secret];
const sender = fc.record(
  {
    id: fc.constantFrom<unknown>('second-glance', 'another', undefined, null, 1),
    frameId: fc.constantFrom<unknown>(0, 3, undefined),
    tab: fc.constantFrom<unknown>(undefined, { id: 1, incognito: false }, {}, { id: 2, incognito: true }),
  },
  { requiredKeys: [] },
);
const message = fc.oneof(
  fc.tuple(fc.constantFrom(...names), anyValue(words)).map(([name, data]) => ({ name, data })),
  fc.record({
    name: fc.constantFrom(...names),
    data: fc.record(
      {
        rules: fc.array(fc.constantFrom('personal-address', 'x', secret)),
        rule: fc.constantFrom('personal-address', secret),
        how: fc.constantFrom('got-it', secret),
        reasons: fc.array(fc.nat()),
        length: fc.constantFrom('hour', secret),
        page: fc.constantFrom('help', secret),
        keys: fc.array(fc.nat()),
        site: fc.constantFrom('gmail', secret),
        results: fc.constant([]),
        extra: fc.constant(secret),
      },
      { requiredKeys: [] },
    ),
  }),
  anyValue(words),
);

fuzz(
  'messages to the background: only from a page of ours, only in known shapes, without any text',
  fc.tuple(message, sender),
  ([sent, from]) => {
    const handled: unknown[] = [];
    const listener = listening(() => servePages(async (request) => void handled.push(request)));
    const answer = listener(sent, from);
    const { id, tab, frameId } = from as { id?: unknown; tab?: { id?: unknown }; frameId?: unknown };
    if (id !== 'second-glance' || tab?.id === undefined || frameId === undefined) {
      expect(answer).toBeUndefined();
      expect(handled).toEqual([]);
    }
    for (const request of handled) {
      expect(names).toContain((request as { name: string }).name);
      expect(JSON.stringify(request)).not.toContain(secret);
    }
  },
  600,
);

fuzz(
  'questions to an engine: never answered to a page',
  fc.tuple(
    fc.oneof(
      message,
      fc.constantFrom('account-domain', 'structure-report', 'focus-nudge').map((name) => ({ name })),
    ),
    sender,
  ),
  async ([sent, from]) => {
    const asked: string[] = [];
    const say =
      <T>(name: string, value: T) =>
      () => {
        asked.push(name);
        return value;
      };
    const listener = listening(() => {
      serveEngine({
        accountDomain: say('account', null),
        focusNudge: say('focus', true),
        sharingHere: say('sharing', false),
        inCallHere: say('call', false),
        structureReport: say('report', Promise.resolve('')),
      });
    });
    await listener(sent, from);
    const { id, tab } = from as { id?: unknown; tab?: unknown };
    if (id !== 'second-glance' || tab) expect(asked).toEqual([]);
  },
  400,
);
