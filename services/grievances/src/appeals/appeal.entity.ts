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

  @Column('uuid')
  caseId!: string;

  @Column('uuid')
  applicationId!: string | null;

  @Column('uuid')
  decisionId!: string | null;

  @Column('uuid')
  paymentId!: string | null;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column('text')
  groundsSealed!: string;

  @Column('timestamptz')
  filedAt!: Date;

  @Column('text')
  filedBy!: string;

  @Column('text')
  reasonSealed!: string | null;

  @Column('timestamptz')
  decidedAt!: Date | null;

  @Column('text')
  decidedBy!: string | null;

  @Column('text')
  decidedName!: string | null;
}
