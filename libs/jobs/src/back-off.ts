const firstMs = 1_000;
const longestMs = 3_600_000;

/** How long to wait after the n-th attempt (from 1): one second, doubled each time, an hour at most. */
export function backOffMs(attempt: number): number {
  return Math.min(firstMs * 2 ** (attempt - 1), longestMs);
}
