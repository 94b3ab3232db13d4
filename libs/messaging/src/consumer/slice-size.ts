/** More than a fetch brings of our usual events, so that one is one transaction. */
const largest = 2_000;
/** A transaction should not hold its rows much longer than this. */
const goodMs = 500;

/** How many events to take in one transaction: as many as fit in a good time, found out from how long the last ones took. */
export class SliceSize {
  private size = 100;

  next(): number {
    return Math.round(this.size);
  }

  took(count: number, ms: number): void {
    if (ms > goodMs) this.size = Math.max(1, Math.min(this.size, count) / 2);
    else if (count >= this.next()) this.size = Math.min(largest, this.size * 2);
  }
}
