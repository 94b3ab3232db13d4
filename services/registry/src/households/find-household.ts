import { Injectable } from '@nestjs/common';
import { type HouseholdSummary, line } from '@janela/contracts';
import { type Actor, Audit, Database, type Page, type Tx } from '@janela/platform';
import { In } from 'typeorm';
import { z } from 'zod';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { known } from '../known.ts';
import { PersonEntity } from '../people/person.entity.ts';
import { SearchWithoutTerm } from '../registry.errors.ts';
import { referenceKey } from './form-reference.ts';
import { livingMembersOf } from './household-record.ts';
import { HouseholdEntity } from './household.entity.ts';
import { nameOf } from './payee-event.ts';
import { mustBeHouseholdNumbers } from './read-number.ts';

/** How many households with one number are shown; there are as many districts, not more. */
const maxFound = 200;

export const FindHousehold = z.strictObject({
  number: z.string().min(1).max(60).optional(),
  externalReference: line(100).optional(),
});
export type FindHousehold = z.infer<typeof FindHousehold>;

/** Finds a household by what identifies it. There is no list of all of them: one searches before one browses. */
@Injectable()
export class FindHouseholdService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly accessLog: AccessLogService,
  ) {}

  /** The one household with this number, or all within reach whose forms have it: several districts and series may give it out. */
  find(actor: Actor, { number, externalReference }: FindHousehold): Promise<Page<HouseholdSummary>> {
    if (number === undefined && externalReference === undefined) throw new SearchWithoutTerm();
    const where = {
      ...(number !== undefined && { number: In(mustBeHouseholdNumbers(number)) }),
      ...(externalReference !== undefined && { referenceKey: referenceKey(externalReference) }),
    };
    return this.database.write(actor, async (tx) => {
      await this.audit.add(tx, actor, {
        action: 'household.searched',
        subject: 'register:households',
        details: { number, externalReference },
      });
      const households = await tx.find(HouseholdEntity, {
        where,
        order: { registeredAt: 'DESC', id: 'DESC' },
        take: maxFound,
      });
      await this.accessLog.noteAll(
        tx,
        actor,
        households.map(({ id }) => id),
        'found',
      );
      return { items: await summaries(tx, households), next: null };
    });
  }
}

async function summaries(tx: Tx, households: readonly HouseholdEntity[]): Promise<HouseholdSummary[]> {
  const people = await tx.find(PersonEntity, {
    where: { householdId: In(households.map(({ id }) => id)) },
    order: { position: 'ASC' },
  });
  return households.map((household) =>
    toSummary(
      household,
      people.filter(({ householdId }) => householdId === household.id),
    ),
  );
}

function toSummary(household: HouseholdEntity, people: PersonEntity[]): HouseholdSummary {
  const { id, number, state, areaCode, address, registeredAt } = household;
  const living = livingMembersOf({ people });
  const head = living.find(({ relationship }) => relationship === 'head') ?? living[0] ?? people[0];
  return {
    ...{ id, number, state, areaCode, headName: head ? nameOf(head) : '', size: living.length },
    ...known({ address }),
    registeredAt: registeredAt.toISOString(),
  };
}
