import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Fingerprints } from './form-fingerprints.ts';
import type { KnownRow } from './match-members.ts';

@Entity('imported_forms')
export class ImportedFormEntity {
  @PrimaryColumn('text')
  referenceKey!: string;

  @PrimaryColumn('text')
  referenceArea!: string;

  @PrimaryColumn('text')
  referenceSource!: string;

  /** As it was written last. */
  @Column('text')
  householdRef!: string;

  @Column('uuid')
  householdId!: string;

  @Column({ type: 'jsonb' })
  parts!: Fingerprints['parts'];

  @Column({ type: 'jsonb' })
  members!: KnownRow[];
}
