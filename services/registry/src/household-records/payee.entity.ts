import type { DeliveryChannel, PayeeMissing } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person is known as in payments: the name, and the marks of official numbers by kind. */
export interface KnownAs {
  name: string;
  numbers: Record<string, string>;
}

/** Who was designated, and the way. */
export type Designation = Pick<
  PayeeEntity,
  'personId' | 'deputyPersonId' | 'channel' | 'provider' | 'accountSealed' | 'accountMark' | 'accountMasked'
>;

@Entity('payees')
export class PayeeEntity {
  @PrimaryColumn('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  deputyPersonId!: string | null;

  @Column({ type: 'text' })
  channel!: DeliveryChannel;

  @Column({ type: 'text' })
  provider!: string | null;

  @Column('text')
  accountSealed!: string | null;

  @Column('text')
  accountMark!: string | null;

  @Column('text')
  accountMasked!: string | null;

  /** Why the person collects no more; no one has followed yet. */
  @Column({ type: 'text' })
  vacated!: PayeeMissing['reason'] | null;

  /** By person, where two people have not seen yet what the record says of them. */
  @Column('jsonb')
  knownAs!: Record<string, KnownAs> | null;

  /** What holds again once reported deaths are withdrawn; null while it holds. */
  @Column({ type: 'jsonb' })
  designated!: Designation | null;
}
