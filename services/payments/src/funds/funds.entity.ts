import { minorUnits } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FundsState, PlainDate } from '@janela/contracts';

/** Money that a programme is given to spend. */
@Entity('funds')
export class FundsEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('bigint', { transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text')
  source!: string;

  @Column('text')
  reference!: string;

  @Column('date')
  receivedOn!: PlainDate;

  @Column('text')
  addedBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  addedAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { default: 'proposed' })
  state!: FundsState;

  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  refusal!: string | null;
}
