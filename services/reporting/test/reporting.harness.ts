import { jest } from '@jest/globals';
import { recordOf } from '@janela/messaging';
import { type Harness, ok, startHarness } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { ReportingConfig } from '../src/reporting.config.ts';
import { ReportingModule } from '../src/reporting.module.ts';
import { type EventOnDay, idOf } from './event-on-day.ts';
import { smallDenominators } from './small-denominators.ts';

// A busy machine takes its time.
jest.setTimeout(60_000);

/** Reporting, and how its specs load events and denominators. */
export interface Reporting extends Harness<'reporting'> {
  /** Delivers events one after the other. Throws when one is parked. */
  publishAll: (events: readonly EventOnDay[]) => Promise<void>;
  loadDenominators: () => Promise<void>;
}

interface Options {
  environment?: Readonly<Record<string, string>>;
  module?: typeof ReportingModule;
  migrations?: typeof migrations;
}

/** Starts the whole service, on a database and a port of its own; `stop()` it afterwards. */
export async function startReporting({ module = ReportingModule, ...options }: Options = {}): Promise<Reporting> {
  const harness = await startHarness(module, { service: 'reporting', config: ReportingConfig, migrations, ...options });
  return {
    ...harness,
    publishAll: async (events) => {
      for (const each of events) await harness.publish(each.event, each.data, deliveryOf(each));
    },
    loadDenominators: async () => {
      const administrator = await harness.as('administrator');
      ok(await administrator.put('/v1/denominators', smallDenominators));
    },
  };
}

/** How an event is delivered: twice, it has the same id. */
const deliveryOf = ({ event, data, version, time }: EventOnDay) => ({
  aggregateVersion: version,
  time,
  id: idOf(`${event.type} ${event.keyOf(data)} ${version}`),
});

/** Returns an event as the broker delivers it. */
export const recordFrom = (each: EventOnDay) => recordOf(each.event, each.data, deliveryOf(each));
