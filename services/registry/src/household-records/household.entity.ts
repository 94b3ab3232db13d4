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

  @Column('text')
  areaCode!: string;

  @Column({ type: 'text' })
  state!: HouseholdState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  source!: RegistrationSource;

  @Column('text')
  externalReference!: string | null;

  /** The series to which the number on the form belongs, the district that gave it out, and the number as it is compared. */
  @Column('text')
  referenceSource!: string | null;

  @Column('text')
  referenceArea!: string | null;

  @Column('text')
  referenceKey!: string | null;

  @Column({ type: 'text' })
  address!: string | null;

  @Column('date')
  residentSince!: PlainDate | null;

  @Column({ type: 'boolean' })
  urban!: boolean | null;

  @Column({ type: 'jsonb' })
  dwelling!: Dwelling | null;

  @Column({ type: 'text', array: true })
  assets!: Asset[] | null;

  @Column({ type: 'jsonb' })
  consumption!: Consumption | null;

  @Column('date')
  closedOn!: PlainDate | null;

  @Column('text')
  closingReason!: ClosingReason | null;

  @Column('uuid')
  mergedInto!: string | null;

  @Column('timestamptz')
  registeredAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
