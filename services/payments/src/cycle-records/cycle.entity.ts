import { minorUnits } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CycleState, Frequency, Period, PlainDate } from '@janela/contracts';

/** What a programme pays for a period. */
@Entity('cycles')
export class CycleEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  state!: CycleState;

  @Column('uuid')
  programmeId!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  period!: Period;

  @Column('smallint')
  periodMonths!: number;

  @Column('text')
  frequency!: Frequency;

  @Column('date')
  cutoffOn!: PlainDate;

  @Column('text')
  currency!: string;

  @Column('integer')
  count!: number;

  @Column('bigint', { transformer: minorUnits })
  totalMinor!: bigint;

  @Column('text')
  openedBy!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('text', { nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('bytea', { nullable: true })
  listHash!: Buffer | null;

  /** Of who is paid how much and how, whatever is held. */
  @Column('bytea', { nullable: true })
  linesHash!: Buffer | null;

  @Column('text', { nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Column('text', { nullable: true })
  rejection!: string | null;

  @Column('text', { nullable: true })
  dispatchRequestedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  dispatchRequestedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;

  @Column('text', { nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
