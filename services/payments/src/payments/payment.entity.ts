import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryChannel, PaymentState, Period } from '@janela/contracts';

import { minorUnits } from '../minor-units.ts';

/** What one enrolment gets for one period. */
@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text', { name: 'area_code' })
  areaCode!: string;

  @Column('text')
  period!: Period;

  @Column('integer', { name: 'programme_version' })
  programmeVersion!: number;

  @Column('bigint', { name: 'amount_minor', transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text')
  state!: PaymentState;

  @Column('text', { name: 'reason_code', nullable: true })
  reasonCode!: string | null;

  /** Held because of what was heard, and not by an officer. */
  @Column('boolean', { name: 'held_by_rule' })
  heldByRule!: boolean;

  @Column('uuid', { name: 'payee_id', nullable: true })
  payeeId!: string | null;

  @Column('text', { nullable: true })
  provider!: string | null;

  @Column('text', { nullable: true })
  channel!: DeliveryChannel | null;

  @Column('uuid', { nullable: true })
  replaces!: string | null;

  @Column('timestamptz', { name: 'frozen_at' })
  frozenAt!: Date;

  @Column('uuid', { name: 'instruction_id', nullable: true })
  instructionId!: string | null;

  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId!: string | null;

  @Column('bigint', { name: 'paid_minor', nullable: true, transformer: minorUnits })
  paidMinor!: bigint | null;

  @Column('timestamptz', { name: 'occurred_at', nullable: true })
  occurredAt!: Date | null;

  @Column('timestamptz', { name: 'refunded_at', nullable: true })
  refundedAt!: Date | null;

  @Column('uuid', { name: 'settlement_id', nullable: true })
  settlementId!: string | null;
}
