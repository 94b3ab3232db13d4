import type { AnyEvent } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { isNamedBy } from '../bus/topic-names.ts';
import { handlerMarksOf, projectionMarkOf, type ProjectionMark } from './on-event.ts';
import type { Catalogue, ReceivedEvent } from '../inbox/received-event.ts';

/** A method that handles events, alone or several at once, and how it is called in logs. */
export interface Handler {
  readonly name: string;
  readonly batch: boolean;
  handle(events: readonly ReceivedEvent[], tx: Tx): Promise<void>;
}

/** All that one consumer group listens to. */
export interface ConsumerPlan {
  /** The name of the group, and of its place in the inbox: the service, or `<service>.<projection>.v<version>`. */
  readonly consumer: string;
  readonly projection?: ProjectionMark;
  /** By name; `payments.outcome.*` stands for every branch that the broker has. */
  readonly topics: readonly string[];
  readonly catalogue: Catalogue;
  /** By event type; a type of these topics that is not here is ignored on purpose. */
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Topics whose payloads may never be seen. */
  readonly personalTopics: ReadonlySet<string>;
}

export interface SubscriptionOptions {
  readonly service: string;
  readonly catalogue: readonly AnyEvent[];
  /** Events on topics that are listened to, which are of no interest here. A projection lists its own. */
  readonly ignores?: readonly AnyEvent[];
  /** The last segment of a branched topic that is read here, or all that there are: `{ 'payments.outcome': '*' }`. */
  readonly branches?: Readonly<Record<string, string>>;
}

/** The service must not start: someone would find out too late that an event goes nowhere, or two ways. */
export class WrongSubscriptions extends Error {
  override readonly name = 'WrongSubscriptions';

  constructor(readonly problems: readonly string[]) {
    super(`The event handlers do not add up:\n- ${problems.join('\n- ')}`);
  }
}

/**
 * Finds every handler among the instances and proves that each event of each topic that is listened to has exactly one in its
 * group, or is ignored by name. Throws `WrongSubscriptions` with everything that is wrong and what to write to put it right.
 */
export function planConsumers(instances: readonly object[], options: SubscriptionOptions): ConsumerPlan[] {
  const found = instances.flatMap((instance) => handlersOf(instance, options.service));
  const byConsumer = Map.groupBy(found, ({ consumer }) => consumer);
  const problems: string[] = [];
  const plans = [...byConsumer].map(([consumer, handlers]) => planOne(consumer, handlers, options, problems));
  if (problems.length > 0) throw new WrongSubscriptions(problems);
  return plans;
}

const everyBranch = '*';

/** Returns whether a consumer listens to a topic. */
export const listensTo = ({ topics }: Pick<ConsumerPlan, 'topics'>, topic: string): boolean =>
  topics.some((name) => isNamedBy(name, topic));

interface FoundHandler {
  readonly consumer: string;
  readonly projection: ProjectionMark | undefined;
  readonly events: readonly AnyEvent[];
  readonly handler: Handler;
}

type AnyMethod = (given: ReceivedEvent | readonly ReceivedEvent[], tx: Tx) => Promise<void>;

function handlersOf(instance: object, service: string): FoundHandler[] {
  const projection = projectionMarkOf(instance);
  const consumer = projection ? `${service}.${projection.name}.v${projection.version}` : service;
  return handlerMarksOf(instance).map(({ method, events, batch }) => {
    const call = (instance as Record<string | symbol, AnyMethod>)[method] as AnyMethod;
    const name = `${instance.constructor.name}.${String(method)}`;
    const handle: Handler['handle'] = batch
      ? (received, tx) => call.call(instance, received, tx)
      : async (received, tx) => {
          for (const event of received) await call.call(instance, event, tx);
        };
    return { consumer, projection, events, handler: { name, batch, handle } };
  });
}

function planOne(
  consumer: string,
  found: readonly FoundHandler[],
  options: SubscriptionOptions,
  problems: string[],
): ConsumerPlan {
  const { catalogue, branches = {} } = options;
  const projection = found[0]?.projection;
  const ignores = (projection ? projection.ignores : options.ignores) ?? [];
  const handlers = new Map<string, Handler>();
  for (const { events, handler } of found) {
    for (const { type } of events) {
      const other = handlers.get(type);
      if (other) problems.push(`${consumer}: ${type} is handled by ${other.name} and by ${handler.name}; keep one.`);
      handlers.set(type, handler);
    }
  }
  const handled = found.flatMap(({ events }) => events);
  const bases = new Set(handled.map(({ topic }) => topic));
  const ignored = new Set(ignores.map(({ type }) => type));
  const known = new Map([...catalogue, ...handled].map((event) => [event.type, event]));

  for (const event of known.values()) {
    if (!bases.has(event.topic) || handlers.has(event.type) || ignored.has(event.type)) continue;
    problems.push(
      `${consumer}: ${event.type} arrives on ${event.topic} and has no handler. ` +
        `Add a method with @OnEvent for it, or list it in \`ignores\`.`,
    );
  }
  const topics = new Map<string, AnyEvent>();
  for (const event of handled) {
    const branch = branches[event.topic];
    if (event.branched && branch === undefined) {
      problems.push(`${consumer}: ${event.topic} is branched; say which branch is read here in \`branches\`.`);
    }
    if (branch === everyBranch && event.kind === 'personal') {
      problems.push(`${consumer}: ${event.topic} is personal; say the one branch that is read here in \`branches\`.`);
    }
    topics.set(event.branched ? `${event.topic}.${branch}` : event.topic, event);
  }
  problems.push(...uselessIgnores(consumer, ignores, [...topics.keys()], handlers));
  return {
    consumer,
    ...(projection && { projection }),
    topics: [...topics.keys()].sort(),
    catalogue: known,
    handlers,
    personalTopics: new Set([...topics].filter(([, { kind }]) => kind === 'personal').map(([topic]) => topic)),
  };
}

/** An event that is ignored although it never arrives, or is handled after all, is a leftover that misleads. */
function uselessIgnores(
  consumer: string,
  ignores: readonly AnyEvent[],
  topics: readonly string[],
  handlers: ReadonlyMap<string, Handler>,
): string[] {
  return ignores
    .filter(
      (event) => handlers.has(event.type) || !topics.some((topic) => event.mayArriveOn(topic.replace(/\*$/, 'any'))),
    )
    .map(({ type }) => `${consumer}: ${type} is listed in \`ignores\`, but would not arrive here unhandled.`);
}
