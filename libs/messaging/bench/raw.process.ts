import { readFileSync } from 'node:fs';

import { Kafka, logLevel, Partitioners } from 'kafkajs';

/** What kafkajs does by itself with the same records: one process writes them, another reads and settles them. */
const [role = '', topic = '', brokers = '', file = ''] = process.argv.slice(2);
const client = new Kafka({ brokers: brokers.split(','), clientId: topic, logLevel: logLevel.ERROR });
process.channel?.ref();
process.on('disconnect', () => process.exit(1));

if (role === 'produce') {
  const records = JSON.parse(readFileSync(file, 'utf8')) as {
    key: string;
    value: string;
    headers: Record<string, string>;
  }[];
  const producer = client.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  process.once('message', () => {
    void (async () => {
      const batch = 1_000;
      for (let from = 0; from < records.length; from += batch) {
        await producer.sendBatch({ acks: -1, topicMessages: [{ topic, messages: records.slice(from, from + batch) }] });
      }
    })();
  });
  process.stdout.write('ready\n');
} else {
  const consumer = client.consumer({ groupId: topic, maxWaitTimeInMs: 500, maxBytes: 4_194_304 });
  let count = 0;
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  consumer.on(consumer.events.GROUP_JOIN, () => process.stdout.write('ready\n'));
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 2,
    eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary }) => {
      count += batch.messages.length;
      resolveOffset(batch.lastOffset());
      const next = { partition: batch.partition, offset: String(BigInt(batch.lastOffset()) + 1n) };
      await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [next] }] });
      process.stdout.write(`applied ${count} at ${Date.now()}\n`);
    },
  });
}
