/**
 * Settings as they are in force: managed by the organisation, else the person's own, else the default; key by key.
 * The person's own are synced by the browser (storage.sync), with a copy of each on this computer (docs/decisions/0009).
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Refused } from '../core/setting';
import {
  definitions,
  managedHostsKey,
  managedPackKey,
  personMayChangeKey,
  policyRulePrefix,
  type SettingKey,
  type Settings,
  settingKeys,
} from './setting-definitions';
import { unknownKey, unreadableStorage, usable, usableStrength, usableText, usableTexts } from './stored';
import { ownCopyPrefix } from './stored-keys';

export type { SettingKey, Settings } from './setting-definitions';

export interface ReadSettings {
  readonly settings: Settings;
  /** What the person has set, as far as it can be used. */
  readonly own: Partial<Settings>;
  /** Own settings that are on this computer only. */
  readonly here: readonly SettingKey[];
  /** Keys that the organisation has set and locked. */
  readonly managed: readonly SettingKey[];
  /** Entries of lists that the organisation has set where people may add others. */
  readonly managedEntries: Readonly<Partial<Record<SettingKey, readonly string[]>>>;
  /** Rules whose strength the organisation has set and locked. */
  readonly managedRules: readonly string[];
  /** Servers that the organisation offers, as it wrote them. */
  readonly offeredHosts: readonly string[];
  /** The organisation's guidance pack as text, `null` where it has set none. */
  readonly managedPack: string | null;
  /** Values that could not be used; they stay stored. */
  readonly refused: readonly Refused[];
}

/** The copy of an own setting on this computer (storage.local). It is what holds where it is not synced, or where sync brought something broken. */
export interface OwnCopy {
  /** `undefined`: the person has taken it back. */
  readonly value?: unknown;
  /** Sync has it as well. */
  readonly synced: boolean;
}

export const copyKey = (key: SettingKey): string => `${ownCopyPrefix}${key}`;
const copySchema = v.object({ value: v.optional(v.unknown()), synced: v.boolean() });
export const copyOf = (stored: unknown): OwnCopy | null => (v.is(copySchema, stored) ? stored : null);

type Values = Readonly<Record<string, unknown>>;

/**
 * Firefox on Windows delivers lists and objects of a policy as JSON text (uBlock-issues 2067), and an administrator may write a list with
 * commas. What is no JSON and no list is left as it is, for the schema to judge.
 */
function unwrapped(value: unknown, wanted: 'boolean' | 'integer' | 'string' | 'array'): unknown {
  if (typeof value !== 'string' || wanted === 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    if (wanted !== 'array') return value;
    return value
      .split(/[\s,;]+/)
      .map((part) => part.trim())
      .filter(Boolean);
  }
}

/** Reads all settings. Never throws: a storage area that cannot be read counts as empty and is reported. */
export async function readSettings(): Promise<ReadSettings> {
  const refused: Refused[] = [];
  const [managedValues, synced, copies] = await Promise.all([
    // Firefox rejects where there is no policy at all (w3c/webextensions issue 497).
    browser.storage.managed.get(null).catch(() => ({})) as Promise<Values>,
    browser.storage.sync.get(null).catch(() => null) as Promise<Values | null>,
    browser.storage.local.get(settingKeys.map(copyKey)).catch(() => ({})) as Promise<Values>,
  ]);
  if (!synced) refused.push(unreadableStorage());
  const policy = policyOf(managedValues, refused);
  const own: Record<string, unknown> = {};
  for (const key of settingKeys) {
    const value = ownValue(key, synced, copyOf(copies[copyKey(key)]), refused);
    if (value !== undefined) own[key] = value;
  }
  const managed: SettingKey[] = [];
  const managedEntries: Partial<Record<SettingKey, readonly string[]>> = {};
  const settingOf = (key: SettingKey): unknown => {
    const fallback = definitions[key].default;
    const set = policy.values[key];
    const open = policy.personMayChange.has(key);
    // One rule set by policy leaves the others to the person.
    if (key === 'ruleStrengths') return open ? { ...policy.rules, ...(own[key] as object) } : { ...(own[key] as object), ...policy.rules };
    if (set !== undefined && !open) {
      managed.push(key);
      return set;
    }
    if (Array.isArray(set)) {
      managedEntries[key] = set;
      return [...new Set([...set, ...((own[key] as readonly string[] | undefined) ?? [])])];
    }
    return own[key] ?? set ?? fallback;
  };
  const settings = Object.fromEntries(settingKeys.map((key) => [key, settingOf(key)])) as unknown as Settings;
  return {
    settings,
    own: own as Partial<Settings>,
    here: settingKeys.filter((key) => copyOf(copies[copyKey(key)])?.synced === false),
    managed,
    managedEntries,
    managedRules: policy.personMayChange.has('ruleStrengths') ? [] : Object.keys(policy.rules),
    offeredHosts: policy.hosts,
    managedPack: policy.pack,
    refused,
  };
}

/** The person's own value: what this computer has not synced yet goes before sync; the copy stands in for what sync broke. */
function ownValue(key: SettingKey, synced: Values | null, copy: OwnCopy | null, refused: Refused[]): unknown {
  if (copy && (!copy.synced || !synced)) return usable(key, copy.value, 'own', refused);
  const value = synced?.[key];
  return value === undefined ? undefined : (usable(key, value, 'own', refused) ?? usable(key, copy?.value, 'own', []));
}

function policyOf(values: Values, refused: Refused[]) {
  const known = new Set<string>([...settingKeys.filter((key) => key !== 'ruleStrengths'), personMayChangeKey, managedHostsKey, managedPackKey]);
  const rules: Settings['ruleStrengths'] = Object.fromEntries(
    Object.keys(values).flatMap((key) => {
      if (!key.startsWith(policyRulePrefix)) {
        if (!known.has(key)) refused.push(unknownKey(key, 'managed'));
        return [];
      }
      const set = usableStrength(key, values[key], refused);
      return set === undefined ? [] : [[key.slice(policyRulePrefix.length), set]];
    }),
  );
  const set: Partial<Record<SettingKey, unknown>> = {};
  for (const key of settingKeys) if (key !== 'ruleStrengths') set[key] = usable(key, unwrapped(values[key], definitions[key].policy.type), 'managed', refused);
  const mayChange = usableTexts(personMayChangeKey, unwrapped(values[personMayChangeKey], 'array'), refused) ?? [];
  for (const name of mayChange) if (!(settingKeys as readonly string[]).includes(name)) refused.push(unknownKey(`${personMayChangeKey}: ${name}`, 'managed'));
  return {
    values: set,
    rules,
    personMayChange: new Set<string>(mayChange),
    hosts: usableTexts(managedHostsKey, unwrapped(values[managedHostsKey], 'array'), refused) ?? [],
    pack: usableText(managedPackKey, values[managedPackKey], refused) ?? null,
  };
}

/** Calls back after any setting changed, here, in another window, by sync or by policy. @returns a function that stops it */
export function watchSettings(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    const copied = area === 'local' && settingKeys.some((key) => copyKey(key) in changes);
    if (copied || area === 'sync' || area === 'managed') callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
