import { Injectable } from '@nestjs/common';
import type { ChangeHousehold, Household } from '@janela/contracts';
import { type Actor, Clock, Database, type VersionedRef } from '@janela/platform';

import { SuspicionsService } from '../duplicates/suspicions.service.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { type GivenDay, mustHaveCome } from './day-rules.ts';
import { editHousehold } from './edit-household.ts';
import { HouseholdChanges } from './household-changes.ts';
import { HouseholdsService } from './households.service.ts';

@Injectable()
export class ChangeHouseholdService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly reader: NumberReader,
    private readonly suspicions: SuspicionsService,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Changes what the request names. Throws `InvalidRequest` for a number or a day that cannot be. */
  async change(actor: Actor, { id, expectedVersion }: VersionedRef, input: ChangeHousehold): Promise<Household> {
    const { reason, note } = input;
    const today = this.clock.today();
    mustHaveCome(daysOf(input), today);
    const members = input.members && (await this.reader.members(input.members, (index) => `/members/${index}`));
    const read = { ...input, ...(members && { members }) };
    const action = { householdId: id, expectedVersion, what: 'updated', reason, note };
    return this.database.write(actor, async (tx) => {
      await this.suspicions.lockNumbers(tx, members ?? []);
      const changed = await this.changes.apply(tx, actor, action, (record) =>
        editHousehold(record, read, { cipher: this.cipher, today }),
      );
      return this.households.show(tx, actor, changed);
    });
  }
}

/** Each day that a change names, and where. */
function daysOf({ consent, withdrawConsent, members = [] }: ChangeHousehold): GivenDay[] {
  return [
    { pointer: '/consent/givenOn', day: consent?.givenOn },
    { pointer: '/withdrawConsent/on', day: withdrawConsent?.on },
    ...members.map(({ bornOn }, index) => ({ pointer: `/members/${index}/bornOn`, day: bornOn })),
  ];
}
