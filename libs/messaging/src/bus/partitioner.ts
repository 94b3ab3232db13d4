/** What a partitioner receives of a record. */
interface Placed {
  readonly partitionMetadata: readonly unknown[];
  readonly message: { readonly key?: Buffer | string | null };
}

/**
 * The partition of a record: that of its key by murmur2, as every Kafka client has it, so that other producers agree with us. kafkajs
 * computes the same in arbitrary-precision numbers, which took 7 % of a busy relay.
 */
export function partitionOf({ partitionMetadata, message: { key } }: Placed): number {
  return (murmur2(Buffer.from(key ?? '')) & 0x7fffffff) % partitionMetadata.length;
}

const seed = 0x9747b28c;
const mix = 0x5bd1e995;

/** murmur2 of 32 bits, as `org.apache.kafka.common.utils.Utils`. */
function murmur2(data: Buffer): number {
  const whole = data.length & ~3;
  let hash = seed ^ data.length;
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(data.readInt32LE(at), mix);
    word = Math.imul(word ^ (word >>> 24), mix);
    hash = Math.imul(hash, mix) ^ word;
  }
  for (let at = data.length - 1; at >= whole; at -= 1) hash ^= (data[at] ?? 0) << (8 * (at - whole));
  if (data.length > whole) hash = Math.imul(hash, mix);
  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
}
