import type { RegistrationSource } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('household_changes')
export class HouseholdChangeEntity {
  @PrimaryColumn({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', name: 'actor_name' })
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

  @Column({ type: 'uuid', name: 'event_id' })
  eventId!: string | null;

  /** What the rows held that the change touched, by table and key; null where there was no row. */
  @Column({ type: 'jsonb' })
  before!: Record<string, unknown> | null;
}
