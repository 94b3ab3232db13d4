import 'reflect-metadata';
import type { AnyEvent } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import type { ReceivedEvent } from '../inbox/received-event.ts';

/** Decorates only a method that takes these arguments, or fewer. */
type Method<Arguments extends unknown[]> = <M extends (...given: Arguments) => Promise<void>>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<M>,
) => void;

/**
 * Marks a method as the handler of an event: `async onAppealUpheld({ data }: ReceivedEvent<typeof AppealUpheld>, tx: Tx)`. It gets each
 * event once, in the order of its aggregate, inside the transaction that also records it as received: what it writes through
 * `tx` and that it has been handled become true together. An `AppError` parks the event; other errors are tried again.
 */
export function OnEvent<E extends AnyEvent>(event: E): Method<[event: ReceivedEvent<E>, tx: Tx]> {
  return (target, name) => addMark(target, { method: name, events: [event], batch: false });
}

/**
 * Marks a method as the handler of several events at once, for set-based projections. It gets runs of them in the order in
 * which they arrived; if it throws, the same events come again one by one.
 */
export function OnEventBatch<E extends AnyEvent[]>(
  ...events: E
): Method<[events: readonly ReceivedEvent<E[number]>[], tx: Tx]> {
  return (target, name) => addMark(target, { method: name, events, batch: true });
}

/** What the decorators left on a class. */
export interface HandlerMark {
  readonly method: string | symbol;
  readonly events: readonly AnyEvent[];
  readonly batch: boolean;
}

const handlersKey = Symbol('janela:event-handlers');
const projectionKey = Symbol('janela:projection');

function addMark(target: object, mark: HandlerMark): void {
  const marks = (Reflect.getOwnMetadata(handlersKey, target) ?? []) as HandlerMark[];
  Reflect.defineMetadata(handlersKey, [...marks, mark], target);
}

/** The handlers of an instance's class. */
export function handlerMarksOf(instance: object): readonly HandlerMark[] {
  return (Reflect.getMetadata(handlersKey, Object.getPrototypeOf(instance) as object) ?? []) as HandlerMark[];
}

/** Which version of which projection a class builds. */
export interface ProjectionMark {
  readonly name: string;
  readonly version: number;
  /** Events on its topics that say nothing to it. */
  readonly ignores?: readonly AnyEvent[];
}

/**
 * Makes a class with handlers a projection: it reads the topics from their beginning, on its own, into the tables of its
 * schema (`<name>_v<version>`). To build it again, raise the version; see the README.
 */
export function Projection(name: string, options: Omit<ProjectionMark, 'name'>): ClassDecorator {
  return (target) => Reflect.defineMetadata(projectionKey, { name, ...options }, target);
}

/** The projection that an instance builds, if it is one. */
export function projectionMarkOf(instance: object): ProjectionMark | undefined {
  return Reflect.getMetadata(projectionKey, instance.constructor) as ProjectionMark | undefined;
}
