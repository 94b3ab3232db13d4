import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Prints } from './form-prints.ts';
import type { KnownRow } from './match-members.ts';

@Entity('imported_forms')
export class ImportedFormEntity {
  @PrimaryColumn({ type: 'text', name: 'household_ref' })
  householdRef!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'jsonb' })
  parts!: Prints['parts'];

  @Column({ type: 'jsonb' })
  members!: KnownRow[];
}
