import type { PlainDate } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Figures as they were published: a row is never changed. */
@Entity('snapshots')
export class SnapshotEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  indicator!: string;

  @Column('text')
  areaCode!: string;

  @Column('date')
  asOf!: PlainDate;

  /** SHA-256 of `table` in UTF-8, in hexadecimal. */
  @Column({ type: 'text' })
  hash!: string;

  /** The JSON that was published, byte for byte. */
  @Column({ name: 'table_json', type: 'text', select: false })
  table!: string;

  @Column('text')
  publishedBy!: string;

  @Column('timestamptz')
  publishedAt!: Date;
}
