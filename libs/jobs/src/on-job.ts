import 'reflect-metadata';
import type { Tx } from '@janela/platform';

import type { AnyJob, IdsOf } from './job.ts';

/** One piece of due work, as its handler gets it. */
export interface ReceivedJob<J extends AnyJob = AnyJob> {
  /** Of the row in `due_work`; the same on every attempt. */
  readonly id: string;
  readonly name: string;
  readonly ids: IdsOf<J>;
  /** When it was to be done; the handler may run much later. */
  readonly dueAt: Date;
  /** 1 the first time. */
  readonly attempt: number;
}

type Handler<J extends AnyJob> = (job: ReceivedJob<J>, tx: Tx) => Promise<void>;

/** Fits any method that can be called so, also one that leaves parameters out. */
type HandlerDecorator<J extends AnyJob> = <H extends Handler<J>>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<H>,
) => void;

/**
 * Marks a method as the one that does a job: `async scoreDuplicates({ ids }: ReceivedJob<typeof ScoreDuplicates>, tx: Tx)`.
 * What it writes through `tx` is committed together with the fact that the job is done, so it happens once, however often
 * the job is delivered. An `AppError` is final; after any other error the job is tried again.
 */
export function OnJob<J extends AnyJob>(job: J): HandlerDecorator<J> {
  return mark(handlersKey, job);
}

/**
 * Marks a method that ends what a job has begun, when it has failed for good: refused, tried as often as it may be, or ended with
 * its process each time. A job that keeps a state of its own has one. What it writes through `tx` is committed together with the
 * fact that the job has failed; where it fails itself, that fact alone is kept.
 */
export function OnJobFailed<J extends AnyJob>(job: J): HandlerDecorator<J> {
  return mark(failureHandlersKey, job);
}

function mark<J extends AnyJob>(key: symbol, job: J): HandlerDecorator<J> {
  return (target, name) => {
    const marks = (Reflect.getOwnMetadata(key, target) ?? []) as HandlerMark[];
    Reflect.defineMetadata(key, [...marks, { job, method: name }], target);
  };
}

const handlersKey = Symbol('janela:job-handlers');
const failureHandlersKey = Symbol('janela:job-failure-handlers');

/** What the decorator left on a class. */
export interface HandlerMark {
  readonly job: AnyJob;
  readonly method: string | symbol;
}

/** The job handlers of an instance's class. */
export function handlerMarksOf(instance: object): readonly HandlerMark[] {
  return (Reflect.getMetadata(handlersKey, Object.getPrototypeOf(instance) as object) ?? []) as HandlerMark[];
}

/** The methods of an instance's class that end what a failed job has begun. */
export function failureMarksOf(instance: object): readonly HandlerMark[] {
  return (Reflect.getMetadata(failureHandlersKey, Object.getPrototypeOf(instance) as object) ?? []) as HandlerMark[];
}
