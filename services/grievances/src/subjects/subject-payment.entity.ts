import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('subject_payments')
export class SubjectPaymentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  areaCode!: string;

  /** The ids of those who held, released or cancelled it, ever. */
  @Column({ name: 'hands', type: 'text', array: true })
  staff!: string[];

  @Column('uuid')
  cycleId!: string | null;

  @Column('timestamptz')
  settledAt!: Date | null;
}
