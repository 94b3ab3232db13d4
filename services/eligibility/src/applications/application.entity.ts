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

  @Column('uuid')
  householdId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  programmeId!: string;

  @Column('uuid', { nullable: true })
  determinationId!: string | null;

  @Column('uuid', { nullable: true })
  decisionId!: string | null;

  @Column('uuid', { nullable: true })
  enrolmentId!: string | null;

  @Column('uuid', { nullable: true })
  reopenedBy!: string | null;

  @Column('text')
  submittedBy!: string;

  @Column('text')
  submittedByName!: string;

  @Column('timestamptz')
  submittedAt!: Date;
}
