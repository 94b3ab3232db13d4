import { randomUUID } from 'node:crypto';

import type { Type } from '@nestjs/common';
import type { ServiceName } from '@janela/api-client';
import type { AnyEvent, DataOf } from '@janela/contracts';
import { deliver, type DeliveryOptions, recordOf } from '@janela/messaging';
import type { ServiceConfig } from '@janela/platform';
import type { DataSource } from 'typeorm';

import type { Answer, Caller } from './caller.ts';
import { published, type PublishedEvent } from './published.ts';
import { stopClock } from './stop-clock.ts';
import { TestService, type TestServiceOptions } from './test-service.ts';
import type { Who } from './test-issuer.ts';

/** A running service as every spec of it is written: who calls it, what other services publish to it, its rows and its clock. */
export interface Harness<Service extends ServiceName | undefined = undefined> {
  /** The service itself, for what checks all its routes. */
  service: TestService<Service>;
  /** Returns a caller with these roles; where and who they are is as for the demonstration login of the first, unless given. */
  as: (...who: [Who] | Who['roles']) => Promise<Caller<Service>>;
  anonymous: Caller<Service>;
  /** Delivers an event of another service, as the broker would. Throws when it is parked, or a handler throws. */
  publish: <E extends AnyEvent>(event: E, data: DataOf<E>, options?: DeliveryOptions) => Promise<void>;
  /** Returns what the service has published itself, in order; of one kind, or everything. */
  published: <E extends AnyEvent>(event?: E) => Promise<PublishedEvent<E>[]>;
  /** Its database, as the role of the running service. */
  db: DataSource;
  clock: {
    /** Stops the clock of the service at a moment, as `2026-11-20T22:30:00Z`. */
    stopAt: (moment: string) => void;
    resume: () => void;
  };
  stop: () => Promise<void>;
}

/** Starts a service with a database, an issuer and a port of its own; `stop()` it afterwards. */
export async function startHarness<C extends ServiceConfig, Service extends ServiceName | undefined = undefined>(
  module: Type,
  options: Omit<TestServiceOptions<C, Service>, 'module'>,
): Promise<Harness<Service>> {
  const service = await TestService.start({ module, ...options });
  const { dataSource: db } = service.database;
  let resume = (): void => undefined;
  return {
    service,
    as: (...who) => service.as(...who),
    anonymous: service.anonymous,
    publish: async (event, data, delivery) => {
      const results = await deliver(service.messaging, recordOf(event, data, delivery));
      const [parked] = results.flatMap((each) => each.parked);
      if (parked) throw new Error(`${event.type} was parked: ${parked.reason} ${parked.error}`);
    },
    published: (event) => published(db, event),
    db,
    clock: { stopAt: (moment) => void (resume = stopClock(service, moment)), resume: () => resume() },
    stop: () => service.stop(),
  };
}

/** Returns the body of an answer. Throws when the service refused. */
export function ok<T>({ status, body, text }: Answer<T>): T {
  if (status >= 300) throw new Error(`refused with ${status}: ${text}`);
  return body;
}

/** The header that names the version which was read, for a change. */
export const ifMatch = ({ version }: { version: number }): { 'if-match': string } => ({ 'if-match': `"${version}"` });

/** The header of a request that is like no other, for what must not be done twice. */
export const idempotencyKey = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });
