import type { Determination, PlainDate, Reason } from '@janela/contracts';
import { minorUnits } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { FactSnapshot } from '../rules/facts/read-facts.ts';

/** What the rules said of an application, with all that they saw. Never changed. */
@Entity('determinations')
export class DeterminationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  applicationId!: string;

  @Column('text')
  areaCode!: string;

  @Column('integer')
  programmeVersion!: number;

  @Column('integer')
  factsVersion!: number;

  @Column('date')
  asOf!: PlainDate;

  @Column({ name: 'sheet', type: 'jsonb' })
  snapshot!: FactSnapshot;

  @Column('text')
  outcome!: Determination;

  @Column('jsonb')
  reasons!: Reason[];

  @Column('bigint', { nullable: true, transformer: minorUnits })
  amountMinor!: bigint | null;

  @Column('timestamptz')
  madeAt!: Date;
}
