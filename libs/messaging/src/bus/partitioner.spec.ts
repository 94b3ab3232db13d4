import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';

import { partitionOf } from './partitioner.ts';

const theirs = Partitioners.DefaultPartitioner();
const placed = (key: string, partitions: number) => ({
  topic: 'registry.household',
  partitionMetadata: Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
  })),
  message: { key, value: null },
});

describe('the partition of a record', () => {
  it('is the one that Kafka itself would take for this key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (key, partitions) => {
        expect(partitionOf(placed(key, partitions))).toBe(theirs(placed(key, partitions)));
      }),
      { numRuns: 2_000 },
    );
  });

  // Fixed, whatever library is installed: events of an aggregate must go on where the earlier ones are.
  it.each([
    ['0199a2f0-7c1e-7000-8000-000000000001', 9],
    ['ZM104011', 2],
  ])('of %s stays what it is', (key, partition) => {
    expect(partitionOf(placed(key, 12))).toBe(partition);
  });
});
