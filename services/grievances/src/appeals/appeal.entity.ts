import type { AppealState } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('appeals')
export class AppealEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: AppealState;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'uuid', name: 'application_id' })
  applicationId!: string | null;

  @Column({ type: 'uuid', name: 'decision_id' })
  decisionId!: string | null;

  @Column({ type: 'uuid', name: 'payment_id' })
  paymentId!: string | null;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'text', name: 'grounds_sealed' })
  groundsSealed!: string;

  @Column({ type: 'timestamptz', name: 'filed_at' })
  filedAt!: Date;

  @Column({ type: 'text', name: 'filed_by' })
  filedBy!: string;

  @Column({ type: 'text', name: 'reason_sealed' })
  reasonSealed!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt!: Date | null;

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy!: string | null;

  @Column({ type: 'text', name: 'decided_name' })
  decidedName!: string | null;
}
