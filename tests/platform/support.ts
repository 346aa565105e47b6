/** A browser's storage as far as `platform/` uses it, with the ways in which it fails. */

type Values = Record<string, unknown>;
type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

export interface FakeArea {
  values: Values;
  /** Every call is rejected with this. */
  fails: Error | null;
  /** Writing is rejected with this. */
  full: Error | null;
  get(keys: string | null): Promise<Values>;
  set(values: Values): Promise<void>;
  remove(key: string): Promise<void>;
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
      return keys in this.values ? { [keys]: structuredClone(this.values[keys]) } : {};
    },
    async set(values) {
      await Promise.resolve();
      if (this.fails ?? this.full) throw this.fails ?? this.full;
      Object.assign(this.values, structuredClone(values));
      for (const listener of listeners) listener(Object.fromEntries(Object.keys(values).map((key) => [key, { newValue: values[key] }])), name);
    },
    async remove(key) {
      await Promise.resolve();
      delete this.values[key];
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
