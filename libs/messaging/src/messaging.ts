import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { invariant } from '@janela/kernel';
import {
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
import { ConsumerWatch } from './consumer-watch.ts';
import { Consumer, type Transact } from './consumer.ts';
import { InboxRetention } from './inbox-retention.ts';
import { nameOf } from './failures.ts';
import { Intake, type Taken } from './intake.ts';
import { kafkaSecurity } from './kafka-security.ts';
import { Kafka } from './kafka.ts';
import { MessagingMetrics } from './messaging.metrics.ts';
import { InjectMessagingOptions, type MessagingOptions } from './messaging.options.ts';
import { ParkedEvents } from './parked-events.ts';
import { missingProjections, TakeOver } from './projections.ts';
import { Relay } from './relay.ts';
import { planConsumers, WrongSubscriptions, type ConsumerPlan } from './subscriptions.ts';

/** A service's part in the traffic of events: a relay for what it says, a consumer for each group it listens as. */
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

  /** The consumers of this process, as found at the start. */
  list(): Consumer[] {
    return [...this.consumers.values()];
  }

  /** Proves the subscriptions before anything runs; what is wrong with them stops the service here. */
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

  /** Before the database closes: finish what is in hand, give leases and partitions back. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const part of this.running.splice(0)) await part.stop();
  }

  private consumerOf(plan: ConsumerPlan): Consumer {
    const { hooks } = this.options;
    const { consumer } = plan;
    const { handlingSeconds, consumed, duplicates, parked, deliverySeconds } = this.metrics;
    const intake = new Intake(
      plan,
      this.cipher,
      ({ name: handler }, seconds) => handlingSeconds.observe({ consumer, handler }, seconds),
      hooks,
    );
    const onTaken = ({ applied, ...taken }: Taken) => {
      for (const [type, events] of Map.groupBy(applied, (event) => event.type))
        consumed.inc({ consumer, type }, events.length);
      const [oldest] = applied;
      if (oldest) deliverySeconds.observe({ consumer }, (Date.now() - Date.parse(oldest.time)) / 1000);
      duplicates.inc({ consumer }, taken.duplicates);
      for (const { reason } of taken.parked) parked.inc({ consumer, reason });
    };
    return new Consumer({
      plan,
      intake,
      transact: this.transact,
      database: this.dataSource,
      onTaken,
      onFilled: async (filled) => {
        for (const aggregate of filled)
          await this.parkedEvents
            .fill(systemActor(this.options.service), consumer, aggregate)
            .catch((error: unknown) => {
              this.log.warn(`${consumer} could not take what had come too early: ${nameOf(error)}`);
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
    this.metrics.watch('janela_parked_events', 'Events that wait for a person, or behind one that does', () =>
      count(`SELECT count(*) AS value FROM parked_events WHERE state = 'waiting'`),
    );
  }

  private connect(): void {
    const { service, relay, consume, hooks } = this.options;
    const { JANELA_KAFKA_BROKERS: brokers } = this.config;
    invariant(brokers, `${service} has events, but its configuration has no JANELA_KAFKA_BROKERS`);
    const bus = new Kafka({ brokers, clientId: service, security: kafkaSecurity(this.config) });
    this.running.unshift({ stop: () => bus.close() });
    if (relay !== false) {
      const own = new Relay({
        service,
        database: this.dataSource,
        bus,
        metrics: this.metrics,
        ...(hooks && { hooks }),
      });
      own.start();
      this.running.unshift(own);
    }
    if (consume !== false) this.consume(bus);
  }

  private consume(bus: Kafka): void {
    const watched = this.list().map((consumer) => {
      const { plan } = consumer;
      const takeOver = plan.projection && new TakeOver(plan.projection, plan.consumer, this.transact);
      this.running.unshift(consumer);
      return {
        plan,
        member: consumer.start(bus),
        ...(takeOver && {
          onLook: async (positions: Parameters<TakeOver['consider']>[0]) => {
            if (await takeOver.consider(positions)) this.log.log(`${plan.consumer} is now what readers see`);
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
