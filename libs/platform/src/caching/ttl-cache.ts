export interface TtlCacheOptions {
  /** How long a value is used before it is read again; another instance may have changed it. */
  ttlMs: number;
  /** The most values that are kept; beyond it the oldest go. */
  mostEntries?: number;
  /** Milliseconds on a clock that never goes back. */
  now?: () => number;
}

/** Values read from elsewhere, kept for a while. */
export class TtlCache<K, V> {
  private readonly entries = new Map<K, { value: V; readAt: number }>();
  private readonly ttlMs: number;
  private readonly mostEntries: number;
  private readonly now: () => number;

  constructor({ ttlMs, mostEntries = 10_000, now = () => performance.now() }: TtlCacheOptions) {
    this.ttlMs = ttlMs;
    this.mostEntries = mostEntries;
    this.now = now;
  }

  /** Returns the value, or undefined when there is none or it is too old. */
  get(key: K): V | undefined {
    const entry = this.entries.get(key);
    return entry && entry.readAt + this.ttlMs > this.now() ? entry.value : undefined;
  }

  set(key: K, value: V): void {
    // Put at the end, since what stands first is dropped first.
    this.entries.delete(key);
    this.entries.set(key, { value, readAt: this.now() });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.mostEntries) return;
      this.entries.delete(oldest);
    }
  }

  /** Returns the values of these keys; `load` is called once for all that are missing or too old. What it does not find is left out, and read again the next time. */
  async getAll(keys: Iterable<K>, load: (missing: K[]) => Promise<Iterable<readonly [K, V]>>): Promise<Map<K, V>> {
    const found = new Map<K, V>();
    const missing: K[] = [];
    for (const key of new Set(keys)) {
      const value = this.get(key);
      if (value === undefined) missing.push(key);
      else found.set(key, value);
    }
    if (missing.length === 0) return found;
    for (const [key, value] of await load(missing)) {
      this.set(key, value);
      found.set(key, value);
    }
    return found;
  }

  /** Forgets every value: something was published. */
  clear(): void {
    this.entries.clear();
  }
}
