import { Injectable } from '@nestjs/common';
import { type FindHousehold, type HouseholdSummary, Id, type Page } from '@janela/contracts';
import { referenceKey } from '@janela/kernel';
import { type Actor, Audit, Cursors, Database, known } from '@janela/platform';
import { In, LessThan } from 'typeorm';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { SearchWithoutTerm } from '../registry.errors.ts';
import { findHeads, type Head } from './find-heads.ts';
import { HouseholdEntity } from '../household-records/household.entity.ts';
import { mustBeHouseholdNumbers } from './read-number.ts';

/** Finds a household by what identifies it. There is no list of all of them: one searches before one browses. */
@Injectable()
export class FindHouseholdService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly accessLog: AccessLogService,
    private readonly cursors: Cursors,
  ) {}

  /**
   * The one household with this number, or all within reach whose forms have it, the latest first: several districts and series may
   * give it out.
   */
  list(actor: Actor, { number, externalReference, limit, after }: FindHousehold): Promise<Page<HouseholdSummary>> {
    if (number === undefined && externalReference === undefined) throw new SearchWithoutTerm();
    const list = `households ${JSON.stringify([number, externalReference])}`;
    const from = this.cursors.read(list, Id, after);
    const where = {
      ...(from !== undefined && { id: LessThan(from) }),
      ...(number !== undefined && { number: In(mustBeHouseholdNumbers(number)) }),
      ...(externalReference !== undefined && { referenceKey: referenceKey(externalReference) }),
    };
    return this.database.write(actor, async (tx) => {
      await this.audit.add(tx, actor, {
        action: 'household.searched',
        subject: 'register:households',
        details: { number, externalReference },
      });
      const households = await tx.find(HouseholdEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
      const shown = households.slice(0, limit).map(({ id }) => id);
      await this.accessLog.noteAll(tx, actor, shown, 'found');
      const heads = await findHeads(tx, shown);
      return this.cursors.page(list, households, limit, {
        item: (household) => toSummary(household, heads.get(household.id)),
        position: ({ id }) => id,
      });
    });
  }
}

function toSummary(household: HouseholdEntity, head: Head | undefined): HouseholdSummary {
  const { id, number, state, areaCode, address, registeredAt } = household;
  return {
    id,
    number,
    state,
    areaCode,
    headName: head?.name ?? '',
    size: head?.size ?? 0,
    ...known({ address }),
    registeredAt: registeredAt.toISOString(),
  };
}
