/**
 * Settings: managed by the organisation, else the person's own (synced), else the default; key by key.
 * One definition per key; everything else here is made from it.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defaultPacing } from '../core/pacing';
import { defaultThresholds, type Strength } from '../core/rule';
import { asciiDomain, normaliseAddress } from '../mail/addresses';
import { fitting, type Refused } from './stored';

const domains = v.pipe(
  v.array(v.pipe(v.string(), v.transform(asciiDomain), v.string('is not a domain'))),
  v.maxLength(2000),
  v.transform((list) => [...new Set(list)]),
);
const addresses = v.pipe(
  v.array(v.pipe(v.string(), v.transform(normaliseAddress), v.string('is not an address'))),
  v.maxLength(2000),
  v.transform((list) => [...new Set(list)]),
);
const people = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000));
const strengths = v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)), v.picklist(['off', 'quiet', 'nudge', 'confirm'] satisfies Strength[]));

const definitions = {
  /** Domains of the person's own organisation. */
  ownDomains: { schema: domains, default: [] as string[] },
  /** Domains of partners that the organisation trusts. */
  trustedDomains: { schema: domains, default: [] as string[] },
  /** Further personal mail providers. */
  personalDomains: { schema: domains, default: [] as string[] },
  /** Addresses of the organisation's groups and lists. */
  groupAddresses: { schema: addresses, default: [] as string[] },
  /** From how many people on a reply to all is worth a word. */
  replyAllPeople: { schema: people, default: defaultThresholds.replyAllPeople },
  /** From how many outside people on it is worth a word that they see each other's addresses. */
  visiblePeople: { schema: people, default: defaultThresholds.visiblePeople },
  /** The same for personal mailboxes. */
  visiblePersonal: { schema: people, default: defaultThresholds.visiblePersonal },
  /** After so many cards in a working day, mere notes come as chips. */
  calmAfterCards: { schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), default: defaultPacing.calmAfterCards },
  /** Whether people who were written to before are recognised, as one-way numbers on this computer. */
  rememberPeople: { schema: v.boolean(), default: true as boolean },
  /** Strength per rule id; a rule that is not named has its own. */
  ruleStrengths: { schema: strengths, default: {} as Record<string, Strength> },
  /** Whose guidance is shown: a shipped pack, or the organisation's own. */
  guidance: { schema: v.picklist(['moj', 'general', 'own']), default: 'moj' as 'moj' | 'general' | 'own' },
  /** Whether counts of what reminders led to are kept on this computer. */
  history: { schema: v.boolean(), default: true as boolean },
  /** For how many days they are kept. */
  historyDays: { schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(730)), default: 90 as number },
  /** Language of the screens. */
  language: { schema: v.picklist(['auto', 'en', 'cy']), default: 'auto' as 'auto' | 'en' | 'cy' },
  /** Whether the welcome page opens after install. */
  showWelcome: { schema: v.boolean(), default: true as boolean },
} as const satisfies Record<string, { schema: v.GenericSchema<never, unknown> | v.GenericSchema<unknown, unknown>; default: unknown }>;

export type SettingKey = keyof typeof definitions;
export type Settings = { readonly [K in SettingKey]: (typeof definitions)[K]['default'] };
export const settingKeys = Object.keys(definitions) as SettingKey[];

export interface ReadSettings {
  readonly settings: Settings;
  /** Keys that the organisation has set. */
  readonly managed: readonly SettingKey[];
  /** Values that could not be used; they stay stored. */
  readonly refused: readonly Refused[];
}

/** Where a value that could not be read is kept when a new one takes its place (storage.local). */
const keptKey = (key: SettingKey): string => `kept.${key}`;

/** Reads all settings. Never throws: a storage area that cannot be read counts as empty and is reported. */
export async function readSettings(): Promise<ReadSettings> {
  const refused: Refused[] = [];
  const [managedValues, ownValues] = await Promise.all([
    // Firefox rejects where there is no policy at all (w3c/webextensions issue 497).
    browser.storage.managed.get(null).catch(() => ({})),
    browser.storage.sync.get(null).catch(() => {
      refused.push({ key: 'storage', source: 'own', reason: 'could not be read' });
      return {};
    }),
  ]);
  const managed: SettingKey[] = [];
  const settingOf = (key: SettingKey): unknown => {
    const { schema, default: fallback } = definitions[key] as { schema: v.GenericSchema<unknown, unknown>; default: unknown };
    const set = fitting(schema, (managedValues as Record<string, unknown>)[key], key, 'managed', refused);
    if (set !== undefined) {
      managed.push(key);
      return set;
    }
    return fitting(schema, (ownValues as Record<string, unknown>)[key], key, 'own', refused) ?? fallback;
  };
  const settings = Object.fromEntries(settingKeys.map((key) => [key, settingOf(key)])) as unknown as Settings;
  return { settings, managed, refused };
}

/**
 * Stores one of the person's own settings. A stored value that could not be read moves to a safe place first.
 * @throws Error when the value does not fit, or the browser cannot store it (full, too large); what was there before is then untouched
 */
export async function writeSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  const schema = definitions[key].schema as unknown as v.GenericSchema<unknown, unknown>;
  const fresh = v.parse(schema, value);
  const before = (await browser.storage.sync.get(key))[key];
  if (before !== undefined && !v.safeParse(schema, before).success) await browser.storage.local.set({ [keptKey(key)]: before });
  await browser.storage.sync.set({ [key]: fresh });
}

/** Calls back after any setting changed, here, in another window, by sync or by policy. @returns a function that stops it */
export function watchSettings(callback: () => void): () => void {
  const listener = (_changes: unknown, area: string): void => {
    if (area === 'sync' || area === 'managed') callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
