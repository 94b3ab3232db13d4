import { Column, Entity, PrimaryColumn } from 'typeorm';

import { minorUnits } from '../minor-units.ts';

/** Something that happened to money, once. */
@Entity('ledger_transactions')
export class LedgerTransactionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Left to the database. */
  @Column({ type: 'timestamptz', insert: false, update: false })
  at?: Date;

  @Column('text')
  what!: string;

  @Column('text')
  byActor!: string;

  @Column('uuid', { nullable: true })
  cycleId!: string | null;

  @Column('uuid', { nullable: true })
  batchId!: string | null;

  @Column('uuid', { nullable: true })
  paymentId!: string | null;

  @Column('uuid', { nullable: true })
  fundsId!: string | null;

  @Column('uuid', { nullable: true })
  contributionId!: string | null;

  @Column('uuid', { nullable: true })
  settlementId!: string | null;
}

/** A line of a transaction: a debit is above zero, a credit below. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @PrimaryColumn('uuid')
  transactionId!: string;

  @PrimaryColumn('smallint')
  line!: number;

  @Column('text')
  account!: string;

  @Column('text')
  currency!: string;

  @Column('bigint', { transformer: minorUnits })
  amountMinor!: bigint;
}
