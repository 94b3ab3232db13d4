import type { ImportState } from '@janela/contracts';
import type { Actor } from '@janela/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('imports')
export class ImportEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  state!: ImportState;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  /** The series to which the numbers of its forms belong. */
  @Column({ type: 'text' })
  source!: string;

  /** Of the file; a whole number in digits, as Postgres gives it. */
  @Column({ type: 'bigint' })
  bytes!: string;

  @Column({ type: 'bigint', name: 'bytes_checked' })
  bytesChecked!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text', name: 'actor_name' })
  actorName!: string;

  @Column({ type: 'text', name: 'actor_kind' })
  actorKind!: Actor['kind'];

  @Column({ type: 'text', array: true, name: 'actor_areas' })
  actorAreas!: string[];

  @Column({ type: 'integer' })
  rows!: number;

  @Column({ type: 'integer', name: 'rows_with_errors' })
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

  @Column({ type: 'integer', name: 'possible_duplicates' })
  possibleDuplicates!: number;

  @Column({ type: 'integer' })
  chunks!: number;

  @Column({ type: 'integer', name: 'chunks_written' })
  chunksWritten!: number;

  @Column({ type: 'text' })
  failure!: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at' })
  finishedAt!: Date | null;
}
