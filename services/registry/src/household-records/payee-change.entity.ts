import type { DeliveryChannel, PayeeChangeState } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payee_changes')
export class PayeeChangeEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'text' })
  state!: PayeeChangeState;

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

  @Column('text')
  requestedBy!: string;

  @Column('text')
  requestedByName!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('text')
  decidedBy!: string | null;

  @Column('text')
  decidedByName!: string | null;

  @Column('timestamptz')
  decidedAt!: Date | null;

  @Column({ type: 'text' })
  reason!: string | null;
}
