/**
 * The person's own settings as one file, to keep or to take elsewhere. Version 1:
 * `{"secondGlance": "settings", "version": 1, "written": "2026-11-21", "by": "0.1.0", "settings": {…}, "servers": ["https://mail.example.org/*"]}`.
 * `settings` has the keys and values of `setting-definitions`. A file is somebody else's word: every value is checked as if it were hostile.
 */

import type { Strength } from '../core/rule';
import type { Refused } from '../core/setting';
import { type FileDifference, type FileReading, largestFile } from '../core/settings-file';
import { definitions, type SettingKey, settingKeys } from './setting-definitions';
import type { ReadSettings } from './settings';
import { refusedAs, unknownKey, usable } from './stored';

const mark = 'settings';
const fileVersion = 1;
const mostServers = 100;

/** @param day `2026-11-21` @param by this version of Second Glance */
export const settingsFileText = (own: ReadSettings['own'], servers: readonly string[], day: string, by: string): string =>
  `${JSON.stringify({ secondGlance: mark, version: fileVersion, written: day, by, settings: own, servers }, null, 2)}\n`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/**
 * Reads a file, value by value, and says what using it would change. Changes nothing.
 * @param added match patterns of servers that are there already
 * @param ownGuidance whether an own guidance pack is kept here
 */
export function readSettingsFile(
  text: string,
  read: Pick<ReadSettings, 'settings' | 'own' | 'managed' | 'managedEntries' | 'managedRules'>,
  added: readonly string[],
  ownGuidance: boolean,
): FileReading {
  if (text.length > largestFile) return { kind: 'problem', reason: 'too-large' };
  const file = parsed(text);
  if (file === undefined) return { kind: 'problem', reason: 'not-json' };
  if (!isObject(file) || file['secondGlance'] !== mark || !isObject(file['settings']) || !Number.isInteger(file['version']) || Number(file['version']) < 1) {
    return { kind: 'problem', reason: 'not-settings' };
  }
  const refused: Refused[] = [];
  const managed: string[] = [];
  const differences: FileDifference[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(file['settings'])) {
    const key = settingKeys.find((known) => known === name);
    if (!key) refused.push(unknownKey(name, 'file'));
    else if (read.managed.includes(key)) managed.push(key);
    else takeIn(key, value);
  }
  return {
    kind: 'file',
    later: Number(file['version']) > fileVersion,
    differences,
    managed,
    refused,
    servers: serversOf(file['servers']).filter((pattern) => !added.includes(pattern)),
    values,
  };

  function takeIn(key: SettingKey, value: unknown): void {
    const good = usable(key, value, 'file', refused);
    if (good === undefined) return;
    if (key === 'ruleStrengths') takeRules(good as Readonly<Record<string, Strength>>);
    else if (key === 'guidance' && good === 'own' && !ownGuidance) refused.push(refusedAs(key, 'file', { kind: 'no-own-guidance' }, ''));
    else if (definitions[key].policy.type === 'array') takeList(key, good as readonly string[]);
    else takeValue(key, good as string | number | boolean);
  }

  function takeValue(key: SettingKey, after: string | number | boolean): void {
    const before = read.settings[key] as typeof after;
    if (after !== before || !(key in read.own)) values[key] = after;
    if (after !== before) differences.push({ key, kind: 'value', before, after });
  }

  function takeList(key: SettingKey, list: readonly string[]): void {
    const fixed = read.managedEntries[key] ?? [];
    const after = list.filter((entry) => !fixed.includes(entry));
    const before = (read.own[key] ?? []) as readonly string[];
    const more = after.filter((entry) => !before.includes(entry));
    const less = before.filter((entry) => !after.includes(entry));
    if (more.length === 0 && less.length === 0) return;
    values[key] = after;
    differences.push({ key, kind: 'list', added: more, removed: less });
  }

  function takeRules(strengths: Readonly<Record<string, Strength>>): void {
    const own = read.own.ruleStrengths ?? {};
    const open = Object.entries(strengths).filter(([rule, after]) => !read.managedRules.includes(rule) && own[rule] !== after);
    managed.push(...Object.keys(strengths).flatMap((rule) => (read.managedRules.includes(rule) ? [`rule-${rule}`] : [])));
    if (open.length === 0) return;
    values['ruleStrengths'] = { ...own, ...Object.fromEntries(open) };
    for (const [rule, after] of open) differences.push({ key: 'ruleStrengths', kind: 'rule', rule, before: read.settings.ruleStrengths[rule] ?? null, after });
  }
}

/** Match patterns of single https servers. */
const serversOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [...new Set(value.slice(0, mostServers))].filter((one): one is string => typeof one === 'string' && /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/.test(one))
    : [];
