/** Reading stored values with distrust: what does not fit is reported and kept, never overwritten silently. */
import * as v from 'valibot';
import type { RefusalReason, Refused } from '../core/setting';
import { type Definition, definitions, listLimit, type SettingKey, strengths } from './setting-definitions';

const longest = 60;

/** A value as one line, for the page that says why it is not used. */
function shownOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
  const line = String(value)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

export const refusedAs = (key: string, source: Refused['source'], reason: RefusalReason, value: unknown, entry: Refused['entry'] = null): Refused => ({
  key,
  entry,
  source,
  reason,
  shown: shownOf(value),
});

/** Why a value that does not fit its setting does not. */
function reasonOf({ policy }: Pick<Definition<unknown>, 'policy'>): RefusalReason {
  switch (policy.type) {
    case 'boolean':
      return { kind: 'no-yes-no' };
    case 'integer':
      return { kind: 'bounds', minimum: policy.minimum, maximum: policy.maximum };
    case 'string':
      return policy.enum ? { kind: 'choice', choices: policy.enum } : { kind: 'no-text' };
    case 'array':
      return { kind: 'no-list' };
  }
}

/** The good entries of a list; each bad one is refused by itself: one typing error must not undo a whole list. */
function goodEntries(key: string, definition: Definition<unknown>, value: readonly unknown[], source: Refused['source'], refused: Refused[]): unknown {
  if (value.length > listLimit) {
    refused.push(refusedAs(key, source, { kind: 'too-long', most: listLimit }, ''));
    return undefined;
  }
  const good = value.filter((entry, index) => {
    if (v.is(definition.schema, [entry])) return true;
    refused.push(refusedAs(key, source, { kind: definition.entries === 'address' ? 'no-address' : 'no-domain' }, entry, index));
    return false;
  });
  return good.length === 0 && value.length > 0 ? undefined : v.parse(definition.schema, good);
}

/** The good strengths; each bad one is refused by itself. */
function goodStrengths(value: unknown, source: Refused['source'], refused: Refused[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refused.push(refusedAs('ruleStrengths', source, { kind: 'no-rules' }, value));
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(value).filter(([rule, strength]) => {
      const parsed = v.safeParse(definitions.ruleStrengths.schema, { [rule]: strength });
      // The schema leaves out names such as `constructor` without a word.
      if (parsed.success && Object.hasOwn(parsed.output, rule)) return true;
      refused.push(refusedAs('ruleStrengths', source, { kind: 'choice', choices: strengths }, strength, rule.slice(0, longest)));
      return false;
    }),
  );
}

/** What of a value can be used, normalised; `undefined` and entries in `refused` where nothing can. Missing values are no mistake. */
export function usable(key: SettingKey, value: unknown, source: Refused['source'], refused: Refused[]): unknown {
  if (value === undefined || value === null) return undefined;
  if (key === 'ruleStrengths') return goodStrengths(value, source, refused);
  const definition = definitions[key] as Definition<unknown>;
  if (definition.policy.type === 'array' && Array.isArray(value)) return goodEntries(key, definition, value, source, refused);
  const parsed = v.safeParse(definition.schema, value);
  if (parsed.success) return parsed.output;
  refused.push(refusedAs(key, source, reasonOf(definition), value));
  return undefined;
}

/** Whether a value can be used as it is, every part of it. */
export function fits(key: SettingKey, value: unknown): boolean {
  const refused: Refused[] = [];
  return usable(key, value, 'own', refused) !== undefined && refused.length === 0;
}

/** The strength that a policy gives a rule, under a key of its own. */
export function usableStrength(key: string, value: unknown, refused: Refused[]): (typeof strengths)[number] | undefined {
  const parsed = v.safeParse(v.picklist(strengths), value);
  if (parsed.success) return parsed.output;
  refused.push(refusedAs(key, 'managed', { kind: 'choice', choices: strengths }, value));
  return undefined;
}

/** A list of texts, or one text, of a policy. */
export function usableTexts(key: string, value: unknown, refused: Refused[]): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    refused.push(refusedAs(key, 'managed', { kind: 'no-list' }, value));
    return undefined;
  }
  return value.filter((entry, index): entry is string => {
    if (typeof entry === 'string') return true;
    refused.push(refusedAs(key, 'managed', { kind: 'no-text' }, entry, index));
    return false;
  });
}

export function usableText(key: string, value: unknown, refused: Refused[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  refused.push(refusedAs(key, 'managed', { kind: 'no-text' }, value));
  return undefined;
}

export const unknownKey = (key: string, source: Refused['source']): Refused => refusedAs(key.slice(0, longest), source, { kind: 'unknown' }, '');
export const unreadableStorage = (): Refused => refusedAs('storage', 'own', { kind: 'storage' }, '');
