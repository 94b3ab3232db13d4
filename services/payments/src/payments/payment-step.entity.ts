import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PaymentState } from '@janela/contracts';

/** A step in the story of a payment, after it was frozen. */
@Entity('payment_steps')
export class PaymentStepEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id?: string;

  @Column('uuid')
  paymentId!: string;

  @Column('text')
  areaCode!: string;

  @Column('text')
  state!: PaymentState;

  /** Left to the database. */
  @Column({ type: 'timestamptz', insert: false, update: false })
  at?: Date;

  @Column('text')
  byActor!: string;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The provider's. */
  @Column('text', { nullable: true })
  reference!: string | null;
}
