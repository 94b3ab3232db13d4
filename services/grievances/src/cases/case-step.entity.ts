import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('case_steps')
export class CaseStepEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity' })
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'boolean' })
  sensitive!: boolean;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column('text')
  actorName!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column('text')
  noteSealed!: string | null;
}
