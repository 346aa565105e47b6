/**
 * Changing the person's own settings. Background and extension pages only.
 *
 * Every change is first written to this computer in one stroke, then to sync, then marked as synced (docs/decisions/0009):
 * a browser that crashes in between, a full sync storage, or a background that is killed leaves either the old state or the new one.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { SettingChange, Undo } from '../core/setting';
import { type KeptValue, keptKey, keptOf, withKept } from './kept';
import { type Definition, definitions, listLimit, type SettingKey, type Settings, settingKeys } from './setting-definitions';
import { copyKey, copyOf, type OwnCopy, readSettings } from './settings';
import { fits, usable } from './stored';
import { inTurn } from './turn';

/** Raw values by key; `undefined` takes the own value away. */
type RawValues = Partial<Record<SettingKey, unknown>>;

/** `storage.sync.QUOTA_BYTES_PER_ITEM`, the same in Chromium and Firefox: key and value as JSON, in bytes (developer.chrome.com/docs/extensions/reference/api/storage, November 2026). */
const syncItemBytes = 8192;
/** Layout of what is synced; without a number it is 1. A later version's is not written to. */
const syncLayout = 1;
const syncLayoutKey = 'layout';

const bytesOf = (key: string, value: unknown): number => new TextEncoder().encode(key + JSON.stringify(value)).length;

/** Whether a value goes into one item of sync. */
const syncs = (key: string, value: unknown): boolean => value === undefined || bytesOf(key, value) <= syncItemBytes;

interface Now {
  readonly synced: Readonly<Record<string, unknown>>;
  readonly copies: Readonly<Partial<Record<SettingKey, OwnCopy>>>;
  readonly kept: readonly KeptValue[];
}

async function readNow(): Promise<Now> {
  const [synced, local] = await Promise.all([
    browser.storage.sync.get(null).catch(() => ({})) as Promise<Record<string, unknown>>,
    browser.storage.local.get([...settingKeys.map(copyKey), keptKey]) as Promise<Record<string, unknown>>,
  ]);
  const copies: Partial<Record<SettingKey, OwnCopy>> = {};
  for (const key of settingKeys) {
    const copy = copyOf(local[copyKey(key)]);
    if (copy) copies[key] = copy;
  }
  return { synced, copies, kept: keptOf(local[keptKey]) };
}

/** What an own setting is now, as it is stored. */
function rawOf(key: SettingKey, { synced, copies }: Now): unknown {
  const copy = copies[key];
  return copy && !copy.synced ? copy.value : synced[key];
}

/** What of it can be used; where sync broke it, the copy of what was there before. */
const usableNow = (key: SettingKey, now: Now): unknown => usable(key, rawOf(key, now), 'own', []) ?? usable(key, now.copies[key]?.value, 'own', []);

const isLater = (synced: Readonly<Record<string, unknown>>): boolean => Number(synced[syncLayoutKey] ?? syncLayout) > syncLayout;

/** Rejects when this computer cannot store it; then nothing has changed. Sync that is full or refuses is no failure: the value holds here, and is tried again. */
async function put(values: RawValues, now: Now): Promise<void> {
  const keys = settingKeys.filter((key) => key in values);
  const unread = keys.flatMap((key) => {
    const lost = [rawOf(key, now), now.synced[key]].filter((before) => before !== undefined && !fits(key, before));
    return lost.map((value): KeptValue => ({ key, value }));
  });
  await browser.storage.local.set({
    ...Object.fromEntries(keys.map((key) => [copyKey(key), { value: values[key], synced: false } satisfies OwnCopy])),
    ...(unread.length > 0 ? { [keptKey]: withKept(now.kept, unread) } : {}),
  });
  await sync(values, now.synced).catch(() => undefined);
}

/** Brings unsynced values to sync where they fit. */
async function sync(values: RawValues, synced: Readonly<Record<string, unknown>>): Promise<void> {
  if (isLater(synced)) return;
  const fitting = settingKeys.filter((key) => key in values && syncs(key, values[key]));
  const set = fitting.filter((key) => values[key] !== undefined);
  const gone = fitting.filter((key) => values[key] === undefined);
  if (set.length > 0) await browser.storage.sync.set(Object.fromEntries(set.map((key) => [key, values[key]])));
  if (gone.length > 0) await browser.storage.sync.remove(gone);
  if (set.length > 0) await browser.storage.local.set(Object.fromEntries(set.map((key) => [copyKey(key), { value: values[key], synced: true }])));
  if (gone.length > 0) await browser.storage.local.remove(gone.map(copyKey));
}

/**
 * Brings what was not synced yet to sync, and copies what sync brought, where it can be used. For the background, at its start and when sync changed.
 * Never throws.
 */
export function settleOwnSettings(): Promise<void> {
  return inTurn('storage', async () => {
    const now = await readNow();
    const waiting = settingKeys.filter((key) => now.copies[key]?.synced === false);
    await sync(Object.fromEntries(waiting.map((key) => [key, now.copies[key]?.value])), now.synced).catch(() => undefined);
    const rest = settingKeys.filter((key) => !waiting.includes(key));
    const fresh = rest.filter((key) => fits(key, now.synced[key]) && JSON.stringify(now.copies[key]?.value) !== JSON.stringify(now.synced[key]));
    if (fresh.length > 0) await browser.storage.local.set(Object.fromEntries(fresh.map((key) => [copyKey(key), { value: now.synced[key], synced: true }])));
    const gone = rest.filter((key) => now.copies[key] && now.synced[key] === undefined);
    if (gone.length > 0) await browser.storage.local.remove(gone.map(copyKey));
  }).catch(() => undefined);
}

const parsed = <K extends SettingKey>(key: K, value: unknown): Settings[K] => v.parse((definitions[key] as unknown as Definition<Settings[K]>).schema, value);

/** Writes raw values, and gives the way back: exactly what was there, or where somebody changed a value since, `otherwise`. */
async function putWithUndo(values: RawValues, now: Now, otherwise: (key: SettingKey) => Promise<unknown> = () => Promise.resolve()): Promise<Undo> {
  const keys = settingKeys.filter((key) => key in values);
  const before: RawValues = Object.fromEntries(keys.map((key) => [key, rawOf(key, now)]));
  await put(values, now);
  return async () => {
    const changed = await inTurn('storage', async () => {
      const later = await readNow();
      const same = (key: SettingKey): boolean => JSON.stringify(rawOf(key, later)) === JSON.stringify(values[key]);
      await put(Object.fromEntries(keys.filter(same).map((key) => [key, before[key]])), later);
      return keys.filter((key) => !same(key));
    });
    for (const key of changed) await otherwise(key);
  };
}

/**
 * Makes one change to the person's own settings, on what is stored at that moment, after all others.
 * @returns the way back
 * @throws Error when the value does not fit, or this computer cannot store it; what was there before is then untouched
 */
export async function changeSetting(change: SettingChange): Promise<Undo> {
  if ('rule' in change) {
    return inTurn('storage', async () => {
      const now = await readNow();
      const before = (usableNow('ruleStrengths', now) ?? {}) as Settings['ruleStrengths'];
      const was = before[change.rule];
      parsed('ruleStrengths', { [change.rule]: change.strength });
      return putWithUndo({ ruleStrengths: { ...before, [change.rule]: change.strength } }, now, () => restoreRule(change.rule, was));
    });
  }
  const key = change.key as SettingKey;
  if ('to' in change) {
    const value = parsed(key, change.to);
    return inTurn('storage', async () => putWithUndo({ [key]: value }, await readNow()));
  }
  const { managedEntries } = await readSettings();
  const fixed = managedEntries[key] ?? [];
  return inTurn('storage', async () => {
    const now = await readNow();
    const before = (usableNow(key, now) ?? []) as readonly string[];
    // What the policy has set is not the person's own: it must not stay behind when the policy goes.
    const add = (parsed(key, change.add) as readonly string[]).filter((entry) => !before.includes(entry) && !fixed.includes(entry));
    const remove = before.filter((entry) => change.remove.includes(entry));
    const after = [...before.filter((entry) => !remove.includes(entry)), ...add];
    if (after.length > listLimit) throw new RangeError('too many entries');
    return putWithUndo({ [key]: after }, now, () => changeSetting({ key, add: remove, remove: add }));
  });
}

/** Takes one rule back to what it was, when others changed since. */
async function restoreRule(rule: string, was: Settings['ruleStrengths'][string] | undefined): Promise<void> {
  if (was !== undefined) return void (await changeSetting({ rule, strength: was }));
  await inTurn('storage', async () => {
    const now = await readNow();
    const { [rule]: _, ...others } = (usableNow('ruleStrengths', now) ?? {}) as Settings['ruleStrengths'];
    await put({ ruleStrengths: others }, now);
  });
}

/** Takes the person's own values of these settings away. @returns the way back */
export const resetSettings = (keys: readonly SettingKey[]): Promise<Undo> =>
  inTurn('storage', async () => putWithUndo(Object.fromEntries(keys.map((key) => [key, undefined])), await readNow()));

/** Sets many settings at once, all or none. @throws Error when a value does not fit, or this computer cannot store them @returns the way back */
export async function takeSettings(values: Readonly<Record<string, unknown>>): Promise<Undo> {
  const checked = Object.fromEntries(settingKeys.filter((key) => key in values).map((key) => [key, parsed(key, values[key])]));
  return inTurn('storage', async () => putWithUndo(checked, await readNow()));
}
