/** Reading stored values with distrust: what does not fit its schema is reported and kept, never overwritten silently. */
import * as v from 'valibot';

/** A value that could not be used, by its key; `key[3]` for one entry of a list. The value itself is not repeated: it may be anything. */
export interface Refused {
  readonly key: string;
  readonly source: 'managed' | 'own';
  /** What the schema expected, in technical words for administrators. */
  readonly reason: string;
}

/**
 * The value if it fits, otherwise `undefined` and an entry in `refused`.
 * A list with entries that do not fit is used without them: one typing error must not undo a whole policy.
 */
export function fitting<T>(schema: v.GenericSchema<unknown, T>, value: unknown, key: string, source: Refused['source'], refused: Refused[]): T | undefined {
  if (value === undefined || value === null) return undefined;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const bad = Array.isArray(value) ? value.flatMap((entry, index) => (v.is(schema, [entry]) ? [] : [index])) : [];
  const rest = Array.isArray(value) ? value.filter((_, index) => !bad.includes(index)) : [];
  const fits = rest.length > 0 ? v.safeParse(schema, rest) : null;
  if (!fits?.success) {
    refused.push({ key, source, reason: parsed.issues[0].message });
    return undefined;
  }
  for (const index of bad) refused.push({ key: `${key}[${index}]`, source, reason: parsed.issues[0].message });
  return fits.output;
}
