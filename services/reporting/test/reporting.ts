import { jest } from '@jest/globals';
import type { SdgRow, SdgTable } from '@janela/contracts';
import { deliver, recordOf } from '@janela/messaging';
import { type Caller, TestService } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { ReportingConfig } from '../src/reporting.config.ts';
import { ReportingModule } from '../src/reporting.module.ts';
import { smallDenominators } from './small-denominators.ts';
import { idOf, type EventOnDay } from './event-on-day.ts';

// A busy machine takes its time.
jest.setTimeout(60_000);

/** The whole service, on a database and a port of its own; `stop()` it afterwards. */
export function startReporting(environment: Readonly<Record<string, string>> = {}): Promise<TestService> {
  return TestService.start({ module: ReportingModule, config: ReportingConfig, migrations, environment });
}

/** An event as the broker hands it over; told twice, it has the same id. */
export const recordFrom = ({ event, data, version, time }: EventOnDay) =>
  recordOf(event, data, { aggregateVersion: version, time, id: idOf(`${event.type} ${event.keyOf(data)} ${version}`) });

/** Hands events over, one after the other. None may be parked. */
export async function publish(service: TestService, events: readonly EventOnDay[]): Promise<void> {
  for (const event of events) {
    const taken = await deliver(service.messaging, recordFrom(event));
    const [parked] = taken.flatMap((each) => each.parked);
    if (parked) throw new Error(`${event.event.type} was parked: ${parked.reason} ${parked.error}`);
  }
}

export async function loadDenominators(service: TestService): Promise<void> {
  const administrator = await service.as('administrator');
  const answer = await administrator.put('/v1/denominators', smallDenominators);
  if (answer.status !== 200) throw new Error(answer.text);
}

export type Figures = Record<string, Record<string, number | null>>;

/** Numerators by series and sex, as `{ SI_COV_POOR: { _T: 7, F: 4, M: 2 } }`. */
export function numerators({ items }: SdgTable): Figures {
  return by(items, ({ numerator }) => numerator);
}

export function by(items: readonly SdgRow[], value: (row: SdgRow) => number | null): Figures {
  const series = Map.groupBy(items, ({ series: name }) => name);
  return Object.fromEntries(
    [...series].map(([name, rows]) => [name, Object.fromEntries(rows.map((row) => [row.sex, value(row)]))]),
  );
}

export async function askSdg(caller: Caller, query: string): Promise<SdgTable> {
  const answer = await caller.get<SdgTable>(`/v1/sdg/1.3.1?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}
