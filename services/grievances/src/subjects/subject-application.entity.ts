import type { DecisionOutcome } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('subject_applications')
export class SubjectApplicationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  /** The ids of those who submitted or decided it, ever. */
  @Column({ name: 'hands', type: 'text', array: true })
  staff!: string[];

  @Column('uuid')
  decisionId!: string | null;

  @Column({ type: 'text' })
  outcome!: DecisionOutcome | null;

  @Column('timestamptz')
  decidedAt!: Date | null;
}
