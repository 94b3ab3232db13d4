import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OutcomeStatus } from '@janela/contracts';

/** Something we said of an instruction. Amounts are read as Postgres writes them, in digits. */
@Entity('answers')
export class AnswerEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id?: string;

  @Column('uuid')
  instructionId!: string;

  @Column('text')
  status!: OutcomeStatus;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('bigint', { nullable: true })
  amountMinor!: string | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('text')
  reference!: string;

  @Column('timestamptz')
  occurredAt!: Date;
}
