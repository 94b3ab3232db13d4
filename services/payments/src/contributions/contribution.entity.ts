import { minorUnits } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Branch, ContributionChannel, Period, PlainDate, ReversalReason } from '@janela/contracts';

/** What was paid in for a member. */
@Entity('contributions')
export class ContributionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  branch!: Branch;

  @Column('text')
  period!: Period;

  @Column('bigint', { transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text')
  channel!: ContributionChannel;

  @Column('text')
  receipt!: string;

  @Column('date')
  receivedOn!: PlainDate;

  @Column('text')
  recordedBy!: string;

  @Column('timestamptz', { nullable: true })
  reversedAt!: Date | null;

  @Column('text', { nullable: true })
  reversedBecause!: ReversalReason | null;
}
