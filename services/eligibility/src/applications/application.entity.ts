import type { ApplicationState } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('applications')
export class ApplicationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  state!: ApplicationState;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'determination_id', nullable: true })
  determinationId!: string | null;

  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId!: string | null;

  @Column('uuid', { name: 'enrolment_id', nullable: true })
  enrolmentId!: string | null;

  @Column('uuid', { name: 'reopened_by', nullable: true })
  reopenedBy!: string | null;

  @Column('text', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('text', { name: 'submitted_by_name' })
  submittedByName!: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;
}
