import type { CaseLevel, CaseSubject, LocalText } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('case_categories')
export class CaseCategoryEntity {
  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'smallint' })
  position!: number;

  @Column({ type: 'jsonb' })
  names!: LocalText;

  @Column({ type: 'boolean' })
  sensitive!: boolean;

  @Column({ type: 'text', array: true })
  needs!: CaseSubject[];

  @Column('text')
  startsAt!: CaseLevel;

  @Column('integer')
  acknowledgeWithinHours!: number;

  @Column('integer')
  resolveWithinHours!: number;

  @Column('integer')
  escalateWithinHours!: number;

  @Column('integer')
  appealWithinHours!: number;

  @Column({ type: 'boolean' })
  active!: boolean;
}
