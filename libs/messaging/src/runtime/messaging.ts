import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { invariant } from '@janela/kernel';
import {
  errorName,
  Audit,
  Cipher,
  Database,
  HealthChecks,
  InjectConfig,
  Metrics,
  systemActor,
  type ServiceConfig,
} from '@janela/platform';
import { DataSource } from 'typeorm';

import { ConsumerWatch } from '../consumer/consumer-watch.ts';
import { Consumer } from '../consumer/consumer.ts';
import { InboxRetention } from '../inbox/inbox-retention.ts';
import { InboxProcessor, type BatchResult } from '../consumer/inbox-processor.ts';
import { kafkaSecurity } from '../bus/kafka-security.ts';
import { Kafka } from '../bus/kafka.ts';
import { MessagingMetrics } from '../telemetry/messaging.metrics.ts';
import { InjectMessagingOptions, type MessagingOptions } from './messaging.options.ts';
import { ParkedEvents } from '../parked/parked-events.ts';
import { ProjectionCutover } from '../projections/projection-cutover.ts';
import { missingProjections } from '../projections/projections.ts';
import type { Transact } from '../projections/transact.ts';
import { Relay } from '../outbox/relay.ts';
import { planConsumers, WrongSubscriptions, type ConsumerPlan } from '../subscriptions/subscriptions.ts';

/** A service's connection to the events: a relay for what it publishes, a consumer for each group of subscriptions. */
@Injectable()
export class Messaging implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly parkedEvents: ParkedEvents;
  private readonly log = new Logger(Messaging.name);
  private readonly transact: Transact;
  private readonly metrics: MessagingMetrics;
  private readonly retention: InboxRetention;
  private running: { stop(): Promise<void> }[] = [];
  private consumers: ReadonlyMap<string, Consumer> = new Map();

  constructor(
    @InjectMessagingOptions() private readonly options: MessagingOptions,
    @InjectConfig() private readonly config: ServiceConfig,
    private readonly discovery: DiscoveryService,
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly health: HealthChecks,
    database: Database,
    audit: Audit,
    { registry }: Metrics,
  ) {
    const actor = systemActor(options.service);
    this.transact = (work) => database.write(actor, work);
    this.metrics = new MessagingMetrics(registry);
    this.retention = new InboxRetention(dataSource);
    this.parkedEvents = new ParkedEvents(
      (consumer) => this.consumers.get(consumer)?.plan,
      this.transact,
      cipher,
      audit,
    );
  }

  /** Returns the consumers of this process, as found at the start. */
  list(): Consumer[] {
    return [...this.consumers.values()];
  }

  /** Checks the subscriptions before anything runs; what is wrong with them stops the service here. */
  async onApplicationBootstrap(): Promise<void> {
    const instances = this.discovery.getProviders().flatMap(({ instance }) => (isObject(instance) ? [instance] : []));
    const plans = planConsumers(instances, this.options);
    await this.requireProjections(plans);
    this.consumers = new Map(plans.map((plan) => [plan.consumer, this.consumerOf(plan)]));
    this.watchTables();
    this.retention.start();
    this.running = [this.retention];
    if (this.config.JANELA_EVENTS === 'off') return;
    if (this.options.relay !== false || (this.options.consume !== false && plans.length > 0)) this.connect();
  }

  /** Finishes the present work and gives leases and partitions back, before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const part of this.running.splice(0)) await part.stop();
  }

  private consumerOf(plan: ConsumerPlan): Consumer {
    const { hooks } = this.options;
    const { consumer } = plan;
    const { handlingSeconds, consumed, duplicates, parked, missed, deliverySeconds } = this.metrics;
    const processor = new InboxProcessor(
      plan,
      this.cipher,
      ({ name: handler }, seconds) => handlingSeconds.observe({ consumer, handler }, seconds),
      hooks,
    );
    const onCommitted = ({ applied, ...result }: BatchResult) => {
      for (const [type, events] of Map.groupBy(applied, (event) => event.type))
        consumed.inc({ consumer, type }, events.length);
      const [oldest] = applied;
      if (oldest) deliverySeconds.observe({ consumer }, (Date.now() - Date.parse(oldest.time)) / 1000);
      duplicates.inc({ consumer }, result.duplicates);
      for (const { reason } of result.parked) parked.inc({ consumer, reason });
    };
    return new Consumer({
      plan,
      processor,
      transact: this.transact,
      database: this.dataSource,
      onCommitted,
      onMissed: ({ topic, from, to }) => missed.inc({ consumer, topic }, Number(to - from)),
      onFilled: async (filled) => {
        for (const aggregate of filled)
          await this.parkedEvents
            .fill(systemActor(this.options.service), consumer, aggregate)
            .catch((error: unknown) => {
              this.log.warn(`${consumer} could not apply what had come too early: ${errorName(error)}`);
            });
      },
      ...(hooks && { hooks }),
    });
  }

  private async requireProjections(plans: readonly ConsumerPlan[]): Promise<void> {
    const marks = plans.flatMap(({ projection }) => projection ?? []);
    const missing = await this.transact((tx) => missingProjections(tx, marks));
    const problems = missing.map(
      ({ name, version }) => `Version ${version} of the projection ${name} has no tables: migrate first.`,
    );
    if (problems.length > 0) throw new WrongSubscriptions(problems);
  }

  private watchTables(): void {
    const count = async (sql: string) =>
      Number((await this.dataSource.query<{ value: string | null }[]>(sql))[0]?.value ?? 0);
    this.metrics.watch(
      'janela_outbox_oldest_seconds',
      'Age of the oldest event that the broker has not confirmed',
      () => count('SELECT extract(epoch FROM now() - occurred_at) AS value FROM outbox ORDER BY id LIMIT 1'),
    );
    this.metrics.watch('janela_outbox_waiting', 'Events that the broker has not confirmed, counted up to 100,000', () =>
      count('SELECT count(*) AS value FROM (SELECT FROM outbox LIMIT 100000) waiting'),
    );
    this.metrics.watch(
      'janela_parked_events',
      'Events that wait for a person, or behind one that does, counted up to 100,000',
      () =>
        count(`SELECT count(*) AS value FROM (SELECT FROM parked_events WHERE state = 'waiting' LIMIT 100000) waiting`),
    );
  }

  private connect(): void {
    const { service, relay, consume, hooks } = this.options;
    const { JANELA_KAFKA_BROKERS: brokers } = this.config;
    invariant(brokers, `${service} has events, but its configuration has no JANELA_KAFKA_BROKERS`);
    const bus = new Kafka({ brokers, clientId: service, security: kafkaSecurity(this.config) });
    this.running.unshift({ stop: () => bus.close() });
    if (relay !== false) {
      const relayOfService = new Relay({
        service,
        database: this.dataSource,
        bus,
        metrics: this.metrics,
        ...(hooks && { hooks }),
      });
      relayOfService.start();
      this.running.unshift(relayOfService);
    }
    if (consume !== false) this.consume(bus);
  }

  private consume(bus: Kafka): void {
    const watched = this.list().map((consumer) => {
      const { plan } = consumer;
      const cutover = plan.projection && new ProjectionCutover(plan.projection, plan.consumer, this.transact);
      this.running.unshift(consumer);
      return {
        plan,
        member: consumer.start(bus),
        ...(cutover && {
          onLook: async (positions: Parameters<ProjectionCutover['consider']>[0]) => {
            if (await cutover.consider(positions)) this.log.log(`${plan.consumer} is now what readers see`);
          },
        }),
      };
    });
    const watch = new ConsumerWatch(bus, watched, this.metrics);
    watch.start();
    this.running.unshift(watch);
    this.health.add(
      'consumers',
      () => {
        const stalled = watch.stalled();
        if (stalled) throw new Error(stalled);
      },
      'live',
    );
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
