/**
 * Every setting, once: default, bounds, validation, and how a policy writes it.
 * The managed schema, the table in docs/settings.md and the validation come from here; titles and descriptions are in the language files
 * (`setting.<key>.title`, `setting.<key>.description`).
 */
import { toUnicode } from 'punycode/punycode.es6.js';
import * as v from 'valibot';
import { defaultPacing } from '../core/pacing';
import { defaultThresholds, type Strength } from '../core/rule';
import type { SettingSection } from '../core/setting';
import { asciiDomain, domainOf, normaliseAddress } from '../mail/addresses';

/** The shape of a value in a policy, as JSON Schema (the part that Chrome's policies know). */
export type PolicyShape =
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'string'; readonly enum?: readonly string[] }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' } };

export interface Definition<T> {
  readonly schema: v.GenericSchema<unknown, T>;
  readonly default: T;
  readonly policy: PolicyShape;
  /** Where the options page shows it. */
  readonly section: SettingSection;
  /** What the entries of a list are. */
  readonly entries?: 'domain' | 'address';
}

/** The longest list. */
export const listLimit = 2000;

/**
 * What the labels of a domain are made of as people read them: letters, marks, digits and a few signs between them (IDNA 2008, RFC 5892; November 2026).
 * No pictures and no characters that turn the direction of reading: registries of organisations have none, and they hide what a name is.
 */
const readableLabels = /^[\p{L}\p{M}\p{N}\u00b7\u0375\u05f3\u05f4\u30fb._-]+$/u;

const isReadable = (domain: string): boolean => {
  if (!domain.includes('xn--')) return true;
  try {
    return readableLabels.test(toUnicode(domain));
  } catch {
    return false;
  }
};

/** A domain as a list holds it: lower-case ASCII. `null` where it is none. */
export function listedDomain(text: string): string | null {
  const domain = asciiDomain(text);
  return domain !== null && isReadable(domain) ? domain : null;
}

/** The same for an address. */
export function listedAddress(text: string): string | null {
  const address = normaliseAddress(text);
  return address !== null && isReadable(domainOf(address)) ? address : null;
}

const listOf = (entries: 'domain' | 'address'): Definition<readonly string[]> => ({
  schema: v.pipe(
    v.array(v.pipe(v.string(), v.transform(entries === 'domain' ? listedDomain : listedAddress), v.string())),
    v.maxLength(listLimit),
    v.transform((list) => [...new Set(list)]),
  ) as unknown as v.GenericSchema<unknown, readonly string[]>,
  default: [],
  policy: { type: 'array', items: { type: 'string' } },
  section: 'domains',
  entries,
});

const yesOrNo = (section: SettingSection, fallback: boolean): Definition<boolean> => ({
  schema: v.boolean(),
  default: fallback,
  policy: { type: 'boolean' },
  section,
});

const whole = (section: SettingSection, minimum: number, maximum: number, fallback: number): Definition<number> => ({
  schema: v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum)),
  default: fallback,
  policy: { type: 'integer', minimum, maximum },
  section,
});

const oneOf = <const T extends string>(section: SettingSection, choices: readonly T[], fallback: NoInfer<T>): Definition<T> => ({
  schema: v.picklist(choices) as unknown as v.GenericSchema<unknown, T>,
  default: fallback,
  policy: { type: 'string', enum: choices },
  section,
});

export const strengths = ['off', 'quiet', 'nudge', 'confirm'] as const satisfies readonly Strength[];

/** Rule id to strength. In a policy each rule is a flat key of its own, `rule-<id>`: see `policyRulePrefix`. */
const ruleStrengths: Definition<Readonly<Record<string, Strength>>> = {
  schema: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)), v.picklist(strengths)) as unknown as v.GenericSchema<
    unknown,
    Readonly<Record<string, Strength>>
  >,
  default: {},
  policy: { type: 'string', enum: strengths },
  section: 'rules',
};

export const policyRulePrefix = 'rule-';

export const definitions = {
  ownDomains: listOf('domain'),
  trustedDomains: listOf('domain'),
  personalDomains: listOf('domain'),
  groupAddresses: listOf('address'),
  replyAllPeople: whole('rules', 2, 1000, defaultThresholds.replyAllPeople),
  visiblePeople: whole('rules', 2, 1000, defaultThresholds.visiblePeople),
  visiblePersonal: whole('rules', 2, 1000, defaultThresholds.visiblePersonal),
  calmAfterCards: whole('pacing', 0, 100, defaultPacing.calmAfterCards),
  rememberPeople: yesOrNo('pacing', true),
  unlockedMinutes: whole('rules', 2, 240, 10),
  ruleStrengths,
  guidance: oneOf('guidance', ['moj', 'general', 'own'], 'moj'),
  history: yesOrNo('history', true),
  historyDays: whole('history', 1, 730, 90),
  language: oneOf('language', ['auto', 'en', 'cy'], 'auto'),
  showWelcome: yesOrNo('language', true),
} as const;

export type SettingKey = keyof typeof definitions;
export type Settings = { readonly [K in SettingKey]: (typeof definitions)[K]['default'] };
export const settingKeys = Object.keys(definitions) as SettingKey[];

/** A policy's key that lists the settings which a person may change all the same; every other set key is locked. */
export const personMayChangeKey = 'personMayChange';
/** A policy's key with a whole guidance pack, as JSON or YAML text. */
export const managedPackKey = 'guidancePack';
/** A policy's key with addresses of servers that people are offered to add (`https://mail.example.org`). */
export const managedHostsKey = 'hosts';

/**
 * The schema of managed storage (Chrome and Edge; https://www.chromium.org/administrators/configuring-policy-for-extensions).
 * Flat: Firefox on Windows hands objects over as text (uBlock-issues 2067).
 * @public the build and the documentation read it (scripts/managed-schema.mjs)
 * @param words the English language file
 */
export function managedSchema(
  ruleIds: readonly string[],
  words: Readonly<Record<string, unknown>>,
): { readonly type: 'object'; readonly properties: Readonly<Record<string, object>> } {
  const told = (key: string): { title: string; description: string } => ({
    title: String(words[`setting.${key}.title`] ?? key),
    description: String(words[`setting.${key}.description`] ?? ''),
  });
  const texts: PolicyShape = { type: 'array', items: { type: 'string' } };
  return {
    type: 'object',
    properties: Object.fromEntries([
      ...settingKeys.filter((key) => key !== 'ruleStrengths').map((key) => [key, { ...told(key), ...definitions[key].policy }]),
      ...ruleIds.map((id) => [
        `${policyRulePrefix}${id}`,
        { title: String(words[`rule.${id}.name`] ?? id), description: String(words[`rule.${id}.description`] ?? ''), ...definitions.ruleStrengths.policy },
      ]),
      [managedHostsKey, { ...told(managedHostsKey), ...texts }],
      [managedPackKey, { ...told(managedPackKey), type: 'string' }],
      [personMayChangeKey, { ...told(personMayChangeKey), ...texts }],
    ]),
  };
}
