import { Injectable } from '@nestjs/common';
import type { Denominator, ListDenominators } from '@janela/contracts';
import { type Actor, Database, mustReach, type Tx } from '@janela/platform';
import { IsNull } from 'typeorm';

import { DenominatorEntity } from './denominator.entity.ts';
import { toDenominator } from './to-denominator.ts';

@Injectable()
export class DenominatorsService {
  constructor(private readonly database: Database) {}

  /** Returns what holds now for an area. */
  async list(actor: Actor, { areaCode }: ListDenominators): Promise<{ items: Denominator[] }> {
    mustReach(actor, areaCode);
    const rows = await this.database.read(actor, (tx) =>
      tx.find(DenominatorEntity, {
        where: { replacedAt: IsNull(), areaCode },
        order: { measure: 'ASC', year: 'ASC', id: 'ASC' },
      }),
    );
    return { items: rows.map(toDenominator) };
  }
}

/** Returns the rows that hold now, of everywhere: there are a few thousand at most. */
export function currentDenominators(tx: Tx): Promise<DenominatorEntity[]> {
  return tx.findBy(DenominatorEntity, { replacedAt: IsNull() });
}
