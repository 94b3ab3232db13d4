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
  /** The contract exists, and no service publishes the event yet. */
  readonly planned: boolean;
  /** The field of the data that holds the aggregate's id, which is also the record's key. */
  readonly keyField: string;
  readonly data: Data;
  /** The aggregate's id: events with one key keep their order. */
  keyOf(data: z.output<Data>): string;
  /** Where an event with this data is published. */
  topicOf(data: z.output<Data>): string;
  /** Whether a record on that topic may be this event. */
  mayArriveOn(topic: string): boolean;
  /** The last segment of a branched topic; undefined for any other topic. */
  branchOf(topic: string): string | undefined;
  /** The one service that publishes this event there. */
  writerOn(topic: string): string;
}

/** Any event of the catalogue, when which one does not matter. */
export type AnyEvent = EventDefinition;

/** What an event says, as its consumers receive it. */
export type DataOf<Event extends AnyEvent> = z.output<Event['data']>;

interface EventOptions<Data extends z.ZodObject> {
  summary: string;
  data: Data;
  key: (data: z.output<Data>) => string;
  /** For one topic per reader, or per writer: the last segment of the topic, from the data. */
  branch?: (data: z.output<Data>) => string;
  /** For an event of a branched topic that another service publishes than the one it is named after: which, by branch. */
  writer?: (branch: string) => string;
  /** No service publishes it yet. Remove this with the first `outbox.add` of the event. */
  planned?: boolean;
}

const typePattern = /^([a-z][a-z-]*)\.([a-z][a-z-]*)\.[a-z][a-z_-]*\.v([1-9]\d*)$/;
const branchPattern = /^[a-z0-9][a-z0-9-]*$/;

/** The only topics that may carry names, telephone numbers and accounts. */
const personalTopics = ['registry.payee', 'payments.instruction'];

/** Defines an event. Throws `InvariantError` when its name or key cannot be right. */
export function defineEvent<const Type extends EventType, Data extends z.ZodObject>(
  type: Type,
  { summary, data, key, branch, writer, planned = false }: EventOptions<Data>,
): EventDefinition<Type, Data> {
  const [, service, aggregate, version] = typePattern.exec(type) ?? [];
  invariant(service && aggregate && version, `${type} is named <service>.<aggregate>.<past>.v<n>`);
  const topic = `${service}.${aggregate}`;
  const keyField = readField(key);
  invariant(keyField in data.shape, `the key of ${type} is a field of its data`);
  invariant(branch || !writer, `${type} has a topic for each of its writers`);
  const branchOf = (arrived: string): string | undefined => {
    const name = branch && arrived.startsWith(`${topic}.`) ? arrived.slice(topic.length + 1) : '';
    return branchPattern.test(name) ? name : undefined;
  };

  return Object.freeze({
    type,
    service,
    aggregate,
    version: Number(version),
    topic,
    branched: branch !== undefined,
    kind: personalTopics.includes(topic) ? 'personal' : 'facts',
    summary,
    planned,
    keyField,
    data,
    keyOf: key,
    topicOf(from: z.output<Data>) {
      if (!branch) return topic;
      const name = branch(from);
      invariant(branchPattern.test(name), `${type} goes to a topic that can be named after "${name}"`);
      return `${topic}.${name}`;
    },
    mayArriveOn: (arrived: string) => (branch ? branchOf(arrived) !== undefined : arrived === topic),
    branchOf,
    writerOn(arrived: string) {
      const name = branchOf(arrived);
      return writer && name !== undefined ? writer(name) : service;
    },
  });
}

/** The name of the field that a function reads. */
function readField<Data extends z.ZodObject>(read: (data: z.output<Data>) => string): string {
  const names = new Proxy({}, { get: (_, name) => String(name) });
  return read(names as z.output<Data>);
}
