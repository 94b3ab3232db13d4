import type { DecisionOutcome } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an officer decided. Never changed; an appeal brings another one. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('uuid', { name: 'determination_id' })
  determinationId!: string;

  @Column('text')
  outcome!: DecisionOutcome;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'duplicate_reason', nullable: true })
  duplicateReason!: string | null;

  @Column('uuid', { name: 'duplicate_ids', array: true })
  duplicateIds!: string[];

  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Column('text', { name: 'decided_by_name' })
  decidedByName!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
