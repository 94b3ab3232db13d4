import type { CaseChannel, CaseLevel, CaseResolution, CaseState } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cases')
export class CaseEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: CaseState;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'boolean' })
  sensitive!: boolean;

  @Column({ type: 'uuid', name: 'record_id' })
  recordId!: string | null;

  @Column({ type: 'text', name: 'description_sealed' })
  descriptionSealed!: string;

  @Column({ type: 'text' })
  channel!: CaseChannel;

  @Column({ type: 'boolean' })
  anonymous!: boolean;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string | null;

  @Column({ type: 'uuid', name: 'application_id' })
  applicationId!: string | null;

  @Column({ type: 'uuid', name: 'payment_id' })
  paymentId!: string | null;

  @Column({ type: 'text' })
  level!: CaseLevel;

  @Column({ type: 'text', name: 'assigned_to' })
  assignedTo!: string | null;

  @Column({ type: 'text', name: 'assigned_name' })
  assignedName!: string | null;

  @Column({ type: 'timestamptz', name: 'acknowledge_by' })
  acknowledgeBy!: Date;

  @Column({ type: 'timestamptz', name: 'resolve_by' })
  resolveBy!: Date;

  @Column({ type: 'timestamptz', name: 'escalate_by' })
  escalateBy!: Date | null;

  @Column({ type: 'timestamptz', name: 'acknowledged_at' })
  acknowledgedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'reminded_at' })
  remindedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'overdue_at' })
  overdueAt!: Date | null;

  @Column({ type: 'text' })
  resolution!: CaseResolution | null;

  @Column({ type: 'text', name: 'answer_sealed' })
  answerSealed!: string | null;

  @Column({ type: 'timestamptz', name: 'resolved_at' })
  resolvedAt!: Date | null;

  @Column({ type: 'uuid', name: 'appeal_id' })
  appealId!: string | null;

  @Column({ type: 'timestamptz', name: 'filed_at' })
  filedAt!: Date;

  @Column({ type: 'text', name: 'filed_by' })
  filedBy!: string;
}
