import type { AnyEvent } from '../event.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Topic } from './topics.ts';

const bindingVersion = '0.5.0';

/** The catalogue as an AsyncAPI 3.0 document: a channel for each topic, a message for each event. */
export function asyncApi(events: readonly AnyEvent[], topics: readonly Topic[]): object {
  const byTopic = Map.groupBy(events, ({ topic }) => topic);
  const channels = [...byTopic].map(([topic, those]) => [topic, channel(topic, those, topics)] as const);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Janela events',
      version: '1.0.0',
      description: 'What the services of Janela publish to each other: CloudEvents 1.0 in Kafka binary mode.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries([...byTopic].map(([topic, those]) => [`publish.${topic}`, publish(topic, those)])),
    components: {
      messages: Object.fromEntries(events.map((event) => [event.type, message(event)])),
      schemas: { CloudEventHeaders: cloudEventHeaders },
    },
  };
}

function channel(topic: string, events: readonly AnyEvent[], topics: readonly Topic[]): object {
  const branched = events.some((event) => event.branched);
  const declared = topics.find(({ name }) => name === topic || (branched && name.startsWith(`${topic}.`)));
  return {
    address: branched ? `${topic}.{branch}` : topic,
    title: topic,
    ...(branched && {
      parameters: { branch: { description: 'The one reader or writer of this topic, such as a provider’s code.' } },
    }),
    messages: Object.fromEntries(events.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
    ...(declared && {
      bindings: {
        kafka: {
          ...(!branched && { topic }),
          partitions: declared.partitions,
          topicConfiguration: { 'cleanup.policy': [declared.cleanup], 'retention.ms': declared.retentionMs },
          bindingVersion,
        },
      },
    }),
  };
}

function publish(topic: string, events: readonly AnyEvent[]): object {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${topic}` },
    messages: events.map(({ type }) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
  };
}

function message({ type, summary, planned, kind, keyField, data }: AnyEvent): object {
  return {
    name: type,
    title: type,
    summary,
    contentType: 'application/json',
    tags: [{ name: kind }, ...(planned ? [{ name: 'planned' }] : [])],
    headers: {
      allOf: [
        { $ref: '#/components/schemas/CloudEventHeaders' },
        { type: 'object', properties: { ce_type: { const: type } } },
      ],
    },
    payload: jsonSchemaOf(data),
    bindings: { kafka: { key: { type: 'string', description: `The ${keyField} of the data.` }, bindingVersion } },
  };
}

const cloudEventHeaders: JsonSchema = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_partitionkey', 'ce_aggregateversion'],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { type: 'string', format: 'uuid', description: 'The event’s own id; the same when it is delivered again.' },
    ce_source: {
      type: 'string',
      format: 'uri-reference',
      description: 'The service that published it: `/janela/<service>`. An event of another source is not accepted.',
    },
    ce_type: { type: 'string' },
    ce_time: { type: 'string', format: 'date-time' },
    ce_partitionkey: { type: 'string', description: 'The aggregate’s id; also the key of the record.' },
    ce_aggregateversion: {
      type: 'string',
      pattern: '^[1-9][0-9]*$',
      description: 'Counts the aggregate’s events from 1.',
    },
    ce_traceparent: { type: 'string', description: 'The trace that it belongs to (W3C Trace Context).' },
    'content-type': { type: 'string', const: 'application/json' },
  },
};
