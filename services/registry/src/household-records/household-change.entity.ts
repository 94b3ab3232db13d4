import type { RegistrationSource } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('household_changes')
export class HouseholdChangeEntity {
  @PrimaryColumn('uuid')
  householdId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column('text')
  actorName!: string;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'text', array: true })
  changed!: string[];

  @Column({ type: 'text' })
  reason!: string | null;

  @Column({ type: 'text' })
  note!: string | null;

  @Column({ type: 'text' })
  source!: RegistrationSource;

  @Column('uuid')
  eventId!: string | null;

  /** What the rows held that the change touched, by table and key; null where there was no row. */
  @Column({ type: 'jsonb' })
  before!: Record<string, unknown> | null;
}
