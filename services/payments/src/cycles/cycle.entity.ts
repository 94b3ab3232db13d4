import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CycleState, Frequency, Period, PlainDate } from '@janela/contracts';

import { minorUnits } from '../minor-units.ts';

/** What a programme pays for a period. */
@Entity('cycles')
export class CycleEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  state!: CycleState;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  period!: Period;

  @Column('smallint', { name: 'period_months' })
  periodMonths!: number;

  @Column('text')
  frequency!: Frequency;

  @Column('date', { name: 'cutoff_on' })
  cutoffOn!: PlainDate;

  @Column('text')
  currency!: string;

  @Column('integer')
  count!: number;

  @Column('bigint', { name: 'total_minor', transformer: minorUnits })
  totalMinor!: bigint;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('text', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('bytea', { name: 'list_hash', nullable: true })
  listHash!: Buffer | null;

  /** Of who is paid how much and how, whatever is held. */
  @Column('bytea', { name: 'lines_hash', nullable: true })
  linesHash!: Buffer | null;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column('text', { nullable: true })
  rejection!: string | null;

  @Column('text', { name: 'dispatch_requested_by', nullable: true })
  dispatchRequestedBy!: string | null;

  @Column('timestamptz', { name: 'dispatch_requested_at', nullable: true })
  dispatchRequestedAt!: Date | null;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt!: Date | null;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
