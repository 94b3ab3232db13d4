import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Branch, ContributionChannel, Period, PlainDate, ReversalReason } from '@janela/contracts';

import { minorUnits } from '../minor-units.ts';

/** What somebody paid in for a member. */
@Entity('contributions')
export class ContributionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  branch!: Branch;

  @Column('text')
  period!: Period;

  @Column('bigint', { name: 'amount_minor', transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text')
  channel!: ContributionChannel;

  @Column('text')
  receipt!: string;

  @Column('date', { name: 'received_on' })
  receivedOn!: PlainDate;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'reversed_at', nullable: true })
  reversedAt!: Date | null;

  @Column('text', { name: 'reversed_because', nullable: true })
  reversedBecause!: ReversalReason | null;
}
