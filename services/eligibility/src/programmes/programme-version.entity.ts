import type { PlainDate, ProgrammeVersion, ProgrammeVersionState, Reach } from '@janela/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a programme. Once it is published the database refuses any change to it. */
@Entity('programme_versions')
export class ProgrammeVersionEntity {
  @PrimaryColumn('uuid')
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
  @Column('date')
  validFrom!: PlainDate;

  @Column('text')
  writtenBy!: string;

  @Column('text')
  writtenByName!: string;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('text', { nullable: true })
  publishedBy!: string | null;

  @Column('text', { nullable: true })
  publishedByName!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  reach!: Reach | null;
}
