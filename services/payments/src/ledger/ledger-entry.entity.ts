import { minorUnits } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
