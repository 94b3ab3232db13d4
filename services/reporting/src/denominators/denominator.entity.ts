import type {
  DenominatorKind,
  DenominatorMeasure,
  DenominatorSex,
  DenominatorSource,
  DenominatorStatus,
} from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value of a country's table, or that it was not found. One that was replaced stays, with the moment at which it was. */
@Entity('denominators')
export class DenominatorEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  measure!: DenominatorMeasure;

  @Column('text')
  areaCode!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'text' })
  sex!: DenominatorSex;

  /** `all`, `0-4` or `100+`. */
  @Column('text')
  ageGroup!: string;

  /** As text, for nothing is lost in it. */
  @Column({ type: 'numeric', nullable: true })
  value!: string | null;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'text', nullable: true })
  kind!: DenominatorKind | null;

  @Column({ type: 'text' })
  status!: DenominatorStatus;

  @Column({ type: 'text', nullable: true })
  sourceKey!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  source!: DenominatorSource | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column('timestamptz')
  loadedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  replacedAt!: Date | null;
}
