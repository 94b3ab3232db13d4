import type { DecisionOutcome } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an officer decided. Never changed; an appeal brings another one. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  applicationId!: string;

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  determinationId!: string;

  @Column('text')
  outcome!: DecisionOutcome;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  duplicateReason!: string | null;

  @Column('uuid', { array: true })
  duplicateIds!: string[];

  @Column('text')
  decidedBy!: string;

  @Column('text')
  decidedByName!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}
