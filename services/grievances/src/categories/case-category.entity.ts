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

  @Column({ type: 'text', name: 'starts_at' })
  startsAt!: CaseLevel;

  @Column({ type: 'integer', name: 'acknowledge_within_hours' })
  acknowledgeWithinHours!: number;

  @Column({ type: 'integer', name: 'resolve_within_hours' })
  resolveWithinHours!: number;

  @Column({ type: 'integer', name: 'escalate_within_hours' })
  escalateWithinHours!: number;

  @Column({ type: 'integer', name: 'appeal_within_hours' })
  appealWithinHours!: number;

  @Column({ type: 'boolean' })
  active!: boolean;
}
