import { Injectable } from '@nestjs/common';
import type { Household } from '@janela/contracts';
import { type Actor, Clock, Database, type Tx } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { getHousehold } from '../household-records/get-household.ts';
import { findRecord } from '../household-records/household-record.ts';
import { findLastEvent } from '../household-records/find-last-event.ts';
import { MissingMasks } from '../household-records/missing-masks.ts';
import { HouseholdNotFound } from '../registry.errors.ts';
import type { Changed } from './household-changes.ts';
import { toHousehold } from './to-household.ts';

@Injectable()
export class HouseholdsService {
  constructor(
    private readonly database: Database,
    private readonly accessLog: AccessLogService,
    private readonly masks: MissingMasks,
    private readonly clock: Clock,
  ) {}

  /** Returns a household; that it was shown stays on record. */
  get(actor: Actor, id: string): Promise<Household> {
    return this.database.write(actor, async (tx) => {
      const record = await findRecord(tx, id);
      if (!record) throw new HouseholdNotFound();
      return this.show(tx, actor, { record, eventId: undefined });
    });
  }

  /** Returns a household as it is answered after every change, also one that changed nothing; that it was shown stays on record. */
  async show(tx: Tx, actor: Actor, { record, eventId }: Pick<Changed, 'record' | 'eventId'>): Promise<Household> {
    const { household } = record;
    await this.accessLog.note(tx, actor, household, 'household');
    const lastEventId = eventId ?? (await findLastEvent(tx, household.id));
    return toHousehold(this.masks.complete(record), { today: this.clock.today(), lastEventId });
  }

  /** Records that a stored answer was shown again. Throws `HouseholdNotFound` when the household is out of reach by now. */
  noteReplay(actor: Actor, id: string): Promise<void> {
    return this.database.write(actor, async (tx) =>
      this.accessLog.note(tx, actor, await getHousehold(tx, id), 'household'),
    );
  }
}
