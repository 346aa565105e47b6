/** Reading stored values with distrust: what does not fit its schema is reported and kept, never overwritten silently. */
import * as v from 'valibot';

/** A value that could not be used, by its key. The value itself is not repeated: it may be anything. */
export interface Refused {
  readonly key: string;
  readonly source: 'managed' | 'own';
  /** What the schema expected, in technical words for administrators. */
  readonly reason: string;
}

/** The value if it fits, otherwise `undefined` and an entry in `refused`. */
export function fitting<T>(schema: v.GenericSchema<unknown, T>, value: unknown, key: string, source: Refused['source'], refused: Refused[]): T | undefined {
  if (value === undefined || value === null) return undefined;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  refused.push({ key, source, reason: parsed.issues[0].message });
  return undefined;
}
