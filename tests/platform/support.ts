/** A browser's storage as far as `platform/` uses it, with the ways in which it fails. */

type Values = Record<string, unknown>;
type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

export interface FakeArea {
  values: Values;
  /** Every call is rejected with this. */
  fails: Error | null;
  /** Writing is rejected with this. */
  full: Error | null;
  get(keys: string | readonly string[] | null): Promise<Values>;
  set(values: Values): Promise<void>;
  remove(keys: string | readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

export function fakeBrowser() {
  const listeners = new Set<Listener>();
  const area = (name: string): FakeArea => ({
    values: {},
    fails: null,
    full: null,
    async get(keys) {
      await Promise.resolve();
      if (this.fails) throw this.fails;
      if (keys === null) return structuredClone(this.values);
      const wanted = typeof keys === 'string' ? [keys] : keys;
      return structuredClone(Object.fromEntries(wanted.filter((key) => key in this.values).map((key) => [key, this.values[key]])));
    },
    async set(values) {
      await Promise.resolve();
      if (this.fails ?? this.full) throw this.fails ?? this.full;
      Object.assign(this.values, structuredClone(values));
      for (const listener of listeners) listener(Object.fromEntries(Object.keys(values).map((key) => [key, { newValue: values[key] }])), name);
    },
    async remove(keys) {
      await Promise.resolve();
      if (this.fails) throw this.fails;
      const gone = typeof keys === 'string' ? [keys] : keys;
      for (const key of gone) delete this.values[key];
      for (const listener of listeners) listener(Object.fromEntries(gone.map((key) => [key, {}])), name);
    },
    async clear() {
      await this.remove(Object.keys(this.values));
    },
  });
  return {
    runtime: { id: 'second-glance', onMessage: { addListener: () => undefined, removeListener: () => undefined } },
    storage: {
      managed: area('managed'),
      sync: area('sync'),
      local: area('local'),
      session: area('session'),
      onChanged: { addListener: (listener: Listener) => void listeners.add(listener), removeListener: (listener: Listener) => void listeners.delete(listener) },
    },
  };
}
