import { remembered } from '@janela/platform';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** The figures of a service's messaging. Labels are names of topics, consumers and types; nothing that could name a person. */
export class MessagingMetrics {
  readonly published;
  readonly consumed;
  readonly duplicates;
  readonly parked;
  readonly missed;
  readonly lag;
  readonly restarts;
  readonly handlingSeconds;
  readonly deliverySeconds;

  constructor(readonly registry: Registry) {
    const registers = [registry];
    this.published = new Counter({
      name: 'janela_events_published_total',
      help: 'Events that the broker has confirmed',
      labelNames: ['topic'],
      registers,
    });
    this.consumed = new Counter({
      name: 'janela_events_consumed_total',
      help: 'Events applied and committed',
      labelNames: ['consumer', 'type'],
      registers,
    });
    this.duplicates = new Counter({
      name: 'janela_events_duplicate_total',
      help: 'Events that came again and were left out',
      labelNames: ['consumer'],
      registers,
    });
    this.parked = new Counter({
      name: 'janela_events_parked_total',
      help: 'Events that were parked, by reason',
      labelNames: ['consumer', 'reason'],
      registers,
    });
    this.missed = new Counter({
      name: 'janela_events_missed_total',
      help: 'Events that the broker deleted before a consumer had read them',
      labelNames: ['consumer', 'topic'],
      registers,
    });
    this.lag = new Gauge({
      name: 'janela_consumer_lag',
      help: 'Records that a consumer has not committed yet',
      labelNames: ['consumer', 'topic'],
      registers,
    });
    this.restarts = new Gauge({
      name: 'janela_consumer_restarts',
      help: 'How often the client of a consumer had to be started again since it last committed an offset',
      labelNames: ['consumer'],
      registers,
    });
    this.handlingSeconds = new Histogram({
      name: 'janela_event_handling_seconds',
      help: 'Time in a handler; for a batch handler, of the whole batch',
      labelNames: ['consumer', 'handler'],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    });
    this.deliverySeconds = new Histogram({
      name: 'janela_event_delivery_seconds',
      help: "From the publisher's transaction to the consumer's commit, of the first event of each slice",
      labelNames: ['consumer'],
      buckets: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600],
      registers,
    });
  }

  /** Adds a figure that is counted only when the metrics are read. When it cannot be counted, the others still are. */
  watch(name: string, help: string, count: () => Promise<number>): void {
    const read = remembered(count);
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: async () => gauge.set(await read().catch(() => Number.NaN)),
    });
  }
}
