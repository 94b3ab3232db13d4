import { errorName, RepeatedTask } from '@janela/platform';
import { Logger } from '@nestjs/common';

import type { EventBus, Membership, Position } from '../bus/event-bus.ts';
import type { MessagingMetrics } from '../telemetry/messaging.metrics.ts';
import { isNamedBy } from '../bus/topic-names.ts';
import type { ConsumerPlan } from '../subscriptions/subscriptions.ts';

const defaultLookMs = 5_000;
/** Something to read, and nothing read for so long: the client has stopped without saying so. */
const defaultStallMs = 120_000;

export interface Watched {
  readonly plan: ConsumerPlan;
  readonly member: Membership;
  /** Called after every look that succeeded. */
  readonly onLook?: (positions: readonly Position[]) => Promise<void>;
}

/**
 * Looks at consumers from outside. The client is known to stop fetching for ever without an error; the only cure is a new
 * process, so this is for the liveness probe. When the broker does not answer, nothing is known, and no consumer is at fault.
 */
export class ConsumerWatch {
  private readonly log = new Logger(ConsumerWatch.name);
  /** Since when there has been something to read, by consumer. */
  private readonly behindSince = new Map<string, number>();
  private readonly task: RepeatedTask;

  constructor(
    private readonly bus: Pick<EventBus, 'positions'>,
    private readonly consumers: readonly Watched[],
    private readonly metrics: MessagingMetrics,
    lookMs = defaultLookMs,
    private readonly stallMs = defaultStallMs,
  ) {
    this.task = new RepeatedTask({ everyMs: lookMs, failure: 'Consumers cannot be looked at', run: () => this.look() });
  }

  start(): void {
    this.task.start();
  }

  stop(): Promise<void> {
    return this.task.stop();
  }

  /** Returns a sentence that names a consumer which does not work, as of the last look; undefined when all do. */
  stalled(): string | undefined {
    for (const { plan, member } of this.consumers) {
      const since = this.behindSince.get(plan.consumer);
      const behindMs = since === undefined ? 0 : performance.now() - since;
      const idleMs = Math.min(member.idleMs(), behindMs);
      if (idleMs > this.stallMs) {
        return `${plan.consumer} has events to read and has read nothing for ${Math.round(idleMs / 1000)} s`;
      }
    }
    return undefined;
  }

  async look(): Promise<void> {
    await Promise.all(this.consumers.map((watched) => this.lookAt(watched)));
  }

  private async lookAt({ plan: { consumer, topics }, member, onLook }: Watched): Promise<void> {
    this.metrics.restarts.set({ consumer }, member.restarts());
    try {
      const positions = await this.bus.positions(consumer, topics);
      const behind = this.noteLag(consumer, topics, positions);
      if (!behind) this.behindSince.delete(consumer);
      else if (!this.behindSince.has(consumer)) this.behindSince.set(consumer, performance.now());
      await onLook?.(positions);
    } catch (error) {
      this.behindSince.delete(consumer);
      this.log.warn(`Cannot see how far ${consumer} has got: ${errorName(error)}`);
    }
  }

  private noteLag(consumer: string, topics: readonly string[], positions: readonly Position[]): boolean {
    let total = 0n;
    for (const topic of topics) {
      const own = positions.filter((position) => isNamedBy(topic, position.topic));
      const lag = own.reduce((sum, { committed, end }) => sum + end - committed, 0n);
      this.metrics.lag.set({ consumer, topic }, Number(lag));
      total += lag;
    }
    return total > 0n;
  }
}
