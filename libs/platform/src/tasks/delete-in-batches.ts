/** Rows that one statement deletes: few enough that what else the table is used for does not wait long. */
const batchSize = 10_000;

/**
 * Deletes what is no longer needed, a batch in each call of `deleteBatch`, until fewer rows than a batch were left. `deleteBatch`
 * deletes `limit` rows at most and returns how many. Returns how many were deleted in all.
 */
export async function deleteInBatches(deleteBatch: (limit: number) => Promise<number>): Promise<number> {
  for (let total = 0; ;) {
    const count = await deleteBatch(batchSize);
    total += count;
    if (count < batchSize) return total;
  }
}
