import { Injectable } from '@nestjs/common';
import {
  HouseholdClosed,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdRegistered,
  HouseholdUpdated,
} from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { allowSensitive } from '../cases/case-access.ts';

type HouseholdEvent = ReceivedEvent<
  | typeof HouseholdRegistered
  | typeof HouseholdUpdated
  | typeof HouseholdMoved
  | typeof HouseholdMerged
  | typeof HouseholdClosed
>;

@Injectable()
export class HouseholdConsumer {
  /** Keeps which households there are, and where. Cases of one that was merged go on under the one that remains. */
  @OnEventBatch(HouseholdRegistered, HouseholdUpdated, HouseholdMoved, HouseholdMerged, HouseholdClosed)
  async onHouseholdEvents(events: readonly HouseholdEvent[], tx: Tx): Promise<void> {
    const latest = [...new Map(events.map((event) => [event.key, event])).values()];
    await tx.query(
      `INSERT INTO subject_households (id, area_code, merged_into)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[])
       ON CONFLICT (id) DO UPDATE SET area_code = excluded.area_code, merged_into = excluded.merged_into`,
      [latest.map(({ key }) => key), latest.map(({ data }) => data.areaCode), latest.map(mergedInto)],
    );
    if (latest.some((event) => mergedInto(event) !== null)) await this.moveCases(tx, latest);
  }

  private async moveCases(tx: Tx, events: readonly HouseholdEvent[]): Promise<void> {
    await allowSensitive(tx);
    const merged = events.filter((event) => mergedInto(event) !== null);
    await tx.query(
      `UPDATE cases SET household_id = merged.remaining, version = version + 1
       FROM unnest($1::uuid[], $2::uuid[]) AS merged (id, remaining) WHERE household_id = merged.id`,
      [merged.map(({ key }) => key), merged.map(mergedInto)],
    );
  }
}

function mergedInto(event: HouseholdEvent): string | null {
  return event.type === HouseholdMerged.type && 'intoHouseholdId' in event.data ? event.data.intoHouseholdId : null;
}
