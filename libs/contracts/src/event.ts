import { invariant } from '@janela/kernel';
import type { z } from 'zod';

/** The name of an event: `<service>.<aggregate>.<past>.v<n>`. */
export type EventType = `${string}.${string}.${string}.v${number}`;

/** `facts` are pseudonymous and kept for ever; `personal` holds names and accounts, has one reader and is gone in seven days. */
export type TopicKind = 'facts' | 'personal';

/** A fact that crosses a process boundary: what it is called, where it travels, what it says. */
export interface EventDefinition<Type extends string = string, Data extends z.ZodObject = z.ZodObject> {
  readonly type: Type;
  readonly service: string;
  readonly aggregate: string;
  readonly version: number;
  /** Its first two segments. A branched event travels on `<topic>.<branch>` instead. */
  readonly topic: string;
  readonly branched: boolean;
  readonly kind: TopicKind;
  /** One sentence: what happened, and what that means. */
  readonly summary: string;
  /** The field of the data that holds the aggregate's id, which is also the record's key. */
  readonly keyField: string;
  readonly data: Data;
  /** The aggregate's id: events with one key keep their order. */
  keyOf(data: z.output<Data>): string;
  /** Where an event with this data is published. */
  topicOf(data: z.output<Data>): string;
  /** Whether a record on that topic may be this event. */
  mayArriveOn(topic: string): boolean;
}

/** Any event of the catalogue, when which one does not matter. */
export type AnyEvent = EventDefinition;

/** What an event says, as its consumers receive it. */
export type DataOf<Event extends AnyEvent> = z.output<Event['data']>;

interface EventOptions<Data extends z.ZodObject> {
  summary: string;
  data: Data;
  key: (data: z.output<Data>) => string;
  /** For one topic per reader: the last segment of the topic, told by the data. */
  branch?: (data: z.output<Data>) => string;
}

const typePattern = /^([a-z][a-z-]*)\.([a-z][a-z-]*)\.[a-z][a-z_-]*\.v([1-9]\d*)$/;
const branchPattern = /^[a-z0-9][a-z0-9-]*$/;

/** The only topics that may carry names, telephone numbers and accounts. */
const personalTopics = ['registry.payee', 'payments.instruction'];

/** Defines an event. Throws `InvariantError` when its name or key cannot be right. */
export function defineEvent<const Type extends EventType, Data extends z.ZodObject>(
  type: Type,
  { summary, data, key, branch }: EventOptions<Data>,
): EventDefinition<Type, Data> {
  const [, service, aggregate, version] = typePattern.exec(type) ?? [];
  invariant(service && aggregate && version, `${type} is named <service>.<aggregate>.<past>.v<n>`);
  const topic = `${service}.${aggregate}`;
  const keyField = readField(key);
  invariant(keyField in data.shape, `the key of ${type} is a field of its data`);

  return Object.freeze({
    type,
    service,
    aggregate,
    version: Number(version),
    topic,
    branched: branch !== undefined,
    kind: personalTopics.includes(topic) ? 'personal' : 'facts',
    summary,
    keyField,
    data,
    keyOf: key,
    topicOf(from: z.output<Data>) {
      if (!branch) return topic;
      const name = branch(from);
      invariant(branchPattern.test(name), `${type} goes to a topic that can be named after "${name}"`);
      return `${topic}.${name}`;
    },
    mayArriveOn: (arrived: string) =>
      branch
        ? arrived.startsWith(`${topic}.`) && branchPattern.test(arrived.slice(topic.length + 1))
        : arrived === topic,
  });
}

/** The name of the field that a function reads. */
function readField<Data extends z.ZodObject>(read: (data: z.output<Data>) => string): string {
  const names = new Proxy({}, { get: (_, name) => String(name) });
  return read(names as z.output<Data>);
}
