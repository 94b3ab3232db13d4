import { Injectable } from '@nestjs/common';
import type { Contribution, ListContributions, Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { z } from 'zod';

import { ContributionEntity } from './contribution.entity.ts';
import { toContribution } from './to-contribution.ts';

const list = 'contributions';

@Injectable()
export class ContributionsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  /** Returns what a member paid in, newest first; what was shown is on record. */
  list(actor: Actor, { personId, programme, limit, after }: ListContributions): Promise<Page<Contribution>> {
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      const found = tx.createQueryBuilder(ContributionEntity, 'c').where('c.person_id = :personId', { personId });
      if (programme) found.andWhere('c.programme = :programme', { programme });
      if (position) found.andWhere('c.id < :position', { position });
      const rows = await found
        .orderBy('c.id', 'DESC')
        .limit(limit + 1)
        .getMany();
      const details = { programme, count: Math.min(rows.length, limit) };
      await this.audit.add(tx, actor, { action: 'contribution.read', subject: `person:${personId}`, details });
      return this.cursors.page(list, rows, limit, { item: toContribution, position: ({ id }) => id });
    });
  }
}
