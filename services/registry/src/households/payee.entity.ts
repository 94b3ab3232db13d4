import type { DeliveryChannel, PayeeMissing } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payees')
export class PayeeEntity {
  @PrimaryColumn({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'uuid', name: 'deputy_person_id' })
  deputyPersonId!: string | null;

  @Column({ type: 'text' })
  channel!: DeliveryChannel;

  @Column({ type: 'text' })
  provider!: string | null;

  @Column({ type: 'text', name: 'account_sealed' })
  accountSealed!: string | null;

  @Column({ type: 'text', name: 'account_mark' })
  accountMark!: string | null;

  /** Why the person collects no more; nobody has followed yet. */
  @Column({ type: 'text' })
  vacated!: PayeeMissing['reason'] | null;
}
