import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '@janela/contracts';

import { minorUnits } from '../minor-units.ts';

/** Money that a programme was given to spend. */
@Entity('funds')
export class FundsEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('bigint', { name: 'amount_minor', transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text')
  source!: string;

  @Column('text')
  reference!: string;

  @Column('date', { name: 'received_on' })
  receivedOn!: PlainDate;

  @Column('text', { name: 'added_by' })
  addedBy!: string;

  @Column('timestamptz', { name: 'added_at', default: () => 'now()' })
  addedAt!: Date;
}
