import type { EnrolmentReason, EnrolmentState, PlainDate } from '@janela/contracts';
import { minorUnits, wholeNumbers } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The place of a person or a household in a programme, or in the queue for one. */
@Entity('enrolments')
export class EnrolmentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  state!: EnrolmentState;

  @Column('text')
  reason!: EnrolmentReason;

  @Column('uuid')
  householdId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { array: true })
  coveredPersonIds!: string[];

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  programmeId!: string;

  @Column('integer')
  programmeVersion!: number;

  @Column('uuid')
  applicationId!: string;

  /** Nothing where being a member is the cover. */
  @Column('bigint', { nullable: true, transformer: minorUnits })
  amountMinor!: bigint | null;

  @Column('date', { nullable: true })
  fromOn!: PlainDate | null;

  @Column('date', { nullable: true })
  toOn!: PlainDate | null;

  /** The day from which it is as it is now. */
  @Column('date')
  changedOn!: PlainDate;

  @Column('date', { nullable: true })
  suspendedUntil!: PlainDate | null;

  @Column('text', { nullable: true })
  quotaArea!: string | null;

  @Column('bigint', { array: true, transformer: wholeNumbers })
  rank!: (number | null)[];

  @Column('bigint', { array: true, transformer: wholeNumbers })
  rankKey!: (number | null)[];

  @Column('timestamptz')
  waitingSince!: Date;
}
