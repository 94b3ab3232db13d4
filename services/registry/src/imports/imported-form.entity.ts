import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Prints } from './form-prints.ts';
import type { KnownRow } from './match-members.ts';

@Entity('imported_forms')
export class ImportedFormEntity {
  @PrimaryColumn({ type: 'text', name: 'reference_key' })
  referenceKey!: string;

  @PrimaryColumn({ type: 'text', name: 'reference_area' })
  referenceArea!: string;

  @PrimaryColumn({ type: 'text', name: 'reference_source' })
  referenceSource!: string;

  /** As it was written last. */
  @Column({ type: 'text', name: 'household_ref' })
  householdRef!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'jsonb' })
  parts!: Prints['parts'];

  @Column({ type: 'jsonb' })
  members!: KnownRow[];
}
