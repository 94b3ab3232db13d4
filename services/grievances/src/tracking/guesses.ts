/** Counts wrong guesses by address: a number is long enough that few guesses find nothing, and this keeps them few. */
export class Guesses {
  private readonly since = new Map<string, { startedAt: number; misses: number }>();

  constructor(
    private readonly most: number,
    private readonly windowMs = 60_000,
    private readonly mostAddresses = 50_000,
  ) {}

  /** Returns the whole seconds until this address may try again; 0 when it may now. */
  waitSeconds(address: string, now: number): number {
    const counted = this.since.get(address);
    if (!counted || counted.misses < this.most) return 0;
    return Math.max(0, Math.ceil((counted.startedAt + this.windowMs - now) / 1_000));
  }

  /** Counts a number that does not exist. */
  miss(address: string, now: number): void {
    const counted = this.since.get(address);
    if (counted && counted.startedAt + this.windowMs > now) {
      counted.misses += 1;
      return;
    }
    this.since.delete(address);
    this.since.set(address, { startedAt: now, misses: 1 });
    this.forget(now);
  }

  /** The oldest stand first. An attacker with endless addresses costs no more memory than this. */
  private forget(now: number): void {
    for (const [address, { startedAt }] of this.since) {
      if (startedAt + this.windowMs > now && this.since.size <= this.mostAddresses) return;
      this.since.delete(address);
    }
  }
}
