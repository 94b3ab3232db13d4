import type { Determination, PlainDate, Reason } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { FactSheet } from '../facts/read-facts.ts';
import { minorUnits } from '../minor-units.ts';

/** What the rules said of an application, with all that they saw. Never changed. */
@Entity('determinations')
export class DeterminationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('integer', { name: 'programme_version' })
  programmeVersion!: number;

  @Column('integer', { name: 'facts_version' })
  factsVersion!: number;

  @Column('date', { name: 'as_of' })
  asOf!: PlainDate;

  @Column('jsonb')
  sheet!: FactSheet;

  @Column('text')
  outcome!: Determination;

  @Column('jsonb')
  reasons!: Reason[];

  @Column('bigint', { name: 'amount_minor', nullable: true, transformer: minorUnits })
  amountMinor!: bigint | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
