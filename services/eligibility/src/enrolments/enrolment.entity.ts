import type { EnrolmentReason, EnrolmentState, PlainDate } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { minorUnits, wholeNumbers } from '../minor-units.ts';

/** Somebody's place in a programme, or in the queue for one. */
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

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('uuid', { name: 'covered_person_ids', array: true })
  coveredPersonIds!: string[];

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('integer', { name: 'programme_version' })
  programmeVersion!: number;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Nothing where being a member is the cover. */
  @Column('bigint', { name: 'amount_minor', nullable: true, transformer: minorUnits })
  amountMinor!: bigint | null;

  @Column('date', { name: 'from_on', nullable: true })
  fromOn!: PlainDate | null;

  @Column('date', { name: 'to_on', nullable: true })
  toOn!: PlainDate | null;

  /** The day from which it is as it is now. */
  @Column('date', { name: 'changed_on' })
  changedOn!: PlainDate;

  @Column('date', { name: 'suspended_until', nullable: true })
  suspendedUntil!: PlainDate | null;

  @Column('text', { name: 'quota_area', nullable: true })
  quotaArea!: string | null;

  @Column('bigint', { array: true, transformer: wholeNumbers })
  rank!: (number | null)[];

  @Column('bigint', { name: 'rank_key', array: true, transformer: wholeNumbers })
  rankKey!: (number | null)[];

  @Column('timestamptz', { name: 'waiting_since' })
  waitingSince!: Date;
}
