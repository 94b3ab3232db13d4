import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OutcomeStatus } from '@janela/contracts';

/** Something we said of an instruction. Amounts are read as Postgres writes them, in digits. */
@Entity('answers')
export class AnswerEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id?: string;

  @Column('uuid', { name: 'instruction_id' })
  instructionId!: string;

  @Column('text')
  status!: OutcomeStatus;

  @Column('text', { name: 'reason_code', nullable: true })
  reasonCode!: string | null;

  @Column('bigint', { name: 'amount_minor', nullable: true })
  amountMinor!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('text')
  reference!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;
}
