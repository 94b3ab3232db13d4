import { Injectable } from '@nestjs/common';
import type { DesignatePayee, Household } from '@janela/contracts';
import { type Actor, Database, type VersionedRef } from '@janela/platform';

import { NumberCipher } from '../encryption/number-cipher.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { editPayee } from './edit-household.ts';
import { HouseholdChanges } from './household-changes.ts';
import { HouseholdsService } from './households.service.ts';

@Injectable()
export class DesignatePayeeService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly reader: NumberReader,
    private readonly cipher: NumberCipher,
  ) {}

  /** Requests another payee, way or account; it holds once a second person has confirmed it. */
  async designate(actor: Actor, { id, expectedVersion }: VersionedRef, given: DesignatePayee): Promise<Household> {
    const input = await this.reader.payee(given);
    const action = { householdId: id, expectedVersion, what: 'payee_change_requested' };
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(tx, actor, action, (record) => editPayee(record, input, this.cipher));
      return this.households.show(tx, actor, changed);
    });
  }
}
