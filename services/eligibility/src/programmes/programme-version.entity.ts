import type { PlainDate, ProgrammeVersion, ProgrammeVersionState, Reach } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a programme. Once it is published the database refuses any change to it. */
@Entity('programme_versions')
export class ProgrammeVersionEntity {
  @PrimaryColumn('uuid', { name: 'programme_id' })
  programmeId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  state!: ProgrammeVersionState;

  @Column('jsonb')
  definition!: ProgrammeVersion;

  @Column('text')
  cel!: string;

  /** The day on which it takes effect; the publisher may have chosen another than its writer. */
  @Column('date', { name: 'valid_from' })
  validFrom!: PlainDate;

  @Column('text', { name: 'written_by' })
  writtenBy!: string;

  @Column('text', { name: 'written_by_name' })
  writtenByName!: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('text', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('text', { name: 'published_by_name', nullable: true })
  publishedByName!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  reach!: Reach | null;
}
