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

  @Column('text', { name: 'by_actor' })
  byActor!: string;

  @Column('uuid', { name: 'cycle_id', nullable: true })
  cycleId!: string | null;

  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId!: string | null;

  @Column('uuid', { name: 'payment_id', nullable: true })
  paymentId!: string | null;

  @Column('uuid', { name: 'funds_id', nullable: true })
  fundsId!: string | null;

  @Column('uuid', { name: 'contribution_id', nullable: true })
  contributionId!: string | null;

  @Column('uuid', { name: 'settlement_id', nullable: true })
  settlementId!: string | null;
}

/** A line of a transaction: a debit is above zero, a credit below. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @PrimaryColumn('uuid', { name: 'transaction_id' })
  transactionId!: string;

  @PrimaryColumn('smallint')
  line!: number;

  @Column('text')
  account!: string;

  @Column('text')
  currency!: string;

  @Column('bigint', { name: 'amount_minor', transformer: minorUnits })
  amountMinor!: bigint;
}
