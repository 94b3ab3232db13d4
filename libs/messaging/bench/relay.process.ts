import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';

import { Kafka } from '../src/bus/kafka.ts';
import { MessagingMetrics } from '../src/telemetry/messaging.metrics.ts';
import { Relay } from '../src/outbox/relay.ts';

/** A relay and nothing else; it begins when it gets a word. */
const [service = '', url = '', brokers = ''] = process.argv.slice(2);
const database = await new DataSource({ type: 'postgres', url, poolSize: 3 }).initialize();
const bus = new Kafka({ brokers: brokers.split(','), clientId: service });
const relay = new Relay({ service, database, bus, metrics: new MessagingMetrics(new Registry()) });

process.on('message', (word) => {
  if (word === 'go') relay.start();
});
process.channel?.ref();
process.on('disconnect', () => process.exit(1));
process.stdout.write('ready\n');
