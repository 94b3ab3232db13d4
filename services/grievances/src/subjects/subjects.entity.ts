import type { DecisionOutcome } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('subject_households')
export class SubjectHouseholdEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  mergedInto!: string | null;
}

@Entity('subject_applications')
export class SubjectApplicationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'text', array: true })
  hands!: string[];

  @Column('uuid')
  decisionId!: string | null;

  @Column({ type: 'text' })
  outcome!: DecisionOutcome | null;

  @Column('timestamptz')
  decidedAt!: Date | null;
}

@Entity('subject_payments')
export class SubjectPaymentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'text', array: true })
  hands!: string[];

  @Column('uuid')
  cycleId!: string | null;

  @Column('timestamptz')
  settledAt!: Date | null;
}
