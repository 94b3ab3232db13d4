import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form of which only some people are those of the household with its number. */
@Entity('import_waiting')
export class WaitingHouseholdEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'import_id' })
  importId!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'integer' })
  line!: number;

  @Column({ type: 'text', name: 'household_ref' })
  householdRef!: string;

  /** How many of those who live in the household are on the form. */
  @Column({ type: 'smallint' })
  matched!: number;

  /** How many live in the household. */
  @Column({ type: 'smallint' })
  members!: number;

  /** Who sent the file; unknown only of forms that were decided before it was kept. */
  @Column({ type: 'text', name: 'sent_by' })
  sentBy!: string | null;

  @Column({ type: 'text' })
  sealed!: string | null;

  @Column({ type: 'text' })
  state!: 'waiting' | 'accepted' | 'dropped' | 'replaced' | 'expired';

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt!: Date | null;
}
