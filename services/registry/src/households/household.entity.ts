import type {
  Asset,
  ClosingReason,
  Consumption,
  Dwelling,
  HouseholdState,
  PlainDate,
  RegistrationSource,
} from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('households')
export class HouseholdEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'text' })
  state!: HouseholdState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  source!: RegistrationSource;

  @Column({ type: 'text', name: 'external_reference' })
  externalReference!: string | null;

  /** The series to which the number on the form belongs, the district that gave it out, and the number as it is compared. */
  @Column({ type: 'text', name: 'reference_source' })
  referenceSource!: string | null;

  @Column({ type: 'text', name: 'reference_area' })
  referenceArea!: string | null;

  @Column({ type: 'text', name: 'reference_key' })
  referenceKey!: string | null;

  @Column({ type: 'text' })
  address!: string | null;

  @Column({ type: 'date', name: 'resident_since' })
  residentSince!: PlainDate | null;

  @Column({ type: 'boolean' })
  urban!: boolean | null;

  @Column({ type: 'jsonb' })
  dwelling!: Dwelling | null;

  @Column({ type: 'text', array: true })
  assets!: Asset[] | null;

  @Column({ type: 'jsonb' })
  consumption!: Consumption | null;

  @Column({ type: 'date', name: 'closed_on' })
  closedOn!: PlainDate | null;

  @Column({ type: 'text', name: 'closing_reason' })
  closingReason!: ClosingReason | null;

  @Column({ type: 'uuid', name: 'merged_into' })
  mergedInto!: string | null;

  @Column({ type: 'timestamptz', name: 'registered_at' })
  registeredAt!: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}
