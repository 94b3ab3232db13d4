import type { ImportState } from '@janela/contracts';
import type { Actor } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('imports')
export class ImportEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  state!: ImportState;

  @Column('text')
  fileName!: string;

  /** The series to which the numbers of its forms belong. */
  @Column({ type: 'text' })
  source!: string;

  /** Of the file; a whole number in digits, as Postgres gives it. */
  @Column({ type: 'bigint' })
  bytes!: string;

  @Column('bigint')
  bytesChecked!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column('text')
  actorName!: string;

  @Column('text')
  actorKind!: Actor['kind'];

  @Column({ type: 'text', array: true })
  actorAreas!: string[];

  @Column({ type: 'integer' })
  rows!: number;

  @Column('integer')
  rowsWithErrors!: number;

  @Column({ type: 'integer' })
  taken!: number;

  @Column({ type: 'integer' })
  unchanged!: number;

  @Column({ type: 'integer' })
  refused!: number;

  /** Households that wait for a person to decide. */
  @Column({ type: 'integer' })
  waiting!: number;

  @Column('integer')
  possibleDuplicates!: number;

  @Column({ type: 'integer' })
  chunks!: number;

  @Column('integer')
  chunksWritten!: number;

  @Column({ type: 'text' })
  failure!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz')
  finishedAt!: Date | null;
}
