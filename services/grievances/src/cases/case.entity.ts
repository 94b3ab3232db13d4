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

  @Column('uuid')
  recordId!: string | null;

  @Column('text')
  descriptionSealed!: string;

  @Column({ type: 'text' })
  channel!: CaseChannel;

  @Column({ type: 'boolean' })
  anonymous!: boolean;

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  householdId!: string | null;

  @Column('uuid')
  applicationId!: string | null;

  @Column('uuid')
  paymentId!: string | null;

  @Column({ type: 'text' })
  level!: CaseLevel;

  @Column('text')
  assignedTo!: string | null;

  @Column('text')
  assignedName!: string | null;

  @Column('timestamptz')
  acknowledgeBy!: Date;

  @Column('timestamptz')
  resolveBy!: Date;

  @Column('timestamptz')
  escalateBy!: Date | null;

  @Column('timestamptz')
  acknowledgedAt!: Date | null;

  @Column('timestamptz')
  remindedAt!: Date | null;

  @Column('timestamptz')
  overdueAt!: Date | null;

  @Column({ type: 'text' })
  resolution!: CaseResolution | null;

  @Column('text')
  answerSealed!: string | null;

  @Column('timestamptz')
  resolvedAt!: Date | null;

  @Column('uuid')
  appealId!: string | null;

  @Column('timestamptz')
  filedAt!: Date;

  @Column('text')
  filedBy!: string;
}
