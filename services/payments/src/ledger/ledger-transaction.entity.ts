import { Column, Entity, PrimaryColumn } from 'typeorm';

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
