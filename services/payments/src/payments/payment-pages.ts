import { Injectable } from '@nestjs/common';
import type { Page, Payment } from '@janela/contracts';
import { type Actor, Audit, Cursors, type Tx } from '@janela/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';

import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { PaymentEntity } from './payment.entity.ts';
import { toPayment } from './to-payment.ts';

/** How a page is known: by its list in cursors, by its subject in the audit trail. */
interface PageOf {
  list: string;
  subject: string;
  limit: number;
}

/** Every list of payments, a page at a time; whose payments were shown is on record. */
@Injectable()
export class PaymentPages {
  constructor(
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  /** Returns after which payment of a list the next page starts. */
  startOf(list: string, after: string | undefined): string | undefined {
    return this.cursors.read(list, z.uuid(), after);
  }

  /** Reads a page of what `paymentsWithProgramme` finds. */
  async read(
    tx: Tx,
    actor: Actor,
    found: SelectQueryBuilder<PaymentEntity>,
    { list, subject, limit }: PageOf,
  ): Promise<Page<Payment>> {
    const { entities, raw } = await found.limit(limit + 1).getRawAndEntities<{ programme: string }>();
    const shown = entities.slice(0, limit);
    await this.audit.noteShown(tx, actor, { kind: 'payment', action: 'payment.read', subject, shown });
    const rows = entities.map((payment, index) => ({ payment, programme: raw[index]?.programme ?? '' }));
    const toItem = ({ payment, programme }: (typeof rows)[number]) => toPayment(payment, programme);
    return this.cursors.page(list, rows, limit, { item: toItem, position: ({ payment }) => payment.id });
  }
}

/** Starts a query for payments `p`, each with its programme. */
export function paymentsWithProgramme(tx: Tx): SelectQueryBuilder<PaymentEntity> {
  return tx
    .createQueryBuilder(PaymentEntity, 'p')
    .innerJoin(CycleEntity, 'c', 'c.id = p.cycle_id')
    .addSelect('c.programme', 'programme');
}
