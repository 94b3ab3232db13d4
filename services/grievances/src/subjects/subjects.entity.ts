import type { DecisionOutcome } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('subject_households')
export class SubjectHouseholdEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'uuid', name: 'merged_into' })
  mergedInto!: string | null;
}

@Entity('subject_applications')
export class SubjectApplicationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'text', array: true })
  hands!: string[];

  @Column({ type: 'uuid', name: 'decision_id' })
  decisionId!: string | null;

  @Column({ type: 'text' })
  outcome!: DecisionOutcome | null;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt!: Date | null;
}

@Entity('subject_payments')
export class SubjectPaymentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'text', array: true })
  hands!: string[];

  @Column({ type: 'uuid', name: 'cycle_id' })
  cycleId!: string | null;

  @Column({ type: 'timestamptz', name: 'settled_at' })
  settledAt!: Date | null;
}
