import { minorUnits } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryChannel, PaymentState, Period } from '@janela/contracts';

/** What one enrolment gets for one period. */
@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  cycleId!: string;

  @Column('uuid')
  enrolmentId!: string;

  @Column('uuid')
  householdId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  areaCode!: string;

  @Column('text')
  period!: Period;

  @Column('integer')
  programmeVersion!: number;

  @Column('bigint', { transformer: minorUnits })
  amountMinor!: bigint;

  @Column('text')
  currency!: string;

  @Column('text')
  state!: PaymentState;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  /** Held by a rule, and not by an officer. */
  @Column('boolean')
  heldByRule!: boolean;

  @Column('uuid', { nullable: true })
  payeeId!: string | null;

  @Column('text', { nullable: true })
  provider!: string | null;

  @Column('text', { nullable: true })
  channel!: DeliveryChannel | null;

  @Column('uuid', { nullable: true })
  replaces!: string | null;

  @Column('timestamptz')
  frozenAt!: Date;

  @Column('uuid', { nullable: true })
  instructionId!: string | null;

  @Column('uuid', { nullable: true })
  batchId!: string | null;

  @Column('bigint', { nullable: true, transformer: minorUnits })
  paidMinor!: bigint | null;

  @Column('timestamptz', { nullable: true })
  occurredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  refundedAt!: Date | null;

  @Column('uuid', { nullable: true })
  settlementId!: string | null;
}
