/**
 * Settings as they are in force: managed by the organisation, else the person's own (synced), else the default; key by key.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  definitions,
  managedHostsKey,
  managedPackKey,
  personMayChangeKey,
  policyRulePrefix,
  type SettingKey,
  type Settings,
  settingKeys,
  strengths,
} from './setting-definitions';
import { fitting, type Refused } from './stored';

export type { SettingKey, Settings } from './setting-definitions';
export { settingKeys } from './setting-definitions';

export interface ReadSettings {
  readonly settings: Settings;
  /** Keys that the organisation has set and locked. */
  readonly managed: readonly SettingKey[];
  /** Rules whose strength the organisation has set and locked. */
  readonly managedRules: readonly string[];
  /** Servers that the organisation offers, as it wrote them. */
  readonly offeredHosts: readonly string[];
  /** The organisation's guidance pack as text, `null` where it has set none. */
  readonly managedPack: string | null;
  /** Values that could not be used; they stay stored. */
  readonly refused: readonly Refused[];
}

/** Where a value that could not be read is kept when a new one takes its place (storage.local). */
const keptKey = (key: SettingKey): string => `kept.${key}`;

type Values = Readonly<Record<string, unknown>>;

const texts = v.array(v.string());

/**
 * Firefox on Windows delivers lists and objects of a policy as JSON text (uBlock-issues 2067), and an administrator may write a list with
 * commas. What is no JSON and no list is left as it is, for the schema to judge.
 */
function unwrapped(value: unknown, wantsText: boolean): unknown {
  if (typeof value !== 'string' || wantsText) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value
      .split(/[\s,;]+/)
      .map((part) => part.trim())
      .filter(Boolean);
  }
}

/** Reads all settings. Never throws: a storage area that cannot be read counts as empty and is reported. */
export async function readSettings(): Promise<ReadSettings> {
  const refused: Refused[] = [];
  const [managedValues, ownValues] = await Promise.all([
    // Firefox rejects where there is no policy at all (w3c/webextensions issue 497).
    browser.storage.managed.get(null).catch(() => ({})) as Promise<Values>,
    browser.storage.sync.get(null).catch(() => {
      refused.push({ key: 'storage', source: 'own', reason: 'could not be read' });
      return {};
    }) as Promise<Values>,
  ]);
  const policy = policyOf(managedValues, refused);
  const managed: SettingKey[] = [];
  const settingOf = (key: SettingKey): unknown => {
    const { schema, default: fallback } = definitions[key] as { schema: v.GenericSchema<unknown, unknown>; default: unknown };
    const set = policy.values[key];
    const locked = set !== undefined && !policy.personMayChange.has(key);
    // One rule set by policy leaves the others to the person.
    if (key === 'ruleStrengths') {
      const own = fitting(schema, ownValues[key], key, 'own', refused) ?? fallback;
      return policy.personMayChange.has(key) ? { ...policy.rules, ...(own as object) } : { ...(own as object), ...policy.rules };
    }
    if (locked) {
      managed.push(key);
      return set;
    }
    return fitting(schema, ownValues[key], key, 'own', refused) ?? set ?? fallback;
  };
  const settings = Object.fromEntries(settingKeys.map((key) => [key, settingOf(key)])) as unknown as Settings;
  return {
    settings,
    managed,
    managedRules: policy.personMayChange.has('ruleStrengths') ? [] : Object.keys(policy.rules),
    offeredHosts: policy.hosts,
    managedPack: policy.pack,
    refused,
  };
}

function policyOf(values: Values, refused: Refused[]) {
  const read = <T>(schema: v.GenericSchema<unknown, T>, key: string, wantsText: boolean): T | undefined =>
    fitting(schema, unwrapped(values[key], wantsText), key, 'managed', refused);
  const known = new Set<string>([...settingKeys.filter((key) => key !== 'ruleStrengths'), personMayChangeKey, managedHostsKey, managedPackKey]);

  const rules: Record<string, string> = {};
  for (const key of Object.keys(values)) {
    if (key.startsWith(policyRulePrefix)) {
      const set = fitting(v.picklist(strengths), values[key], key, 'managed', refused);
      if (set !== undefined) rules[key.slice(policyRulePrefix.length)] = set;
    } else if (!known.has(key)) {
      refused.push({ key, source: 'managed', reason: 'is not a setting' });
    }
  }
  const set: Partial<Record<SettingKey, unknown>> = {};
  for (const key of settingKeys) {
    if (key === 'ruleStrengths') continue;
    const { schema, policy } = definitions[key] as { schema: v.GenericSchema<unknown, unknown>; policy: { type: string } };
    set[key] = read(schema, key, policy.type === 'string');
  }
  return {
    values: set,
    rules,
    personMayChange: new Set<string>(read(texts, personMayChangeKey, false) ?? []),
    hosts: read(texts, managedHostsKey, false) ?? [],
    pack: read(v.string(), managedPackKey, true) ?? null,
  };
}

/**
 * Stores one of the person's own settings. A stored value that could not be read moves to a safe place first.
 * @throws Error when the value does not fit, or the browser cannot store it (full, too large); what was there before is then untouched
 */
export async function writeSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  const schema = definitions[key].schema as unknown as v.GenericSchema<unknown, unknown>;
  const fresh = key === 'ruleStrengths' ? await withoutManaged(v.parse(schema, value) as Settings['ruleStrengths']) : v.parse(schema, value);
  const before = (await browser.storage.sync.get(key))[key];
  if (before !== undefined && !v.safeParse(schema, before).success) await browser.storage.local.set({ [keptKey(key)]: before });
  await browser.storage.sync.set({ [key]: fresh });
}

/** What the policy has set is not the person's own: it must not stay behind when the policy goes. */
async function withoutManaged(strengthsNow: Settings['ruleStrengths']): Promise<Settings['ruleStrengths']> {
  const { managedRules } = await readSettings();
  const stored = (await browser.storage.sync.get('ruleStrengths'))['ruleStrengths'];
  const parsed = v.safeParse(definitions.ruleStrengths.schema, stored);
  const own: Settings['ruleStrengths'] = parsed.success ? parsed.output : {};
  const kept = managedRules.flatMap((rule) => (own[rule] === undefined ? [] : [[rule, own[rule]] as const]));
  return Object.fromEntries([...Object.entries(strengthsNow).filter(([rule]) => !managedRules.includes(rule)), ...kept]);
}

/** Calls back after any setting changed, here, in another window, by sync or by policy. @returns a function that stops it */
export function watchSettings(callback: () => void): () => void {
  const listener = (_changes: unknown, area: string): void => {
    if (area === 'sync' || area === 'managed') callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
