import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form of which only some people are those of the household with its number. */
@Entity('import_waiting')
export class WaitingHouseholdEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  importId!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'integer' })
  line!: number;

  @Column('text')
  householdRef!: string;

  /** How many of those who live in the household are on the form. */
  @Column({ type: 'smallint' })
  matched!: number;

  /** How many live in the household. */
  @Column({ type: 'smallint' })
  members!: number;

  /** Who lives there, was on the form before, and would leave where this one is accepted. */
  @Column({ type: 'uuid', array: true })
  leaving!: string[];

  /** Who sent the file; unknown only of forms that were decided before it was kept. */
  @Column('text')
  sentBy!: string | null;

  @Column({ type: 'text' })
  sealed!: string | null;

  @Column({ type: 'text' })
  state!: 'waiting' | 'accepted' | 'dropped' | 'replaced' | 'expired';

  @Column('text')
  decidedBy!: string | null;

  @Column('timestamptz')
  decidedAt!: Date | null;
}
