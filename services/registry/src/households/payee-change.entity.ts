import type { DeliveryChannel, PayeeChangeState } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payee_changes')
export class PayeeChangeEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'household_id' })
  householdId!: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  @Column({ type: 'text' })
  state!: PayeeChangeState;

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

  @Column({ type: 'text', name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'text', name: 'requested_by_name' })
  requestedByName!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy!: string | null;

  @Column({ type: 'text', name: 'decided_by_name' })
  decidedByName!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt!: Date | null;

  @Column({ type: 'text' })
  reason!: string | null;
}
